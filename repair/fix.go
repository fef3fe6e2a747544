package repair

import (
	"strings"
	"unicode/utf8"
)

// A Fix is one change to a text.
type Fix struct {
	// Step is the step that made the change, the first of them where more
	// than one had a part in it.
	Step Step
	// Start and End are byte offsets into the input: input[Start:End] gave
	// way to Text. An insertion has Start == End.
	Start, End int
	// Text is what stands there now. It is empty for what was removed.
	Text string
	// Reason says why, in one short phrase. Phrases do not change within a
	// major version of the module.
	Reason string
}

// Apply returns s with the fixes made, in the order of their offsets. With all
// the fixes that [Explain] gives for s it returns what [String] does; with
// some of them it makes those. A fix that lies outside s, or before the end of
// the one before it in the list, is left out. It is safe for concurrent use.
func Apply(s string, fixes []Fix) string {
	if len(fixes) == 0 {
		return s
	}
	return view(appendFixed(make([]byte, 0, max(0, len(s)+growth(fixes))), s, fixes))
}

// appendFixed appends s with the fixes made to dst.
func appendFixed(dst []byte, s string, fixes []Fix) []byte {
	at := 0
	for i := range fixes {
		f := &fixes[i]
		if f.Start < at || f.End < f.Start || f.End > len(s) {
			continue
		}
		dst = append(append(dst, s[at:f.Start]...), f.Text...)
		at = f.End
	}
	return append(dst, s[at:]...)
}

// minimal makes fixes of s as small as can be.
func minimal(fixes []Fix, s string) []Fix {
	small := fixes[:0]
	for _, f := range fixes {
		if f.shrink(s) {
			small = append(small, f)
		}
	}
	return small
}

// shrink takes from a fix what its text has in common with what it replaces,
// whole characters only. It reports false when nothing is left.
func (f *Fix) shrink(s string) bool {
	for f.Start < f.End && f.Text != "" {
		_, n := utf8.DecodeRuneInString(f.Text)
		if !strings.HasPrefix(s[f.Start:f.End], f.Text[:n]) {
			break
		}
		f.Start += n
		f.Text = f.Text[n:]
	}
	for f.Start < f.End && f.Text != "" {
		_, n := utf8.DecodeLastRuneInString(f.Text)
		if !strings.HasSuffix(s[f.Start:f.End], f.Text[len(f.Text)-n:]) {
			break
		}
		f.End -= n
		f.Text = f.Text[:len(f.Text)-n]
	}
	return f.Start < f.End || f.Text != ""
}
