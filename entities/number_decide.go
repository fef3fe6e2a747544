package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// decideNumber settles a number that has lost its &: #39;.
//
// A letter or digit behind it makes it a reference; so does a letter before
// it, where it is the apostrophe of a plural or one of the marks above ASCII.
// One that stands alone may be an issue, a bus or a color, and is a reference
// only behind two spaces, one of which was the &, as a dash, as the apostrophe
// of a plural, or between two words as #038;, which is how content systems
// write an ampersand. What else may be one waits for others in the text.
func decideNumber(f *form, p *place) verdict {
	v := f.number.value
	switch {
	case f.number.undefined():
		return sure // behind a byte
	case p.before == '=' || p.before == '/' || p.before == '\u00b0' || p.before == '\u00ba' && !chained(p.right) || p.isColor(f):
		return leave
	case p.inReferenceList():
		return leave
	case v < 0x250 && p.numbered() && !(f.role == roleApostrophe && p.contracts()):
		return either(v < 0xa0 || f.role != roleLetter || p.isolated() && standsAlone(f.text), leave, either(p.isolated(), doubtfulLetter, doubtful))
	case v >= 0x250 && p.spaces > 0 && p.numbered() && !p.joined && !spacedLetters(p.right):
		return either(strings.HasPrefix(p.right, " #"), doubtful, leave)
	case f.number.punctuates():
		return decideMark(f, p)
	case f.role == roleLetter:
		return decideNumberedLetter(f, p)
	case v >= 0xa0:
		touches := p.joined || !isBlank(p.before)
		return either(touches && v < 0x10000 || 0x1f000 <= v && v < 0x1fb00 && !p.numbered(), sure, doubtful)
	case chained(p.right) || !isBlank(p.before) && p.pre == "":
		return doubtful
	}
	return leave
}

// decideMark settles the number of a quote, a dash or another such mark.
func decideMark(f *form, p *place) verdict {
	high := f.number.value >= 0x80
	opened := p.before == '(' || p.before == '['
	switch {
	case p.joined || chained(p.right):
		return sure
	case isBlank(p.before) && p.spaces > 1:
		return either(strings.HasPrefix(p.right, "  "), doubtful, sure)
	case f.role == roleAmp && p.betweenWords() && !beginsClause(p.wordAfter()):
		return either(f.number.zeros, sure, doubtful)
	case isBlank(p.before):
		return either(p.afterPlural(f) || f.role == roleDash && p.spaces > 0, sure, either(high, doubtful, doubtfulSpaced))
	case opened:
		return doubtful
	case isLetter(p.before) || unicode.IsDigit(p.before):
		plural := f.role == roleApostrophe && strings.HasSuffix(p.pre, "s") && len(p.pre) > 3 && !isCapital(p.pre)
		return either(high && !strings.Contains(p.token(), "/") || plural, sure, doubtful)
	case p.before == '.' && f.role != roleQuote && f.role != roleApostrophe:
		return doubtful
	}
	return sure
}

// decideNumberedLetter settles the number of a letter. One of another script
// among letters of Latin needs others beside it.
func decideNumberedLetter(f *form, p *place) verdict {
	v := f.number.value
	latin := v < 0x250 || 0x1e00 <= v && v < 0x1f00
	ascii := isLetter(p.before) && p.before < 0x80 || isLetter(p.after) && p.after < 0x80
	switch {
	case (p.joined || isLetter(p.before)) && (latin || !ascii), chained(p.right), spacedLetters(p.right):
		return sure
	case !latin && p.isolated() && p.spaces == 1 && p.beyond < 0x80 && isLetter(p.beyond) && !strings.HasPrefix(p.right, " #"):
		return doubtfulOwn // Order #1234; it
	case latin && p.isolated() && p.spaces == 1:
		return doubtfulLetter // bug #233; it
	}
	return doubtful
}

// inReferenceList reports whether another number with its sign stands just
// before: #40/#41; no space parts them, of either kind, as package repair makes
// one of the other.
func (p *place) inReferenceList() bool {
	token := p.token()
	i := strings.LastIndexByte(token, '#')
	return i >= 0 && !strings.Contains(token[i:], "\u00a0")
}

// isColor reports whether three or six digits are a color of a style sheet.
func (p *place) isColor(f *form) bool {
	if f.number.hex || f.number.digits != 3 && f.number.digits != 6 {
		return false
	}
	if p.before == ':' {
		return true
	}
	return isColorWord(p.shortWordBefore())
}

func isColorWord(word string) bool {
	switch word {
	case "solid", "dashed", "dotted", "double", "color", "colour", "background", "border", "fill", "stroke":
		return true
	}
	return false
}

// chained reports whether another number follows at once.
func chained(right string) bool {
	if !strings.HasPrefix(right, "#") {
		return false
	}
	_, end, ok := readNumber(right[1:])
	return ok && end+1 < len(right) && right[end+1] == ';'
}

// afterPlural reports whether an apostrophe that stands alone follows a plural,
// whose owner it makes it: "makers #39; efforts".
func (p *place) afterPlural(f *form) bool {
	if f.role != roleApostrophe || p.spaces != 1 || p.after != ' ' || p.beyond != 's' && !endsWord(p.beyond) {
		return false
	}
	w := p.wordBefore()
	next := p.wordAfter()
	return len(w) > 3 && w[len(w)-1] == 's' && w[0] >= 'a' && next != "" && unicode.IsLower(firstRune(next)) && !beginsClause(next)
}

// spacedLetters reports whether two more numbers of letters follow, each
// behind one space, as a text in another script looks whose every & became a
// space.
func spacedLetters(s string) bool {
	for range 2 {
		if !strings.HasPrefix(s, " #") {
			return false
		}
		n, end, ok := readNumber(s[2:])
		text, _, char := n.text()
		if !ok || !char || !isLetter(firstRune(text)) || n.value < 0xa0 || end+2 >= len(s) || s[end+2] != ';' {
			return false
		}
		s = s[end+3:]
	}
	return true
}

// lettersFollow reports whether s begins with numbers that are the next letters
// of a word of which every & was lost, or escaped before it was.
func lettersFollow(s string) bool {
	return chained(s) || spacedLetters(s) || strings.HasPrefix(s, "amp;#") || strings.HasPrefix(s, " amp;#")
}

// endsWord reports whether r is a mark that wordBefore leaves out of account.
func endsWord(r rune) bool { return r == ',' || r == ':' || r == '(' || r == '.' }

// beginsClause reports whether word begins a clause of its own, as it does
// behind a semicolon of prose.
func beginsClause(word string) bool {
	var room [maxWord]byte
	switch lower(word, &room) {
	case "it", "he", "she", "they", "we", "i", "you", "the", "a", "an", "this", "that", "these", "those", "there",
		"then", "but", "and", "or", "not", "so", "yet", "however", "see", "his", "her", "its", "their", "our", "my",
		"what", "who", "which", "when", "where", "if", "in", "on", "at", "now", "thanks", "later", "also", "nobody",
		"some", "others", "another", "one", "no", "after", "before", "as", "for", "with", "is", "was", "both", "all":
		return true
	}
	return false
}

// numbered reports whether what stands before the number is a word that a
// number sign follows: an issue, a room or a bus. Such a word at once before
// the sign is one of those that trackers know.
func (p *place) numbered() bool {
	if p.spaces == 0 && isLetter(p.after) || !isLetter(p.beyond) && !endsWord(p.beyond) || p.beyond >= utf8.RuneSelf {
		return false
	}
	var room [maxWord]byte
	word := strings.TrimSuffix(lower(p.shortWordBefore(), &room), "s")
	switch word {
	case "issue", "bug", "ticket", "pr", "gh", "mr", "apt", "rm", "no":
		return true
	}
	if p.spaces == 0 {
		return false
	}
	switch word {
	case "pull", "request", "fixe", "fixed", "fix", "close", "closed", "closing", "resolve", "resolved", "see", "also",
		"ref", "refer", "reference", "commit", "task", "story", "case", "room", "bu", "gate", "line", "platform",
		"track", "route", "unit", "apt", "suite", "number", "no", "item", "figure", "fig", "page", "chapter", "step",
		"rule", "law", "exhibit", "lot", "player", "jersey", "finished", "finishe", "finishing", "ranked", "seed",
		"seeded", "pick", "pole", "car", "box", "cell", "channel", "studio", "pier", "dock", "bay", "door", "locker",
		"patient", "sample", "test", "model", "type", "size", "volume", "vol", "episode", "season", "part", "section",
		"question", "problem", "exercise", "example", "color", "colour", "rank", "flight", "train", "tram", "highway",
		"local", "agent", "hole", "stage", "order", "invoice", "check", "cheque", "locomotive", "engine", "resolution",
		"license", "licence", "badge", "permit", "docket", "serial", "id", "bill", "account", "policy", "batch", "scp",
		"show":
		return true
	}
	return false
}
