package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/textmend/textmend/spun"
)

func init() {
	register.DoFn4x0[string, func(*string) bool, func(*candidate) bool, func(string, side)](&sendFn{})
	register.Iter1[string]()
	register.Iter1[candidate]()
	register.Emitter2[string, side]()
	register.DoFn5x1[context.Context, string, func(*string) bool, func(*side) bool, func(string), error](&verifyFn{})
	register.Iter1[side]()
}

// verified returns the pairs among the candidates that have one of the verdicts
// asked for, as lines. Texts come by their ids, candidates by that of the side
// whose text is sent to the other.
func verified(s beam.Scope, texts, candidates beam.PCollection, o *options) beam.PCollection {
	s = s.Scope("verify")
	sent := beam.ParDo(s, &sendFn{}, beam.CoGroupByKey(s, texts, candidates))
	return beam.ParDo(s, &verifyFn{Verdicts: o.verdicts}, beam.CoGroupByKey(s, texts, sent))
}

// sendFn sends a text to the other side of each of its candidates.
type sendFn struct{}

// ProcessElement sends the text of one id.
func (*sendFn) ProcessElement(id string, texts func(*string) bool, candidates func(*candidate) bool, emit func(string, side)) {
	var text string
	texts(&text)
	var c candidate
	for candidates(&c) {
		emit(c.Other, side{id, text, c.Keys})
	}
}

// verifyFn compares a text with those sent to it.
type verifyFn struct {
	Verdicts []spun.Verdict
	wanted   map[spun.Verdict]bool
	counters map[spun.Verdict]beam.Counter
}

// Setup makes the counters.
func (fn *verifyFn) Setup() {
	fn.wanted, fn.counters = map[spun.Verdict]bool{}, map[spun.Verdict]beam.Counter{}
	for _, verdict := range fn.Verdicts {
		fn.wanted[verdict] = true
	}
	for verdict := spun.Undecided; verdict <= spun.Spun; verdict++ {
		fn.counters[verdict] = counter(verdictPrefix + verdict.String())
	}
}

// ProcessElement emits the pairs of one id as lines, if their verdicts are
// wanted.
func (fn *verifyFn) ProcessElement(ctx context.Context, id string, texts func(*string) bool, sides func(*side) bool, emit func(string)) error {
	var own, other side
	if !sides(&other) {
		return nil
	}
	own.ID = id
	texts(&own.Text)
	prepared := spun.NewReference(own.Text)
	for more := true; more; more = sides(&other) {
		f := compare(own, prepared, other)
		fn.counters[f.Report.Verdict].Inc(ctx, 1)
		if !fn.wanted[f.Report.Verdict] {
			continue
		}
		line, err := json.Marshal(f)
		if err != nil {
			return fmt.Errorf("%q and %q: %w", f.Text, f.Reference, err)
		}
		emit(string(line))
	}
	return nil
}

// A finding is a line of the pairs.
type finding struct {
	Text      string      `json:"text"`      // the id of what was made of the other
	Reference string      `json:"reference"` // the id of the other
	Keys      int64       `json:"keys"`      // how many they share
	Report    spun.Report `json:"report"`
}

// compare compares two texts, one of them prepared, the shorter one as what
// derives from the other: an excerpt derives from all of an article, and not all
// of the article from the excerpt. If the evidence says that it is the other
// way round, so does the finding.
func compare(own side, prepared *spun.Reference, other side) finding {
	text, reference := prepared, spun.NewReference(other.Text)
	f := finding{Text: own.ID, Reference: other.ID, Keys: other.Keys}
	if less(other, own) {
		text, reference = reference, text
		f.Text, f.Reference = f.Reference, f.Text
	}
	f.Report = reference.CompareReference(text)
	if f.Report.Reversed {
		if r := text.CompareReference(reference); r.Verdict == f.Report.Verdict && !r.Reversed {
			f.Text, f.Reference, f.Report = f.Reference, f.Text, r
		}
	}
	return f
}

// less orders sides by the length of their texts, then by their ids.
func less(a, b side) bool {
	if len(a.Text) != len(b.Text) {
		return len(a.Text) < len(b.Text)
	}
	return a.ID < b.ID
}

// verdictNames returns the names of all verdicts, the strongest last.
func verdictNames() []string {
	var names []string
	for verdict := spun.Undecided; verdict <= spun.Spun; verdict++ {
		names = append(names, verdict.String())
	}
	return names
}

// parseVerdicts reads a list of verdicts.
func parseVerdicts(list string) ([]spun.Verdict, error) {
	var all []spun.Verdict
	for name := range strings.SplitSeq(list, ",") {
		var verdict spun.Verdict
		if err := verdict.UnmarshalText([]byte(strings.TrimSpace(name))); err != nil {
			return nil, fmt.Errorf("%q is none of %s", name, strings.Join(verdictNames(), ", "))
		}
		all = append(all, verdict)
	}
	return all, nil
}
