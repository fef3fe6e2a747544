package entities

import (
	"strings"
	"unicode"
)

// sign returns what a form beyond doubt says of the family of its text: -1
// where a space must be what became of the &, 1 where nothing did, 0 where it
// cannot be told.
func sign(f *form, p *place) int {
	if f.damage&AmpersandDeleted == 0 || f.damage&(JSONEscaped|HashDeleted) != 0 {
		return 0
	}
	switch {
	case p.spaces == 0:
		return either(p.before != 0, 1, 0)
	case p.beyond == 0 && p.spaces == 1, p.spaces > 1 && p.beyond != 0:
		return -1
	case f.role == roleApostrophe && isLetter(p.beyond) && p.contracts():
		return -1
	case f.role == roleLetter && p.spaces == 1 && isLetter(p.beyond) && (!p.joined && !standsAlone(f.text) || isOnset(p.wordBefore()) || p.joined && p.withinWord(f)):
		return -1
	case (f.role == roleDash || f.role == roleAmp) && p.joined && isLetter(p.beyond):
		return -1
	}
	return 0
}

// standsAlone reports whether a letter is a word of some language.
func standsAlone(text string) bool {
	r := firstRune(text)
	return r >= 0x180 || strings.ContainsRune("\u00e0\u00e1\u00e5\u00e6\u00e8\u00e9\u00ec\u00ed\u00f2\u00f3\u00f8\u00fa\u00f6\u00c0\u00c9\u00c8\u00c1\u00d3\u00cd\u00da\u00c5", r)
}

// isOnset reports whether word is two consonants or more, so that a vowel must
// follow.
func isOnset(word string) bool {
	if len(word) < 2 || len(word) > 4 {
		return false
	}
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' || strings.IndexByte("aeiouy", c) >= 0 {
			return false
		}
	}
	return true
}

// withinWord reports whether a letter that other letters follow can't begin a
// word of its own: no word begins with it, or the word before ends as only the
// beginning of a syllable does in the languages that have it (Gespr auml;ch).
func (p *place) withinWord(f *form) bool {
	switch f.text {
	case "\u00df", "\u00e3", "\u011f", "\u011b", "\u0144", "\u016f":
		return true
	case "\u00f1":
		w := p.wordAfter()
		return w != "u" && w != "us" && !strings.HasPrefix(w, "oqui") && !strings.HasPrefix(w, "and") && !strings.HasPrefix(w, "ame")
	case "\u00e4", "\u00f6", "\u00fc":
		w := p.wordBefore()
		n := len(w)
		return n > 2 && (w[n-1] == 'r' && strings.IndexByte("bdfgkpt", w[n-2]) >= 0 || w[n-1] == 'l' && strings.IndexByte("bfgkp", w[n-2]) >= 0)
	}
	return false
}

// needsFamily reports whether the spaces before f depend on the family.
func needsFamily(f *form, p *place) bool {
	return p.spaces > 0 && f.damage&AmpersandDeleted != 0
}

// takesSpace reports whether the space before a form that lost its & is what
// became of it. Where the family of the text does not say, the place does: a
// second space was added; one before a closing quote, or before what joins the
// letters around it, was too.
func takesSpace(f *form, p *place, family int) bool {
	switch {
	case p.spaces == 0 || f.damage&AmpersandDeleted == 0:
		return false
	case f.role == roleAmp && p.spaces == 1 && !isBlank(p.beyond):
		return p.joined // there is no AT &T and no Tom& Jerry
	case family > 0:
		return false
	case family < 0 || p.spaces > 1:
		return true
	case f.role == roleApostrophe:
		return isLetter(p.beyond) && (p.contracts() || isElision(p.wordBefore()) && opensElided(p.after)) || p.beyond != 0 && !p.joined
	case f.role == roleQuote || f.role == roleClose:
		return p.beyond != 0 && !p.joined && (f.role == roleQuote || f.text == "\u201d")
	case f.role == roleDash:
		return p.joined && p.beyond != 0
	case f.role == roleLetter && p.joined && isLetter(p.beyond) && p.withinWord(f):
		return true
	case f.role == roleLetter:
		return !strings.ContainsAny(strings.ToLower(lastWord(p.left[:len(p.left)-p.spaces])), "aeiouy") && isLetter(p.beyond) && p.joined
	}
	return false
}

// innerSpaces says which of the spaces around a form with spaces inside go
// too, the one before and the one after.
func innerSpaces(f *form, p *place) (left, right bool) {
	left, right = p.spaces > 0 && p.beyond != 0, strings.HasPrefix(p.right, " ")
	switch f.role {
	case roleLetter:
		return left && p.joinsBefore(f), right && p.joinsAfter(f)
	case roleApostrophe:
		return left, right && p.apostropheJoins()
	case roleOpen:
		return false, right
	case roleClose:
		return left, false
	case roleQuote:
		if p.closesQuote() {
			return left, false
		}
		return false, right
	case roleSpace:
		return left, right
	}
	return left && !right, false
}

// closesQuote reports whether a straight quote with spaces around it closes
// what one before it opened. Where none is to be seen it closes behind a mark
// that ends a clause; where two are it opens behind the end of a sentence.
func (p *place) closesQuote() bool {
	n := strings.Count(p.near(), `"`)
	switch {
	case n%2 == 1, firstRune(strings.TrimPrefix(p.right, " ")) == 0, strings.HasPrefix(p.right, " ,"), strings.HasPrefix(p.right, " ."):
		return true
	case strings.ContainsRune(".!?", p.beyond) && p.beyond != 0:
		return n == 0 || !unicode.IsUpper(firstRune(p.wordAfter()))
	}
	return p.beyond == ',' || p.beyond == ';'
}

// joinsBefore reports whether the letters before f, behind a space, belong to
// its word: not before a capital, nor before the French \u00e0 behind a vowel, nor
// the German word \u00fcber, but for those that end with it.
func (p *place) joinsBefore(f *form) bool {
	switch {
	case unicode.IsUpper(firstRune(f.text)):
		return !unicode.IsLower(p.beyond)
	case f.text == "\u00e0":
		return !strings.ContainsRune("aeo\u00e9\u00e8", p.beyond)
	case f.text == "\u00fc" && strings.HasPrefix(p.right, " ber") && p.wordAfter() == "ber":
		switch p.wordBefore() {
		case "gegen", "dar", "hin", "her", "vor", "wor", "dr", "r", "Gegen", "Dar":
			return true
		}
		return false
	}
	return true
}

// joinsAfter reports whether the letters after f, behind a space, belong to
// its word. Vowels with an acute or a grave end words, so that what follows
// must not be able to stand alone.
func (p *place) joinsAfter(f *form) bool {
	w := p.wordAfter()
	if w == "" || unicode.IsUpper(firstRune(w)) && !unicode.IsUpper(firstRune(f.text)) {
		return false
	}
	switch {
	case f.text != "\u00e3" && f.text != "\u00f5":
	case w == "o", w == "os", w == "e", w == "es":
		return true // s & atilde; o
	}
	if strings.ContainsAny(f.text, "\u00e0\u00e1\u00e3\u00e8\u00e9\u00ec\u00ed\u00f2\u00f3\u00f9\u00fa") {
		return !strings.ContainsAny(w, "aeiouyAEIOUY")
	}
	return true
}

func (p *place) apostropheJoins() bool {
	w := p.wordAfter()
	before := p.wordBefore()
	switch {
	case w != "" && (isElided(before) || before == "O" && isCapital(w)):
		return true
	case len(before) > 3 && before[len(before)-1] == 's':
		return false // Kids ' bedroom
	}
	behind := place{right: strings.TrimPrefix(p.right, " ")}
	if p.english() || behind.contracts() {
		return behind.contracts()
	}
	return w != "" && unicode.IsLower(firstRune(w))
}

// isElided reports whether word is an article or the like of French or Italian
// that has lost its vowel, so that an apostrophe joins it to the next word.
func isElided(word string) bool {
	var room [maxWord]byte
	switch lower(word, &room) {
	case "l", "d", "j", "qu", "jusqu", "lorsqu", "puisqu", "dell", "nell", "all", "sull", "dall", "quell", "un", "quest":
		return true
	}
	return false
}
