package spun

import (
	"cmp"
	"math/bits"
	"slices"
)

// fillMost is how many words beside a stretch are looked at to find what goes
// on there.
const fillMost = 80

// fillRounds is how often it is looked for more beside stretches.
const fillRounds = 2

// fill looks for more between stretches that follow each other in the text:
// right after the first one's end, and right before the second one's start, in
// the reference. There it takes less to be of one origin.
func (w *worker) fill() {
	w.c.sort()
	known := slices.Clone(w.c.stretches)
	for k := 0; k <= len(known); k++ {
		i, end := 0, len(w.claimed)
		j, refEnd := 0, len(w.refClaimed)
		if k > 0 {
			i, j = int(known[k-1].end), int(known[k-1].refEnd)
		}
		if k < len(known) {
			end, refEnd = int(known[k].i), int(known[k].j)
		}
		if k > 0 || j == 0 {
			w.fillAfter(i, end, j)
		}
		w.fillBefore(i, end, refEnd)
	}
}

// fillAfter aligns the words of the text from i on with those of the reference
// from j on.
func (w *worker) fillAfter(i, end, j int) {
	end = min(end, i+w.unclaimed(w.claimed, i, fillMost))
	refEnd := j + w.unclaimed(w.refClaimed, j, fillMost)
	w.fillBox(anchor{i: int32(i), j: int32(j)}, i, end, j, refEnd)
}

// fillBefore aligns the words of the text up to end with those of the
// reference up to refEnd.
func (w *worker) fillBefore(i, end, refEnd int) {
	i = max(i, end-w.unclaimedBefore(w.claimed, end, fillMost))
	j := refEnd - w.unclaimedBefore(w.refClaimed, refEnd, fillMost)
	w.fillBox(anchor{i: int32(end), j: int32(refEnd)}, i, end, j, refEnd)
}

func (w *worker) fillBox(corner anchor, i, end, j, refEnd int) {
	if end-i >= 2 && refEnd-j >= 2 {
		columns, _ := w.aligner.alignBeside(corner, i, end, j, refEnd, besideRadius)
		w.take(columns, true)
	}
}

// unclaimed returns how many words from i on are in no stretch, up to most.
func (w *worker) unclaimed(claimed []bool, i, most int) int {
	n := 0
	for n < most && i+n < len(claimed) && !claimed[i+n] {
		n++
	}
	return n
}

// unclaimedBefore returns how many words before i are in no stretch.
func (w *worker) unclaimedBefore(claimed []bool, i, most int) int {
	n := 0
	for n < most && i-n > 0 && !claimed[i-n-1] {
		n++
	}
	return n
}

// Sentences that are compared with each other.
const (
	sentenceLeast = 4  // words
	sentenceMost  = 60 // words
	sentenceFar   = 80 // words of the reference from what is aligned beside them
)

// fillSentences looks for a sentence of the reference, in no stretch, for each
// sentence of the text that is in none: near to where the stretches before and
// after it are from.
func (w *worker) fillSentences() {
	w.c.sort()
	open := w.c.ref.appendSentences(w.scratch.open[:0], w.refClaimed)
	w.scratch.open = open
	if len(open) == 0 {
		return
	}
	known := slices.Clone(w.c.stretches)
	next := 0
	w.scratch.sentences = w.c.text.appendSentences(w.scratch.sentences[:0], w.claimed)
	var both [2]int32
	for _, s := range w.scratch.sentences {
		for next < len(known) && known[next].i < s.i {
			next++
		}
		near := both[:0]
		if next > 0 {
			near = append(near, known[next-1].refEnd)
		}
		if next < len(known) {
			near = append(near, known[next].j)
		}
		w.fillSentence(s, open, near)
	}
}

// fillSentence aligns a sentence of the text with the most similar one of those
// that begin near one of some words of the reference.
func (w *worker) fillSentence(s sentence, open []sentence, near []int32) {
	var best []column
	bestScore := int32(0)
	n := s.end - s.i
	for _, place := range near {
		first, _ := slices.BinarySearchFunc(open, place-sentenceFar, func(o sentence, at int32) int { return cmp.Compare(o.i, at) })
		for _, o := range open[first:] {
			if o.i > place+sentenceFar {
				break
			}
			if m := o.end - o.i; 2*m < n || 2*n < m || w.refClaimed[o.i] || bits.OnesCount64(s.words&o.words) < sentenceShared {
				continue
			}
			columns, score := w.aligner.alignBeside(anchor{i: s.i, j: o.i}, int(s.i), int(s.end), int(o.i), int(o.end), besideRadius)
			if score > bestScore {
				best, bestScore = columns, score
			}
		}
	}
	w.take(best, true)
}

// A sentence is words i to before end of a document.
type sentence struct {
	i, end int32
	words  uint64 // a bit for each word, by its hash
}

// sentenceShared is how many words two sentences must have in common, as far as
// their bits tell.
const sentenceShared = 3

// appendSentences appends the sentences none of whose words is claimed and that are
// neither very short nor very long.
func (d *document) appendSentences(list []sentence, claimed []bool) []sentence {
	start, free, words := 0, true, uint64(0)
	for i, hash := range d.hashes {
		free = free && !claimed[i]
		words |= 1 << (hash & 63)
		if !d.sentenceEnds(i) {
			continue
		}
		if n := i + 1 - start; free && n >= sentenceLeast && n <= sentenceMost {
			list = append(list, sentence{int32(start), int32(i + 1), words})
		}
		start, free, words = i+1, true, 0
	}
	return list
}

// A stretch is extended by so many words at most to the bounds of a sentence, and
// by so many more in one text than in the other.
const (
	extendMost  = 8
	extendShift = 2
)

// extend lets stretches that begin or end shortly after the beginning or
// before the end of a sentence, in both texts, begin and end there.
func (w *worker) extend() {
	for k := range w.c.stretches {
		s := &w.c.stretches[k]
		n, m := w.c.text.toStart(int(s.i), w.claimed), w.c.ref.toStart(int(s.j), w.refClaimed)
		if n > 0 && m > 0 && max(n-m, m-n) <= extendShift {
			s.i, s.j = s.i-int32(n), s.j-int32(m)
		}
		n, m = w.c.text.toEnd(int(s.end), w.claimed), w.c.ref.toEnd(int(s.refEnd), w.refClaimed)
		if n > 0 && m > 0 && max(n-m, m-n) <= extendShift {
			s.end, s.refEnd = s.end+int32(n), s.refEnd+int32(m)
		}
		if k+1 < len(w.c.stretches) {
			s.reach(&w.c.stretches[k+1])
		}
		w.claim(s)
	}
}

// reach extends a stretch to the next one if they nearly touch in both texts.
func (s *stretch) reach(next *stretch) {
	n, m := next.i-s.end, next.j-s.refEnd
	if n > 0 && m > 0 && max(n, m) <= extendMost && max(n-m, m-n) <= extendShift {
		s.end, s.refEnd = next.i, next.j
	}
}

// toStart returns how many words there are before word i in its sentence, 0 if
// more than extendMost or if one is claimed.
func (d *document) toStart(i int, claimed []bool) int {
	for n := 0; n <= extendMost; n++ {
		if i-n == 0 || d.sentenceEnds(i-n-1) {
			return n
		}
		if claimed[i-n-1] {
			return 0
		}
	}
	return 0
}

// toEnd returns the same for the words from word i on.
func (d *document) toEnd(i int, claimed []bool) int {
	for n := 0; n <= extendMost; n++ {
		if i+n == d.words() || d.sentenceEnds(i+n-1) {
			return n
		}
		if claimed[i+n] {
			return 0
		}
	}
	return 0
}

// sentenceEnds reports whether a sentence, or a line, ends after word i.
func (d *document) sentenceEnds(i int) bool {
	if i+1 >= d.words() {
		return true
	}
	between := d.text[d.spans[i].end:d.spans[i+1].start]
	for k := range len(between) {
		if c := between[k]; c == '.' || c == '\n' || c == '?' || c == '!' {
			return true
		}
	}
	return false
}

// brokenAt returns 0 if the words from i to before end are whole sentences,
// and 1 if they aren't.
func (d *document) brokenAt(i, end int32) int {
	if (i == 0 || d.sentenceEnds(int(i)-1)) && d.sentenceEnds(int(end)-1) {
		return 0
	}
	return 1
}
