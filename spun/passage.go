package spun

import "slices"

// A part is some pieces of a stretch that were made in one way: left as they
// were, or reworded.
type part struct {
	pieces   []piece
	reworded bool
	evidence Evidence
}

// words returns the number of words of the text.
func (p *part) words() int {
	return int(p.pieces[len(p.pieces)-1].end - p.pieces[0].i)
}

// refWords returns the number of words of the reference.
func (p *part) refWords() int {
	return int(p.pieces[len(p.pieces)-1].refEnd - p.pieces[0].j)
}

// Costs, in thousandths of a nat, by which a stretch is parted where the way
// changes. In what was reworded 15 of 100 content words are other ones, in what
// was not, one.
const (
	costSlotAsIs     = 4600
	costSlotReworded = 1900
	costKeptAsIs     = 10
	costKeptReworded = 160
	costTurn         = 10000
)

// partsOf parts a stretch, by Viterbi's algorithm: the way that each piece was
// made is such that all of them, and the turns between them, are likeliest.
func (c *comparison) partsOf(pieces []piece) []part {
	turned := cleared(c.scratch().turned, len(pieces)) // whether the best way to a state comes from the other
	c.memory.turned = turned
	var cost [2]int // as it was, reworded
	for k := range pieces {
		before := cost
		for s := range cost {
			if other := before[1-s] + costTurn; other < cost[s] {
				cost[s] = other
				turned[k][s] = true
			}
		}
		asIs, reworded := c.costs(&pieces[k])
		cost[0] += asIs
		cost[1] += reworded
	}
	state := 0
	if cost[1] < cost[0] {
		state = 1
	}
	var list []part
	end := len(pieces)
	for k := end - 1; k >= 0; k-- {
		if turned[k][state] || k == 0 {
			list = append(list, part{pieces: trim(pieces[k:end]), reworded: state == 1})
			end = k
		}
		if turned[k][state] {
			state = 1 - state
		}
	}
	list = slices.DeleteFunc(list, func(p part) bool { return len(p.pieces) == 0 })
	slices.Reverse(list)
	return list
}

// costs returns what a piece costs if it was left as it was, and if it was
// reworded.
func (c *comparison) costs(p *piece) (asIs, reworded int) {
	switch {
	case p.sort == kept:
		n := c.text.content(p.i, p.end)
		return n * costKeptAsIs, n * costKeptReworded
	case p.sort == substituted && c.ref.content(p.j, p.refEnd) > 0:
		return costSlotAsIs, costSlotReworded
	}
	return 0, 0
}

// trim drops pieces at the ends that are nothing in one of the texts.
func trim(pieces []piece) []piece {
	for len(pieces) > 0 && pieces[0].sort >= added {
		pieces = pieces[1:]
	}
	for len(pieces) > 0 && pieces[len(pieces)-1].sort >= added {
		pieces = pieces[:len(pieces)-1]
	}
	return pieces
}
