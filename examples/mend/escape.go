package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape returns a name or a message as it can be shown: what can't be seen, or
// would act on a terminal, is written as in a Go string literal, a no-break space
// as \u00a0. Backslashes stay single: they part the names of folders on Windows.
func escape(s string) string {
	return string(appendEscaped(nil, s, 0))
}

// quote returns a text in quotes, double ones unless it has such itself, and
// escaped so that nothing in it is in doubt.
func quote(s string) string {
	mark := byte('"')
	if strings.Contains(s, `"`) && !strings.Contains(s, "'") {
		mark = '\''
	}
	return string(append(appendEscaped([]byte{mark}, s, mark), mark))
}

// appendEscaped appends s to dst, escaped; inside quotation marks, unless mark is 0,
// the mark and the backslash are escaped too.
func appendEscaped(dst []byte, s string, mark byte) []byte {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			dst = fmt.Appendf(dst, `\x%02x`, s[i])
		case mark != 0 && (r == '\\' || r == rune(mark)):
			dst = append(dst, '\\', byte(r))
		case visible(r):
			dst = utf8.AppendRune(dst, r)
		default:
			// strconv knows the forms; it also quotes the quotation mark
			// of its own, which is visible and so never gets here.
			quoted := strconv.QuoteRuneToASCII(r)
			dst = append(dst, quoted[1:len(quoted)-1]...)
		}
		i += size
	}
	return dst
}

// visible reports whether r shows on a screen as itself. [strconv.IsPrint] knows
// controls, directions and spaces; what it lets pass but shows nothing are
// letters and marks by their category, and the blank Braille pattern.
func visible(r rune) bool {
	const brailleBlank = '\u2800'
	return strconv.IsPrint(r) && r != brailleBlank &&
		!unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// clip shortens a quoted text that would fill the screen, and says by how much.
func clip(s string) string {
	const most = 80 // runes
	if len(s) <= most {
		return quote(s)
	}
	runes := 0
	for i := range s {
		if runes == most {
			return fmt.Sprintf("%s and %d bytes more", quote(s[:i]), len(s)-i)
		}
		runes++
	}
	return quote(s)
}
