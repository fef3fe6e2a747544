package spun

import "math/bits"

// rare is how often something may occur in a reference and still tell where a
// text came from.
const rare = 4

// postings tell where rare words, and rare pairs of neighbouring words, stand
// in a document. They take about 40 bytes a word.
type postings struct {
	d     *document
	slots []slot // open addressing; a power of two of them
	// next leads from one place of a word (even) or of a pair (odd) to the
	// one before it, plus one.
	next []uint32
}

// A slot holds part of the hash of a key, so that nearly all other keys are
// passed over, and its last place, twice its position plus one if it is a
// pair, plus one.
type slot struct{ tag, last uint32 }

// newPostings indexes a document.
func newPostings(d *document) *postings {
	n := d.words()
	p := &postings{d: d, slots: make([]slot, 1<<bits.Len(uint(3*n))), next: make([]uint32, 2*n)}
	for i := range n {
		if !d.isFunction(i) {
			p.insert(2 * i)
		}
		if i+1 < n {
			p.insert(2*i + 1)
		}
	}
	return p
}

// key returns the hash of the word or pair at a place.
func (p *postings) key(place int) uint64 {
	i := place / 2
	if place%2 == 0 {
		return p.d.hashes[i]
	}
	return pair(p.d.hashes[i], p.d.hashes[i+1])
}

func (p *postings) insert(place int) {
	s := p.find(p.key(place), place%2)
	p.next[place] = s.last
	s.last = uint32(place + 1)
}

// find returns the slot of a key, which is a free one with its tag set if
// there is none yet.
func (p *postings) find(key uint64, parity int) *slot {
	mask := uint64(len(p.slots) - 1)
	tag := uint32(key>>32)&^1 | uint32(parity)
	for i := (key + uint64(parity)) & mask; ; i = (i + 1) & mask {
		s := &p.slots[i]
		if s.last == 0 {
			s.tag = tag
			return s
		}
		if s.tag == tag && p.key(int(s.last-1)) == key {
			return s
		}
	}
}

// places appends the positions of a word or, if parity is 1, of a pair, unless
// it is missing or not rare.
func (p *postings) places(to []int32, key uint64, parity int) []int32 {
	mask := uint64(len(p.slots) - 1)
	tag := uint32(key>>32)&^1 | uint32(parity)
	for i := (key + uint64(parity)) & mask; ; i = (i + 1) & mask {
		s := p.slots[i]
		if s.last == 0 {
			return to
		}
		if s.tag == tag && p.key(int(s.last-1)) == key {
			return p.follow(to, s.last)
		}
	}
}

// follow appends the positions of a list of places.
func (p *postings) follow(to []int32, last uint32) []int32 {
	kept := len(to)
	for at := last; at != 0; at = p.next[at-1] {
		if len(to) == kept+rare {
			return to[:kept]
		}
		to = append(to, int32((at-1)/2))
	}
	return to
}
