package spun

import (
	"cmp"
	"slices"
)

// An anchor is a word that a text and its reference may have in common by
// descent: one that is rare in the reference, or is so together with its
// neighbour.
type anchor struct {
	i, j   int32 // positions in text and reference
	weight int32 // of the word alone
	score  int32 // of the best chain that ends here
	prev   int32 // the anchor before it in that chain, or -1
}

// Limits and scores of chains.
const (
	chainGap     = 60 // words between neighbours, in either text
	chainShift   = 24 // words by which one gap may be longer than the other
	chainLook    = 24 // anchors looked at for a neighbour
	chainLeast   = 50 // score of a chain that is worth aligning
	contentScore = 30
	orderScore   = 10 // of a function word
)

// anchors finds the anchors of the text, in order of i and then j.
func (w *worker) anchors(p *postings) []anchor {
	text := w.c.text
	list := slices.Grow(w.scratch.anchors[:0], text.words())
	var found [2 * rare]int32 // reference positions of the word
	var after [2 * rare]int32 // where the pair before it goes on
	following := after[:0]
	for i, h := range text.hashes {
		here := append(found[:0], following...)
		following = following[:0]
		if i+1 < len(text.hashes) {
			for _, j := range p.places(following, pair(h, text.hashes[i+1]), 1) {
				following = append(following, j+1)
				here = include(here, j)
			}
		}
		weight := int32(orderScore)
		if !text.isFunction(i) {
			if text.kinds[i] != solo {
				weight = contentScore
			}
			n := len(here)
			here = p.places(here, h, 0)
			here = unique(here, n)
		}
		if len(here) > 1 {
			slices.Sort(here)
		}
		for _, j := range here {
			list = append(list, anchor{int32(i), j, weight, weight, -1})
		}
	}
	w.scratch.anchors = list
	return list
}

// include appends j unless the list has it.
func include(list []int32, j int32) []int32 {
	if slices.Contains(list, j) {
		return list
	}
	return append(list, j)
}

// unique drops what follows the first n of a list and stands among them.
func unique(list []int32, n int) []int32 {
	kept := list[:n]
	for _, j := range list[n:] {
		kept = include(kept, j)
	}
	return kept
}

// link finds for each anchor the best chain that ends with it: anchors in the
// same order in both texts, with gaps that are short and alike.
func link(list []anchor) {
	for k := range list {
		a := &list[k]
		best := int32(0)
		for m := k - 1; m >= max(0, k-chainLook); m-- {
			b := &list[m]
			di, dj := a.i-b.i, a.j-b.j
			if di > chainGap {
				break
			}
			if di <= 0 || dj <= 0 || dj > chainGap {
				continue
			}
			shift := max(di-dj, dj-di)
			if shift > chainShift {
				continue
			}
			if score := b.score - 4*shift - max(di, dj) + 1; score > best {
				best, a.prev = score, int32(m)
			}
			if di == 1 && dj == 1 {
				break
			}
		}
		a.score += best
	}
}

// A chain is anchors in order, none of which is part of another chain.
type chain struct {
	anchors []anchor
	score   int32
}

// chains takes the linked anchors apart into chains, best first.
func (w *worker) chains(list []anchor) []chain {
	order := slices.Grow(w.scratch.order[:0], len(list))
	for k := range list {
		if list[k].score >= chainLeast {
			order = append(order, int32(k))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(list[b].score, list[a].score), cmp.Compare(a, b))
	})
	used := cleared(w.scratch.used, len(list))
	held := slices.Grow(w.scratch.chained[:0], len(list))
	all := w.scratch.chains[:0]
	for _, last := range order {
		if used[last] {
			continue
		}
		var c chain
		first, at := len(held), last
		for ; at >= 0 && !used[at]; at = list[at].prev {
			used[at] = true
			held = append(held, list[at])
		}
		c.score = list[last].score
		if at >= 0 {
			c.score -= list[at].score
		}
		if c.score < chainLeast {
			held = held[:first]
			continue
		}
		c.anchors = held[first:len(held):len(held)]
		slices.Reverse(c.anchors)
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b chain) int { return cmp.Compare(b.score, a.score) })
	w.scratch.order, w.scratch.used, w.scratch.chained, w.scratch.chains = order, used, held, all
	return all
}
