package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/textmend/textmend/repair"
)

func init() {
	register.DoFn6x1[context.Context, string, func(*document) bool, func(string, string), func(string), func(problem), error](&mendFn{})
	register.Iter1[document]()
	register.Emitter2[string, string]()
}

// mendFn repairs and scores texts. Of those with one id the last stays.
type mendFn struct {
	duplicates, repaired beam.Counter
	damaged, mended      beam.Counter
	integrity            beam.Distribution
}

// Setup makes the counters.
func (fn *mendFn) Setup() {
	fn.duplicates, fn.repaired = counter(duplicates), counter(repaired)
	fn.damaged, fn.mended = counter(wordsDamaged), counter(wordsMended)
	fn.integrity = beam.NewDistribution(namespace, integrity)
}

// ProcessElement emits the repaired text of an id by that id, its score as a
// line, and what is wrong with the other texts of the id.
func (fn *mendFn) ProcessElement(ctx context.Context, id string, documents func(*document) bool, emit func(string, string), emitScore func(string), fail func(problem)) error {
	d := fn.last(ctx, documents, fail)
	s := score{ID: id}
	text := repair.String(d.Text)
	s.assess(d.Text, text)
	fn.count(ctx, &s)
	line, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("%v: %w", d.Place, err)
	}
	emit(id, text)
	emitScore(string(line))
	return nil
}

// last returns the last of the documents with one id, and reports the others.
func (fn *mendFn) last(ctx context.Context, documents func(*document) bool, fail func(problem)) document {
	report := reporter{counter: fn.duplicates, emit: fail}
	var last, next document
	for first := true; documents(&next); first = false {
		if first {
			last = next
			continue
		}
		if next.Place.before(last.Place) {
			last, next = next, last
		}
		report.problem(ctx, last.Place, fmt.Errorf("id %q comes again at %v", last.ID, next.Place))
		last = next
	}
	return last
}

func (fn *mendFn) count(ctx context.Context, s *score) {
	if s.Repaired {
		fn.repaired.Inc(ctx, 1)
	}
	fn.damaged.Inc(ctx, int64(s.Damaged))
	fn.mended.Inc(ctx, int64(s.Repairable))
	fn.integrity.Update(ctx, int64(s.Integrity*integrityUnit))
}

// A score is a line of the scores.
type score struct {
	ID         string         `json:"id"`
	Integrity  float64        `json:"integrity"`
	Words      int            `json:"words"`
	Damaged    int            `json:"damaged"`
	Repairable int            `json:"repairable"`
	Repaired   bool           `json:"repaired"`
	Findings   []repair.Count `json:"findings"`
}

// assess scores a text, given what it was repaired to.
func (s *score) assess(text, repaired string) {
	a := repair.Assess(text)
	s.Integrity, s.Words, s.Damaged, s.Repairable = a.Integrity, a.Words, a.Damaged, a.Repairable
	s.Repaired = repaired != text
	s.Findings = append([]repair.Count{}, a.Breakdown()...)
}
