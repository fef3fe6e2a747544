package entities

import (
	"strings"
	"unicode"

	"github.com/textmend/textmend/internal/lexicon"
)

// A verdict says what is to be done about a form.
type verdict uint8

const (
	leave          verdict = iota // no reference, or not to be told from text
	doubtful                      // repaired where the text has another, unmistakable one
	doubtfulOwn                   // repaired where the text has the same name, unmistakable
	doubtfulLetter                // repaired where the text has another letter beyond doubt
	doubtfulWord                  // repaired where the text before has the same name, unmistakable
	doubtfulSpaced                // repaired where the & of the text's references became a space
	doubtfulEscape                // repaired where an escape stands in a word of the same line
	doubtfulAnd                   // repaired where the text has another & that became "and"
	sure                          // repaired whatever the rest says
)

// decide settles the form f at p from what touches it. It may move the start
// of the form back over an "and" that was its ampersand. Unless the form is
// intact, it is still to be seen whether its text isProgram.
func decide(f *form, p *place) verdict {
	switch {
	case f.alien, f.number.undefined() && !isByte(p.before):
		return leave
	case f.wholeAsWritten():
		return either((f.text == `"` || f.text == `\`) && beginsJSON(p.head()), leave, sure)
	case p.inTag(f):
		return sure
	case p.before == '=' || p.before == '\\' || p.before == '*' || (p.before == '$' || p.before == '@') && !p.joined && f.damage&OOXMLEscaped == 0, p.enclosed():
		f.mentioned = f.damage&Doubled != 0
		return leave
	}
	return decideForm(f, p)
}

// wholeAsWritten reports whether nothing of a form was lost.
func (f *form) wholeAsWritten() bool { return f.damage&^(Windows1252|Surrogates) == 0 }

// inProgram reports whether a damaged form stands in an address or in code.
func inProgram(f *form, p *place) bool {
	return !f.wholeAsWritten() && (f.name != "nbsp" && p.inAddress() || p.inCode() || p.breaksValue(f)) && !p.inTag(f)
}

// decideForm settles a damaged form by its kind.
func decideForm(f *form, p *place) verdict {
	switch {
	case f.damage&(PercentEncoded|OOXMLEscaped) != 0:
		return decideEncoded(f, p)
	case f.damage&JSONEscaped != 0:
		return decideJSON(f, p)
	case f.damage&^Doubled == Spaced && f.role == roleLetter && f.number.value >= 0xa0 && lettersFollow(p.right):
		return leave // an ampersand, and then a word of letters that all lost theirs
	case f.damage&Doubled != 0:
		if f.mentioned = isOpenMention(p); f.mentioned {
			return leave
		}
		return orAnd(f, p, sure)
	case f.damage&AmpersandDeleted == 0:
		return decideAmpersand(f, p)
	case f.damage&HashDeleted != 0:
		return decideHashless(f, p)
	case f.name[0] == '#':
		return orAnd(f, p, decideNumber(f, p))
	}
	return decideName(f, p)
}

// isOpenMention reports whether the form is spoken of, not used.
func isOpenMention(p *place) bool { return p.isolated() && p.mentioned() }

func decideEncoded(f *form, p *place) verdict {
	if f.damage&OOXMLEscaped != 0 && isBlank(p.before) || isOpenMention(p) {
		return leave
	}
	if f.damage&PercentEncoded != 0 {
		token := p.token()
		if strings.ContainsAny(token, "/?=") || f.number.value == 0 && f.certainty < word {
			return leave
		}
	}
	return sure
}

// decideAmpersand settles a form that still has its &, which leaves only what
// is lost elsewhere in doubt.
func decideAmpersand(f *form, p *place) verdict {
	lost := f.damage & (SemicolonDeleted | SemicolonChanged)
	switch {
	case lost != 0 && !p.joined && p.about():
		return leave
	case p.after == '=' || lost != 0 && (p.after == '<' || p.after == '-' || p.after == '_') || f.damage&Spaced != 0 && lost != 0:
		return leave
	case f.damage&HashDeleted != 0:
		if f.damage&Spaced != 0 && !f.number.punctuates() {
			return leave // mode & 07777;
		}
		if f.role == roleLetter && f.number.value >= 0xc0 && isLetter(p.before) && p.joined && f.damage&Spaced == 0 {
			return sure // K&xE4;se
		}
		if f.number.zeros || f.number.hex && f.number.punctuates() || f.number.punctuates() && isLetter(p.before) && p.joined {
			return sure
		}
		return leave
	case f.name[0] == '#':
		if f.certainty == unmistakable || f.number.value >= 0xa0 {
			return sure
		}
		return leave
	case lost != 0 && p.joined && lexicon.Known(f.name+p.wordAfter()):
		return leave // &quota
	case f.certainty == unmistakable, f.certainty == risky && (lost == 0 || !isLetterName(f.name)):
		return sure
	case f.role == roleAmp && f.damage&Spaced != 0 && p.after == ' ' && p.spaces > 0:
		return either(isCapital(p.wordBefore()) && isCapital(p.wordAfter()), sure, doubtful)
	case f.role == roleAmp:
		if lost&SemicolonDeleted != 0 && p.joined && !unicode.IsUpper(p.after) && !beginsBody(p.right) {
			return leave
		}
		return sure
	case f.damage&(CaseChanged|Misspelt) != 0 && lost == 0:
		return sure
	case f.name == "lt" || f.name == "gt" || f.name == "apos":
		if lost != 0 && (p.joined || p.before == ' ') {
			return either(f.name == "apos" && isLetter(p.before) && p.joined && (p.contracts() || isElision(p.wordBefore())), sure, leave)
		}
		return either(f.damage&Spaced != 0 && f.name != "apos", doubtful, sure)
	case f.name == "copy" && p.beforeYear():
		return sure
	}
	return leave
}

// decideHashless settles x27; and 039; at the end of a run of letters: only an
// apostrophe within a word.
func decideHashless(f *form, p *place) verdict {
	if f.role != roleApostrophe || p.pre == "" || isDigit(p.pre[len(p.pre)-1]) || !p.contracts() {
		return leave
	}
	return sure
}

// decideName settles a name that has lost its &: quot; or wasnrsquo;t.
func decideName(f *form, p *place) verdict {
	if f.name == "AMP" {
		return leave // adenosine, or a server
	}
	if f.role == roleAmp {
		return orAnd(f, p, decideAmp(p))
	}
	whole := f.name
	if p.pre != "" {
		whole = p.pre + f.name
	}
	switch f.certainty {
	case unmistakable:
		if p.pre != "" && (lexicon.Known(whole) || p.pre == "e" && f.role == roleDash) {
			return leave // emdash
		}
		return orAnd(f, p, decideUnmistakable(f, p))
	case risky:
		return decideRisky(f, p, whole)
	case word:
		if p.pre != "" && lexicon.Known(whole) || p.pre == "" && isLetter(p.before) || p.inList() {
			return leave
		}
		return orAnd(f, p, decideWord(f, p))
	}
	return leave
}

// decideRisky settles a letter whose name ends words: a letter behind it makes
// it sure. Behind a word's end it takes the same letter, beyond doubt, in the
// text, and where those letters are an English word, in the text before it; for
// a grave that ends the words of Italian and French, any letter in
// a text that is not English.
func decideRisky(f *form, p *place, whole string) verdict {
	switch {
	case p.joined && !isDigit(byte(p.after)) && !lexicon.Known(whole) || p.pre == "" && isLetter(p.before) && strings.HasSuffix(f.name, "caron"):
		return sure
	case f.name == "agrave" && p.pre == "" && p.isolated() && !hasEnglish(p.near()):
		return either(takesVerb(p.wordBefore()), doubtfulOwn, sure)
	case f.name == "egrave" && p.pre == "" && p.isolated() && !p.english():
		return sure
	case !p.joined && lexicon.Known(whole):
		return doubtfulWord
	case p.english() || endsInGrave(whole):
		return leave
	case p.pre != "" && p.pre != "et" && !isCapital(whole) && (f.name == "agrave" || f.name == "ograve" || f.name == "ugrave" || f.name == "atilde" || f.name == "otilde"):
		return sure // possibilitagrave;
	case f.name == "egrave" && isUpper(whole[:1]) && p.pre != "":
		return doubtfulOwn
	case strings.HasSuffix(f.name, "grave"), f.name == "atilde" && !isCapital(whole), f.name == "ecaron", f.name == "racute":
		return doubtfulLetter
	}
	return doubtfulOwn
}

// endsInGrave reports whether word is one that ends as the name of a letter
// with a grave does: Spanish, Portuguese and Danish verbs.
func endsInGrave(word string) bool {
	switch word {
	case "desagrave", "begrave", "negrave", "landegrave":
		return true
	}
	return false
}

// takesVerb reports whether word is one that the Spanish and Portuguese verb
// form "agrave" follows.
func takesVerb(word string) bool {
	var room [maxWord]byte
	switch lower(word, &room) {
	case "", "se", "que", "lo", "la", "los", "las", "no", "n\u00e3o", "me", "te", "nos", "o", "a":
		return true
	}
	return false
}

func decideUnmistakable(f *form, p *place) verdict {
	if !p.isolated() {
		if f.name == "quot" && !p.joined && isCapital(p.pre) && !lexicon.Known(p.pre) {
			return doubtful // Jacquot
		}
		return either(p.isField(), leave, sure)
	}
	if p.mentioned() || p.isStatement() || p.beyond == '|' || strings.HasPrefix(p.right, " |") {
		return leave
	}
	if strings.HasPrefix(f.name, "sup") {
		return doubtful
	}
	if p.spaces == 1 && takesName(f.role, p.wordBefore()) {
		return leave // the quot; is short for ..., all nbsp; with spaces
	}
	if f.role == roleLetter && p.spaces < 2 {
		if strings.Contains("\u00e0\u00e8\u00e9\u00f3\u00f2\u00c0\u00c8", f.text) && !p.english() {
			return sure
		}
		return doubtful
	}
	return sure
}

// takesName reports whether a reference of that role, alone behind word, is
// spoken of: word needs another behind it, and that is no space nor a mark.
func takesName(r role, word string) bool {
	switch word {
	case "the", "The", "does":
		return r != roleSpace && r != roleDash
	case "of", "all", "use", "using", "replace", "replacing", "remove", "removing":
		return r == roleSpace
	}
	return false
}

// frenchLetters are those before which "et" is a lost ampersand.
const frenchLetters = "\u00e0\u00e2\u00e7\u00e8\u00e9\u00ea\u00ee\u00f4\u00fb\u00c0\u00c9\u00c8"

// orAnd looks for an "and" or "et" before the form that was its ampersand, and
// takes it in where it stands at the start of a word, or behind a word.
// Otherwise v stays.
func orAnd(f *form, p *place, v verdict) verdict {
	if f.damage&AmpersandDeleted == 0 || f.certainty < word && f.name[0] != '#' {
		return v
	}
	if n := len(p.pre); n < 2 || p.pre[n-1] != 'd' && p.pre[n-1] != 't' {
		return v
	}
	for _, and := range [...]string{"and", "et"} {
		before, ok := strings.CutSuffix(p.pre, and)
		if !ok || and == "et" && (before != "" || !strings.Contains(frenchLetters, f.text) || f.role != roleLetter) {
			continue
		}
		f.and = uint8(len(and))
		verdict := andVerdict(f, p, before)
		if verdict == leave {
			return v
		}
		f.otherwise = v
		f.start -= len(and)
		f.damage = f.damage&^AmpersandDeleted | AmpersandWord
		return verdict
	}
	return v
}

// isElision reports whether word is what stands before the apostrophe of an
// elision in French or Italian, or of a name such as O'Neill.
func isElision(word string) bool {
	switch word {
	case "l", "d", "j", "c", "n", "s", "t", "m", "qu", "L", "D", "J", "C", "N", "S", "T", "M", "Qu", "O":
		return true
	}
	return false
}

// opensElided reports whether r begins a word that a vowel is elided before, or
// a name.
func opensElided(r rune) bool {
	return unicode.IsUpper(r) || strings.ContainsRune("aeiouyh\u00e0\u00e2\u00e9\u00e8\u00ea\u00ee\u00f4", r)
}

func andVerdict(f *form, p *place, before string) verdict {
	outer := lastRune(p.left[:len(p.left)-len(p.pre)])
	if outer >= 0x250 && isLetter(outer) && before == "" || before != "" && allDigits(before) {
		return sure // no word is in two scripts
	}
	if before != "" {
		switch {
		case f.role == roleAmp && len(before) <= 4 && isUpper(before) && p.afterEnds():
			return sure // Fandamp;B
		case f.role == roleApostrophe && isElision(before) && p.joined && !p.contracts() && opensElided(p.after):
			return sure // land#39;eau
		case f.role == roleApostrophe && p.contracts() && lexicon.Known(before+"'"+p.wordAfter()):
			return sure // doesnandrsquo;t
		case f.role == roleApostrophe && isLetter(outer) && strings.IndexByte("aeiou", before[len(before)-1]) >= 0:
			return sure // T\u00fcrkiyeand#39;nin
		case f.role == roleLetter && !lexicon.Known(p.pre) && strings.IndexByte("aeiou", before[len(before)-1]|0x20) >= 0:
			return sure // geandouml;ffnet
		case lexicon.Known(p.pre) || len(before) < 2 && f.role != roleLetter:
			return leave
		case isCapital(before) && (len(before) < 5 || before[len(before)-1] == 'l'):
			return doubtfulAnd // Helland, Verband
		case len(before) >= 4 && lexicon.Known(before):
			return sure
		}
		return doubtfulAnd
	}
	if f.certainty == word && f.role != roleAmp && f.name != "lt" && f.name != "gt" {
		return leave
	}
	if !isBlank(outer) {
		if isLetter(outer) {
			return doubtfulAnd // caf\u00e9andrsquo;s
		}
		return sure
	}
	switch f.role {
	case roleDash:
		return either(strings.HasPrefix(p.right, " "), sure, leave) // and\u2014worse
	case roleSpace, roleClose:
		return leave
	case roleLetter:
		return either(int(f.and) == len("et") || p.joined && isCapital(f.text), sure, doubtfulAnd)
	}
	return sure
}
