package spun

import (
	"fmt"
	"strings"
)

// String explains the report in three lines: what the verdict is and how much
// it is about, what was replaced and what was kept, and what else shows it.
func (r Report) String() string {
	e := &r.Evidence
	known, repeated := 0, 0
	for _, s := range r.Substitutions {
		if s.Known {
			known++
		}
		if s.Count > 1 {
			repeated++
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%v (spun with probability %.2f", r.Verdict, r.Probability)
	if r.Reversed {
		b.WriteString("; the reference was made from the text")
	}
	fmt.Fprintf(&b, "): %d of %s from the reference, in %s\n", r.Aligned, count(r.Words, "word"), count(len(r.Passages), "passage"))
	fmt.Fprintf(&b, "%s (%d in a thesaurus, %d repeated); %d of %s and %d of %s kept, %s, %s\n",
		count(len(r.Substitutions), "substitution"), known, repeated,
		e.ContentKept, count(e.Content, "content word"), e.FunctionKept, count(e.Function, "function word"),
		count(e.Gaps, "gap"), count(e.Inflected, "other form"))
	fmt.Fprintf(&b, "%s copied; new words %.1f bits %s than old ones; %.0f %% of the different content words shared",
		count(e.Slips, "doubled phrase"), max(e.Rarer, -e.Rarer), rarerOrCommoner(e.Rarer), 100*e.Shared)
	return b.String()
}

func rarerOrCommoner(bits float64) string {
	if bits < 0 {
		return "commoner"
	}
	return "rarer"
}

// count writes a number of things.
func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}
