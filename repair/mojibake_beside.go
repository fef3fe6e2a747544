package repair

import (
	"strings"
	"unicode/utf8"
)

// What stands beside a sequence can show that it is a part of more damage.

// enclosed reports whether a reading of text has characters on both sides that
// the same misreading makes and that are no punctuation, or one on either side
// that begins a letter of its own alphabet, or beside an ideograph a letter that
// it cannot make: then there is more damage than it explains.
func (m *mojibakeReader) enclosed(before, text string, r *reading) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(text[r.n:])
	return m.misread(last, r.as) && m.misread(next, r.as) || m.strange(last, r) ||
		m.strange(next, r) && !m.goesOn(next, text[r.n+utf8.RuneLen(next):], r.as)
}

// strange reports whether c, next to what was read, speaks against it.
func (m *mojibakeReader) strange(c rune, r *reading) bool {
	if c < utf8.RuneSelf || c == utf8.RuneError {
		return false
	}
	b, first := m.byteOf(c, r.as), r.runes[0]
	if b != 0 {
		return beginsLike(b, first)
	}
	const ideographs = 7
	group := m.costs.classOf(c).letterGroup()
	return group != 0 && group != ideographs && m.costs.classOf(first).letterGroup() == ideographs
}

// goesOn reports whether c is the first of two bytes that were misread, and rest
// begins with the second. A space may be 0xA0, of the letters that are frequent.
func (m *mojibakeReader) goesOn(c rune, rest string, as misreading) bool {
	if b := m.byteOf(c, as); strings.HasPrefix(rest, " ") {
		return b == 0xd0 || b == 0xce || b == 0xd7
	}
	second, _ := utf8.DecodeRuneInString(rest)
	b := m.byteOf(second, as)
	return 0x80 <= b && b < 0xc0
}

// byteOf returns the byte that the misreading makes c of, or 0.
func (m *mojibakeReader) byteOf(c rune, as misreading) byte {
	return m.tables.characters[m.tables.id(c)].bytes[as]
}

// beginsLike reports whether b is the first byte of a letter of the alphabet of
// r, Cyrillic, Greek, Hebrew or Arabic. Where it stands alone, what was behind
// it is lost.
func beginsLike(b byte, r rune) bool {
	switch {
	case r >= 0x400 && r < 0x480:
		return b == 0xd0 || b == 0xd1
	case r >= 0x370 && r < 0x400:
		return b == 0xce || b == 0xcf
	case r >= 0x5d0 && r < 0x5f0:
		return b == 0xd7
	case r >= 0x620 && r < 0x6e0:
		return b >= 0xd8 && b <= 0xdb
	}
	return false
}

// misread reports whether a byte taken as the misreading given is the
// character c, and that is no punctuation.
func (m *mojibakeReader) misread(c rune, as misreading) bool {
	if m.byteOf(c, as) == 0 {
		return false
	}
	k := m.costs.classOf(c)
	return k.isMarked() || k > classEllipsis
}
