package entities

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// parseBackslash reads a JSON escape at i: \u2019, or \u0026 and what comes
// after the ampersand it stands for.
func (f *form) parseBackslash(s string, i int) bool {
	return strings.HasPrefix(s[i:], `\u`) && f.parseEscape(s, i, i+2, JSONEscaped)
}

// parseBareEscape reads a JSON escape that lost its backslash, from the 0 at
// i, the first or second digit of u0027 or u2019.
func (f *form) parseBareEscape(s string, low, i int) bool {
	if u := strings.LastIndexByte(s[max(low, i-2):i], 'u') + max(low, i-2); u > 0 && s[u-1] == '\\' {
		return false // parseBackslash has it
	}
	switch {
	case i-1 >= low && s[i-1] == 'u':
		return f.parseEscape(s, i-1, i, JSONEscaped|BackslashDeleted)
	case i-2 >= low && s[i-1] == '2' && s[i-2] == 'u':
		return f.parseEscape(s, i-2, i-1, JSONEscaped|BackslashDeleted)
	}
	return false
}

// parseEscape reads four hexadecimal digits at j.
func (f *form) parseEscape(s string, start, j int, damage Damage) bool {
	r, ok := hex4(s, j)
	if !ok || r == 0 {
		return false
	}
	end := j + 4
	if utf16.IsSurrogate(r) {
		low, ok := hex4(s, end+2)
		if !ok || !strings.HasPrefix(s[end:], `\u`) {
			return false
		}
		if r = utf16.DecodeRune(r, low); r == unicode.ReplacementChar {
			return false
		}
		end += 6
	}
	if r == '&' && f.parseBody(s, end, damage) && f.damage&(SemicolonDeleted|SemicolonChanged|HashDeleted) == 0 {
		f.start = start
		return true
	}
	*f = form{start: start, end: end, name: s[end-4 : end], text: character(r), damage: damage}
	f.describe(number{value: r, digits: 4, hex: true})
	f.alien = r < ' ' || 0x7f <= r && r < 0xa0
	return true
}

func hex4(s string, j int) (rune, bool) {
	if j+4 > len(s) {
		return 0, false
	}
	a, b, c, d := hexDigits[s[j]], hexDigits[s[j+1]], hexDigits[s[j+2]], hexDigits[s[j+3]]
	if a&b&c&d&isHex == 0 {
		return 0, false
	}
	return rune(a&15)<<12 | rune(b&15)<<8 | rune(c&15)<<4 | rune(d&15), true
}

// hexDigits has the values of hexadecimal digits, with isHex.
var hexDigits = [256]uint8{
	'0': isHex, '1': isHex + 1, '2': isHex + 2, '3': isHex + 3, '4': isHex + 4,
	'5': isHex + 5, '6': isHex + 6, '7': isHex + 7, '8': isHex + 8, '9': isHex + 9,
	'a': isHex + 10, 'b': isHex + 11, 'c': isHex + 12, 'd': isHex + 13, 'e': isHex + 14, 'f': isHex + 15,
	'A': isHex + 10, 'B': isHex + 11, 'C': isHex + 12, 'D': isHex + 13, 'E': isHex + 14, 'F': isHex + 15,
}

const isHex = 0x80

// escapesEnd returns where the escapes of JSON end that s has at i, one after
// another, or i.
func escapesEnd(s string, i int) int {
	for i+6 <= len(s) && s[i] == '\\' && s[i+1] == 'u' && hexDigits[s[i+2]]&hexDigits[s[i+3]]&hexDigits[s[i+4]]&hexDigits[s[i+5]]&isHex != 0 {
		i += 6
	}
	return i
}

// parsePercent reads a reference that a URL encoder was at: %26%2339%3B.
func (f *form) parsePercent(s string, i int) bool {
	if !strings.HasPrefix(s[i:], "%26") {
		return false
	}
	raw := s[i:min(len(s), i+maxBody)]
	var plain strings.Builder
	for j := 0; j < len(raw); {
		c, size := percentByte(raw[j:])
		plain.WriteByte(c)
		j += size
		if c == ';' {
			if !f.parseAmpersand(plain.String(), 0) || f.end != plain.Len() {
				return false
			}
			f.start, f.end, f.damage = i, i+j, f.damage|PercentEncoded
			return true
		}
	}
	return false
}

func percentByte(s string) (c byte, size int) {
	if s[0] == '%' && len(s) >= 3 {
		if v, err := strconv.ParseUint(s[1:3], 16, 8); err == nil {
			return byte(v), 3
		}
	}
	return s[0], 1
}

// beginsBreak reports whether s begins with the escape of a line break.
func beginsBreak(s string) bool {
	var f form
	return f.parseOOXML(s, 0) && f.text == "\n"
}

// parseOOXML reads the escape that Office documents have for a line break or
// a tab, _x000D_, escaped again as _x005F_x000D_ or not. A carriage return
// and the line feed after it are one break.
func (f *form) parseOOXML(s string, i int) bool {
	j := i
	for strings.HasPrefix(s[j:], "_x005F_") && j-i < maxDoubled {
		j += len("_x005F")
	}
	*f = form{start: i, damage: OOXMLEscaped, class: class{role: roleSpace, certainty: unmistakable}}
	if j > i {
		f.damage |= Doubled
	}
	switch {
	case strings.HasPrefix(s[j:], "_x000D_"), strings.HasPrefix(s[j:], "_x000A_"):
		f.text, f.name = "\n", s[j+1:j+6]
	case strings.HasPrefix(s[j:], "_x0009_"):
		f.text, f.name = "\t", s[j+1:j+6]
	default:
		return false
	}
	f.end = j + len("_x000D_")
	if strings.HasPrefix(s[f.end:], "_x000A_") && s[j+5] == 'D' {
		f.end += len("_x000A_")
	}
	if f.text == "\n" && f.end < len(s) && (s[f.end] == '\n' || s[f.end] == ' ') {
		f.end++
	}
	return true
}
