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

// An aligner aligns stretches of two documents. It keeps its memory from one
// to the next.
type aligner struct {
	text, ref *document
	kindred   *kindred
	thorough  bool   // ask what different words are to each other, which takes long
	row0      int    // the row of the text that bands begins with
	bands     []band // what is looked at of each row
	moves     []move // of all cells, row by row
	widest    int    // length that a row of scores needs
	rows      [2][]int32
}

// A band is the cells of a row: reference positions from low to before high,
// whose moves begin at first.
type band struct{ low, high, first int }

// A move says where the best alignment that ends in a cell comes from.
type move uint8

const (
	stop     move = iota // it begins after the cell
	diagonal             // both texts went on by a word
	down                 // the text did
	right                // the reference did
)

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
	a.bands = a.bands[:0]
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
	a.reserve(cells, widest)
}

// reserve makes room for the moves of so many cells, and for rows of scores.
func (a *aligner) reserve(cells, widest int) {
	a.widest = widest
	if cap(a.moves) < cells {
		a.moves = make([]move, cells+cells/4)
	}
	a.moves = a.moves[:cells]
	if len(a.rows[0]) < widest {
		a.rows[0], a.rows[1] = make([]int32, 2*widest), make([]int32, 2*widest)
	}
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
		if at, score := a.fillRow(r, b, above[min(shift, len(above)-1):], here); score > best {
			row, j, best = r, b.low+at, score
		}
		above, here = here, above
	}
	return row, j, best
}

// fillRow fills one row, from the one above it as it lies beside it, and
// returns the index and the score of its best cell.
func (a *aligner) fillRow(r int, b band, above, here []int32) (at int, best int32) {
	hash, isKind := a.text.hashes[a.row0+r], a.text.kinds[a.row0+r]&function
	same := int32(scoreContent)
	if a.text.kinds[a.row0+r]&common != 0 {
		same = scoreFunction
	}
	hashes, kinds := a.ref.hashes[b.low:b.high], a.ref.kinds[b.low:b.high]
	moves := a.moves[b.first : b.first+len(hashes)]
	kinds = kinds[:len(hashes)]
	moves = moves[:len(hashes)]
	left := int32(0)
	for x, h := range hashes {
		score := int32(0)
		if x < len(above) {
			score = above[x]
		}
		switch {
		case h == hash:
			score += same
		case kinds[x]&function == isKind:
			score += scoreOther
			if a.thorough && isKind == 0 {
				score += scoreKin[a.kindred.of(int32(a.row0+r), int32(b.low+x))]
			}
		default:
			score += scoreKind
		}
		from := diagonal
		up := int32(0)
		if x+1 < len(above) {
			up = above[x+1]
		}
		if up+scoreGap > score {
			score, from = up+scoreGap, down
		}
		if left+scoreGap > score {
			score, from = left+scoreGap, right
		}
		if score <= 0 {
			score, from = 0, stop
		}
		moves[x] = from
		here[x+1] = score
		left = score
		if score > best {
			best, at = score, x
		}
	}
	return at, best
}

// trace returns the columns of the alignment that ends in a cell.
func (a *aligner) trace(row, j int) []column {
	if row < 0 {
		return nil
	}
	columns := make([]column, 0, row+row/4+8)
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
	slices.Reverse(columns)
	return columns
}
