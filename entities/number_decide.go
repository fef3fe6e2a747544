package entities

import (
	"strings"
	"unicode"
)

// decideNumber settles a number that has lost its &: #39;.
//
// A letter or digit on either side makes it a reference. One that stands alone
// may be an issue, a bus or a room, and is a reference only when no number of
// those is written so: with a leading zero, among typographic marks, or behind
// two spaces, one of which was the &.
func decideNumber(f *form, p *place) verdict {
	glued := !isBlank(p.before) && p.before != '('
	if p.before == ':' && f.number.digits == 3 && !f.number.zeros || p.before == '=' || f.alien {
		return leave // a color of CSS, a query
	}
	if token := p.left[strings.LastIndexByte(p.left, ' ')+1:]; strings.IndexByte(token, '#') >= 0 {
		return leave // #40/#41;
	}
	if v := f.number.value; v < 0x250 && p.numbered() && !(f.role == roleApostrophe && p.contracts()) {
		return either(v < 0xa0 || f.role != roleLetter, leave, doubtful)
	} else if v >= 0x250 && p.numbered() && p.spaces > 0 && !p.joined && !spacedLetters(p.right) {
		return doubtful
	}
	switch {
	case f.number.punctuates():
		if glued || p.joined || f.number.zeros || p.spaces > 1 || f.number.value >= 0x2000 || p.afterPlural(f) || p.doubling() {
			return sure
		}
		return doubtful
	case f.role == roleLetter:
		if p.joined || glued && isLetter(p.before) || spacedLetters(p.right) {
			return sure
		}
		return doubtful
	case f.number.value >= 0xa0:
		if glued || p.joined || f.number.value > 0xffff {
			return sure
		}
		return doubtful
	case chained(p.right) || glued && p.pre == "" && p.before != '#':
		return doubtful
	}
	return leave
}

// doubling reports whether another number follows at once.
func (p *place) doubling() bool { return chained(p.right) }

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
	if f.role != roleApostrophe || p.spaces != 1 || p.after != ' ' {
		return false
	}
	w := p.wordBefore()
	next := p.wordAfter()
	return len(w) > 3 && w[len(w)-1] == 's' && next != "" && unicode.IsLower(firstRune(next)) && !beginsClause(next)
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

// beginsClause reports whether word begins a clause of its own, as it does
// behind a semicolon of prose.
func beginsClause(word string) bool {
	switch strings.ToLower(word) {
	case "it", "he", "she", "they", "we", "i", "you", "the", "a", "an", "this", "that", "these", "those", "there",
		"then", "but", "and", "or", "not", "so", "yet", "however", "see", "his", "her", "its", "their", "our", "my",
		"what", "who", "which", "when", "where", "if", "in", "on", "at", "now", "thanks", "later", "also", "nobody",
		"some", "others", "another", "one", "no", "after", "before", "as", "for", "with", "is", "was", "both", "all":
		return true
	}
	return false
}
