package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reach is how many bytes on each side of a form are looked at.
const reach = 96

// A place is what stands around a form.
type place struct {
	left  string // the end of the line so far, as it reads after repair
	right string // what follows the form, as it came in
	pre   string // the letters and digits at the end of left
	// What touches the form: the rune before it, the rune before the spaces
	// before it, and the rune after it. They are 0 at the ends of a line.
	before, beyond, after rune
	spaces                int      // how many stand before it
	joined                bool     // a letter or digit follows at once
	ahead                 int      // length of clause, or -1 while nobody asked
	special               int      // where clause has the first byte that may belong to a mark
	plain                 int      // how many bytes behind the form have no mark, as far as is known
	begins                string   // the first bytes of the line, unless around has them
	around                *scanner // at the form, or nil where it looks back
}

// set looks around the form f, which begins behind left and ends before right.
// Where it stands at the end of the repaired text of e that is known; otherwise e is nil.
func (p *place) set(f *form, left, right string, e *scanner) {
	p.left, p.right, p.ahead, p.around = left, right, -1, e
	p.special, p.plain, p.begins = 0, 0, ""
	p.pre = left[len(left)-p.wordSize():]
	p.before = lastRune(left)
	i := len(left)
	for i > 0 && left[i-1] == ' ' {
		i--
	}
	p.spaces = len(left) - i
	p.beyond = lastRune(left[:i])
	if p.after = firstRune(right); p.after == '_' && beginsBreak(right) {
		p.after = 0
	}
	p.joined = isLetter(p.after) || unicode.IsDigit(p.after) || f.damage != intact && decodesToLetter(right)
}

// head returns the first bytes of the line, up to the form.
func (p *place) head() string {
	if p.around != nil {
		return p.around.lineHead()
	}
	return p.begins
}

func lastRune(s string) rune {
	if s == "" {
		return 0
	}
	if c := s[len(s)-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstRune(s string) rune {
	if s == "" || s[0] == '\n' || s[0] == '\r' {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// decodesToLetter reports whether s begins with a form, of any kind but a bare
// name, that reads a letter. It holds before that form is repaired as well as
// after, so that a decision does not depend on which comes first.
func decodesToLetter(s string) bool {
	if s == "" {
		return false
	}
	var f form
	switch s[0] {
	case '#':
		if n, end, ok := readNumber(s[1:]); ok && n.isPlain() && end+1 < len(s) && s[end+1] == ';' {
			return isLetter(n.value) || unicode.IsDigit(n.value)
		}
		return f.parseBody(s, 0, AmpersandDeleted) && isWordText(f.text)
	case '&', '\\', '%':
		return f.parse(s, 0, 0) && isWordText(f.text)
	}
	return false
}

func isWordText(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isLetter(r) || unicode.IsDigit(r)
}

// clause returns what follows the form up to the next mark that a reference
// may have, or the end of the line. No repair can push its words out of sight.
func (p *place) clause() string {
	if p.ahead < 0 {
		p.ahead, p.special = clauseEnd(p.right[:min(len(p.right), reach)])
	}
	return p.right[:p.ahead]
}

// near returns the nearest part of what stands before the form.
func (p *place) near() string { return p.left[max(0, len(p.left)-reach):] }

// isolated reports whether the form touches no letter, digit or mark: space or
// the ends of the line are on both sides.
func (p *place) isolated() bool {
	return isBlank(p.before) && (isBlank(p.after) || p.after < utf8.RuneSelf && strings.ContainsRune(".,;:!?", p.after))
}

func isBlank(r rune) bool { return r == 0 || unicode.IsSpace(r) }

// wordBefore returns the word before the form and the spaces there.
func (p *place) wordBefore() string { return lastWord(p.left[:len(p.left)-p.spaces]) }

// shortWordBefore returns the end of wordBefore, no longer than it takes to see
// whether it is a word in a list.
func (p *place) shortWordBefore() string {
	s := p.left[:len(p.left)-p.spaces]
	return lastWord(s[max(0, len(s)-maxWord-utf8.UTFMax):])
}

// lastWord returns the letters and digits that s ends with, one mark after
// them left out of account.
func lastWord(s string) string {
	if n := len(s); n > 0 && strings.IndexByte(",:(.", s[n-1]) >= 0 {
		s = s[:n-1]
	}
	i := len(s)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !isLetter(r) && !unicode.IsDigit(r) {
			break
		}
		i -= n
	}
	return s[i:]
}

// wordAfter returns the word that follows the form, behind one space or none.
func (p *place) wordAfter() string {
	s := strings.TrimPrefix(p.right[:min(len(p.right), reach)], " ")
	for i, r := range s {
		if !isLetter(r) && !unicode.IsDigit(r) {
			return s[:i]
		}
	}
	return s
}

// contracts reports whether what follows an apostrophe is the end of an English
// contraction or possessive.
func (p *place) contracts() bool {
	s := p.right[:min(len(p.right), 3)]
	n := 0
	for n < len(s) && isWordByte(s[n]) {
		n++
	}
	if n == 0 || n == 3 || n < len(p.right) && p.right[n] >= utf8.RuneSelf && isWordText(p.right[n:]) {
		return false
	}
	switch c := s[n-1] | 0x20; s[0] | 0x20 {
	case 's', 't', 'd', 'm':
		return n == 1
	case 'r', 'v':
		return n == 2 && c == 'e'
	case 'l':
		return n == 2 && c == 'l'
	}
	return false
}

// enclosed reports whether the form is all there is between two quotes or
// brackets, or in an element that has a class, so that it is mentioned, not
// used.
func (p *place) enclosed() bool {
	switch p.before {
	case '"', '\'', '`':
		return p.after == p.before
	case '(':
		return p.after == ')'
	case '[':
		return p.after == ']'
	case '>':
		return p.after == '<' && (strings.HasSuffix(p.left, `">`) || strings.HasSuffix(p.left, "<code>"))
	}
	return false
}

// inList reports whether the form is a field of a list that semicolons part:
// one is before it, or ends the word after it, or it has a dot or a backslash
// as the names of files have.
func (p *place) inList() bool {
	token := p.token()
	if p.before == '.' || strings.IndexByte(token, ';') >= 0 || strings.IndexByte(token, '\\') >= 0 {
		return true
	}
	w := p.wordAfter()
	return p.joined && w != "" && strings.HasPrefix(p.right, w+";") && names().byName[w] == nil && !strings.HasSuffix(w, "gt")
}

// isField reports whether the form is a field of an object in a program: x.quot
func (p *place) isField() bool {
	if p.before != '.' || p.joined {
		return false
	}
	switch w := lastWord(p.left[:len(p.left)-1]); w {
	case "this", "self", "obj":
		return true
	default:
		return len(w) == 1 && w >= "a"
	}
}

// mentioned reports whether the words before the form, or around it, make it
// one that is spoken of.
func (p *place) mentioned() bool {
	switch p.wordBefore() {
	case "see", "sees", "show", "shows", "shown", "called", "named", "type", "typed", "write", "writes", "literal", "string":
		return true
	}
	return p.about()
}

// about reports whether the words around the form speak of references, so that
// it is mentioned, not used.
func (p *place) about() bool {
	return mentions(p.near()) || mentions(p.clause())
}

var mentionWords = [...]string{
	"entity", "entities", "escape", "escaping", "ampersand", "html", "xml", "character reference",
	"code point", "markup", "encode", "encoding", "unicode",
}

// mentionLetters are what the words begin with.
var mentionLetters = [256]bool{
	'a': true, 'c': true, 'e': true, 'h': true, 'm': true, 'u': true, 'x': true,
	'A': true, 'C': true, 'E': true, 'H': true, 'M': true, 'U': true, 'X': true,
}

// mentions reports whether one of mentionWords begins a word of s.
func mentions(s string) bool {
	for i := 0; i < len(s); i++ {
		if !mentionLetters[s[i]] || i > 0 && isWordByte(s[i-1]) {
			continue
		}
		for _, word := range mentionWords {
			if len(s)-i >= len(word) && s[i]|0x20 == word[0] && s[i+1]|0x20 == word[1] && strings.EqualFold(s[i:i+len(word)], word) {
				return true
			}
		}
	}
	return false
}

// inAddress reports whether the form stands in a URL, file path or query.
func (p *place) inAddress() bool {
	token := p.token()
	slash := strings.IndexByte(token, '/') >= 0 || strings.IndexByte(token, '?') >= 0
	if !slash && !strings.Contains(token, "www.") {
		return false
	}
	i := len(token)
	for i > 0 && token[i-1] != '\t' && token[i-1] != 0xa0 && (token[i-1] != '>' || i < 2 || token[i-2] != '"') {
		i-- // up to a space, or a tag that ends in a value
	}
	token = token[i:]
	cut := len(token) == 2*reach // its beginning is out of sight
	return len(token) >= 4 && (!cut && strings.HasPrefix(token, "www.") ||
		strings.Contains(token, "://") || strings.ContainsAny(token, "?/") && strings.Contains(token, "="))
}

// english reports whether the words next to the form are English, by the
// function words that no other language has.
func (p *place) english() bool {
	return hasEnglish(p.left[max(0, len(p.left)-reach/2):]) || hasEnglish(p.clause())
}

func hasEnglish(s string) bool {
	var room [maxWord]byte
	for word := range strings.FieldsSeq(s) {
		switch lower(strings.Trim(word, ".,;:!?\"'()"), &room) {
		case "the", "and", "with", "which", "this", "that", "from", "were", "they", "their", "been", "she", "his":
			return true
		}
	}
	return false
}

// maxWord is the length of the longest word that decisions go by.
const maxWord = 16

// lower returns word in lower case, in room, or as it is where it is longer
// than any word that matters.
func lower(word string, room *[maxWord]byte) string {
	if len(word) > len(room) {
		return word
	}
	n := copy(room[:], word)
	for i, c := range room[:n] {
		if 'A' <= c && c <= 'Z' {
			room[i] = c | 0x20
		}
	}
	return view(room[:n])
}
