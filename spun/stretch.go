package spun

import (
	"cmp"
	"slices"
)

// A stretch is a piece of an alignment in which the texts are alike from one
// end to the other: words i to before end of the text, and words j to before
// refEnd of the reference.
type stretch struct {
	i, end, j, refEnd int32
	columns           []column // from the first to the last word that both have
}

func newStretch(columns []column) stretch {
	first, last := columns[0], columns[len(columns)-1]
	return stretch{first.i, last.i + 1, first.j, last.j + 1, columns}
}

// A comparison compares a text with a reference.
type comparison struct {
	text, ref *document
	kindred   kindred
	shared    float64 // share of the different content words in common
	stretches []stretch
	memory    *scratch // nil until it is needed
}

// identical reports whether the words of both texts are the same.
func (c *comparison) identical() bool {
	return slices.Equal(c.text.hashes, c.ref.hashes)
}

// takeAll makes one stretch of texts that are identical.
func (c *comparison) takeAll() {
	if c.text.words() > 0 {
		c.takeSame(0, 0, c.text.words())
	}
}

// takeSame adds a stretch of n words that are the same in both.
func (c *comparison) takeSame(i, j, n int) *stretch {
	columns := make([]column, n)
	for k := range columns {
		columns[k] = column{int32(i + k), int32(j + k)}
	}
	s := newStretch(columns)
	c.stretches = append(c.stretches, s)
	return &s
}

// leastSame is the length of a common beginning or end that is a stretch even
// if no word of it is rare.
const leastSame = 20

// sameEnds reports whether the texts begin or end with the same words, so many
// as takeEnds takes.
func (c *comparison) sameEnds() bool {
	a, b := c.text.hashes, c.ref.hashes
	if min(len(a), len(b)) < leastSame {
		return false
	}
	return slices.Equal(a[:leastSame], b[:leastSame]) || slices.Equal(a[len(a)-leastSame:], b[len(b)-leastSame:])
}

// align finds the stretches.
func (c *comparison) align(p *postings) {
	w := newWorker(c)
	list := w.anchors(p)
	link(list)
	for _, chain := range w.chains(list) {
		w.alignChain(chain.anchors)
	}
	w.takeEnds()
	if w.derived() && w.reworded() {
		// What one round finds shows the next where to look.
		for range fillRounds {
			before := w.aligned
			w.fill()
			w.fillSentences()
			if w.aligned == before {
				break
			}
		}
	}
	c.sort()
	if w.derived() {
		w.extend()
		if w.mostlyReworded() {
			w.bridge()
			c.sort()
		}
	}
}

// sort puts the stretches in the order of the text.
func (c *comparison) sort() {
	slices.SortFunc(c.stretches, func(a, b stretch) int { return cmp.Compare(a.i, b.i) })
}

// A worker aligns chains, best first. No word of the text gets into two
// stretches.
type worker struct {
	c          *comparison
	scratch    *scratch
	aligner    aligner
	claimed    []bool // words of the text that are in a stretch
	refClaimed []bool // words of the reference that are
	aligned    int    // words of the text that are
	kept       int    // content words of the stretches that are the same in both
	changed    int    // content words that stand beside others
}

func newWorker(c *comparison) *worker {
	memory := c.scratch()
	memory.claimed = cleared(memory.claimed, c.text.words())
	memory.refClaimed = cleared(memory.refClaimed, c.ref.words())
	return &worker{
		c:          c,
		scratch:    memory,
		aligner:    aligner{text: c.text, ref: c.ref, kindred: &c.kindred, scratch: memory},
		claimed:    memory.claimed,
		refClaimed: memory.refClaimed,
	}
}

// enough is the share of the words of a text, or of a reference, that must be
// in stretches for others to be looked for that would not count alone.
const enough = 0.35

// enoughOfShort is the same for texts of up to shortWords words. Where seven in
// ten of their content words were replaced, few sentences are left by which the
// others could be found.
const (
	enoughOfShort = 0.25
	shortWords    = 120
)

// derived reports whether so much is in stretches that other places are likely
// to derive too.
func (w *worker) derived() bool {
	words, share := min(len(w.claimed), len(w.refClaimed)), enough
	if words <= shortWords && w.mostlyReworded() {
		share = enoughOfShort
	}
	return float64(w.aligned) >= share*float64(words)
}

// alignChain aligns what is left of a chain.
func (w *worker) alignChain(list []anchor) {
	for start := 0; start < len(list); {
		if w.claimed[list[start].i] {
			start++
			continue
		}
		end, weight := start, int32(0)
		row := int(list[start].i)
		for ; end < len(list) && w.free(row, int(list[end].i)); end++ {
			row = int(list[end].i)
			weight += list[end].weight
		}
		if weight >= chainLeast {
			w.alignPart(list[start:end])
		}
		start = end
	}
}

// free reports whether no word from one to another is in a stretch.
func (w *worker) free(from, to int) bool {
	return !slices.Contains(w.claimed[from:to+1], true)
}

// alignPart aligns a part of a chain that is free, and then what the alignment
// left of it at both ends.
func (w *worker) alignPart(list []anchor) {
	for len(list) > 0 {
		least, most := int(list[0].i), int(list[len(list)-1].i)+1
		for n := 0; n < margin && least > 0 && !w.claimed[least-1]; n++ {
			least--
		}
		for n := 0; n < margin && most < len(w.claimed) && !w.claimed[most]; n++ {
			most++
		}
		columns := w.aligner.align(list, least, most)
		if len(columns) == 0 {
			return
		}
		w.take(columns, false)
		first, last := rows(columns)
		before, _ := slices.BinarySearchFunc(list, first, byRow)
		after, _ := slices.BinarySearchFunc(list, last+1, byRow)
		if before >= after { // it lies beside the chain
			return
		}
		if weight(list[:before]) >= chainLeast {
			w.alignPart(list[:before])
		}
		list = list[after:]
		if weight(list) < chainLeast {
			return
		}
	}
}

func byRow(a anchor, row int) int { return cmp.Compare(int(a.i), row) }

func weight(list []anchor) int32 {
	sum := int32(0)
	for _, a := range list {
		sum += a.weight
	}
	return sum
}

// rows returns the first and the last word of the text in an alignment.
func rows(columns []column) (first, last int) {
	for _, c := range columns {
		if c.i >= 0 {
			first = int(c.i)
			break
		}
	}
	for _, c := range slices.Backward(columns) {
		if c.i >= 0 {
			return first, int(c.i)
		}
	}
	return first, first - 1
}

// Scores by which an alignment is cut into stretches. Where words were spun,
// the sum keeps rising even if seven in ten content words are other ones;
// where texts are not of one origin, it falls.
const (
	cutContent     = 30
	cutFunction    = 10
	cutOther       = -12
	cutGap         = -8
	cutDrop        = 150 // a sum this much below its highest ends a stretch
	cutLong        = 100 // so many columns without a new highest sum do too
	cutLeast       = 80  // the sum of a stretch
	cutLeastBeside = 40  // the same beside another one
)

// cutKin is what is added to cutOther for words that are related.
var cutKin = [...]int{stranger: 0, relative: 24, form: 34}

// take cuts an alignment into stretches: pieces with a score as high as can
// be, in which it never falls far. An alignment is thorough if it was made with
// a thesaurus, beside another stretch.
func (w *worker) take(columns []column, thorough bool) {
	least := cutLeast
	if thorough {
		least = cutLeastBeside
	}
	start, end := 0, 0
	sum, best := 0, 0
	for k := 0; k < len(columns); k++ {
		sum += w.cutScore(columns[k], thorough)
		switch {
		case sum <= 0 && best == 0:
			start, sum = k+1, 0
		case sum > best:
			best, end = sum, k+1
		case sum < best-cutDrop || sum <= 0 || k-end >= cutLong:
			w.keep(columns[start:end], best, least)
			k = end - 1
			start, sum, best = end, 0, 0
		}
	}
	if best > 0 {
		w.keep(columns[start:end], best, least)
	}
}

func (w *worker) cutScore(c column, thorough bool) int {
	switch {
	case c.i < 0 || c.j < 0:
		return cutGap
	case w.c.text.hashes[c.i] != w.c.ref.hashes[c.j]:
		if thorough && !w.c.text.isFunction(int(c.i)) && !w.c.ref.isFunction(int(c.j)) {
			return cutOther + cutKin[w.c.kindred.of(c.i, c.j)]
		}
		return cutOther
	case w.c.text.kinds[c.i]&common != 0:
		return cutFunction
	}
	return cutContent
}

// keep makes a stretch of columns unless there is too little in it.
func (w *worker) keep(columns []column, score, least int) {
	if score < least {
		return
	}
	s := newStretch(columns)
	w.c.stretches = append(w.c.stretches, s)
	w.claim(&s)
	for _, c := range columns {
		switch {
		case c.i < 0 || c.j < 0 || w.c.ref.isFunction(int(c.j)):
		case w.c.text.hashes[c.i] == w.c.ref.hashes[c.j]:
			w.kept++
		default:
			w.changed++
		}
	}
}

// reworded reports whether so many words were replaced that more may have been.
func (w *worker) reworded() bool { return w.changed*12 > w.kept }

// mostlyReworded reports whether so many words were replaced that whole
// sentences may be left without one by which they could be found.
func (w *worker) mostlyReworded() bool { return w.changed*3 > w.kept }

// claim marks the words of a stretch as taken.
func (w *worker) claim(s *stretch) {
	for i := s.i; i < s.end; i++ {
		if !w.claimed[i] {
			w.claimed[i] = true
			w.aligned++
		}
	}
	for j := s.j; j < s.refEnd; j++ {
		w.refClaimed[j] = true
	}
}

// takeEnds takes a long beginning or end that both texts have in common, if it
// has no anchors: nothing is rare in "a a a a".
func (w *worker) takeEnds() {
	a, b := w.c.text.hashes, w.c.ref.hashes
	n, most := 0, min(len(a), len(b))
	for n < most && a[n] == b[n] && !w.claimed[n] {
		n++
	}
	if n >= leastSame {
		w.claim(w.c.takeSame(0, 0, n))
	}
	m := 0
	for m < most-n && a[len(a)-1-m] == b[len(b)-1-m] && !w.claimed[len(a)-1-m] {
		m++
	}
	if m >= leastSame {
		w.claim(w.c.takeSame(len(a)-m, len(b)-m, m))
	}
}
