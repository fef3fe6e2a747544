package spun

import "sync"

// A scratch is memory that one comparison leaves to the next. Nothing that a
// Report has lies in it.
type scratch struct {
	anchors             []anchor
	chains              []chain
	chained             []anchor // of all chains, one after the other
	order               []int32
	used                []bool
	claimed, refClaimed []bool
	bands               []band
	moves               []move
	rows                [3][]int32
	columns             []column // of all alignments, one after the other
	units, refUnits     []unit
	sentences, open     []sentence
	kin                 kinRow
	matcher             matcher
	turned              [][2]bool
	tally               tally
}

// scratches are those that nobody has.
var scratches = sync.Pool{New: func() any { return new(scratch) }}

// scratchMost is up to how many words a text and a reference may have for their
// scratch to be kept.
const scratchMost = 1 << 15

// scratch returns the comparison's own.
func (c *comparison) scratch() *scratch {
	if c.memory == nil {
		c.memory = scratches.Get().(*scratch)
		c.memory.columns = c.memory.columns[:0]
		c.kindred.row = &c.memory.kin
	}
	return c.memory
}

// release leaves the scratch to others.
func (c *comparison) release() {
	if c.memory != nil && max(c.text.words(), c.ref.words()) <= scratchMost {
		c.memory.matcher.forget()
		scratches.Put(c.memory)
	}
	c.memory = nil
}

// cleared returns a list of n elements that are 0, in the memory of another one
// if it has room.
func cleared[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n, n+n/4)
	}
	list = list[:n]
	clear(list)
	return list
}
