package entities

import (
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A number is the number of a reference, read from its digits.
type number struct {
	value  rune
	digits int  // how many
	zeros  bool // it begins with 0, as no ordinary number does
	hex    bool
}

// readNumber reads the digits that s begins with. Where s begins with x or X
// they are hexadecimal. It reports false when there are none or too many.
func readNumber(s string) (n number, end int, ok bool) {
	i := 0
	if s != "" && s[0]|0x20 == 'x' {
		n.hex = true
		i++
	}
	start := i
	for ; i < len(s); i++ {
		d := digitValue(s[i], n.hex)
		if d < 0 {
			break
		}
		if i-start >= 10 {
			return n, 0, false
		}
		if n.value <= utf8.MaxRune {
			if n.hex {
				n.value = n.value<<4 | d
			} else {
				n.value = n.value*10 + d
			}
		}
	}
	n.digits = i - start
	n.zeros = n.digits > 1 && s[start] == '0'
	return n, i, n.digits > 0
}

func digitValue(c byte, hex bool) rune {
	switch {
	case isDigit(c):
		return rune(c - '0')
	case hex && 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10
	}
	return -1
}

// ascii is the characters 1 to 127, to cut the text of a number out of without
// an allocation.
const ascii = "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f" +
	"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f" +
	" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f"

// text returns the character of the number: for 0x80 to 0x9F the one that
// Windows-1252 has there, as HTML does. It reports false for what is no
// character: 0, lone surrogates, what lies above 0x10FFFF, and the five that
// Windows-1252 leaves undefined.
func (n number) text() (text string, damage Damage, ok bool) {
	switch v := n.value; {
	case v == 0 || v > utf8.MaxRune || utf16.IsSurrogate(v):
		return "", 0, false
	case 0x80 <= v && v < 0xa0:
		r := charmap.Windows1252.DecodeByte(byte(v))
		if r == utf8.RuneError || r == v {
			return "", 0, false
		}
		return string(r), Windows1252, true
	case v < utf8.RuneSelf:
		return ascii[v-1 : v], 0, true
	default:
		return string(v), 0, true
	}
}

// decimal reports whether a number of four hexadecimal digits could be a year.
func (n number) decimal() bool {
	for v := n.value; v > 0; v >>= 4 {
		if v&15 > 9 {
			return false
		}
	}
	return true
}

// punctuates reports whether the number is that of a mark that content systems
// write as a reference: quotes, dashes, ellipsis, and the marks of ASCII that
// HTML or databases give a meaning.
func (n number) punctuates() bool {
	switch v := n.value; {
	case v < 0x80:
		return v > ' ' && !isWordByte(byte(v)) && v != 0x7f
	case v < 0xa0:
		_, _, ok := n.text()
		return ok
	default:
		return v == 0xa0 || v == 0xab || v == 0xbb || 0x2010 <= v && v <= 0x203a || v == 0x20ac || v == 0x2122
	}
}
