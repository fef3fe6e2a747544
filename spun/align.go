package spun

import "slices"

// A column of an alignment is a word of the text beside a word of the
// reference. One of them is -1 where the other text has nothing.
type column struct{ i, j int32 }

// Scores of columns, as Smith and Waterman's algorithm adds them up. A function
// word does not stand for a content word.
const (
	scoreContent  = 15 // the same content word
	scoreFunction = 7
	scoreOther    = -2 // another word of the same kind
	scoreKind     = -9 // another word, of the other kind
	scoreGap      = -4
)

// scoreKin is what is added to scoreOther for words that are related.
var scoreKin = [...]int32{stranger: 0, relative: 11, form: 14}

// bandRadius is how far from its anchors an alignment may stray, in words.
const bandRadius = 6

// besideRadius and besideLeast are for what lies beside a stretch: how far it
// may stray, and the least score without a thesaurus.
const (
	besideRadius = 14
	besideLeast  = 25
)

// margin is how far beyond the ends of a chain an alignment may go.
const margin = 16

// An aligner aligns stretches of two documents.
type aligner struct {
	text, ref *document
	kindred   *kindred
	scratch   *scratch // has the memory of bands, moves, rows and columns
	thorough  bool     // ask what different words are to each other, which takes long
	row0      int      // the row of the text that bands begins with
	bands     []band   // what is looked at of each row
	moves     []move   // of all cells, row by row
	widest    int      // length that a row of scores needs
	rows      [2][]int32
	gains     []int32 // of the diagonals of one row
}

// A band is the cells of a row: reference positions from low to before high,
// whose moves begin at first.
type band struct{ low, high, first int }

// A move says where the best alignment that ends in a cell comes from. Of two
// that are as good, the higher one is taken.
type move uint8

const (
	stop     move = iota // it begins after the cell
	right                // the reference went on by a word
	down                 // the text did
	diagonal             // both did
)

// A table holds four times the score of each cell, so that there is room for a
// move: then the best of all moves is the highest number.
const cell = 4

// align returns the best local alignment near a chain, within the rows of the
// text from least to before most. Memory and time are linear in the length of
// the chain. It is nil if nothing is alike.
func (a *aligner) align(c []anchor, least, most int) []column {
	first, last := int(c[0].i)-margin, int(c[len(c)-1].i)+margin
	a.layOut(c, max(least, first), min(most, last+1), 0, a.ref.words(), bandRadius)
	row, j, _ := a.fill()
	return a.trace(row, j)
}

// alignBeside returns the best local alignment of the words of the text from i
// to before end with those of the reference from j to before refEnd, near the
// diagonal through a corner, which is a place in both, and its score.
func (a *aligner) alignBeside(corner anchor, i, end, j, refEnd, radius int) ([]column, int32) {
	a.layOut([]anchor{corner}, i, end, j, refEnd, radius)
	// Most such places have nothing in common, and it takes less to see it
	// without a thesaurus.
	if _, _, score := a.fill(); score < besideLeast {
		return nil, 0
	}
	a.thorough = true
	row, col, score := a.fill()
	a.thorough = false
	return a.trace(row, col), score
}

// alignUnit returns the best local alignment of two units, and its score.
func (a *aligner) alignUnit(u, v unit) ([]column, int32) {
	n, m := int(u.end-u.i), int(v.end-v.i)
	a.layOut([]anchor{{i: u.i, j: v.i}}, int(u.i), int(u.end), int(v.i), int(v.end), max(n-m, m-n)+bandRadius)
	a.thorough = true
	row, col, score := a.fill()
	a.thorough = false
	return a.trace(row, col), score
}

// layOut makes the bands around a chain, for the words of the text from i to
// before end, and those of the reference from least to before most.
func (a *aligner) layOut(c []anchor, i, end, least, most, radius int) {
	a.bands = a.scratch.bands[:0]
	a.row0 = i
	k, cells, low, widest := 0, 0, least, 0
	for ; i < end; i++ {
		for k+1 < len(c) && int(c[k+1].i) <= i {
			k++
		}
		// The diagonals of the anchors before and after.
		before := int(c[k].j) + i - int(c[k].i)
		after := before
		if k+1 < len(c) && i > int(c[k].i) {
			after = int(c[k+1].j) + i - int(c[k+1].i)
		}
		last := low
		low = min(most, max(low, min(before, after)-radius))
		high := max(low, min(most, max(before, after)+radius+1))
		a.bands = append(a.bands, band{low, high, cells})
		cells += high - low
		widest = max(widest, high-last+3)
	}
	a.scratch.bands = a.bands
	a.reserve(cells, widest)
}

// reserve makes room for the moves of so many cells, and for rows of scores.
func (a *aligner) reserve(cells, widest int) {
	a.widest = widest
	memory := a.scratch
	if cap(memory.moves) < cells {
		memory.moves = make([]move, cells+cells/4)
	}
	a.moves = memory.moves[:cells]
	if len(memory.rows[0]) < widest {
		for k := range memory.rows {
			memory.rows[k] = make([]int32, 2*widest)
		}
	}
	a.rows, a.gains = [2][]int32{memory.rows[0], memory.rows[1]}, memory.rows[2]
}

// fill fills the table of Smith and Waterman's algorithm and returns the cell
// with the highest score, and a row of -1 if none is positive.
func (a *aligner) fill() (row, j int, best int32) {
	row = -1
	if len(a.bands) == 0 {
		return row, 0, 0
	}
	// Scores are kept from index 1 on, with zeros around them.
	above, here := a.rows[0][:a.widest], a.rows[1][:a.widest]
	clear(above)
	lastLow := a.bands[0].low
	for r, b := range a.bands {
		clear(here)
		shift := b.low - lastLow
		lastLow = b.low
		a.weighRow(r, b)
		if at, score := a.fillRow(b, above[shift:], here); score > best {
			row, j, best = r, b.low+at, score
		}
		above, here = here, above
	}
	return row, j, best / cell
}

// weighRow sets gains to what it gains to put the word of a row beside each word of
// its band.
func (a *aligner) weighRow(r int, b band) {
	i := a.row0 + r
	hash, isKind := a.text.hashes[i], a.text.kinds[i]&function
	same := int32(cell * scoreContent)
	if a.text.kinds[i]&common != 0 {
		same = cell * scoreFunction
	}
	other := [2]int32{cell * scoreOther, cell * scoreKind} // of the same kind, of the other
	hashes := a.ref.hashes[b.low:b.high]
	kinds := a.ref.kinds[b.low:b.high][:len(hashes)]
	gains := a.gains[:len(hashes)]
	for x, h := range hashes {
		gain := other[kinds[x]&function^isKind]
		if h == hash {
			gain = same
		}
		gains[x] = gain
	}
	if a.thorough && isKind == 0 {
		columns, kin := a.kindred.among(int32(i), int32(b.low), int32(b.high))
		for n, x := range columns {
			gains[x] += cell * scoreKin[kin[n]]
		}
	}
}

// fillRow fills one row, from the one above it as it lies beside it, and
// returns the index and the score of its best cell.
func (a *aligner) fillRow(b band, above, here []int32) (at int, best int32) {
	gains := a.gains[:b.high-b.low]
	moves := a.moves[b.first : b.first+len(gains)][:len(gains)]
	above, here = above[:len(gains)+1], here[:len(gains)+1]
	left := int32(0)
	for x, gain := range gains {
		score := max(above[x]+gain+int32(diagonal), above[x+1]+cell*scoreGap+int32(down), left+cell*scoreGap+int32(right))
		if score < cell {
			score = 0
		}
		moves[x] = move(score & (cell - 1))
		left = score &^ (cell - 1)
		here[x+1] = left
		if left > best {
			best, at = left, x
		}
	}
	return at, best
}

// trace returns the columns of the alignment that ends in a cell.
func (a *aligner) trace(row, j int) []column {
	if row < 0 {
		return nil
	}
	columns := a.scratch.columns
	first := len(columns)
	for row >= 0 {
		b := a.bands[row]
		if j < b.low || j >= b.high {
			break
		}
		i := int32(a.row0 + row)
		from := a.moves[b.first+j-b.low]
		if from == stop {
			break
		}
		switch from {
		case diagonal:
			columns = append(columns, column{i, int32(j)})
			row--
			j--
		case down:
			columns = append(columns, column{i, -1})
			row--
		case right:
			columns = append(columns, column{-1, int32(j)})
			j--
		}
	}
	a.scratch.columns = columns
	columns = columns[first:len(columns):len(columns)]
	slices.Reverse(columns)
	return columns
}
