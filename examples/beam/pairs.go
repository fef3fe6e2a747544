package main

import (
	"context"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/textmend/textmend/spun"
)

func init() {
	register.DoFn4x0[context.Context, string, string, func(uint64, string)](&keysFn{})
	register.Emitter2[uint64, string]()
	register.Combiner2[postings, string](&postingsFn{})
	register.DoFn4x0[context.Context, uint64, postings, func(pair, int64)](&pairsFn{})
	register.Emitter2[pair, int64]()
	register.Combiner1[int64](&sumFn{})
	register.DoFn4x0[context.Context, pair, int64, func(string, candidate)](&candidatesFn{})
	register.Emitter2[string, candidate]()
}

// candidates returns the pairs of texts that share enough keys, each by the
// lesser id. The texts come by their ids.
func candidates(s beam.Scope, texts beam.PCollection, o *options) beam.PCollection {
	s = s.Scope("candidates")
	keys := beam.ParDo(s, &keysFn{}, texts)
	groups := beam.CombinePerKey(s, &postingsFn{Max: o.common}, keys)
	pairs := beam.ParDo(s, &pairsFn{Max: o.common}, groups)
	shared := beam.CombinePerKey(s, &sumFn{}, pairs)
	return beam.ParDo(s, &candidatesFn{Min: o.shared}, shared)
}

// keysFn emits the id of a text by each of its keys.
type keysFn struct{ keys beam.Counter }

// Setup makes the counter.
func (fn *keysFn) Setup() { fn.keys = counter(keysOfTexts) }

// ProcessElement emits each key once.
func (fn *keysFn) ProcessElement(ctx context.Context, id, text string, emit func(uint64, string)) {
	keys := slices.Sorted(spun.Keys(text))
	keys = slices.Compact(keys)
	for _, key := range keys {
		emit(key, id)
	}
	fn.keys.Inc(ctx, int64(len(keys)))
}

// postingsFn gathers the ids of a key, and forgets them when they are more
// than Max: what it holds is bounded, before the shuffle and after.
type postingsFn struct{ Max int64 }

// AddInput adds an id.
func (fn *postingsFn) AddInput(p postings, id string) postings {
	return fn.MergeAccumulators(p, postings{IDs: []string{id}, N: 1})
}

// MergeAccumulators adds the ids of two.
func (fn *postingsFn) MergeAccumulators(p, q postings) postings {
	p.N += q.N
	if p.N > fn.Max {
		p.IDs = nil
		return p
	}
	p.IDs = append(p.IDs, q.IDs...)
	return p
}

// pairsFn emits the pairs of a key's texts.
type pairsFn struct {
	Max       int64
	keys, hot beam.Counter
}

// Setup makes the counters.
func (fn *pairsFn) Setup() { fn.keys, fn.hot = counter(keysDistinct), counter(keysHot) }

// ProcessElement emits each pair with 1, for one shared key.
func (fn *pairsFn) ProcessElement(ctx context.Context, _ uint64, p postings, emit func(pair, int64)) {
	fn.keys.Inc(ctx, 1)
	if p.N > fn.Max {
		fn.hot.Inc(ctx, 1)
		return
	}
	ids := slices.Sorted(slices.Values(p.IDs))
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			emit(pair{a, b}, 1)
		}
	}
}

// sumFn adds.
type sumFn struct{}

// MergeAccumulators adds.
func (*sumFn) MergeAccumulators(a, b int64) int64 { return a + b }

// candidatesFn emits the pairs that share Min keys by the first of their ids.
type candidatesFn struct {
	Min        int64
	candidates beam.Counter
}

// Setup makes the counter.
func (fn *candidatesFn) Setup() { fn.candidates = counter(candidatePairs) }

// ProcessElement keeps a pair or drops it.
func (fn *candidatesFn) ProcessElement(ctx context.Context, p pair, keys int64, emit func(string, candidate)) {
	if keys < fn.Min {
		return
	}
	fn.candidates.Inc(ctx, 1)
	emit(p.A, candidate{p.B, keys})
}
