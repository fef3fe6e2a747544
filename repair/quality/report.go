package quality

import (
	"fmt"
	"strings"
)

// A Report is what [Check] found in a text. Its JSON has the names below and
// those of the rules, which do not change within a major version of the module.
type Report struct {
	// Words, Characters (without white space), Lines and Paragraphs are the
	// sizes of the text as the rules count them; the package says how.
	Words      int `json:"words"`
	Characters int `json:"characters"`
	Lines      int `json:"lines"`
	Paragraphs int `json:"paragraphs"`
	// KeptLines and KeptCharacters are the lines that break none of C4's rules
	// for lines, which [KeptLines] yields, and the characters in them, spaces
	// between words included.
	KeptLines      int `json:"kept_lines"`
	KeptCharacters int `json:"kept_characters"`
	// Results has every rule, always in the same order.
	Results []Result `json:"results"`
}

// A Result is the outcome of one rule.
type Result struct {
	Filter    Filter  `json:"filter"`
	Rule      string  `json:"rule"` // the rule's name, unique among all filters
	Value     float64 `json:"value"`
	Threshold float64 `json:"threshold"`
	// AtMost says that Value may be at most Threshold; otherwise it has to be
	// at least that.
	AtMost bool `json:"at_most"`
	Pass   bool `json:"pass"`
}

// String returns the rule with its value and threshold, such as
// "gopher_hash_per_word 0.125 > 0.1".
func (r Result) String() string {
	relation := "<="
	switch {
	case r.AtMost && !r.Pass:
		relation = ">"
	case !r.AtMost && r.Pass:
		relation = ">="
	case !r.AtMost:
		relation = "<"
	}
	return fmt.Sprintf("%s %.6g %s %.6g", r.Rule, r.Value, relation, r.Threshold)
}

// Passes reports whether the text passes each rule of the filters, or each
// rule there is when none is given.
func (r Report) Passes(filters ...Filter) bool {
	for _, result := range r.Results {
		if !result.Pass && (len(filters) == 0 || result.Filter.in(filters)) {
			return false
		}
	}
	return true
}

func (f Filter) in(filters []Filter) bool {
	for _, g := range filters {
		if f == g {
			return true
		}
	}
	return false
}

// Result returns the result of the rule with that name, and whether there is
// such a rule.
func (r Report) Result(rule string) (Result, bool) {
	for _, result := range r.Results {
		if result.Rule == rule {
			return result, true
		}
	}
	return Result{}, false
}

// String returns one line for logs: the size of the text and the rules that
// it does not pass.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d words, %d lines, %d kept", r.Words, r.Lines, r.KeptLines)
	separator := "; fails "
	for _, result := range r.Results {
		if !result.Pass {
			b.WriteString(separator)
			b.WriteString(result.String())
			separator = ", "
		}
	}
	return b.String()
}
