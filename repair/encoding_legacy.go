package repair

import (
	mathbits "math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// Lines in an encoding other than UTF-8.
//
// Bytes above 0x7F are cheap in the encoding that they were written in, and
// dear in any other: how many bits it takes to say them there decides. In a
// word of Russian each is a frequent letter, in one case; two of Chinese are
// one of the frequent ideographs; what is read with the wrong table is a salad
// of rare ones. Windows-1252, which needs three bits for a letter between two
// of ASCII, is what is believed as long as nothing else is clearly better.

// A legacyEncoding is one that bytes are tried in.
type legacyEncoding struct {
	table encoding.Encoding
	// bits returns what it takes to say the character that s, of bytes above
	// 0x7F, begins with, how many bytes it has, and what it is. It has none if
	// it is no character.
	bits func(s string, before legacyState) (bits, n int, is legacyState)
}

// A legacyState is what stands before a character.
type legacyState struct {
	upper, lower bool // a letter of the same script, in that case
	ascii        bool // a letter of ASCII
}

const (
	legacyNone = iota - 1 // what it is taken for anyway
	legacyWindows1251
	legacyKOI8
	legacyShiftJIS
	legacyEUCJP
	legacyGBK
	legacyEUCKR
)

var legacyEncodings = [...]legacyEncoding{
	legacyWindows1251: {charmap.Windows1251, cyrillicBits(charmap.Windows1251)},
	legacyKOI8:        {charmap.KOI8R, cyrillicBits(charmap.KOI8R)},
	legacyShiftJIS:    {japanese.ShiftJIS, shiftJISBits},
	legacyEUCJP:       {japanese.EUCJP, eucJPBits},
	legacyGBK:         {simplifiedchinese.GBK, gbkBits},
	legacyEUCKR:       {korean.EUCKR, eucKRBits},
}

// What is needed to read a line in another encoding than Windows-1252.
const (
	bitsAlone  = 24 // less than that takes
	bitsSeen   = 20 // where others were in the same
	bitsOthers = 12 // less than any other takes, and what others in the same are worth
)

// legacyOf returns the encoding in which the bytes of a line above 0x7F are
// much better said than in Windows-1252, or legacyNone, and what that takes.
// seen says how many lines were in each.
func legacyOf(line string, seen *[len(legacyEncodings)]int) (which, bits int) {
	if differentBytes(line) < leastDifferent || isAlphabet(line) {
		return legacyNone, 0
	}
	best, second, which := 1<<30, utf8Bits(line), legacyNone
	for e := range legacyEncodings {
		bits := legacyBits(line, e)
		if seen[e] > 0 {
			bits -= bitsOthers
		}
		switch {
		case bits < best:
			best, second, which = bits, min(best, second), e
		case bits < second:
			second = bits
		}
	}
	alone := bitsAlone
	if which != legacyNone && seen[which] > 0 {
		alone = bitsSeen
	}
	if plainBits(line) < best+alone || second < best+bitsOthers {
		return legacyNone, 0
	}
	return which, best
}

// leastDifferent is how many different bytes above 0x7F tell an encoding: a
// line of the same letter over and over says nothing.
const leastDifferent = 4

// differentBytes counts the different bytes of a line above 0x7F.
func differentBytes(line string) int {
	var seen [2]uint64
	for i := range len(line) {
		if c := line[i]; c >= utf8.RuneSelf {
			seen[c>>6&1] |= 1 << (c & 63)
		}
	}
	return mathbits.OnesCount64(seen[0]) + mathbits.OnesCount64(seen[1])
}

// alphabetRun is how many letters of no text stand in the order of their codes.
const alphabetRun = 8

// isAlphabet reports whether the line lists letters in the order of their
// codes, as tables and programs do, which looks like Russian in any encoding.
func isAlphabet(line string) bool {
	run := 0
	for i := range len(line) {
		switch c := line[i]; {
		case c < utf8.RuneSelf:
			run = 0
		case run > 0 && c > line[i-1]:
			run++
		default:
			run = 1
		}
		if run == alphabetRun {
			return true
		}
	}
	return false
}

// utf8Bits returns what it takes to say a line in UTF-8, of which some bytes
// may be lost. Letters of one script begin with one of two bytes.
func utf8Bits(line string) int {
	bits, last, before := 0, byte(0), byte(0)
	for i := 0; i < len(line); {
		c := line[i]
		if c < utf8.RuneSelf {
			i++
			continue
		}
		_, n := utf8.DecodeRuneInString(line[i:])
		switch {
		case n == 1:
			bits += 20
		case n == 2 && (c == last || c == before):
			bits += 6
		case n == 2:
			bits += 14
		default:
			bits += 10
		}
		if n > 1 && c != last {
			last, before = c, last
		}
		i += n
	}
	return bits
}

// plainBits returns what it takes to say a line in Windows-1252.
func plainBits(line string) int {
	bits, run := 0, 0
	for i := range len(line) {
		switch c := line[i]; {
		case c < utf8.RuneSelf:
			run = 0
			continue
		case c < 0xa0 && run == 0 && rareWindows1252[c-0x80]:
			bits += 10
		case c == 0x83 && run == 0:
			bits += 6 // a letter of Ewe
		case run == 0:
			bits += 4
		case run == 1:
			bits += 6
		default:
			bits += 9
		}
		run++
	}
	return bits
}

// rareWindows1252 are the bytes from 0x80 on that Windows-1252 has no letter,
// quotation mark, dash or other frequent sign for.
var rareWindows1252 = [0x20]bool{
	0x01: true, 0x02: true, 0x06: true, 0x07: true, 0x08: true, 0x09: true, 0x0b: true,
	0x0d: true, 0x0f: true, 0x10: true, 0x18: true, 0x1b: true, 0x1d: true,
}

// bitsOfNone is what a byte costs that is no character.
const bitsOfNone = 30

// legacyBits returns what it takes to say a line in an encoding.
func legacyBits(line string, e int) int {
	bits, before := 0, legacyState{}
	for i := 0; i < len(line); {
		if c := line[i]; c < utf8.RuneSelf {
			before = legacyState{ascii: asciiClass(rune(c)).isLetter()}
			i++
			continue
		}
		b, n, is := legacyEncodings[e].bits(line[i:], before)
		if n == 0 {
			b, n = bitsOfNone, 1
		}
		before = is
		bits += b
		i += n
		if i < len(line) && asciiClass(rune(line[i])).isLetter() && (before.upper || before.lower) {
			bits += bitsOfSwitch
		}
	}
	return bits
}

// bitsOfSwitch is what it costs to go from one script to another in a word.
const bitsOfSwitch = 10

// russianLetters are the letters of Russian by how often they are written; the
// letters that Ukrainian adds come last.
const russianLetters = "\u043e\u0435\u0430\u0438\u043d\u0442\u0441\u0440\u0432\u043b\u043a\u043c\u0434\u043f\u0443\u044f\u044b\u044c\u0433\u0437\u0431\u0447\u0439\u0445\u0436\u0448\u044e\u0446\u0449\u044d\u0444\u0451\u044a\u0456\u0457\u0454\u0491"

// russianBits are what it takes to say the letters of Cyrillic.
var russianBits = sync.OnceValue(func() map[rune]int {
	t := map[rune]int{}
	rank := 0
	for _, r := range russianLetters {
		t[r] = 3 + (rank+2)/5
		rank++
	}
	return t
})

// cyrillicBits returns the bits of a table for Cyrillic.
func cyrillicBits(table *charmap.Charmap) func(string, legacyState) (int, int, legacyState) {
	bits := sync.OnceValue(func() *[128][2]int8 {
		t := new([128][2]int8)
		for b := range t {
			r := table.DecodeByte(byte(0x80 + b))
			n, ok := russianBits()[unicode.ToLower(r)]
			switch {
			case ok && unicode.IsUpper(r):
				t[b] = [2]int8{int8(n) + 1, 2}
			case ok:
				t[b] = [2]int8{int8(n), 1}
			case strings.ContainsRune("\u00ab\u00bb\u2013\u2014\u2026\u201c\u201d\u201e\u2116", r):
				t[b] = [2]int8{6, 0}
			default:
				t[b] = [2]int8{14, 0}
			}
		}
		return t
	})
	return func(s string, before legacyState) (int, int, legacyState) {
		x := bits()[s[0]-0x80]
		n := int(x[0])
		if x[1] != 0 {
			if before.ascii {
				n += bitsOfSwitch
			}
			if x[1] == 2 && before.lower {
				n += 8
			}
		}
		return n, 1, legacyState{upper: x[1] == 2, lower: x[1] == 1}
	}
}

// pair returns the first two bytes of s.
func pair(s string) (lead, trail byte, ok bool) {
	if len(s) < 2 {
		return 0, 0, false
	}
	return s[0], s[1], true
}

// bits of what East Asian encodings write.
const (
	bitsOfKana    = 6
	bitsOfHan     = 10 // one of the common half
	bitsOfKanji   = 12 // the same, among kana
	bitsOfRareHan = 16
	bitsOfSign    = 8
	bitsOfHangul  = 9
)

func gbkBits(s string, _ legacyState) (bits, n int, is legacyState) {
	lead, trail, ok := pair(s)
	switch {
	case !ok || trail < 0xa1 || lead < 0xa1 || lead > 0xf7 || trail == 0xff:
		return 0, 0, is // the rest of GBK is as good as never written
	case lead == 0xa1 || lead == 0xa3:
		return bitsOfSign, 2, is
	case 0xb0 <= lead && lead <= 0xd7:
		return bitsOfHan, 2, is
	case lead >= 0xd8:
		return bitsOfRareHan, 2, is
	}
	return 2 * bitsOfRareHan, 2, is
}

func eucKRBits(s string, _ legacyState) (bits, n int, is legacyState) {
	lead, trail, ok := pair(s)
	switch {
	case !ok || trail < 0xa1 || lead < 0xa1 || lead > 0xfd || trail == 0xff:
		return 0, 0, is
	case lead == 0xa1 || lead == 0xa3:
		return bitsOfSign + 4, 2, is
	case 0xb0 <= lead && lead <= 0xc8:
		return bitsOfHangul, 2, is
	}
	return 2 * bitsOfRareHan, 2, is
}

func eucJPBits(s string, _ legacyState) (bits, n int, is legacyState) {
	lead, trail, ok := pair(s)
	switch {
	case !ok || trail < 0xa1 || lead < 0xa1 || lead > 0xf4 || trail == 0xff:
		return 0, 0, is
	case lead == 0xa4 && trail <= 0xf3, lead == 0xa5 && trail <= 0xf6:
		return bitsOfKana, 2, is
	case lead == 0xa1 || lead == 0xa3:
		return bitsOfSign, 2, is
	case 0xb0 <= lead && lead <= 0xcf:
		return bitsOfKanji, 2, is
	case lead >= 0xd0:
		return bitsOfRareHan, 2, is
	}
	return 2 * bitsOfRareHan, 2, is
}

func shiftJISBits(s string, _ legacyState) (bits, n int, is legacyState) {
	lead, trail, ok := pair(s)
	switch {
	case 0xa1 <= lead && lead <= 0xdf:
		return 12, 1, is // half as wide as the others, and seldom written
	case !ok || trail < 0x40 || trail == 0x7f || trail > 0xfc || lead == 0xa0:
		return 0, 0, is
	case lead == 0x82 && trail >= 0x9f && trail <= 0xf1, lead == 0x83 && trail <= 0x96:
		return bitsOfKana, 2, is
	case lead == 0x81 || lead == 0x82:
		return bitsOfSign, 2, is
	case 0x88 <= lead && lead <= 0x97:
		return bitsOfKanji, 2, is
	case lead >= 0x98 && lead <= 0xea:
		return bitsOfRareHan, 2, is
	}
	return 2 * bitsOfRareHan, 2, is
}
