package spun

// A piece is a piece of a stretch: words i to before end of the text stand
// where words j to before refEnd of the reference stood. One of the two may be
// empty.
type piece struct {
	i, end, j, refEnd int32
	sort              pieceSort
	known             bool // a thesaurus has the pair
}

// A pieceSort is what became of a piece.
type pieceSort uint8

const (
	kept        pieceSort = iota // the same words, one or more
	inflected                    // another form or spelling of the same word
	substituted                  // other words
	added                        // the reference has nothing
	dropped                      // the text has nothing
)

// Sizes up to which words between two kept ones are paired.
const (
	slotMost   = 12 // words on either side
	phraseMost = 4  // words of a phrase that stands for one
)

// A matcher takes stretches apart into pieces. Where words differ, it pairs
// those between two kept ones.
type matcher struct {
	text, ref *document
	kindred   *kindred
	pieces    []piece             // of all stretches, one after the other
	list      [2 * slotMost]piece // of one slot
	table     choices
}

// forget drops what belongs to the documents, but for the memory.
func (m *matcher) forget() { m.text, m.ref, m.kindred, m.pieces = nil, nil, nil, m.pieces[:0] }

// match returns the pieces of a stretch.
func (m *matcher) match(s *stretch) []piece {
	before := len(m.pieces)
	i, j := s.i, s.j
	for k := 0; ; {
		for k < len(s.columns) && !m.same(s.columns[k]) {
			k++
		}
		if k == len(s.columns) {
			m.slot(i, s.end, j, s.refEnd)
			return m.pieces[before:len(m.pieces):len(m.pieces)]
		}
		first := s.columns[k]
		for k < len(s.columns) && m.same(s.columns[k]) {
			k++
		}
		last := s.columns[k-1]
		m.slot(i, first.i, j, first.j)
		m.pieces = append(m.pieces, piece{first.i, last.i + 1, first.j, last.j + 1, kept, false})
		i, j = last.i+1, last.j+1
	}
}

// same reports whether a column has the same word on both sides.
func (m *matcher) same(c column) bool {
	return c.i >= 0 && c.j >= 0 && m.text.hashes[c.i] == m.ref.hashes[c.j]
}

// slot appends the pieces between two kept ones.
func (m *matcher) slot(i, end, j, refEnd int32) {
	n, r := end-i, refEnd-j
	switch {
	case n == 0 && r == 0:
	case r == 0:
		m.pieces = append(m.pieces, piece{i, end, j, j, added, false})
	case n == 0:
		m.pieces = append(m.pieces, piece{i, i, j, refEnd, dropped, false})
	case n == 1 && r == 1 && !m.numbersDiffer(i, j):
		_, p := m.pair(i, j)
		m.pieces = append(m.pieces, p)
	case n == 1 && r == 1 || n > slotMost || r > slotMost:
		m.pieces = append(m.pieces, piece{i, end, j, j, added, false}, piece{end, end, j, refEnd, dropped, false})
	case m.isPhrase(i, end, j, refEnd):
		_, p := m.phrase(i, end, j, refEnd)
		m.pieces = append(m.pieces, p)
	default:
		m.pairUp(i, end, j, refEnd)
	}
}

// isPhrase reports whether one side of a slot is a single function word and the
// other a phrase, as "had been" is for "was".
func (m *matcher) isPhrase(i, end, j, refEnd int32) bool {
	n, r := end-i, refEnd-j
	return r == 1 && n <= phraseMost && m.ref.isFunction(int(j)) || n == 1 && r <= phraseMost && m.text.isFunction(int(i))
}

// Scores of pairs within a slot.
const (
	pairKept   = 30 // the same content word
	pairStays  = 14 // the same function word
	pairForm   = 30 // two forms of a word
	pairKnown  = 26 // the thesaurus has the pair
	pairSame   = 10 // two content words
	pairOrder  = 6  // two function words
	pairMixed  = -4 // a content and a function word
	pairPhrase = 6  // several words for one
	pairLonger = -3 // for each beyond the second
	pairNone   = -5 // a word without a counterpart
	pairMark   = 6  // words before which the same mark stands
	pairNoMark = -8 // words before one of which a mark stands, or within a phrase
)

// pair scores a word of the text beside one of the reference.
func (m *matcher) pair(i, j int32) (int, piece) {
	p := piece{i, i + 1, j, j + 1, substituted, false}
	if m.text.hashes[i] == m.ref.hashes[j] {
		p.sort = kept
		if m.text.isFunction(int(i)) {
			return pairStays, p
		}
		return pairKept, p
	}
	switch m.kindred.of(i, j) {
	case form:
		p.sort = inflected
		return pairForm, p
	case relative:
		p.known = true
		return pairKnown, p
	}
	switch a, b := m.text.folded(i, i+1), m.ref.folded(j, j+1); {
	case sameWord(a, b):
		p.sort = inflected
		return pairForm, p
	case sameNumber(a, b):
		p.known = true
		return pairKnown, p
	}
	switch f, g := m.text.isFunction(int(i)), m.ref.isFunction(int(j)); {
	case f != g:
		return pairMixed, p
	case f:
		return pairOrder, p
	}
	return pairSame, p
}

// numbersDiffer reports whether one of two words begins with a digit and they
// don't mean the same number: no synonym, but another fact.
func (m *matcher) numbersDiffer(i, j int32) bool {
	if !m.text.startsWithDigit(i) && !m.ref.startsWithDigit(j) || m.text.hashes[i] == m.ref.hashes[j] {
		return false
	}
	return !sameNumber(m.text.folded(i, i+1), m.ref.folded(j, j+1))
}

// phrase scores several words beside one.
func (m *matcher) phrase(i, end, j, refEnd int32) (int, piece) {
	p := piece{i, end, j, refEnd, substituted, false}
	switch {
	case sameJoined(m.text.folded(i, end), m.ref.folded(j, refEnd)):
		p.sort = inflected
		return pairForm, p
	case m.kindred.phrases(i, end, j, refEnd):
		p.known = true
		return pairKnown + 2, p
	}
	score := pairPhrase + pairLonger*int(max(end-i, refEnd-j)-2)
	if m.text.content(i, end) == 0 != (m.ref.content(j, refEnd) == 0) {
		score += pairMixed
	}
	return score, p
}

// marks scores what stands before a word of the text and before one of the
// reference: spinners leave marks alone.
func (m *matcher) marks(i, j int32) int {
	switch a, b := m.text.mark(i), m.ref.mark(j); {
	case a != b:
		return pairNoMark
	case a != 0:
		return pairMark
	}
	return 0
}

// parted reports whether the same mark stands before both sides of a piece.
func (m *matcher) parted(p piece) bool {
	mark := m.text.mark(p.i)
	return mark != 0 && mark == m.ref.mark(p.j)
}

// marksWithin scores a phrase, from word i to before end: no mark parts one.
func (d *document) marksWithin(i, end int32) int {
	for i++; i < end; i++ {
		if c := d.mark(i); c != 0 && c != '-' {
			return pairNoMark
		}
	}
	return 0
}

// mark returns the first byte of the mark between a word and the one before it,
// 0 if there are but spaces.
func (d *document) mark(i int32) byte {
	if i == 0 {
		return 0
	}
	for at := d.spans[i-1].end; at < d.spans[i].start; at++ {
		if c := d.text[at]; c != ' ' {
			return c
		}
	}
	return 0
}

// A choice is the best way to pair what lies before a place in a slot.
type choice struct {
	score int
	last  piece
	set   bool
}

// choices are those of all places in a slot.
type choices [slotMost + 1][slotMost + 1]choice

// pairUp pairs the words of a slot of several words.
func (m *matcher) pairUp(i, end, j, refEnd int32) {
	n, r := end-i, refEnd-j
	table := &m.table
	for x := int32(0); x <= n; x++ {
		clear(table[x][:r+1])
		// Far from the diagonals through both ends, too much would be
		// without a counterpart.
		for y := max(0, x-max(0, n-r)-slotStray); y <= min(r, x+max(0, r-n)+slotStray); y++ {
			if x+y > 0 {
				table[x][y] = m.choose(table, x, y, i, j, n-r)
			}
		}
	}
	list := m.list[:0]
	sure := min(n, r) <= guessMost
	for x, y := n, r; x+y > 0; {
		p := table[x][y].last
		sure = sure || p.known || p.sort < substituted
		list = append(list, p)
		x, y = p.i-i, p.j-j
	}
	if !sure {
		m.pieces = append(m.pieces, piece{i, end, j, j, added, false}, piece{end, end, j, refEnd, dropped, false})
		return
	}
	m.addPieces(list)
}

// guessMost is how many words in a row, of the text or of the reference, are
// paired of which not a single pair is confirmed.
const guessMost = 5

// alone scores a word of the text without a counterpart.
func (m *matcher) alone(i int32) int {
	if emphasis().has(m.text.hashes[i]) {
		return 0
	}
	return pairNone
}

// slotStray is how far from the diagonals through both ends of a slot pairs
// may lie.
const slotStray = 2

// choose finds the best last piece before place x, y of a slot that has so many
// words more in the text. Phrases are only looked for on the side that has
// more.
func (m *matcher) choose(table *choices, x, y, i, j, more int32) choice {
	var best choice
	try := func(x, y int32, score int, p piece) {
		from := &table[x][y]
		if !from.set && x+y > 0 {
			return
		}
		if score += from.score; !best.set || score > best.score {
			best = choice{score, p, true}
		}
	}
	if x > 0 && y > 0 {
		if !m.numbersDiffer(i+x-1, j+y-1) {
			score, p := m.pair(i+x-1, j+y-1)
			try(x-1, y-1, score+m.marks(i+x-1, j+y-1), p)
		}
		for k := int32(2); k <= min(x, more+1, phraseMost); k++ {
			score, p := m.phrase(i+x-k, i+x, j+y-1, j+y)
			try(x-k, y-1, score+m.marks(i+x-k, j+y-1)+m.text.marksWithin(i+x-k, i+x), p)
		}
		for k := int32(2); k <= min(y, 1-more, phraseMost); k++ {
			score, p := m.phrase(i+x-1, i+x, j+y-k, j+y)
			try(x-1, y-k, score+m.marks(i+x-1, j+y-k)+m.ref.marksWithin(j+y-k, j+y), p)
		}
	}
	if x > 0 {
		try(x-1, y, m.alone(i+x-1), piece{i + x - 1, i + x, j + y, j + y, added, false})
	}
	if y > 0 {
		try(x, y-1, pairNone, piece{i + x, i + x, j + y - 1, j + y, dropped, false})
	}
	return best
}

// addPieces appends a slot's pieces, which come last first. Where a phrase that
// no thesaurus has stands beside other such words, nobody can tell which of them
// it stands for: they become one substitution.
func (m *matcher) addPieces(list []piece) {
	for k := len(list) - 1; k >= 0; {
		p := list[k]
		single := p.single()
		for k--; k >= 0; k-- {
			next := list[k]
			guesses := p.guessed() && next.guessed() && !(single && next.single()) && !m.parted(next)
			if !guesses && !m.continues(p, next) {
				break
			}
			single = false
			p.end, p.refEnd = next.end, next.refEnd
		}
		m.pieces = append(m.pieces, p)
	}
}

// continues reports whether a piece goes on with a word that was added:
// "enduring up to" stands for "resisting" as a whole. It does from a function
// word on.
func (m *matcher) continues(p, next piece) bool {
	if p.sort != substituted || next.sort != added || p.end-p.i+next.end-next.i > phraseMost {
		return false
	}
	return m.text.isFunction(int(next.i)) || p.end-p.i > 1
}

// guessed reports whether only its place shows that a piece was substituted.
func (p *piece) guessed() bool { return p.sort == substituted && !p.known }

// single reports whether a piece is a word for a word.
func (p *piece) single() bool { return p.end-p.i == p.refEnd-p.j }
