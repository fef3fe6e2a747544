package main

import (
	_ "embed" // for the sample
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/textmend/textmend/repair"
)

// sample is what mend shows its work on when it is given nothing: the first
// paragraphs of page 001, whose every ampersand was deleted. See sample.NOTICE.
//
//go:embed sample.txt
var sample string

// sampleName is what reports call the sample.
const sampleName = "sample.txt"

// showSample does the sample as if it were a file, and says so on standard error.
func (m *mender) showSample() {
	fmt.Fprintln(m.stderr, "mend: no file named and nothing piped in; this is a sample, the first paragraphs of a damaged page:")
	doc, err := newDocument(&m.opts, sampleName, sample)
	if err == nil {
		m.report(doc)
		err = m.flush()
	}
	if err != nil {
		m.complain(sampleName, err)
		return
	}
	if m.opts.report == reportText {
		fmt.Fprintf(m.stderr, "mend: repaired %s; try mend -explain to see each, mend -h for the rest\n", tally(doc.fixes))
	}
}

// tally counts fixes by step, in the order of the steps.
func tally(fixes []repair.Fix) string {
	counts := make(map[repair.Step]int)
	for _, fix := range fixes {
		counts[fix.Step]++
	}
	var parts []string
	for _, step := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%s %d", step, counts[step]))
	}
	return fmt.Sprintf("%d places (%s)", len(fixes), strings.Join(parts, ", "))
}
