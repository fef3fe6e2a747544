package spun

import (
	"fmt"
	"strings"
)

// String explains the report in three lines: the verdict and how probable it
// is that the text is spun; how much of the text derives from the reference;
// and what the derived words show.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%v, spun with probability %.2f", r.Verdict, r.Probability)
	if r.Reversed {
		b.WriteString("; the reference was made from the text")
	}
	fmt.Fprintf(&b, "\n%d of %d words derive from the reference, in %s\n", r.Aligned, r.Words, count(len(r.Passages), "passage"))
	e := &r.Evidence
	fmt.Fprintf(&b, "%s, %d known to a thesaurus; %d of %d function words kept; %s; %s copied",
		count(len(r.Substitutions), "substitution"), e.Known, e.FunctionKept, e.Function, count(e.Gaps, "gap"), count(e.Slips, "slip"))
	return b.String()
}

// count returns a number of things.
func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}
