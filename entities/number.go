package entities

import (
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A number is the number of a reference, read from its digits.
type number struct {
	value  rune
	digits uint8 // how many
	zeros  bool  // it begins with 0, as no ordinary number does
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
	n.digits = uint8(i - start)
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

// characters has the characters from 1 to lastCharacter, to cut the text of a
// number out of without an allocation.
var characters = sync.OnceValue(func() string {
	var b strings.Builder
	for r := rune(1); r <= lastCharacter; r++ {
		b.WriteRune(r)
	}
	return b.String()
})

// lastCharacter is the last character before those of Chinese and Japanese.
const lastCharacter = 0x2fff

// character returns r as a string.
func character(r rune) string {
	switch {
	case r <= 0 || r > lastCharacter:
		return string(r)
	case r < 0x80:
		return characters()[r-1 : r]
	case r < 0x800:
		i := 0x7f + 2*(r-0x80)
		return characters()[i : i+2]
	}
	i := 0x7f + 2*(0x800-0x80) + 3*(r-0x800)
	return characters()[i : i+3]
}

// text returns the character of the number: for 0x80 to 0x9F the one that
// Windows-1252 has there, as HTML does. It reports false for what is no
// character: 0, lone surrogates and what lies above 0x10FFFF. The five that
// Windows-1252 leaves undefined are controls, as in HTML.
func (n number) text() (text string, damage Damage, ok bool) {
	switch v := n.value; {
	case v == 0 || v > utf8.MaxRune || utf16.IsSurrogate(v):
		return "", 0, false
	case 0x80 <= v && v < 0xa0:
		r := charmap.Windows1252.DecodeByte(byte(v))
		if r == utf8.RuneError || r == v {
			return character(v), 0, true
		}
		return character(r), Windows1252, true
	}
	return character(n.value), 0, true
}

// isPlain reports whether the number is a decimal one of a character, which is no
// ampersand that may be doubled, and reads as just that.
func (n number) isPlain() bool {
	v := n.value
	return !n.hex && (0 < v && v < 0x80 && v != '&' || 0xa0 <= v && v <= utf8.MaxRune && !utf16.IsSurrogate(v))
}

// undefined reports whether the number is one of those that Windows-1252
// leaves undefined.
func (n number) undefined() bool {
	switch n.value {
	case 0x81, 0x8d, 0x8f, 0x90, 0x9d:
		return true
	}
	return false
}

// isByte reports whether r is what Windows-1252 has for a byte that is not
// ASCII. Behind one a control is a byte, too: of UTF-8 that was read as
// Windows-1252 and then written as references.
func isByte(r rune) bool {
	b, ok := charmap.Windows1252.EncodeRune(r)
	return ok && b >= utf8.RuneSelf
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
