package repair

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// An Assessment says how intact a text is.
type Assessment struct {
	// Integrity is the estimated share of the words of the text that stand as
	// they were written, in [0,1]: 1 is intact, and what no words are in is
	// too. Of a text of fewer than 20 words it says little: one damaged word
	// of ten makes 0.9, so go by Damaged there.
	Integrity float64
	// Words is the number of words of the text that [String] makes, and of
	// those that it removes because they stand twice. A word is a run of
	// letters, marks and digits, with apostrophes between letters; in scripts
	// that put no spaces between words it is a character. Two words that were
	// found to run together are two, and nothing but lost characters, if it is
	// more than one, is a word.
	Words int
	// Damaged is how many of those Findings damage, each counted once: the
	// words that a damage lies in, or touches without a space between, and
	// those that stand twice. Page furniture, text cut off, repeated lines
	// and the choice among equivalent characters damage no words, nor do tags
	// in Markdown and in listings: between fences of ``` or ~~~, or indented
	// by a tab or four spaces behind an empty line.
	Damaged int
	// Repairable is how many of the damaged words String mends.
	Repairable int
	// Findings lists the damages, in the order of Start.
	Findings []Finding
}

// A Count is how often a text has one kind of damage.
type Count struct {
	Step       Step   `json:"step"`
	Reason     string `json:"reason"`
	Repairable bool   `json:"repairable"`
	Count      int    `json:"count"`
}

// Breakdown returns how many findings there are of each step and reason, the
// most frequent first.
func (a Assessment) Breakdown() []Count {
	var counts []Count
	index := make(map[Count]int)
	for i := range a.Findings {
		f := &a.Findings[i]
		key := Count{Step: f.Step, Reason: f.Reason, Repairable: f.Repairable}
		at, ok := index[key]
		if !ok {
			at = len(counts)
			index[key] = at
			counts = append(counts, key)
		}
		counts[at].Count++
	}
	slices.SortStableFunc(counts, func(c, d Count) int {
		return cmp.Or(cmp.Compare(d.Count, c.Count), cmp.Compare(c.Step, d.Step), strings.Compare(c.Reason, d.Reason))
	})
	return counts
}

// String returns the assessment in one line, for logs, such as
// "integrity 0.93, 14 of 200 words damaged, 12 repairable: 9 damaged character
// reference: ampersand deleted; 3 control character". It names the three most
// frequent reasons.
func (a Assessment) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "integrity %.2f, %d of %d words damaged, %d repairable", a.Integrity, a.Damaged, a.Words, a.Repairable)
	counts := a.Breakdown()
	for i, c := range counts[:min(len(counts), 3)] {
		sep := "; "
		if i == 0 {
			sep = ": "
		}
		fmt.Fprintf(&b, "%s%d %s", sep, c.Count, c.Reason)
	}
	if n := len(counts) - 3; n > 0 {
		fmt.Fprintf(&b, "; %d more kinds", n)
	}
	return b.String()
}

// MarshalJSON returns an object with the members integrity, words, damaged,
// repairable and breakdown, an array of objects with the members step, reason,
// repairable and count, and findings, an array of objects with the members
// step, start, end, reason and repairable. None of them is ever null or left
// out, and more may come in later releases.
func (a Assessment) MarshalJSON() ([]byte, error) {
	type finding struct {
		Step       Step   `json:"step"`
		Start      int    `json:"start"`
		End        int    `json:"end"`
		Reason     string `json:"reason"`
		Repairable bool   `json:"repairable"`
	}
	findings := make([]finding, len(a.Findings))
	for i, f := range a.Findings {
		findings[i] = finding(f)
	}
	return json.Marshal(struct {
		Integrity  float64   `json:"integrity"`
		Words      int       `json:"words"`
		Damaged    int       `json:"damaged"`
		Repairable int       `json:"repairable"`
		Breakdown  []Count   `json:"breakdown"`
		Findings   []finding `json:"findings"`
	}{a.Integrity, a.Words, a.Damaged, a.Repairable, append([]Count{}, a.Breakdown()...), findings})
}
