package repair

import (
	"math/bits"
	"unicode/utf8"
)

// next returns the first place from i on where a sequence of UTF-8 can stand
// that was read as characters, or the length of the text, and how many
// good characters outside ASCII it passed. If there is more behind the text, a
// place where that decides is one, too.
func (m *mojibakeReader) next(text string, i int, more bool) (place, passed int) {
	i += asciiPrefix(text[i:])
	if i == len(text) {
		return i, 0
	}
	m.init()
	t := m.tables
	for i < len(text) {
		var r rune
		n := 0
		switch c := text[i]; {
		case c < utf8.RuneSelf:
			if i++; i < len(text) && text[i] < utf8.RuneSelf {
				i += asciiPrefix(text[i:])
			}
			continue
		case c < 0xe0 && i+1 < len(text):
			r, n = rune(c&0x1f)<<6|rune(text[i+1]&0x3f), 2
		case 0xe2 < c && c < 0xef:
			i += 3
			passed++
			continue
		default:
			r, n = decodeRune(text[i:])
		}
		first := &t.characters[t.id(r)]
		if more && len(text)-i < maxBegin && first.begin != 0 && isUnsure(r, text[i+n:]) {
			return i, passed
		}
		if r == '\u00e2' {
			if _, ok := contractionEnd(text[i+n:]); ok {
				return i, passed
			}
		}
		if first.begin != 0 && i+n < len(text) && m.begins(first, text[i+n:]) {
			return i, passed
		}
		if isGood(text[i:]) {
			passed++
		}
		i += n
	}
	return len(text), passed
}

// maxBegin is more than what decides whether a sequence can begin at a place.
const maxBegin = (utf8.UTFMax + 1) * utf8.UTFMax

// isUnsure reports whether it depends on more than s, which stands behind the
// character r, whether a sequence can begin with r.
func isUnsure(r rune, s string) bool {
	return s == "" || r == '\u00e2' || s[0] >= utf8.RuneSelf || s[0] == ' ' || s[0] == '?' || s[0] == '_'
}

// isGood reports whether the character outside ASCII that s begins with shows
// that a text has such: a control, or a no-break space, which other steps may
// take away, does not.
func isGood(s string) bool { return s[0] != 0xc2 || s[1] > 0xa0 }

// decodeRune is utf8.DecodeRuneInString for valid UTF-8, and faster.
func decodeRune(s string) (rune, int) {
	switch {
	case len(s) > 1 && s[0]&0xe0 == 0xc0:
		return rune(s[0]&0x1f)<<6 | rune(s[1]&0x3f), 2
	case len(s) > 2 && s[0]&0xf0 == 0xe0:
		return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

// decodeLastRune is utf8.DecodeLastRuneInString for valid UTF-8, and faster.
func decodeLastRune(s string) (rune, int) {
	if n := len(s); n > 1 && s[n-2]&0xe0 == 0xc0 {
		return rune(s[n-2]&0x1f)<<6 | rune(s[n-1]&0x3f), 2
	}
	return utf8.DecodeLastRuneInString(s)
}

// asciiPrefix returns how many bytes of ASCII s begins with.
func asciiPrefix(s string) int {
	const highs = 0x8080808080808080
	i := 0
	for i+16 <= len(s) && (load8(s[i:i+8])|load8(s[i+8:i+16]))&highs == 0 {
		i += 16
	}
	for ; i+8 <= len(s); i += 8 {
		if high := load8(s[i:i+8]) & highs; high != 0 {
			return i + bits.TrailingZeros64(high)/8
		}
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// begins reports whether a character can begin a sequence that goes on with s.
func (m *mojibakeReader) begins(first *character, s string) bool {
	if s[0] < utf8.RuneSelf {
		return mayBeLost(s[0]) && first.begin&m.lossy != 0 && m.beginsLossy(first, s)
	}
	t := m.tables
	q, n := decodeRune(s)
	if q == utf8.RuneError {
		return m.beginsLossy(first, s)
	}
	second := &t.characters[t.id(q)]
	may := first.begin & second.trail
	switch {
	case may == 0:
		return false
	case may&first.lead[2] != 0, m.quotes(first, second) != 0:
		return true
	}
	q, _ = utf8.DecodeRuneInString(s[n:])
	if may&t.characters[t.id(q)].trail != 0 {
		return true
	}
	return (q == ' ' || q == '?' || q == '_' || q == utf8.RuneError) && m.beginsLossy(first, s)
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
			may &= m.tables.characters[m.tables.id(q)].trail
		}
		if lossy && may&first.lead[size] != 0 {
			return true
		}
	}
	return false
}

// quotes returns the misreadings in which two characters are the first two
// bytes of a quotation mark.
func (m *mojibakeReader) quotes(first, second *character) misreadingSet {
	set := misreadingSet(0)
	for rest := first.lead[3] & second.trail; rest != 0; rest &= rest - 1 {
		if c := rest.first(); first.bytes[c] == 0xe2 && second.bytes[c] == 0x80 {
			set |= 1 << c
		}
	}
	return set
}
