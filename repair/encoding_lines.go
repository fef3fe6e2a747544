package repair

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

const reasonLegacy = "text in another encoding than it was read as"

// maxLegacyLine bounds how much of a line is looked at as one.
const maxLegacyLine = 4 << 10

// A legacyFinder finds lines that were read as Windows-1252 or ISO 8859-1 and
// are in another encoding, and lines that were read as one encoding of
// Russian and are in the other. See encoding_legacy.go for what decides.
type legacyFinder struct {
	again bool                      // it is not the first of its kind
	seen  [len(legacyEncodings)]int // lines before that were in each
	line  []byte                    // the bytes of a line, as it was read
	room  []byte                    // what is decoded of it
	texts fixTexts
	ends  []int // where the character of each ends, once one of them is to be fixed
}

func (l *legacyFinder) reset(*Options) { l.seen = [len(legacyEncodings)]int{} }

func (l *legacyFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	text, start := in.text, 0
	if l.again && in.unchanged() {
		return fixes, len(text)
	}
	for start < len(text) {
		ascii := asciiPrefix(text[start:])
		if at := start + ascii; at == len(text) {
			if !in.last {
				at = lineBefore(text, start, at)
			}
			return fixes, at
		} else if nl := strings.LastIndexByte(text[start:at], '\n'); nl >= 0 {
			start += nl + 1
		}
		n, ok := legacyLine(text[start:], in.last)
		if !ok {
			break
		}
		fixes = l.appendFixes(fixes, text[start:start+n], start)
		start += n
	}
	return fixes, start
}

// legacyLine returns the length of the line that s begins with, or of as much
// of a long one as is looked at as one, and false if that depends on what
// follows.
func legacyLine(s string, last bool) (int, bool) {
	end := min(len(s), maxLegacyLine)
	if nl := strings.IndexByte(s[:end], '\n'); nl >= 0 {
		return nl + 1, true
	}
	for k := 0; k < utf8.UTFMax && end < len(s) && !utf8.RuneStart(s[end]); k++ {
		end++
	}
	return end, last || end < len(s)
}

// appendFixes appends the fixes for a line that stands at base.
func (l *legacyFinder) appendFixes(fixes []Fix, line string, base int) []Fix {
	switch kind := lineKind(line); kind {
	case lineWestern:
		if !l.takeWestern(line) || utf8.Valid(l.line) {
			break
		}
		if e, bits := legacyOf(view(l.line), &l.seen); e != legacyNone && !l.misread(line, bits) {
			l.take(line, charmap.Windows1252)
			l.takeEnds(line)
			fixes, _ = l.appendRuns(fixes, base, e)
		}
	case lineCyrillic:
		if e := l.swapped(line); e != legacyNone {
			l.take(line, legacyTable(legacyKOI8+legacyWindows1251-e))
			l.takeEnds(line)
			fixes, _ = l.appendRuns(fixes, base, e)
		}
	}
	return fixes
}

// kinds of lines that are worth a look.
const (
	lineOther = iota
	lineWestern
	lineCyrillic
)

// lineKind tells lines that have three characters of Windows-1252 outside
// ASCII in a row, or two of the signs U+0192 and U+201A, one of which Shift-JIS
// makes of each syllable, and lines of
// Cyrillic that have more capitals than other letters.
func lineKind(line string) int {
	run, signs, letters, upper := 0, 0, 0, 0
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c < utf8.RuneSelf:
			n := asciiPrefix(line[i:])
			i += n
			run = 0
			continue
		case c == 0xd0 || c == 0xd1:
			letters++
			if uint16(c)<<8|uint16(line[i+1]) < 0xd0b0 {
				upper++
			}
			run = 0
			i += 2
			continue
		case c < 0xc6 || c == 0xcb || c == 0xe2:
			if c == 0xe2 && line[i+1:i+3] == "\x80\x9a" {
				signs++
			}
			if run++; run == 3 {
				return lineWestern
			}
		case c == 0xc6 && line[i+1] == 0x92:
			signs++
			run = 0
		default:
			run = 0
		}
		i += runeLen(line[i])
	}
	switch {
	case signs > 1:
		return lineWestern
	case upper > letters-upper && upper > 4:
		return lineCyrillic
	}
	return lineOther
}

// take gets the bytes that a line is in a table. What the table has not is 0.
func (l *legacyFinder) take(line string, table *charmap.Charmap) {
	as := asWindows1252
	if table == charmap.Windows1251 {
		as = asWindows1251
	}
	l.line = slices.Grow(l.line[:0], len(line))
	t := legacy()
	for _, r := range line {
		b := byte(r)
		switch {
		case r < utf8.RuneSelf:
		case table == charmap.KOI8R:
			b, _ = table.EncodeRune(r)
		default:
			b = t.characters[t.id(r)].bytes[as]
		}
		l.line = append(l.line, b)
	}
}

// takeEnds gets the ends of the characters of a line.
func (l *legacyFinder) takeEnds(line string) {
	l.ends = l.ends[:0]
	for i, r := range line {
		l.ends = append(l.ends, i+utf8.RuneLen(r))
	}
}

// takeWestern is take for Windows-1252. It reports false, maybe before the line
// ends, unless hardly any character is not in that.
func (l *legacyFinder) takeWestern(line string) bool {
	l.line = slices.Grow(l.line[:0], len(line))
	t := legacy()
	lost, taken := 0, 0
	most := len(line) / 2 // how many characters outside ASCII there can be
	for i := 0; i < len(line); {
		if line[i] < utf8.RuneSelf {
			n := asciiPrefix(line[i:])
			l.line = append(l.line, line[i:i+n]...)
			i += n
			continue
		}
		r, n := decodeRune(line[i:])
		b := t.characters[t.id(r)].bytes[asWindows1252]
		if b != 0 {
			taken++
		} else if lost++; 8*lost > most {
			return false
		}
		l.line = append(l.line, b)
		i += n
	}
	return 8*lost <= taken
}

// takeBytes gets the bytes of a line that was not read yet.
func (l *legacyFinder) takeBytes(line string) {
	l.line, l.ends = append(l.line[:0], line...), l.ends[:0]
	for i := range len(line) {
		l.ends = append(l.ends, i+1)
	}
}

// misread reports whether a line is UTF-8 that was read as something else,
// which must not take more than bits.
func (l *legacyFinder) misread(line string, bits int) bool {
	t := legacy()
	for c := range misreadings {
		l.line = l.line[:0]
		for _, r := range line {
			b := byte(r)
			if r >= utf8.RuneSelf {
				b = t.characters[t.id(r)].bytes[c]
				if b == 0 {
					b = 0xff // is no byte of UTF-8
				}
			}
			l.line = append(l.line, b)
		}
		if utf8Bits(view(l.line)) < bits+bitsOthers {
			return true
		}
	}
	return false
}

// legacyTable returns the table of an encoding of Russian.
func legacyTable(e int) *charmap.Charmap {
	if e == legacyKOI8 {
		return charmap.KOI8R
	}
	return charmap.Windows1251
}

// swapped returns the encoding that a line is in that was read as the other
// one of Russian, or legacyNone.
func (l *legacyFinder) swapped(line string) int {
	best, second, which := 1<<30, 1<<30, legacyNone
	for e := legacyWindows1251; e <= legacyKOI8; e++ {
		l.take(line, legacyTable(legacyKOI8+legacyWindows1251-e))
		second = min(second, legacyBits(view(l.line), legacyKOI8+legacyWindows1251-e))
		if bits := legacyBits(view(l.line), e); bits < best {
			best, second, which = bits, min(best, second), e
		} else {
			second = min(second, bits)
		}
	}
	need := bitsAlone
	if which >= 0 && l.seen[which] > 0 {
		need = bitsOthers
	}
	if second < best+need || !wordy(line) || l.misread(line, best) {
		return legacyNone
	}
	return which
}

// wordy reports whether the letters outside ASCII of a line stand in words,
// and not by themselves as in lists of letters and tables.
func wordy(line string) bool {
	letters, inWords, run := 0, 0, 0
	for _, r := range line {
		if r < utf8.RuneSelf || !classTable()[min(r, classified-1)].isLetter() {
			run = 0
			continue
		}
		letters++
		switch run++; {
		case run == 4:
			inWords += run
		case run > 4:
			inWords++
		}
	}
	return letters >= 8 && 5*inWords >= 3*letters
}

// appendRuns appends fixes that read the line in an encoding, one for each
// stretch of bytes above 0x7F, and reports whether all of it can be.
func (l *legacyFinder) appendRuns(fixes []Fix, base, e int) ([]Fix, bool) {
	decoder := legacyEncodings[e].table.NewDecoder()
	line, known := view(l.line), len(fixes)
	for i := 0; i < len(line); {
		if line[i] < utf8.RuneSelf {
			i++
			continue
		}
		n := legacyRun(line[i:], e)
		text, ok := l.decode(decoder, l.line[i:i+n])
		if !ok {
			return fixes[:known], false
		}
		from := 0
		if i > 0 {
			from = l.ends[i-1]
		}
		fixes = append(fixes, Fix{Step: Encoding, Start: base + from, End: base + l.ends[i+n-1], Text: text, Reason: reasonLegacy})
		i += n
	}
	l.seen[e]++
	return fixes, true
}

// legacyRun returns how many bytes the characters above 0x7F take that a line
// begins with.
func legacyRun(line string, e int) int {
	before, i := legacyState{}, 0
	for i < len(line) && line[i] >= utf8.RuneSelf {
		_, n, is := legacyEncodings[e].bits(line[i:], before)
		before = is
		i += max(n, 1)
	}
	return i
}

// decode returns b decoded, and false if not all of it can be.
func (l *legacyFinder) decode(d *encoding.Decoder, b []byte) (string, bool) {
	l.room = slices.Grow(l.room[:0], utf8.UTFMax*len(b))
	d.Reset()
	n, _, err := d.Transform(l.room[:cap(l.room)], b, true)
	text := l.texts.of(l.room[:n])
	return text, err == nil && !strings.ContainsRune(text, utf8.RuneError)
}
