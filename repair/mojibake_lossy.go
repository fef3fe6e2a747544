package repair

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// What lost bytes on the way.
//
// Programs that clean text up make a space of a no-break space, which was the
// byte 0xA0, and "?" or U+FFFD of what an encoding leaves undefined, or
// nothing. The first can be undone, the second only where one byte is so much
// more likely than the others that it needs no proof: the closing quotation
// mark. Otherwise U+FFFD stands for the whole character. All of it needs others
// that were misread in the same way and lost nothing.

// lossySequence is sequence where something was lost.
func (m *mojibakeReader) lossySequence(c misreading, at int, text string) (sequence, int) {
	size := sequenceLen(m.chars[at].bytes[c])
	if size == 0 {
		return sequence{}, 0
	}
	if s, n := m.lostQuote(c, at, text); n > 0 {
		return s, n
	}
	if m.lossy.has(c) {
		if r, n := m.lostNoBreak(c, at, text); n > 0 {
			return sequence{r: r, lossy: true}, n
		}
	}
	if at+size > m.count || misreadings[c].mac {
		return sequence{}, 0
	}
	return m.lostBytes(c, at, size)
}

// lostBytes reads a sequence of the size given of which bytes were lost.
func (m *mojibakeReader) lostBytes(c misreading, at, size int) (sequence, int) {
	var b [utf8.UTFMax]byte
	b[0] = m.chars[at].bytes[c]
	spaces, lost, asked := 0, 0, 0
	for k := 1; k < size; k++ {
		s := &m.chars[at+k]
		b[k] = s.bytes[c]
		switch {
		case s.r == ' ' && m.lossy.has(c) && misreadings[c].noBreak():
			b[k] = 0xa0
			spaces++
		case s.r == '?' && m.lossy.has(c):
			asked++
		case s.r == utf8.RuneError:
			lost++
		case b[k]&0xc0 != 0x80:
			return sequence{}, 0
		}
	}
	switch {
	case lost+asked > 0 && spaces == 0:
		return sequence{r: utf8.RuneError, lossy: true, guessed: asked > 0}, size
	case spaces != 1 || size == 2:
		return sequence{}, 0
	}
	r, n := utf8.DecodeRune(b[:size])
	if n != size || m.costs.classOf(r) == classNone {
		return sequence{}, 0
	}
	return sequence{r: r, lossy: true}, size
}

// noBreak reports whether the byte 0xA0 is a no-break space.
func (m *misreadingKind) noBreak() bool { return !m.mac && m.table.DecodeByte(0xa0) == 0xa0 }

// lostNoBreak reads a lead byte before a space that was the byte 0xA0. Only
// for few is what they make frequent enough.
func (m *mojibakeReader) lostNoBreak(c misreading, at int, text string) (rune, int) {
	if at+1 >= m.count || m.chars[at+1].r != ' ' || !misreadings[c].noBreak() {
		return 0, 0
	}
	rest := text[m.chars[at+1].end:]
	switch m.chars[at].bytes[c] {
	case 0xc2:
		return '\u00a0', 2
	case 0xc3:
		if ownsSpace(rest) {
			return '\u00e0', 2
		}
		return '\u00e0', 1
	case 0xc5:
		return '\u0160', 2
	case 0xce:
		return '\u03a0', 2
	case 0xd0:
		return '\u0420', 2
	case 0xd7:
		return '\u05e0', 2
	}
	return 0, 0
}

// ownsSpace reports whether the space before s was part of the letter before
// it, and is not one that parts the word from the next: there is another one,
// or the next is the rest of a Portuguese word.
func ownsSpace(s string) bool {
	if strings.HasPrefix(s, " ") {
		return true
	}
	for _, rest := range [...]string{"quele", "quela", "quilo"} {
		if strings.HasPrefix(s, rest) {
			return true
		}
	}
	return strings.HasPrefix(s, "s") && (len(s) == 1 || s[1] != '\'' && asciiClass(rune(s[1])) < classDigit)
}

// lostQuote reads a quotation mark whose last byte is undefined, and was
// dropped, or an ellipsis whose last byte Mac Roman has not.
func (m *mojibakeReader) lostQuote(c misreading, at int, text string) (sequence, int) {
	if at+1 >= m.count || m.chars[at].bytes[c] != 0xe2 || m.chars[at+1].bytes[c] != 0x80 {
		return sequence{}, 0
	}
	rest := text[m.chars[at+1].end:]
	if misreadings[c].mac {
		if strings.HasPrefix(rest, "_") && (len(rest) == 1 || !findClass(rune(rest[1])).isLetter()) {
			return sequence{r: '\u2026'}, 3
		}
		return sequence{}, 0
	}
	if rest != "" && (rest[0] >= utf8.RuneSelf || rest[0] == '?') {
		return sequence{}, 0
	}
	switch misreadings[c].table {
	case charmap.Windows1252: // has no 0x9D
		return sequence{r: '\u201d'}, 2
	case charmap.Windows1251: // has no 0x98
		return sequence{r: '\u2018'}, 2
	}
	return sequence{}, 0
}
