package repair

import (
	"unicode/utf8"
)

// next returns the first place from i on where a sequence of UTF-8 can stand
// that was read as characters, or the length of the text, and how many
// characters outside ASCII it passed.
func (m *mojibakeReader) next(text string, i int) (place, passed int) {
	for {
		i += asciiPrefix(text[i:])
		if i == len(text) {
			return i, passed
		}
		if text[i] > 0xe2 && text[i] < 0xef {
			i += 3
		} else if r, n := utf8.DecodeRuneInString(text[i:]); m.begins(r, text[i+n:]) {
			return i, passed
		} else {
			i += n
		}
		passed++
	}
}

// asciiPrefix returns how many bytes of ASCII s begins with.
func asciiPrefix(s string) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		if w&0x8080808080808080 != 0 {
			break
		}
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// begins reports whether r, before s, can begin a sequence.
func (m *mojibakeReader) begins(r rune, s string) bool {
	m.init()
	first := &m.tables.characters[m.tables.id(r)]
	if first.begin == 0 {
		return false
	}
	if m.beginsLossy(first, s) {
		return true
	}
	if s == "" || s[0] < utf8.RuneSelf {
		return false
	}
	q, n := utf8.DecodeRuneInString(s)
	second := &m.tables.characters[m.tables.id(q)]
	if first.lead[2]&second.trail != 0 {
		return true
	}
	both := (first.lead[3] | first.lead[4]) & second.trail
	if both == 0 {
		return false
	}
	q, _ = utf8.DecodeRuneInString(s[n:])
	return both&m.tables.characters[m.tables.id(q)].trail != 0
}

// beginsLossy is begins for a sequence that may have lost something.
func (m *mojibakeReader) beginsLossy(first *character, s string) bool {
	may, lossy := first.begin, false
	for size := 2; size <= utf8.UTFMax && may != 0; size++ {
		q, n := utf8.DecodeRuneInString(s)
		if n == 0 {
			return false
		}
		s = s[n:]
		switch q {
		case ' ', '?', '_':
			may &= m.lossy
			lossy = true
		case utf8.RuneError:
			lossy = true
		default:
			second := &m.tables.characters[m.tables.id(q)]
			may &= second.trail
			if size == 2 && m.beginsQuote(first, second, may) {
				return true
			}
		}
		if lossy && may&first.lead[size] != 0 {
			return true
		}
	}
	return false
}

// beginsQuote reports whether two characters can be the first two bytes of a
// quotation mark.
func (m *mojibakeReader) beginsQuote(first, second *character, may misreadingSet) bool {
	for rest := may & first.lead[3]; rest != 0; rest &= rest - 1 {
		if c := rest.first(); first.bytes[c] == 0xe2 && second.bytes[c] == 0x80 {
			return true
		}
	}
	return false
}
