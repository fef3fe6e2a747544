// Package utf16form tells text in UTF-16 from text in UTF-8.
package utf16form

import "strings"

// A Form is how the characters of a text are laid down in bytes.
type Form uint8

const (
	UTF8         Form = iota // or what was meant to be
	LittleEndian             // UTF-16, the low byte first
	BigEndian                // UTF-16, the high byte first
)

// Sample is how many bytes, from the beginning of a text, its form is told by.
const Sample = 4 << 10

// Of returns the form of the text that begins with s. It goes by the byte order
// mark, or by the NULs, which in UTF-16 are one half of every ASCII character
// and so stand at odd offsets, or at even ones, as they never do in UTF-8.
// It asks for four NULs and one in ten code units, which in any script that
// has spaces these and the line ends are; one NUL in twenty may be damage.
// It looks at no more than Sample bytes and is safe for concurrent use.
func Of(s string) Form {
	s = s[:min(len(s), Sample)]
	switch {
	case strings.HasPrefix(s, "\xff\xfe\x00\x00"): // UTF-32
		return UTF8
	case strings.HasPrefix(s, "\xff\xfe"):
		return LittleEndian
	case strings.HasPrefix(s, "\xfe\xff"):
		return BigEndian
	case strings.IndexByte(s, 0) < 0:
		return UTF8
	}
	even, odd := countNULs(s)
	enough := max(even, odd) >= max(4, len(s)/20)
	switch {
	case enough && even*19 <= odd:
		return LittleEndian
	case enough && odd*19 <= even:
		return BigEndian
	}
	return UTF8
}

// countNULs counts the NUL bytes at even and at odd offsets.
func countNULs(s string) (even, odd int) {
	for i := range len(s) {
		switch {
		case s[i] != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	return even, odd
}
