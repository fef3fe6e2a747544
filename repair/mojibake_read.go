package repair

import (
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A reading is what characters say when they are taken for the bytes of UTF-8
// that they were.
type reading struct {
	as        misreading
	all       misreadingSet // that give the same
	n         int           // bytes of what stands
	chars     int           // characters of it
	sequences int
	longest   int        // how many characters the longest sequence was read as
	lossy     bool       // something was lost on the way
	power     bool       // it is of a Greek letter and an exponent, as formulas have them
	guessed   bool       // a question mark was taken for what was lost
	doubtful  bool       // rival may be meant as well
	rival     misreading // that gives the next best
	second    int        // what that gains
	gain      int        // over what stands
	runes     []rune     // what it says, until something else is read
}

// appendTo appends to b what a reading says.
func (r *reading) appendTo(b []byte) []byte {
	for _, q := range r.runes {
		b = utf8.AppendRune(b, q)
	}
	return b
}

// maxRun bounds how many characters are read at once.
const maxRun = 48

// A standing character is one of those to be read.
type standing struct {
	*character
	r   rune
	end int // offset behind it
}

// A standingCost is what some of the characters cost as they stand.
type standingCost struct {
	n, cost int
	after   context
}

// A mojibakeReader reads characters as bytes of UTF-8.
type mojibakeReader struct {
	tables *legacyTables
	costs  *plausibility
	chars  [maxRun + 4]standing
	runes  [maxRun + 4]rune // those characters
	count  int
	lossy  misreadingSet // that may have lost something
	until  int           // offset in the text where no further sequence is to begin, or 0
	stands standingCost
	best   *reading
	other  *reading // at work
	room   []byte
	reads  int             // how often read was called
	inner  *mojibakeReader // for what was read twice
	memo   *readingMemo
	key    readingKey // of what is read
	alone  bool       // nothing behind that has a part in the reading
}

// init gets the tables, which a text of ASCII alone does not need.
func (m *mojibakeReader) init() {
	if m.tables == nil {
		m.tables, m.costs = legacy(), plausible()
		m.best, m.other = new(reading), new(reading)
	}
}

// read returns the best reading of what stands at i, by one of the
// misreadings in only, or nil if there is none. It is valid until the next
// call. One that has lost something is the last resort.
func (m *mojibakeReader) read(before context, text string, i int, only misreadingSet) *reading {
	m.reads++
	m.init()
	if only != anyMisreading {
		return m.readAnew(before, text, i, only)
	}
	kept := m.keyFor(before, text, i)
	if kept != nil && kept.key == m.key {
		return kept.recall(m.best)
	}
	r := m.readAnew(before, text, i, only)
	if kept != nil {
		kept.keep(&m.key, r, m.alone)
	}
	return r
}

// readAnew is read for what is not kept.
func (m *mojibakeReader) readAnew(before context, text string, i int, only misreadingSet) *reading {
	m.stand(text, i)
	m.best.gain, m.best.n = worst, 0
	rival, second := misreading(0), worst
	m.stands.n = 0
	for _, lossy := range [2]bool{false, true} {
		may := m.valid() & only
		if lossy {
			may = m.chars[0].begin & only
		}
		for ; may != 0; may &= may - 1 {
			c := may.first()
			if !m.readAs(c, text, i) || m.other.lossy != lossy {
				continue
			}
			if m.best.n == m.other.n && slices.Equal(m.other.runes, m.best.runes) {
				m.best.all |= 1 << c
				continue
			}
			m.other.gain = m.gain(before, text, i)
			if m.other.gain < gainAlone && m.inner != nil {
				m.readDeeper(before, text, i)
			}
			if m.other.gain > m.best.gain {
				m.best, m.other = m.other, m.best
			}
			if m.other.n > 0 && m.other.gain > second {
				rival, second = m.other.as, m.other.gain
			}
		}
		if m.best.n > 0 && m.best.gain >= gainWhole {
			break
		}
	}
	if m.best.n == 0 {
		return nil
	}
	m.best.rival, m.best.second = rival, second
	m.best.power = m.best.chars == 2 && isExponent(m.chars[1].r) && m.costs.classOf(m.chars[0].r).letterGroup() == classGreekLower.letterGroup()
	m.best.doubtful = second > gainSame && second > m.best.gain-gainClearly
	return m.best
}

func isExponent(r rune) bool { return r == '\u00b9' || r == '\u00b2' || r == '\u00b3' }

// valid returns the misreadings of which the characters begin with a sequence.
func (m *mojibakeReader) valid() misreadingSet {
	first := &m.chars[0]
	if m.count < 2 {
		return 0
	}
	trail := m.chars[1].trail
	valid := first.lead[2] & trail
	for k := 2; k < utf8.UTFMax && k < m.count; k++ {
		trail &= m.chars[k].trail
		valid |= first.lead[k+1] & trail
	}
	second := &m.chars[1]
	if first.lead[3]&second.trail != 0 {
		valid |= m.quotes(first.character, second.character)
	}
	return valid
}

// worst is less than any gain.
const worst = -1 << 20

// anyMisreading is the set of all.
const anyMisreading misreadingSet = 1<<len(misreadings) - 1

// stand collects the characters that a reading at i may take.
func (m *mojibakeReader) stand(text string, i int) {
	m.count = 0
	for m.count < len(m.chars) && i < len(text) {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = decodeRune(text[i:])
		} else if r != ' ' && r != '?' && r != '_' {
			break
		}
		i += n
		m.chars[m.count] = standing{&m.tables.characters[m.tables.id(r)], r, i}
		m.runes[m.count] = r
		m.count++
		if m.count > 3 && r == ' ' {
			break
		}
	}
}

// readDeeper reads what m.other says once more, and makes it say that if it
// gains more.
func (m *mojibakeReader) readDeeper(before context, text string, i int) {
	in, r := m.inner, m.other
	if r.lossy || m.tables.characters[m.tables.id(r.runes[0])].begin == 0 {
		return
	}
	m.room = r.appendTo(m.room[:0])
	once := view(m.room)
	if place, _ := in.next(once, 0, false); place != 0 {
		return
	}
	in.stand(once, 0)
	for rest := in.chars[0].begin; rest != 0; rest &= rest - 1 {
		c := rest.first()
		if !in.readAs(c, once, 0) || in.other.n != len(once) {
			continue
		}
		r.runes, in.other.runes = in.other.runes, r.runes
		gain := m.gain(before, text, i) - misreadings[c].prior - 1
		if gain > r.gain {
			r.gain = gain
			return
		}
		r.runes, in.other.runes = in.other.runes, r.runes
	}
}

// gain returns what m.other gains over what stands at i.
func (m *mojibakeReader) gain(before context, text string, i int) int {
	r := m.other
	if m.stands.n != r.n {
		m.stands = standingCost{n: r.n, after: m.costs.contextAfter(text, i+r.n)}
		m.stands.cost = m.costs.cost(before, m.runes[:r.chars], m.stands.after, controlStands)
	}
	return m.stands.cost - m.costs.cost(before, r.runes, m.stands.after, controlRead) - m.priorOf(r)
}

// priorOf returns what speaks against a reading before the text is seen. One
// that gives controls of C1 means a text that was damaged in another way
// before, which is known only of some; what was read by way of Mac Roman was
// Western.
func (m *mojibakeReader) priorOf(r *reading) int {
	kind := &misreadings[r.as]
	for _, q := range r.runes {
		switch {
		case q < 0xa0 && !kind.c1 && !kind.mac:
			return kind.prior + 8
		case q >= 0x2e80 && kind.mac:
			return kind.prior + 40
		case q > 0xff && q < 0x2000 && kind.mac:
			return kind.prior + 4
		}
	}
	if r.longest > 2 && kind.table == charmap.Macintosh {
		return kind.prior - 2 // a low quotation mark and two capitals
	}
	return kind.prior
}

// readAs reads as many sequences as stand at i, taken for c, into m.other. It
// reports false if there is none. One that has lost something is read together
// with others only if it stands between some that have not.
func (m *mojibakeReader) readAs(c misreading, text string, i int) bool {
	r := m.other
	*r = reading{as: c, all: 1 << c, runes: r.runes[:0]}
	kept := 0 // up to the last that lost nothing
	for at := 0; at < m.count; {
		if at > 0 && m.until > 0 && m.chars[at-1].end >= m.until {
			break
		}
		if at >= maxRun {
			r.sequences, r.runes = kept, r.runes[:kept]
			m.trim(c, text, i)
			return true
		}
		s, n := m.sequence(c, at)
		if n == 0 {
			s, n = m.lossySequence(c, at, text)
		}
		if n == 0 || at > 0 && m.costs.classOf(s.r).isRare() {
			break
		}
		r.runes = append(r.runes, s.r)
		r.sequences++
		r.longest = max(r.longest, n)
		at += n
		switch {
		case !s.lossy:
			r.n, r.chars, kept = m.chars[at-1].end-i, at, r.sequences
		case r.sequences == 1:
			r.n, r.chars = m.chars[at-1].end-i, at
			r.lossy, r.guessed = true, s.guessed
			return true
		}
	}
	r.sequences, r.runes = kept, r.runes[:kept]
	return r.sequences > 0
}

// trim takes from a reading that ends where it is cut what may have been read
// twice, and goes on behind it.
func (m *mojibakeReader) trim(c misreading, text string, i int) {
	r := m.other
	for keep := r.sequences - 1; keep > 0 && keep >= r.sequences-3; keep-- {
		if m.tables.characters[m.tables.id(r.runes[keep])].begin.has(c) {
			r.runes, r.sequences, r.chars = r.runes[:keep], keep, 0
			for range keep {
				_, n := m.sequence(c, r.chars)
				if n == 0 {
					_, n = m.lossySequence(c, r.chars, text)
				}
				r.chars += n
			}
			r.n = m.chars[r.chars-1].end - i
			return
		}
	}
}

// A sequence is one character of UTF-8 as it was read.
type sequence struct {
	r       rune
	lossy   bool // something was lost
	guessed bool // it takes a question mark for part of it
}

// sequence reads the characters from at on, taken for c, as one of UTF-8, and
// returns how many of them, or 0.
func (m *mojibakeReader) sequence(c misreading, at int) (sequence, int) {
	lead := m.chars[at].bytes[c]
	size := sequenceLen(lead)
	if size == 0 || at+size > m.count {
		return sequence{}, 0
	}
	r := rune(lead & (0x7f >> size))
	for k := 1; k < size; k++ {
		b := m.chars[at+k].bytes[c]
		if b&0xc0 != 0x80 {
			return sequence{}, 0
		}
		r = r<<6 | rune(b&0x3f)
	}
	switch {
	case utf16.IsSurrogate(r):
		return m.surrogates(c, at)
	case utf8.RuneLen(r) != size:
		return sequence{}, 0
	case m.costs.classOf(r) == classNone:
		return sequence{}, 0
	}
	return sequence{r: r}, size
}

// surrogates reads two surrogates that were written as UTF-8.
func (m *mojibakeReader) surrogates(c misreading, at int) (sequence, int) {
	var b [6]byte
	if at+len(b) > m.count {
		return sequence{}, 0
	}
	for k := range b {
		b[k] = m.chars[at+k].bytes[c]
	}
	r := joinSurrogates(string(b[:]))
	if r == utf8.RuneError || m.costs.classOf(r) == classNone {
		return sequence{}, 0
	}
	return sequence{r: r}, 6
}
