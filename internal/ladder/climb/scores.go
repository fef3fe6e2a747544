package main

import (
	"strings"

	"github.com/textmend/textmend/repair"
)

// scores by the name that -via has.
var scores = map[string]func(string) float64{
	"assess": func(s string) float64 { return repair.Assess(s).Integrity },
	"fixes":  fixes,
}

// fixes is one less the share of the words that a fix touches. It is what a
// score comes to that knows nothing but what can be repaired.
func fixes(s string) float64 {
	repaired, list := repair.Explain(s)
	words, damaged, end := 0, 0, 0 // end of the last damaged word in s
	for _, f := range list {
		removed := len(strings.Fields(s[f.Start:f.End])) - len(strings.Fields(f.Text))
		words += max(removed-1, 0)
		if f.Start < end {
			continue
		}
		damaged += max(removed-1, 1)
		end = f.End
		if i := strings.IndexAny(s[end:], " \n\t"); i >= 0 {
			end += i
		} else {
			end = len(s)
		}
	}
	words += len(strings.Fields(repaired))
	if words == 0 {
		return 1
	}
	return max(0, 1-float64(damaged)/float64(words))
}
