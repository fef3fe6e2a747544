package main

import (
	"errors"
	"slices"

	"github.com/textmend/textmend/internal/thesaurus/filter"
)

// maxTries is how many sizes and seeds are tried; mostly the first one does.
const maxTries = 20

// newFilter returns a filter that has all the keys, and the seed it was built
// with. It is the construction of Graf and Lemire, "Binary Fuse Filters" (2022).
func newFilter(keys []uint64) (seed uint64, table []byte, err error) {
	// An eighth more than the keys is enough for a million of them; fewer
	// need somewhat more.
	segments := max(3, len(keys)*9/8/filter.SegmentLen+1)
	for seed := range uint64(maxTries) {
		table := make([]byte, segments*filter.SegmentLen)
		if fill(table, seed, keys) {
			return seed, table, nil
		}
		if seed%2 == 1 {
			segments++
		}
	}
	return 0, nil, errors.New("no seed makes a filter of these keys")
}

// A cell counts the keys that have a place in it and holds the exclusive or of
// their numbers: when one key is left, that is its number.
type cell struct {
	count uint32
	keys  uint32
}

// fill finds an order of the keys in which each has a place that no later one
// has, and sets that place last to first. It reports whether there is one.
func fill(table []byte, seed uint64, keys []uint64) bool {
	cells := make([]cell, len(table))
	for i, key := range keys {
		places, _ := filter.Places(key, seed, len(table))
		for _, p := range places {
			cells[p].count++
			cells[p].keys ^= uint32(i)
		}
	}
	order, alone := peel(cells, seed, keys)
	if len(order) < len(keys) {
		return false
	}
	for n, i := range slices.Backward(order) {
		places, print := filter.Places(keys[i], seed, len(table))
		own := alone[n]
		table[own] = 0
		table[own] = print ^ table[places[0]] ^ table[places[1]] ^ table[places[2]]
	}
	return true
}

// peel takes keys away that are alone in a place, until none is, and returns
// them in order with those places.
func peel(cells []cell, seed uint64, keys []uint64) (order, alone []uint32) {
	var queue []uint32
	for p := range cells {
		if cells[p].count == 1 {
			queue = append(queue, uint32(p))
		}
	}
	for len(queue) > 0 {
		p := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if cells[p].count != 1 {
			continue
		}
		i := cells[p].keys
		order, alone = append(order, i), append(alone, p)
		places, _ := filter.Places(keys[i], seed, len(cells))
		for _, other := range places {
			cells[other].count--
			cells[other].keys ^= i
			if cells[other].count == 1 {
				queue = append(queue, other)
			}
		}
	}
	return order, alone
}
