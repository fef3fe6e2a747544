package entities

import (
	"unicode/utf16"
	"unicode/utf8"
)

// hexEnd returns where the digits of n end, which begin at from in s and lost
// their semicolon: the letters that follow may look like digits. The number
// sign stands at sign. It takes four digits where they are those of a quote, a
// dash or the like (&#x201CBack), and two where those are a mark of ASCII or a
// character of Latin-1 and the text is Latin (&#xF6ffnet). Else it takes all of
// them, as a browser does.
func hexEnd(s string, sign, from int, n number) int {
	end := from + int(n.digits)
	if first, _, _ := readNumber("x" + s[from:min(end, from+4)]); first.digits == 4 && end > from+4 && first.value >= 0xa0 && first.punctuates() {
		return from + 4
	}
	first, _, _ := readNumber("x" + s[from:from+2])
	if v := first.value; v != 0x22 && v != 0x26 && v != 0x27 && v < 0xa0 {
		return end
	}
	switch {
	case sameScript(s[end:], n):
		return end
	case n.value > utf8.MaxRune || utf16.IsSurrogate(n.value):
		return from + 2
	case allDigits(s[from+2:end]) && isSymbol(first.value):
		return from + 2
	case end < len(s) && isWordByte(s[end]), beforeHex(s[:sign]):
		return from + 2
	}
	return end
}

// sameScript reports whether s begins with another hexadecimal number that is
// as long as n, and of the same block if that is three digits.
func sameScript(s string, n number) bool {
	if len(s) < 4 || s[:2] != "&#" || s[2]|0x20 != 'x' {
		return false
	}
	next, _, ok := readNumber(s[2:])
	return ok && next.digits == n.digits && (n.digits > 3 || next.value>>8 == n.value>>8)
}

// isSymbol reports whether the character is one that a number follows: the
// sign of pounds, yen or copyright.
func isSymbol(r rune) bool { return r == 0xa3 || r == 0xa5 || r == 0xa9 }

// beforeHex reports whether s, up to the number sign of a hexadecimal number,
// ends in Latin text: a letter or digit, or such a number of no more than two
// digits.
func beforeHex(s string) bool {
	if n := len(s); n > 0 && s[n-1] == '&' {
		s = s[:n-1]
	}
	i := len(s)
	for i > 0 && len(s)-i < 7 && digitValue(s[i-1], true) >= 0 {
		i--
	}
	if i > 2 && s[i-1]|0x20 == 'x' && s[i-2] == '#' {
		return len(s)-i <= 2
	}
	return s != "" && isWordByte(s[len(s)-1])
}
