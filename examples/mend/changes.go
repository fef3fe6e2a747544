package main

import (
	"strings"

	"github.com/textmend/textmend/repair"
)

// A change replaces lines of an input by others.
type change struct {
	from     int      // the first line, counted from 0
	old, now []string // with their newlines
}

// to returns the line after those replaced.
func (c change) to() int { return c.from + len(c.old) }

// changesOf returns the lines of a document that repair changed, in order. There
// is no need to search for them as diff must: the fixes say where they are, in
// one pass even if every line of a big file has changed.
func changesOf(doc *document) []change {
	var changes []change
	line, start := 0, 0 // a line and its offset
	for fixes := doc.fixes; len(fixes) > 0; {
		skipped := doc.input[start:fixes[0].Start]
		line += strings.Count(skipped, "\n")
		start += strings.LastIndexByte(skipped, '\n') + 1

		now, end, n := applyToLines(doc.input, start, fixes)
		c := change{line, splitLines(doc.input[start:end]), splitLines(now)}
		line, start, fixes = c.to(), end, fixes[n:]
		if c = c.trim(); len(c.old)+len(c.now) > 0 {
			changes = append(changes, c)
		}
	}
	return changes
}

// applyToLines applies the first of the fixes, and as many more as touch the same
// lines, to the lines that start at an offset. It returns how they read now,
// where they end in the input, and the number of fixes.
func applyToLines(input string, start int, fixes []repair.Fix) (now string, end, n int) {
	var b strings.Builder
	end = start
	for n < len(fixes) {
		b.WriteString(input[end:fixes[n].Start])
		b.WriteString(fixes[n].Text)
		end = fixes[n].End
		n++
		stop := endOfLine(input, end, b.String())
		if n == len(fixes) || !sameLine(input, fixes[n].Start, stop) {
			b.WriteString(input[end:stop])
			end = stop
			break
		}
	}
	return b.String(), end, n
}

// endOfLine returns the first offset, from end on, where a line ends both before
// the repair and after it, if what was repaired up to end reads now.
func endOfLine(input string, end int, now string) int {
	if (end == 0 || input[end-1] == '\n') && (now == "" || now[len(now)-1] == '\n') {
		return end
	}
	if i := strings.IndexByte(input[end:], '\n'); i >= 0 {
		return end + i + 1
	}
	return len(input)
}

// sameLine reports whether an offset belongs to the line that ends at stop. The
// end of a last line without newline is part of it.
func sameLine(input string, offset, stop int) bool {
	return offset < stop || offset == stop && stop > 0 && input[stop-1] != '\n'
}

// trim drops the lines at both ends that are the same before and after.
func (c change) trim() change {
	for len(c.old) > 0 && len(c.now) > 0 && c.old[0] == c.now[0] {
		c.from, c.old, c.now = c.from+1, c.old[1:], c.now[1:]
	}
	for len(c.old) > 0 && len(c.now) > 0 && c.old[len(c.old)-1] == c.now[len(c.now)-1] {
		c.old, c.now = c.old[:len(c.old)-1], c.now[:len(c.now)-1]
	}
	return c
}

// splitLines cuts a text after each newline.
func splitLines(text string) []string {
	lines := strings.SplitAfter(text, "\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	}
	return lines
}
