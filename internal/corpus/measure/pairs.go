package main

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/textmend/textmend/internal/corpus"
	"github.com/textmend/textmend/spun"
)

// A keyOf is a key of a reference.
type keyOf struct {
	key uint64
	doc uint32
}

// leastShared is how many keys make a pair worth comparing.
const leastShared = 3

// pairs prints what grouping n references by their keys comes to: the keys, and
// the pairs of references in groups of at most hot.
func pairs(m *corpus.Model, n, length, hot int) {
	all := keysOf(m, n, length)
	groups, single, dropped, paired := 0, 0, 0, 0
	sampled := make(map[uint64]int) // keys shared by pairs with a sampled reference
	sample := sampleOf(n)
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].key == all[from].key {
			to++
		}
		groups++
		switch size := to - from; {
		case size == 1:
			single++
		case size > hot:
			dropped += size
		default:
			paired += size * (size - 1) / 2
			countSampled(sampled, sample, all[from:to])
		}
		from = to
	}
	candidates := 0
	for _, shared := range sampled {
		if shared >= leastShared {
			candidates++
		}
	}
	fmt.Printf("%d references, %d postings, %d different keys, %d of one reference, %d postings of keys of more than %d, "+
		"%d pairs, %.2f candidates a reference that share %d keys\n",
		n, len(all), groups, single, dropped, hot, paired, float64(candidates)/float64(len(sample)), leastShared)
}

// keysOf returns the keys of n references, sorted.
func keysOf(m *corpus.Model, n, length int) []keyOf {
	var all []keyOf
	for i := range n {
		keys := slices.Sorted(spun.Keys(m.Article(seed, i, length)))
		for _, key := range slices.Compact(keys) {
			all = append(all, keyOf{key, uint32(i)})
		}
	}
	slices.SortFunc(all, func(a, b keyOf) int {
		switch {
		case a.key < b.key:
			return -1
		case a.key > b.key:
			return 1
		}
		return int(a.doc) - int(b.doc)
	})
	return all
}

// sampleOf returns a thousand references.
func sampleOf(n int) map[uint32]bool {
	rnd := rand.New(rand.NewPCG(seed, 1))
	sample := make(map[uint32]bool)
	for len(sample) < min(n, 1000) {
		sample[uint32(rnd.IntN(n))] = true
	}
	return sample
}

func countSampled(shared map[uint64]int, sample map[uint32]bool, group []keyOf) {
	for _, a := range group {
		if !sample[a.doc] {
			continue
		}
		for _, b := range group {
			if b.doc != a.doc {
				shared[uint64(a.doc)<<32|uint64(b.doc)]++
			}
		}
	}
}
