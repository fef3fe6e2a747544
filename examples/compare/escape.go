package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape returns a name, a message or a word as it can be shown: what can't be
// seen, or would act on a terminal, is written as in a Go string literal.
// Backslashes stay single: they part the names of folders on Windows.
func escape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case visible(r):
			b.WriteRune(r)
		default:
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		}
		i += size
	}
	return b.String()
}

// visible reports whether r shows on a screen as itself. [strconv.IsPrint] knows
// controls, directions and spaces; what it lets pass but shows nothing are
// letters and marks by their category, and the blank Braille pattern.
func visible(r rune) bool {
	const brailleBlank = '\u2800'
	return strconv.IsPrint(r) && r != brailleBlank &&
		!unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
