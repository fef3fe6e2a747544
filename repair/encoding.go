package repair

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

const (
	reasonWindows1252 = "byte of Windows-1252"
	reasonNoText      = "bytes of no character"
	reasonSurrogates  = "UTF-16 surrogates in UTF-8"
	reasonUTF16       = "UTF-16"
)

// A byteFinder finds the bytes that are no UTF-8. A line in which they are much
// better said in another encoding than in Windows-1252 is read as that: see
// encoding_legacy.go. Otherwise a single one is the character that it is in
// Windows-1252. More that go together are a character of which the rest was
// cut off, and become U+FFFD, as do the five bytes that Windows-1252 leaves
// undefined. Two surrogates, as CESU-8 writes them, are the character that
// they mean. Where Encoding is skipped, all of them but surrogates are U+FFFD,
// as what comes out is to be UTF-8.
type byteFinder struct {
	guess bool
	lines legacyFinder
	texts fixTexts
}

func (b *byteFinder) reset(o *Options) {
	b.guess = o.takes(Encoding)
	b.lines.reset(o)
}

func (b *byteFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	text, line := in.text, 0
	for {
		bad := line + validPrefix(text[line:])
		if bad == len(text) && in.last {
			return fixes, bad
		}
		line = lineBefore(text, line, bad)
		n, ok := legacyLine(text[line:], in.last)
		if !ok || bad == len(text) {
			return fixes, line
		}
		fixes = b.appendFixes(fixes, text[line:line+n], line)
		line += n
	}
}

// lineBefore returns where the line begins, from that at start on, that has
// the byte at i, or would have it if that is the end of the text.
func lineBefore(text string, start, i int) int {
	if nl := strings.LastIndexByte(text[start:i], '\n'); nl >= 0 {
		start += nl + 1
	}
	for {
		n, ok := legacyLine(text[start:], false)
		if !ok || start+n > i {
			return start
		}
		start += n
	}
}

// appendFixes appends the fixes for a line that stands at base.
func (b *byteFinder) appendFixes(fixes []Fix, line string, base int) []Fix {
	if b.guess {
		if e, _ := legacyOf(line, &b.lines.seen); e != legacyNone {
			b.lines.takeBytes(line)
			if fixes, ok := b.lines.appendRuns(fixes, base, e); ok {
				return fixes
			}
		}
	}
	for i := validPrefix(line); i < len(line); i += validPrefix(line[i:]) {
		f := b.fix(line[i:])
		end := i + f.End
		f.Start, f.End = base+i, base+end
		fixes = append(fixes, f)
		i = end
	}
	return fixes
}

// maxCESU is the length of two surrogates.
const maxCESU = 6

// validPrefix returns how much of s, from its beginning, is UTF-8.
func validPrefix(s string) int {
	if utf8.ValidString(s) {
		return len(s)
	}
	i := 0
	for i < len(s) {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		i += n
	}
	return i
}

// fix returns the fix for the bytes that s begins with and that are no UTF-8.
func (b *byteFinder) fix(s string) Fix {
	if _, ok := surrogate(s); ok {
		if r := joinSurrogates(s); r != utf8.RuneError {
			return Fix{Step: Encoding, End: maxCESU, Text: string(r), Reason: reasonSurrogates}
		}
		return Fix{Step: Encoding, End: 3, Text: "\ufffd", Reason: reasonNoText}
	}
	n := truncated(s)
	if n == 1 && b.guess {
		if r := charmap.Windows1252.DecodeByte(s[0]); r != utf8.RuneError && r > 0x9f {
			var room [utf8.UTFMax]byte
			return Fix{Step: Encoding, End: 1, Text: b.texts.of(utf8.AppendRune(room[:0], r)), Reason: reasonWindows1252}
		}
	}
	return Fix{Step: Encoding, End: n, Text: "\ufffd", Reason: reasonNoText}
}

// surrogate reads the three bytes that CESU-8 has for half of a pair.
func surrogate(s string) (rune, bool) {
	if len(s) < 3 || s[0] != 0xed || s[1] < 0xa0 || s[1] > 0xbf || s[2] < 0x80 || s[2] > 0xbf {
		return 0, false
	}
	return 0xd000 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), true
}

// joinSurrogates returns the character that s begins with in CESU-8 if it is
// one outside the basic plane, else U+FFFD.
func joinSurrogates(s string) rune {
	high, ok := surrogate(s)
	if !ok {
		return utf8.RuneError
	}
	low, ok := surrogate(s[3:])
	if !ok {
		return utf8.RuneError
	}
	return utf16.DecodeRune(high, low)
}

// truncated returns how many of the bytes that s begins with are the beginning
// of one character of UTF-8; at least 1.
func truncated(s string) int {
	need := 0
	low, high := byte(0x80), byte(0xbf)
	switch c := s[0]; {
	case 0xc2 <= c && c <= 0xdf:
		need = 1
	case 0xe0 <= c && c <= 0xef:
		need = 2
		if c == 0xe0 {
			low = 0xa0
		} else if c == 0xed {
			high = 0x9f
		}
	case 0xf0 <= c && c <= 0xf4:
		need = 3
		if c == 0xf0 {
			low = 0x90
		} else if c == 0xf4 {
			high = 0x8f
		}
	}
	n := 1
	for n <= need && n < len(s) && low <= s[n] && s[n] <= high {
		low, high = 0x80, 0xbf
		n++
	}
	return n
}
