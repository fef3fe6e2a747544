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
	register.DoFn4x0[string, func(*string) bool, func(*candidate) bool, func(pair, side)](&joinFn{})
	register.Iter1[string]()
	register.Iter1[candidate]()
	register.Emitter2[pair, side]()
	register.DoFn4x1[context.Context, pair, func(*side) bool, func(string), error](&verifyFn{})
	register.Iter1[side]()
}

// verified returns the pairs among the candidates that have one of the verdicts
// asked for, as lines. Texts and candidates come by the ids of texts.
func verified(s beam.Scope, texts, candidates beam.PCollection, o *options) beam.PCollection {
	s = s.Scope("verify")
	joined := beam.CoGroupByKey(s, texts, candidates)
	sides := beam.GroupByKey(s, beam.ParDo(s, &joinFn{}, joined))
	return beam.ParDo(s, &verifyFn{Verdicts: o.verdicts}, sides)
}

// joinFn emits a text by each candidate that it is a side of.
type joinFn struct{}

// ProcessElement emits the text of one id.
func (*joinFn) ProcessElement(id string, texts func(*string) bool, candidates func(*candidate) bool, emit func(pair, side)) {
	var text string
	texts(&text)
	var c candidate
	for candidates(&c) {
		emit(c.Pair, side{id, text, c.Keys})
	}
}

// verifyFn compares the sides of a candidate.
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
	for verdict := range verdicts() {
		fn.counters[verdict] = counter(verdictPrefix + verdict.String())
	}
}

// ProcessElement emits a pair as a line, if its verdict is wanted.
func (fn *verifyFn) ProcessElement(ctx context.Context, p pair, sides func(*side) bool, emit func(string)) error {
	var a, b side
	if !sides(&a) || !sides(&b) {
		return fmt.Errorf("%q or %q has no text", p.A, p.B)
	}
	f := compare(a, b)
	fn.counters[f.Report.Verdict].Inc(ctx, 1)
	if !fn.wanted[f.Report.Verdict] {
		return nil
	}
	line, err := json.Marshal(f)
	if err == nil {
		emit(string(line))
	}
	return err
}

// A finding is a line of the pairs.
type finding struct {
	Text      string      `json:"text"`      // the id of what was made of the other
	Reference string      `json:"reference"` // the id of the other
	Keys      int64       `json:"keys"`      // how many they share
	Report    spun.Report `json:"report"`
}

// compare compares two texts, the shorter one as what derives from the other:
// an excerpt derives from all of an article, and not all of the article from
// the excerpt. If the evidence says that it is the other way round, so does the
// finding.
func compare(a, b side) finding {
	if less(b, a) {
		a, b = b, a
	}
	text, reference := spun.NewReference(a.Text), spun.NewReference(b.Text)
	f := finding{a.ID, b.ID, a.Keys, reference.CompareReference(text)}
	if f.Report.Reversed {
		if r := text.CompareReference(reference); r.Verdict == f.Report.Verdict && !r.Reversed {
			f = finding{b.ID, a.ID, a.Keys, r}
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

// verdicts returns all verdicts with their names.
func verdicts() map[spun.Verdict]string {
	all := map[spun.Verdict]string{}
	for verdict := spun.Undecided; verdict <= spun.Spun; verdict++ {
		all[verdict] = verdict.String()
	}
	return all
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
