package spun

import "math/bits"

// A sketch tells quickly whether two documents could have a passage in common.
type sketch struct {
	words filter // different words that are not function words
	pairs filter // different pairs of neighbours of which one is such a word
}

func newSketch(d *document) *sketch {
	s := &sketch{newFilter(d.words()), newFilter(d.words())}
	for i, h := range d.hashes {
		if !d.isFunction(i) {
			s.words.add(h)
		}
		if i > 0 && !(d.isFunction(i-1) && d.isFunction(i)) {
			s.pairs.add(pair(d.hashes[i-1], h))
		}
	}
	return s
}

// shared returns the share, in [0,1], of the different content words of s that
// t has too. About one word in 60 passes for shared by accident.
func (s *sketch) shared(t *sketch) float64 {
	if len(s.words.keys) == 0 {
		return 0
	}
	return float64(s.words.common(&t.words)) / float64(len(s.words.keys))
}

// leastPairs is how many pairs of neighbours two texts must have in common for
// one to derive from the other.
const leastPairs = 3

// close reports whether there is enough in common to look for passages.
func (s *sketch) close(t *sketch) bool {
	few, many := &s.pairs, &t.pairs
	if len(few.keys) > len(many.keys) {
		few, many = many, few
	}
	return few.common(many) >= leastPairs+len(few.keys)/60
}

// A filter is a Bloom filter beside the keys that it holds, without those that
// came twice.
type filter struct {
	keys []uint64
	bits []uint64
	mask uint64
}

// newFilter returns a filter for up to n keys, of which about one in 60 others
// will pass.
func newFilter(n int) filter {
	size := 1 << bits.Len(uint(16*n+64))
	return filter{make([]uint64, 0, n), make([]uint64, size/64), uint64(size - 1)}
}

// add adds a key unless the filter has it.
func (f *filter) add(key uint64) {
	if f.has(key) {
		return
	}
	f.keys = append(f.keys, key)
	a, b := key&f.mask, key>>32&f.mask
	f.bits[a/64] |= 1 << (a % 64)
	f.bits[b/64] |= 1 << (b % 64)
}

// has reports whether the filter has a key, or perhaps has it.
func (f *filter) has(key uint64) bool {
	a, b := key&f.mask, key>>32&f.mask
	return (f.bits[a/64]>>(a%64))&(f.bits[b/64]>>(b%64))&1 != 0
}

// common returns how many of the keys another filter seems to have.
func (f *filter) common(of *filter) int {
	n := 0
	for _, key := range f.keys {
		if of.has(key) {
			n++
		}
	}
	return n
}
