package repair

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

const (
	reasonControl = "control character"
	reasonEscape  = "terminal escape sequence"
	reasonC1      = "C1 control meant as Windows-1252"
	reasonMark    = "byte order mark"
)

const byteOrderMark = "\ufeff"

// maxEscape bounds a terminal escape sequence.
const maxEscape = 64

// findControls lists the control characters of text: all of C0 and C1 and
// delete, but for tab, line feed, carriage return and form feed. What is
// invisible and no control, such as soft hyphens, joiners and marks of
// direction, stays. The characters U+0080 to U+009F are those that
// Windows-1252 has at these places. An escape sequence for a terminal goes as
// a whole. A byte order mark goes where the text begins, which first says.
// It returns how much of text it has settled.
func findControls(text string, first, last bool, add func(Fix)) int {
	i := 0
	if first {
		i = findMarks(text, add)
	}
	for {
		n := nextControl(text[i:])
		i += n
		if i == len(text) {
			return i
		}
		if !last && len(text)-i < maxEscape {
			return i
		}
		if i+1 == len(text) && text[i] == 0xc2 {
			return i + 1
		}
		f := fixControl(text[i:])
		f.Start, f.End = i, i+f.End
		add(f)
		i = f.End
	}
}

// findMarks lists the byte order marks that text begins with, and returns where
// they end.
func findMarks(text string, add func(Fix)) int {
	i := 0
	for strings.HasPrefix(text[i:], byteOrderMark) {
		add(Fix{Step: Controls, Start: i, End: i + len(byteOrderMark), Reason: reasonMark})
		i += len(byteOrderMark)
	}
	return i
}

// nextControl returns where the next control stands in s, or its length. At a
// byte 0xC2 that s ends with it may be that the next one makes it a control.
func nextControl(s string) int {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c > 0x7f:
			if c == 0xc2 && (i+1 == len(s) || 0x80 <= s[i+1] && s[i+1] < 0xa0) {
				return i
			}
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7f:
			return i
		}
	}
	return len(s)
}

// fixControl returns the fix for the control that s begins with.
func fixControl(s string) Fix {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == 0x1b:
		if end := escapeLen(s); end > 0 {
			return Fix{Step: Controls, End: end, Reason: reasonEscape}
		}
	case 0x80 <= r && r < 0xa0:
		if w := charmap.Windows1252.DecodeByte(byte(r)); w != utf8.RuneError && w > 0x9f {
			return Fix{Step: Controls, End: n, Text: string(w), Reason: reasonC1}
		}
	}
	return Fix{Step: Controls, End: n, Reason: reasonControl}
}

// escapeLen returns the length of the control sequence (ECMA-48, 5.4) that s
// begins with, or 0.
func escapeLen(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s) && i < maxEscape; i++ {
		switch c := s[i]; {
		case 0x40 <= c && c <= 0x7e:
			return i + 1
		case c < 0x20 || c > 0x3f:
			return 0
		}
	}
	return 0
}
