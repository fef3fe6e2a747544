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

// A controlFinder finds control characters: all of C0 and C1 and delete, but
// for tab, line feed, carriage return and form feed. What is invisible and no
// control, such as soft hyphens, joiners and marks of direction, stays. The
// characters U+0080 to U+009F are those that Windows-1252 has at these places.
// An escape sequence for a terminal goes as a whole. A byte order mark goes
// where the text begins.
type controlFinder struct{}

func (controlFinder) reset(*Options) {}

func (controlFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	fixes, i, ok := findMarks(in, fixes)
	if !ok {
		return fixes, i
	}
	for text := in.text; ; {
		i += nextControl(text[i:])
		switch {
		case i == len(text) || !in.last && len(text)-i < maxEscape:
			return fixes, i
		case i+1 == len(text) && text[i] == 0xc2:
			return fixes, i + 1
		}
		f := fixControl(text[i:])
		f.Start, f.End = i, i+f.End
		fixes = append(fixes, f)
		i = f.End
	}
}

// A markFinder finds the byte order marks that a text begins with, for those
// that were references.
type markFinder struct{}

func (markFinder) reset(*Options) {}

func (markFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	fixes, i, ok := findMarks(in, fixes)
	if !ok {
		return fixes, i
	}
	return fixes, len(in.text)
}

// A byteControlFinder finds the controls of C1 that references were, and that
// Encoding made nothing of.
type byteControlFinder struct{}

func (byteControlFinder) reset(*Options) {}

func (byteControlFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	text := in.text
	if in.unchanged() {
		return fixes, len(text)
	}
	for i := 0; ; {
		n := strings.IndexByte(text[i:], 0xc2)
		if n < 0 {
			return fixes, len(text)
		}
		if i += n; i+1 < len(text) && isControl(text, i) {
			f := fixControl(text[i:])
			f.Start, f.End = i, i+f.End
			fixes = append(fixes, f)
		}
		i++
	}
}

// findMarks appends fixes for the byte order marks that the text begins with,
// and returns where they end; ok is false where that depends on what follows.
func findMarks(in *input, fixes []Fix) (_ []Fix, end int, ok bool) {
	if !in.first {
		return fixes, 0, true
	}
	for strings.HasPrefix(in.text[end:], byteOrderMark) {
		fixes = append(fixes, Fix{Step: Controls, Start: end, End: end + len(byteOrderMark), Reason: reasonMark})
		end += len(byteOrderMark)
	}
	return fixes, end, in.last || len(in.text)-end >= len(byteOrderMark)
}

// nextControl returns where the next control stands in s, or its length. At a
// byte 0xC2 that s ends with it may be that the next one makes it a control.
func nextControl(s string) int {
	for i := 0; i < len(s); {
		if i+8 <= len(s) && !mayHoldControl(load8(s[i:])) {
			i += 8
			continue
		}
		for end := min(i+8, len(s)); i < end; i++ {
			if isControl(s, i) {
				return i
			}
		}
	}
	return len(s)
}

func isControl(s string, i int) bool {
	c := s[i]
	if c > 0x7f {
		return c == 0xc2 && (i+1 == len(s) || 0x80 <= s[i+1] && s[i+1] < 0xa0)
	}
	return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7f
}

// load8 returns the first eight bytes of s as one number.
func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// mayHoldControl reports whether one of eight bytes is below a space, 0x7F or
// 0xC2. For each it takes away so much that only a smaller byte carries into
// its high bit.
func mayHoldControl(x uint64) bool {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	deleted, lead := x^0x7f*ones, x^0xc2*ones
	return ((x-' '*ones)&^x|(deleted-ones)&^deleted|(lead-ones)&^lead)&highs != 0
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
