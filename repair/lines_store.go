package repair

import (
	"github.com/textmend/textmend/repair/internal/furniture"
)

// A pageLine is a line that is not blank.
type pageLine struct {
	start, end int // its line end included
	kind       furniture.Kind
	alone      bool // it goes whatever stands around it
	open       bool // the page may have furniture
	wraps      bool // it may be one of a paragraph broken for its width
	furniture  bool
}

// A lineStore has the lines that are not settled.
type lineStore struct {
	next    int // where the next line begins that was not read
	passed  int // up to where the text belongs to a line that is settled
	lines   []pageLine
	decided int // how many of the lines are
	seen    seenLines
}

// maxGap is how many bytes of empty lines may go with furniture. More are kept
// as if they were text.
const maxGap = 4 << 10

// lastEnd returns where the last line ends that is no part of the gap at hand.
func (l *lineStore) lastEnd() int {
	if n := len(l.lines); n > 0 {
		return l.lines[n-1].end
	}
	return l.passed
}

// maxUndecided is how many bytes of lines wait to be decided.
const maxUndecided = 16 << 10

func (l *lineStore) reset() {
	l.next, l.passed, l.lines, l.decided = 0, 0, l.lines[:0], 0
	l.seen.reset()
}

func (l *lineStore) push(line pageLine) { l.lines = append(l.lines, line) }

// extend makes the last line longer.
func (l *lineStore) extend(end int) {
	if n := len(l.lines); n > 0 {
		l.lines[n-1].end = end
	} else {
		l.passed = end
	}
}

// decide says what the lines are that are undecided.
func (l *lineStore) decide(isFurniture bool) {
	for i := l.decided; i < len(l.lines); i++ {
		l.lines[i].furniture = isFurniture
	}
	l.decided = len(l.lines)
}

// undecided returns how many bytes the undecided lines have.
func (l *lineStore) undecided() int {
	if l.decided == len(l.lines) {
		return 0
	}
	return l.lines[len(l.lines)-1].end - l.lines[l.decided].start
}

// settle makes offsets relative to what is left when n bytes are settled.
func (l *lineStore) settle(n int) {
	l.next -= n
	l.passed = max(0, l.passed-n)
	gone := 0
	for gone < len(l.lines) && l.lines[gone].end <= n {
		gone++
	}
	l.lines = l.lines[:copy(l.lines, l.lines[gone:])]
	l.decided -= gone
	for i := range l.lines {
		l.lines[i].start -= n
		l.lines[i].end -= n
	}
}

// A seenLines is the set of the short lines so far, as a Bloom filter (1970):
// it says yes to more lines the more there were, and never no to one of them,
// so that taking lines away never makes it say yes.
type seenLines struct {
	bits [1 << 12]uint64
	any  bool
}

func (s *seenLines) reset() {
	if s.any {
		*s = seenLines{}
	}
}

// add adds a line and reports whether it was in the set.
func (s *seenLines) add(line string) bool {
	known := s.any
	s.any = true
	h := hashOf(line)
	for range 3 {
		word, bit := &s.bits[h>>6%uint64(len(s.bits))], uint64(1)<<(h&63)
		known = known && *word&bit != 0
		*word |= bit
		h >>= 18
	}
	return known
}

// has reports whether a line is in the set.
func (s *seenLines) has(line string) bool {
	known := s.any
	h := hashOf(line)
	for range 3 {
		known = known && s.bits[h>>6%uint64(len(s.bits))]&(1<<(h&63)) != 0
		h >>= 18
	}
	return known
}
