package spun

import "slices"

// Limits of what is looked at between two stretches.
const (
	bridgeMost  = 160 // words of the text, or of the reference
	bridgeUnits = 12  // sentences and rests of sentences
	bridgeEach  = 60  // words of one of them
)

// bridge pairs what is left between stretches, where so much was replaced that no
// word shows what belongs together: with what stands between the same stretches
// of the reference or, if they are not next to each other there, right beside
// either, as sentences change places. That is done sentence by sentence, in order, by
// their length, their function words and what a thesaurus has. The rests of two
// sentences whose other parts are aligned belong together if they are about as
// long.
func (w *worker) bridge() {
	w.c.sort()
	known := slices.Clone(w.c.stretches)
	for k := 0; k <= len(known); k++ {
		i, j, end, refEnd := int32(0), int32(0), int32(w.c.text.words()), int32(w.c.ref.words())
		if k > 0 {
			i, j = known[k-1].end, known[k-1].refEnd
		}
		if k < len(known) {
			end, refEnd = known[k].i, known[k].j
		}
		if i >= end || end-i > bridgeMost {
			continue
		}
		after, before := j+w.freeAfter(j), refEnd-w.freeBefore(refEnd)
		if j < refEnd && after >= refEnd && before <= j {
			w.bridgeGap(w.open(i, end), w.refUnits(j, refEnd), true, true)
			continue
		}
		if k > 0 {
			w.bridgeGap(w.open(i, end), w.refUnits(j, after), true, false)
			j = known[k-1].j
			w.bridgeGap(w.open(i, end), w.refUnits(j-w.freeBefore(j), j), false, false)
		}
		if k < len(known) {
			w.bridgeGap(w.open(i, end), w.refUnits(before, refEnd), false, true)
			j = known[k].refEnd
			w.bridgeGap(w.open(i, end), w.refUnits(j, j+w.freeAfter(j)), false, false)
		}
	}
}

// freeAfter returns how many words of the reference from word j on are in no
// stretch, up to bridgeMost.
func (w *worker) freeAfter(j int32) int32 {
	return int32(w.unclaimed(w.refClaimed, int(j), bridgeMost))
}

// freeBefore returns how many before word j are.
func (w *worker) freeBefore(j int32) int32 {
	return int32(w.unclaimedBefore(w.refClaimed, int(j), bridgeMost))
}

// open returns the units from word i to before end of the text that are in no
// stretch.
func (w *worker) open(i, end int32) []unit {
	w.scratch.units = w.c.text.appendUnits(w.scratch.units[:0], i, end)
	return slices.DeleteFunc(w.scratch.units, func(u unit) bool { return w.claimed[u.i] })
}

// refUnits returns the units from word j to before refEnd of the reference.
func (w *worker) refUnits(j, refEnd int32) []unit {
	w.scratch.refUnits = w.c.ref.appendUnits(w.scratch.refUnits[:0], j, refEnd)
	return w.scratch.refUnits
}

// A unit is words i to before end of a document: a sentence, or what is left of
// one between two stretches.
type unit struct {
	i, end       int32
	opens, stops bool // it begins, or ends, where a sentence does
}

// appendUnits cuts the words from i to before end.
func (d *document) appendUnits(list []unit, i, end int32) []unit {
	u := unit{i: i, opens: i == 0 || d.sentenceEnds(int(i)-1)}
	for ; i < end; i++ {
		stops := d.sentenceEnds(int(i))
		if stops || i+1 == end {
			u.end, u.stops = i+1, stops
			list = append(list, u)
			u = unit{i: i + 1, opens: stops}
		}
	}
	return list
}

// bridgeGap pairs units in the same order, so that the sum of their scores is
// as high as can be. It says whether the first ones, and the last ones, follow
// and precede the same stretch.
func (w *worker) bridgeGap(text, ref []unit, first, last bool) {
	if len(text) == 0 || len(text) > bridgeUnits || len(ref) == 0 || len(ref) > bridgeUnits {
		return
	}
	var best [bridgeUnits + 1][bridgeUnits + 1]int32
	var columns [bridgeUnits][bridgeUnits][]column
	var paired [bridgeUnits][bridgeUnits]bool
	for x := range text {
		for y := range ref {
			best[x+1][y+1] = max(best[x][y+1], best[x+1][y])
			score, found := w.likeness(text[x], ref[y], first && x == 0 && y == 0, last && x == len(text)-1 && y == len(ref)-1)
			if score > 0 && best[x][y]+score > best[x+1][y+1] {
				best[x+1][y+1] = best[x][y] + score
				columns[x][y], paired[x][y] = found, true
			}
		}
	}
	for x, y := len(text), len(ref); x > 0 && y > 0; {
		switch {
		case best[x][y] == best[x-1][y]:
			x--
		case best[x][y] == best[x][y-1]:
			y--
		default:
			x, y = x-1, y-1
			w.add(text[x], ref[y], columns[x][y])
		}
	}
}

// Scores by which units are paired.
const (
	unitRest  = 200 // of rests of the same sentence
	unitLeast = 2   // of a word, for others
)

// likeness scores two units, 0 if they don't belong together, and aligns them.
func (w *worker) likeness(u, v unit, first, last bool) (int32, []column) {
	n, m := u.end-u.i, v.end-v.i
	long, short := max(n, m), min(n, m)
	if long > bridgeEach || (long-short)*5 > long*2+5 || u.opens != v.opens && !first || u.stops != v.stops && !last {
		return 0, nil
	}
	columns, score := w.aligner.alignUnit(u, v)
	rest := first && !u.opens && !v.opens || last && !u.stops && !v.stops
	switch {
	case rest:
		return unitRest + max(score, 0), columns
	case len(columns) > 0 && score >= unitLeast*long:
		return score, columns
	}
	return 0, nil
}

// add makes a stretch of two units.
func (w *worker) add(u, v unit, columns []column) {
	s := stretch{u.i, u.end, v.i, v.end, columns}
	w.c.stretches = append(w.c.stretches, s)
	w.claim(&s)
}
