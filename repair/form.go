package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const reasonForm = "not in normalization form C"

// maxSegment is how many bytes a letter may have with its marks. What is
// longer was not meant to be composed.
const maxSegment = 128

// A formFinder finds what is not in normalization form C (UAX #15): letters
// followed by combining marks that have one character together, marks out of
// order, and the few characters that have another one to stand for them.
//
// A letter with so many marks that normalization would break them up stays,
// as do one that could be taken, once composed, for UTF-8 that was read as
// something else, and what is near a latent reference.
type formFinder struct {
	trail trail
	nfc   composer
	texts fixTexts
	skip  bool // what comes belongs to a letter that has too many marks
}

func (f *formFinder) reset(*Options) {
	f.trail.reset()
	f.skip = false
}

func (f *formFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	text, i := in.text, 0
	if f.skip {
		i = segmentRest(text)
		f.skip = i == len(text)
	}
	for i < len(text) {
		i += plainPrefix(text[i:])
		if !beginsJamo(text[i:]) {
			i += norm.NFC.QuickSpanString(text[i:])
		}
		if i == len(text) {
			if !in.last {
				i = lastSegment(text)
			}
			break
		}
		if !in.last && len(text)-i < maxSegment+farReach+reach {
			break
		}
		end := i + segmentLen(text[i:])
		f.skip = end == len(text) && end-i > maxSegment
		if form := f.composed(text[i:end]); form != "" {
			f.trail.follow(text, i)
			if f.allows(text, form, end) {
				fixes = append(fixes, Fix{Step: Form, Start: i, End: end, Text: form, Reason: reasonForm})
				f.trail.write(form, end)
			}
		}
		i = end
	}
	return fixes, f.trail.settle(text, i)
}

// plainPrefix returns how much of s, which is UTF-8, is characters that are in
// form C whatever stands beside them, less the last one, which a mark may
// follow. It is much quicker to see than by their properties.
func plainPrefix(s string) int {
	last := 0
	for i := 0; i < len(s); {
		if n := asciiPrefix(s[i:]); n > 0 {
			last = i + n - 1
			i += n
			continue
		}
		n := plainRune(s[i:])
		if n == 0 {
			return last
		}
		last = i
		i += n
	}
	return len(s)
}

// plainRune returns the length of the character that s begins with, if it is
// one of the blocks of Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation, kana,
// Han and Hangul that hold nothing that composes with what stands before it,
// else 0.
func plainRune(s string) int {
	c, d := s[0], s[1]
	switch {
	case 0xc2 <= c && c <= 0xcb, c == 0xd0 || c == 0xd1, // to U+02FF, U+0400 to U+047F
		c == 0xce && d != 0x87, c == 0xcf, // U+0380 to U+03FF
		c == 0xd7 && 0x90 <= d && d <= 0xaa,                                                   // the letters of Hebrew
		c == 0xd8 && 0xa0 <= d, c == 0xd9 && 0x80 <= d && d <= 0x8a || c == 0xd8 && d == 0x8c: // and of Arabic
		return 2
	case 0xe4 <= c && c <= 0xe9, c == 0xeb || c == 0xec, // U+4000 to U+9FFF, U+B000 to U+CFFF
		c == 0xea && d >= 0xb0, c == 0xed && d < 0x9e, // U+AC00 to U+AFFF, U+D000 to U+D77F
		c == 0xe1 && 0xb8 <= d && d <= 0xbb,    // U+1E00 to U+1EFF
		c == 0xe2 && d == 0x80 && s[2] >= 0x82, // U+2002 to U+203F
		c == 0xe3 && plainKana(d, s[2]),
		c == 0xef && (d == 0xbc || d == 0xbd): // U+FF00 to U+FF7F
		return 3
	}
	return 0
}

// plainKana is plainRune for U+3000 to U+3FFF, by the other two bytes.
func plainKana(d, e byte) bool {
	switch d {
	case 0x80:
		return e < 0xa0 // to U+301F
	case 0x81:
		return e >= 0x81 // U+3041 to U+307F
	case 0x82:
		return e != 0x99 && e != 0x9a // U+3080 to U+30BF, but for the marks
	}
	return d == 0x83 // U+30C0 to U+30FF
}

// segmentLen returns the length of the segment that s begins with: what
// normalization changes as one.
func segmentLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n + segmentRest(s[n:])
}

// segmentRest returns how much of s belongs to a segment that began before it.
func segmentRest(s string) int {
	for i := 0; i < len(s); {
		n, begins := beginsSegment(s[i:])
		if begins {
			return i
		}
		i += n
	}
	return len(s)
}

// lastSegment returns where the last segment of s begins.
func lastSegment(s string) int {
	for i := len(s); i > 0; {
		_, n := decodeLastRune(s[:i])
		if i -= n; s[i] < utf8.RuneSelf {
			return i
		} else if _, begins := beginsSegment(s[i:]); begins {
			return i
		}
	}
	return 0
}

// beginsSegment returns the length of the character that s begins with, and
// whether a segment begins with it. Most can be told without their properties.
func beginsSegment(s string) (n int, begins bool) {
	switch c := s[0]; {
	case c < utf8.RuneSelf:
		return 1, true
	case c == 0xcc: // marks to U+033F
		return 2, false
	case isJamo(s, leadJamo):
		return 3, true
	case isJamo(s, vowelJamo), isJamo(s, trailJamo):
		return 3, false
	}
	if n := plainRune(s); n > 0 {
		return n, true
	}
	p := norm.NFC.PropertiesString(s)
	return max(1, p.Size()), p.BoundaryBefore()
}

// composed returns a segment in form C, if that is something else; else "".
func (f *formFinder) composed(segment string) string {
	if len(segment) > maxSegment {
		return ""
	}
	if r := syllable(segment); r != 0 {
		var room [utf8.UTFMax]byte
		return f.texts.of(utf8.AppendRune(room[:0], r))
	}
	form := f.nfc.of(segment, norm.NFC)
	// Where it has more than 30 marks in a row, normalization adds a joiner.
	const joiner = "\u034f"
	if form == segment || strings.Count(form, joiner) != strings.Count(segment, joiner) {
		return ""
	}
	return form
}

// allows reports whether the text reads the same to the steps before this one
// when form stands for what ends at end.
func (f *formFinder) allows(text, form string, end int) bool {
	if !f.trail.quiet(form, text, end) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(form)
	next, rest := f.nfc.firstRune(text[end:])
	after, _ := f.nfc.firstRune(rest)
	left := f.trail.end()
	prev, before := f.nfc.lastRune(left), f.nfc.lastRune(left[:lastSegment(left)])
	switch {
	case leads(r, next, after), isStray(prev) || isStray(next):
		return false
	case isStray(r):
		return prev < utf8.RuneSelf && next < utf8.RuneSelf
	}
	return !isAccented(r) || !isAccented(prev) || !isAccented(before)
}

// lastRune returns the last character of s, as it is in form C, or 0.
func (c *composer) lastRune(s string) rune {
	segment := s[lastSegment(s):]
	if len(segment) > maxSegment || segment == "" {
		return 0
	}
	if len(segment) == 1 {
		return rune(segment[0])
	}
	if r := syllable(segment); r != 0 {
		return r
	}
	r, _ := utf8.DecodeLastRuneInString(c.of(segment, norm.NFC))
	return r
}

// isStray reports whether r is a capital or a sign of those that UTF-8 read as
// Latin-1 or its kin is full of, and text is not.
func isStray(r rune) bool {
	switch {
	case r == '\u00ab' || r == '\u00bb' || r == '\u00a1' || r == '\u00bf' || r == '\u00a0':
		return false
	case 0x80 <= r && r <= 0xde, 0x2020 <= r && r <= 0x2122 && r != '\u2026':
		return true
	}
	return strings.ContainsRune("\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc", r)
}

// isAccented reports whether r is a Latin letter outside ASCII. Three in a row
// are no word.
func isAccented(r rune) bool { return 0xc0 <= r && r < 0x250 }

// firstRune returns the character that s begins with, as it is in form C, or 0,
// and what follows it.
func (c *composer) firstRune(s string) (rune, string) {
	if s == "" {
		return 0, ""
	}
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), s[1:]
	}
	n := segmentLen(s)
	if r := syllable(s[:n]); r != 0 {
		return r, s[n:]
	}
	form := c.of(s[:min(n, maxSegment)], norm.NFC)
	r, size := utf8.DecodeRuneInString(form)
	if size < len(form) {
		_, size = utf8.DecodeRuneInString(s)
		return r, s[size:]
	}
	return r, s[n:]
}

// leads reports whether r may be the byte that begins a character of UTF-8, as
// Latin-1 and its kin read it, and the runes behind it the others.
func leads(r, next, after rune) bool {
	switch {
	case '\u00c2' <= r && r <= '\u00df':
		return isTrailing(next)
	case '\u00e0' <= r && r <= '\u00f4', 0x0400 <= r && r < 0x0530:
		return isTrailing(next) && isTrailing(after)
	}
	return false
}

// isTrailing reports whether r may be what one of these encodings has for a
// byte that does not begin a character of UTF-8. The two marks that are ASCII
// in form C are not.
func isTrailing(r rune) bool {
	return !becomesASCII(r) && (!unicode.IsLetter(r) || strings.ContainsRune("\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u00aa\u00ba", r))
}
