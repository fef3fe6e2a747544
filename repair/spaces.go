package repair

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	reasonSpace    = "space left by repair"
	reasonTrailing = "space left by repair at the end of a line"
	reasonLines    = "empty lines left by repair"
)

// maxBlank bounds how many bytes of space and line ends are looked at as one.
const maxBlank = 2 << 10

// A spaceFinder cleans up the spaces that the other steps leave, and leaves
// alone those that were there before.
//
// It looks at stretches of space and line ends in which another step wrote a
// space, or took something away; a tab parts them, as it does fields. One that
// holds no line end becomes one space if a space was written in it or two met
// there, and nothing where it begins or ends the text. In one that holds line
// ends, the spaces before them go; and where a line was left empty, one empty
// line is left of all that are there.
type spaceFinder struct {
	begun bool // text stands before the one at hand
	marks []span
}

func (p *spaceFinder) reset(*Options) { *p = spaceFinder{marks: p.marks[:0]} }

func (p *spaceFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	text, settled := in.text, 0
	p.marks = slices.Compact(in.appendMarks(p.marks[:0])) // much may be gone at one place
	for i, m := range p.marks {
		if m.from < settled || !blankMark(text, m) {
			continue
		}
		from, to := blankAround(text, m, settled)
		if to == len(text) && to-m.to < maxBlank && !in.last {
			return fixes, p.settle(from)
		}
		for i > 0 && p.marks[i-1].to >= from {
			i--
		}
		b := blank{text: text, span: span{from, to}, marks: p.marks[i:], first: from == 0 && !p.begun, last: in.last && to == len(text)}
		if f := b.fix(); f.shrink(text) {
			fixes = append(fixes, f)
		}
		settled = to
	}
	if in.last {
		return fixes, p.settle(len(text))
	}
	settled = max(settled, unsettled(text))
	if n := len(p.marks); n > 0 && p.marks[n-1].from < settled && settled < p.marks[n-1].to {
		settled = p.marks[n-1].from
	}
	return fixes, p.settle(settled)
}

// appendMarks appends where the steps before wrote in the text. What an intact
// reference says was the author's to say, spaces too, and so is what was read
// as another encoding.
func (in *input) appendMarks(marks []span) []span {
	shift := in.shift
	for i := range in.fixes {
		f := &in.fixes[i]
		if s := f.place(shift); f.Reason != reasonIntact && f.Step != Encoding && (s.to > 0 || s.from == 0 && s.to == 0) {
			marks = append(marks, span{max(s.from, 0), s.to})
		}
		shift += f.growth()
	}
	return marks
}

func (p *spaceFinder) settle(n int) int {
	p.begun = p.begun || n > 0
	return n
}

// unsettled returns where the space begins that text ends with, or as much of
// it as a mark behind it would look back on.
func unsettled(text string) int {
	at := len(text)
	for at > 0 && len(text)-at < 2*maxBlank {
		if _, n := utf8.DecodeLastRuneInString(text[:at]); blankLen(text[at-n:]) == n {
			at -= n
			continue
		}
		break
	}
	return at
}

// blankMark reports whether what was written at m is space, or nothing.
func blankMark(text string, m span) bool {
	for i := m.from; i < m.to; {
		n := blankLen(text[i:])
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// blankLen returns the length of the space or line end that s begins with.
func blankLen(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == ' ' || s[0] == '\n' || s[0] == '\r':
		return 1
	case strings.HasPrefix(s, "\u00a0"):
		return len("\u00a0")
	}
	return 0
}

// blankAround returns the stretch of space around m, from floor on.
func blankAround(text string, m span, floor int) (from, to int) {
	from, to = m.from, m.to
	for from > floor && m.from-from < maxBlank {
		_, n := utf8.DecodeLastRuneInString(text[floor:from])
		if blankLen(text[from-n:]) != n {
			break
		}
		from -= n
	}
	for to < len(text) && to-m.to < maxBlank {
		n := blankLen(text[to:])
		if n == 0 {
			break
		}
		to += n
	}
	return from, to
}

// A blank is a stretch of space and line ends that other steps had a hand in.
type blank struct {
	text string
	span
	marks       []span // of the other steps, the first of which may be before it
	first, last bool   // the text begins or ends with it
}

// fix returns the fix for the stretch, which may change nothing.
func (b *blank) fix() Fix {
	want, reason := "", ""
	if strings.IndexByte(b.text[b.from:b.to], '\n') < 0 {
		want, reason = b.cleanSpaces()
	} else {
		want, reason = b.cleanLines()
	}
	return Fix{Step: Spaces, Start: b.from, End: b.to, Text: want, Reason: reason}
}

// cleanSpaces returns what a stretch without line ends becomes.
func (b *blank) cleanSpaces() (want, reason string) {
	old := b.text[b.from:b.to]
	wrote := b.wrote(b.span)
	switch {
	case b.last || b.first && wrote:
		return "", reasonTrailing
	case b.first || !wrote && !b.parted():
		return old, ""
	}
	return " ", reasonSpace
}

// parted reports whether something was taken away that stood within the
// stretch: then two spaces have met.
func (b *blank) parted() bool {
	for _, m := range b.marks {
		if m.from >= b.to {
			break
		}
		if m.from > b.from {
			return true
		}
	}
	return false
}

// cleanLines cleans a stretch that holds line ends, line by line: spaces that
// a step had a hand in go, and of lines that are empty by that one is left.
func (b *blank) cleanLines() (want, reason string) {
	var ends []string // of the line before the stretch and the empty ones in it
	emptied := false
	at := b.from
	for {
		i := strings.IndexByte(b.text[at:b.to], '\n')
		if i < 0 {
			break
		}
		line := span{at, at + i}
		if i > 0 && b.text[line.to-1] == '\r' {
			line.to--
		}
		if b.touched(line) {
			emptied = emptied || at > b.from || b.first
			at = line.to
		}
		ends = append(ends, b.text[at:line.from+i+1])
		at = line.from + i + 1
	}
	reason = reasonTrailing
	if emptied {
		reason = reasonLines
		ends = ends[:min(len(ends), b.keep())]
	}
	want = strings.Join(ends, "")
	if rest := (span{at, b.to}); !b.touched(rest) || !b.wrote(rest) && !b.last {
		want += b.text[rest.from:rest.to]
	}
	return want, reason
}

// keep returns how many line ends are left of those around an emptied line.
func (b *blank) keep() int {
	switch {
	case b.first:
		return 0
	case b.last:
		return 1
	}
	return 2
}

// wrote reports whether another step wrote a space in s.
func (b *blank) wrote(s span) bool {
	for _, m := range b.marks {
		if m.from >= s.to {
			break
		}
		if m.from >= s.from && m.to <= s.to && m.from < m.to {
			return true
		}
	}
	return false
}

// touched reports whether another step wrote or removed something in s, its
// ends included.
func (b *blank) touched(s span) bool {
	for _, m := range b.marks {
		if m.from > s.to {
			break
		}
		if m.from >= s.from && m.to <= s.to {
			return true
		}
	}
	return false
}
