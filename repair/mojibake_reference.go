package repair

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/textmend/textmend/entities"
)

// heldBack reports whether what was made of the text at i is not to be put
// there, whatever speaks for it. What stands before it is given with it.
func (m *mojibakeFinder) heldBack(before, text string, i int) bool {
	end := m.rewriting.end
	made, old, after := m.made(), text[i:end], text[end:]
	return isMention(before, after, made) || !m.isFarFromMarks(text, i, end) && nearReference(before, old, after, made)
}

// isFarFromMarks reports whether it is known that nothing that references have
// stands near text[i:end].
func (m *mojibakeFinder) isFarFromMarks(text string, i, end int) bool {
	return i >= 2*nearby && !m.rewriting.ahead && m.plain.covers(text, i-2*nearby, min(end+nearby, len(text)))
}

// A plainPart is a part of a text in which there are no marks that references
// have, which lies ever further behind.
type plainPart struct{ from, to int }

// covers reports whether text[from:to] is known to lie in it, once it was
// taken on to there.
func (p *plainPart) covers(text string, from, to int) bool {
	if p.to < from {
		p.from, p.to = from, from
	}
	for ; p.to < to; p.to++ {
		if referenceBytes[text[p.to]] && canMark(text, p.to) {
			p.from = p.to + 1
		}
	}
	return p.from <= from
}

// canMark reports whether the mark at i of a text can be in a reference, by
// what stands next to it.
func canMark(text string, i int) bool {
	switch {
	case text[i] == ';':
		return i == 0 || isWordByte(text[i-1])
	case i+1 == len(text):
		return true
	case text[i] == '_':
		return text[i+1] == 'x'
	}
	return text[i+1] == '#' || isWordByte(text[i+1])
}

func (p *plainPart) settle(n int) { p.from, p.to = max(0, p.from-n), max(0, p.to-n) }

// isMention reports whether one character, misread, is all there is between two
// quotation marks: then the text speaks of it.
func isMention(before, after string, made []byte) bool {
	if len(made) > utf8.UTFMax {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return isQuotationMark(last) && isQuotationMark(next) && utf8.RuneCount(made) <= 1
}

func isQuotationMark(r rune) bool {
	switch r {
	case '"', '\'', '`', '\u201c', '\u201d', '\u201e', '\u2018', '\u2019', '\u201a', '\u00ab', '\u00bb':
		return true
	}
	return false
}

// nearby is how far from a place a reference can stand that depends on it.
const nearby = 32

// sureOfReferences is text with references beyond doubt, of each family: behind
// it the doubtful ones are likely.
const sureOfReferences = "don#39;t fuuml;r quot;x quot; don #39;t f uuml;r  quot;x quot; \n"

// nearReference reports whether something stands near old that could be a
// character reference, and that is one with the place beside it, or is
// read in another way once the place is what made says. Then the step that
// reads references comes first: what is mojibake is mended after it, or, where
// it found no reference, not at all.
func nearReference(before, old, after string, made []byte) bool {
	from, to := max(0, len(before)-nearby), min(len(after), nearby)
	for from > 0 && isWordByte(before[from-1]) && len(before)-from < 2*nearby {
		from--
	}
	if !hasReference(before[from:]) && !hasReference(after[:to]) {
		return false
	}
	for from > 0 && !utf8.RuneStart(before[from]) {
		from--
	}
	for to < len(after) && !utf8.RuneStart(after[to]) {
		to++
	}
	for _, evidence := range []string{"", sureOfReferences} {
		if alters(evidence+before[from:], old, string(made), after[:to]) {
			return true
		}
	}
	return false
}

// alters reports whether references next to old, between before and after, are
// read in another way once made stands there, or touch it.
func alters(before, old, made, after string) bool {
	next, stop := iter.Pull(entities.All(before + made + after))
	defer stop()
	i, end, shift := len(before), len(before)+len(old), len(made)-len(old)
	for was := range entities.All(before + old + after) {
		if was.End >= i && was.Start <= end {
			return true
		}
		if was.Start > end {
			was.Start += shift
			was.End += shift
		}
		if is, ok := next(); !ok || is != was {
			return true
		}
	}
	_, more := next()
	return more
}

// referenceBytes are those that references have and words have not.
var referenceBytes = [256]bool{'&': true, ';': true, '#': true, '\\': true, '%': true, '_': true}

// hasReference reports whether s has something that could be a reference or
// the beginning of one.
func hasReference(s string) bool {
	for at := range len(s) {
		if !referenceBytes[s[at]] {
			continue
		}
		switch rest := s[at+1:]; s[at] {
		case ';':
			if endsInReference(s[:at]) {
				return true
			}
		case '_':
			if strings.HasPrefix(rest, "x") {
				return true
			}
		case '&':
			if beginsReference(rest) {
				return true
			}
		case '#', '\\', '%':
			if rest != "" && (rest[0] == 'u' || rest[0] == 'x' || asciiClass(rune(rest[0])) == classDigit) {
				return true
			}
		}
	}
	return false
}

// beginsReference reports whether s, behind an ampersand, begins with a number
// or the name of a reference.
func beginsReference(s string) bool {
	if strings.HasPrefix(s, "#") {
		return true
	}
	for end := 1; end <= len(s) && isWordByte(s[end-1]); end++ {
		if _, ok := entities.Lookup(s[:end]); ok {
			return true
		}
	}
	return false
}

// endsInReference reports whether s ends in a number or the name of a
// reference, which may have grown together with a word.
func endsInReference(s string) bool {
	for from := len(s) - 1; from >= 0 && isWordByte(s[from]); from-- {
		if name := s[from:]; asciiClass(rune(name[0])) == classDigit {
			return true
		} else if _, ok := entities.Lookup(name); ok {
			return true
		}
	}
	return false
}

func isWordByte(c byte) bool {
	k := asciiClass(rune(c))
	return k == classDigit || k == classLower || k == classUpper
}
