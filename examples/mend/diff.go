package main

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strings"
)

// contextLines is how many unchanged lines a diff shows around changed ones.
const contextLines = 3

// writeDiff prints what became of a document as a unified diff. Write errors stay in w.
func writeDiff(w *bufio.Writer, doc *document) {
	if !doc.changed() {
		return
	}
	changes := changesOf(doc)
	lines := splitLines(doc.input)
	fmt.Fprintf(w, "--- %s\n+++ %s\n", diffName(doc.name+".orig"), diffName(doc.name))
	shift := 0 // how many lines the changes before have added
	for len(changes) > 0 {
		n := 1
		for n < len(changes) && changes[n].from-changes[n-1].to() <= 2*contextLines {
			n++
		}
		shift = writeHunk(w, lines, changes[:n], shift)
		changes = changes[n:]
	}
}

// writeHunk prints changes that are close together. It returns the new shift.
func writeHunk(w *bufio.Writer, lines []string, changes []change, shift int) int {
	from := max(0, changes[0].from-contextLines)
	to := min(len(lines), changes[len(changes)-1].to()+contextLines)
	grown := 0
	for _, c := range changes {
		grown += len(c.now) - len(c.old)
	}
	fmt.Fprintf(w, "@@ -%s +%s @@\n", hunkRange(from, to), hunkRange(from+shift, to+shift+grown))

	at := from
	for _, c := range changes {
		writeLines(w, ' ', lines[at:c.from])
		writeLines(w, '-', c.old)
		writeLines(w, '+', c.now)
		at = c.to()
	}
	writeLines(w, ' ', lines[at:to])
	return shift + grown
}

// hunkRange writes the lines [from, to), which count from 0, as diff does: the
// first, from 1, and how many unless it is one; of no lines, the one before.
func hunkRange(from, to int) string {
	switch to - from {
	case 0:
		return fmt.Sprintf("%d,0", from)
	case 1:
		return fmt.Sprint(from + 1)
	}
	return fmt.Sprintf("%d,%d", from+1, to-from)
}

// writeLines prints lines behind a mark. The last line of a file may lack its newline.
func writeLines(w *bufio.Writer, mark byte, lines []string) {
	for _, line := range lines {
		w.WriteByte(mark)
		w.WriteString(line)
		if !strings.HasSuffix(line, "\n") {
			w.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// diffName writes a name as diff does where it would break the header: in quotes
// with a control character or a quote in it, before a tab with a space in it.
func diffName(name string) string {
	name = filepath.ToSlash(name)
	var b strings.Builder
	special := false
	for i := range len(name) {
		switch c := name[i]; {
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, `\%03o`, c)
			special = true
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
			special = true
		default:
			b.WriteByte(c)
		}
	}
	switch {
	case special:
		return `"` + b.String() + `"`
	case strings.Contains(name, " "):
		return name + "\t"
	}
	return name
}
