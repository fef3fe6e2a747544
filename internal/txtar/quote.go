package txtar

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quote writes s so that all of it can be seen, and so that [Unquote] gives s
// back whatever bytes it has. These become escapes:
//
//   - the backslash, as \\
//   - \r and \t, and \n where s ends in a newline
//   - control, format, private and unassigned characters, and those that draw
//     nothing by default, as \xHH below U+0080, else \uHHHH or \UHHHHHHHH
//   - every space but U+0020, and that one at the end of a line
//   - U+FFFD, and bytes that are no UTF-8 (\xHH)
//   - the hyphen that begins a line which would read like the name of a file
//
// Other newlines stay newlines.
func Quote(s string) string {
	b := make([]byte, 0, len(s)+len(s)/8)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		next := i + size
		endsLine := next == len(s) || s[next] == '\n'
		startsLine := i == 0 || s[i-1] == '\n'
		switch {
		case r == utf8.RuneError && size == 1:
			b = fmt.Appendf(b, `\x%02x`, s[i])
		case r == '\n' && next == len(s):
			b = append(b, `\n`...)
		case r == ' ' && endsLine, r == '-' && startsLine && strings.HasPrefix(s[i:], "-- "):
			b = fmt.Appendf(b, `\x%02x`, r)
		default:
			b = appendRune(b, r)
		}
		i = next
	}
	return string(b)
}

// appendRune writes a character that is not special for its place.
func appendRune(b []byte, r rune) []byte {
	switch {
	case r == '\\':
		return append(b, `\\`...)
	case r == '\r':
		return append(b, `\r`...)
	case r == '\t':
		return append(b, `\t`...)
	case r == '\n' || visible(r):
		return utf8.AppendRune(b, r)
	case r < utf8.RuneSelf:
		return fmt.Appendf(b, `\x%02x`, r)
	case r <= 0xFFFF:
		return fmt.Appendf(b, `\u%04x`, r)
	}
	return fmt.Appendf(b, `\U%08x`, r)
}

// visible reports whether a reader of the fixture sees r for what it is.
// Unicode calls some letters and marks printable that draw nothing: fillers,
// joiners and variation selectors.
func visible(r rune) bool {
	return unicode.IsPrint(r) && r != utf8.RuneError &&
		!unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// Unquote decodes the escapes \\, \n, \r, \t, \xHH (one byte), \uHHHH and
// \UHHHHHHHH (one character each). Every other character stands for itself.
// Any other use of a backslash is an error that names it.
func Unquote(s string) (string, error) {
	var b []byte
	for {
		plain, rest, found := strings.Cut(s, `\`)
		b = append(b, plain...)
		if !found {
			return string(b), nil
		}
		var err error
		if b, s, err = appendEscape(b, rest); err != nil {
			return "", err
		}
	}
}

// appendEscape decodes the escape whose backslash s has lost, and returns what
// follows it.
func appendEscape(b []byte, s string) (dst []byte, rest string, err error) {
	if s == "" {
		return nil, "", fmt.Errorf(`\ at the end of the text`)
	}
	switch s[0] {
	case '\\':
		return append(b, '\\'), s[1:], nil
	case 'n':
		return append(b, '\n'), s[1:], nil
	case 'r':
		return append(b, '\r'), s[1:], nil
	case 't':
		return append(b, '\t'), s[1:], nil
	case 'x':
		return appendHex(b, s, 2)
	case 'u':
		return appendHex(b, s, 4)
	case 'U':
		return appendHex(b, s, 8)
	}
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return nil, "", fmt.Errorf(`unknown escape \ before byte %#x`, s[0])
	}
	return nil, "", fmt.Errorf(`unknown escape \%s`, s[:size])
}

// appendHex decodes a letter of "xuU" and the digits that must follow it.
func appendHex(b []byte, s string, digits int) (dst []byte, rest string, err error) {
	if len(s) < 1+digits {
		return nil, "", fmt.Errorf(`escape \%.1s needs %d hexadecimal digits`, s, digits)
	}
	n, err := strconv.ParseUint(s[1:1+digits], 16, 32)
	if err != nil {
		return nil, "", fmt.Errorf(`escape \%.1s needs %d hexadecimal digits, has %q`, s, digits, s[1:1+digits])
	}
	rest = s[1+digits:]
	if digits == 2 {
		return append(b, byte(n)), rest, nil
	}
	if n > unicode.MaxRune || !utf8.ValidRune(rune(n)) {
		return nil, "", fmt.Errorf(`escape \%s is no character`, s[:1+digits])
	}
	return utf8.AppendRune(b, rune(n)), rest, nil
}
