package repair

import (
	"strings"
	"unicode/utf8"
)

const reasonMojibake = "UTF-8 read as another encoding"

// What a reading must gain over what stands.
const (
	gainAlone   = 6                   // with no other evidence
	gainGuessed = 1                   // where a question mark is taken for what was lost
	gainMixed   = 2                   // where others were misread in the same way, among many that are good
	gainSame    = -2                  // where others were misread in the same way, and few are good
	gainLong    = 16                  // what a sequence of three or four need not gain
	gainSeen    = 8                   // by how much more often seen makes up for less gained, at most
	gainClearly = 3                   // over the next best reading
	gainWhole   = gainSame - gainLong // so that what lost something is not tried
)

// mojibakeReach is how many bytes behind a place can have a part in what is decided
// there, but for evidence.
const mojibakeReach = 1024

// A mojibakeFinder finds UTF-8 that was read as an encoding with one byte to
// a character, once or more often.
//
// At each place where the characters can be a sequence of UTF-8, it reads as
// many sequences as follow one another, and weighs what they say against what
// stands there: see plausibility. What gains much is mended as it is; what
// gains little only in a text that has others of the same kind. What comes of
// it is read again, together with what stands around it, until nothing is
// left to be read; where something before it could be, it stays as it is, so
// that a second repair finds nothing that the first one did not.
type mojibakeFinder struct {
	mojibakeReader
	rewriting
	again bool // it is not the first of its kind
	tail  tail
	past  past
	seen  evidence
	ahead lookout
	plain plainPart
	texts fixTexts
}

// evidence is what the text before a place has shown.
type evidence struct {
	strong [maxLevels][len(misreadings)]int // readings that needed no evidence
	total  int                              // of them
	good   int                              // characters outside ASCII that stand as they were
}

// maxLevels bounds how often one text was misread.
const maxLevels = 4

func (m *mojibakeFinder) reset(*Options) {
	m.tail.clear()
	m.past.clear()
	m.seen = evidence{}
	m.ahead = lookout{}
	m.plain = plainPart{}
	m.lossy = 1
	if m.inner == nil {
		m.inner = new(mojibakeReader)
	}
}

func (m *mojibakeFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	text, i, base := in.text, 0, len(fixes)
	if m.again && in.unchanged() {
		return fixes, len(text)
	}
	for {
		next, good := m.next(text, i, !in.last)
		m.seen.good += good
		i = next
		if i == len(text) || !in.last && len(text)-i < mojibakeReach {
			break
		}
		if strings.HasPrefix(text[i:], "\u00e2") && m.contraction(text, fixes[base:], i) {
			n := len("\u00e2")
			fixes = append(fixes, Fix{Step: Encoding, Start: i, End: i + n, Text: "\u2019", Reason: reasonContraction})
			i += n
			continue
		}
		f, verdict := m.consider(in, fixes[base:], i)
		if verdict == undecided {
			break
		}
		if verdict == mend {
			fixes = append(fixes, f)
			i = f.End
			continue
		}
		if isGood(text[i:]) {
			m.seen.good++
		}
		i += runeLen(text[i])
	}
	m.tail.settle(text, fixes[base:], i)
	m.past.settle(text, fixes[base:], i)
	m.ahead.settle(i)
	m.plain.settle(i)
	return fixes, i
}

// unchanged reports whether it is known that no step changed the text, so that
// one that was taken before has nothing more to do.
func (in *input) unchanged() bool { return in.first && in.last && len(in.fixes) == 0 }

// A verdict is what is to be done about a place.
type verdict int

const (
	leave verdict = iota
	mend
	undecided // until more of the text is there
)

// consider decides about the place at i.
func (m *mojibakeFinder) consider(in *input, fixes []Fix, i int) (Fix, verdict) {
	r := m.read(m.contextAt(in.text, fixes, i), in.text, i, anyMisreading)
	if r == nil {
		return Fix{}, leave
	}
	was, reads, first := *r, m.reads, [1]rune{r.runes[0]}
	as, v := m.judge(in, i, &was)
	was.runes = first[:] // the others gave way to what was read ahead
	if v != mend {
		return Fix{}, v
	}
	if !m.past.endsFixed(fixes, i) && m.enclosed(m.past.before(in.text, i), in.text[i:], &was) {
		return Fix{}, leave
	}
	alone := was.alone() && (!was.doubtful || m.trusts(&was))
	if !m.attempt(in.text, fixes, i, as, false, as == was.as && reads == m.reads) && !(alone && m.attempt(in.text, fixes, i, was.as, true, false)) {
		return Fix{}, leave
	}
	if was.alone() && !was.doubtful {
		m.seen.add(0, &was)
		m.lossy |= was.all
	}
	return Fix{Step: Encoding, Start: i, End: m.end, Text: m.texts.of(m.made()), Reason: reasonMojibake}, mend
}

// contextAt returns the context that ends at i of a text with fixes.
func (m *mojibakeFinder) contextAt(text string, fixes []Fix, i int) context {
	last := 0
	if n := len(fixes); n > 0 {
		last = fixes[n-1].End
	}
	if i-last >= 2*utf8.UTFMax {
		return contextBefore(text[:i])
	}
	m.tail.collect(text, fixes, i, 3)
	return m.tail.context()
}

// attempt makes of the text at i what it reads as, and reports whether that
// can stay. If strict, no evidence counts for what comes of it; if fresh, it
// has just been read.
func (m *mojibakeFinder) attempt(text string, fixes []Fix, i int, as misreading, strict, fresh bool) bool {
	r := m.best
	m.tail.collect(text, fixes, i, 3)
	if fresh && m.settles(text, i, r) {
		return !m.heldBack(m.past.before(text, i), text, i)
	}
	m.tail.collect(text, fixes, i, tailLen)
	switch {
	case !fresh:
		r = m.read(m.tail.context(), text, i, 1<<as)
	case m.isFinal(text, i, r):
		return !m.heldBack(m.past.before(text, i), text, i)
	}
	return m.rewrite(text, i, r, strict) && !m.heldBack(m.past.before(text, i), text, i)
}

// trusts reports whether a doubtful reading is to be believed: the commonest
// misreading in a text that has shown no other characters outside ASCII.
// Of Windows-1250 and ISO 8859-2 it is the former, as the latter hardly occurs.
func (m *mojibakeFinder) trusts(r *reading) bool {
	return m.seen.good == 0 && (r.as == asWindows1252 || r.as == asWindows1250 && r.rival == asLatin2)
}

// add counts a reading that needed no evidence.
func (e *evidence) add(level int, r *reading) {
	for rest := r.all; rest != 0; rest &= rest - 1 {
		e.strong[level][rest.first()]++
	}
	e.total += r.sequences
}

// judge decides about a reading of the text at i, and as what it is to be
// read.
func (m *mojibakeFinder) judge(in *input, i int, r *reading) (misreading, verdict) {
	switch {
	case r.gain < m.needed(r):
		return 0, leave
	case r.second >= m.needed(r) && r.second > r.gain-gainSeen && m.seen.strong[0][r.rival] > m.seen.strong[0][r.as]:
		return r.rival, mend
	case r.doubtful:
		return m.decide(in, i, r)
	case r.alone() || m.seen.strong[0][r.as] > 0:
		return r.as, mend
	}
	return r.as, m.lookAhead(in, i, r.as, r.as)
}

// decide decides between the two readings of the text at i that are best.
func (m *mojibakeFinder) decide(in *input, i int, r *reading) (misreading, verdict) {
	if m.seen.strong[0][r.as] > m.seen.strong[0][r.rival] {
		return r.as, mend
	}
	for _, pair := range [2][2]misreading{{r.as, r.rival}, {r.rival, r.as}} {
		if v := m.lookAhead(in, i, pair[0], pair[1]); v != leave {
			return pair[0], v
		}
	}
	if r.alone() && m.trusts(r) {
		return r.as, mend
	}
	return r.as, leave
}

// needed returns what a reading must gain that evidence speaks for. What
// spoke against the misreading before does not count, as the others show it.
func (m *mojibakeFinder) needed(r *reading) int {
	prior := misreadings[r.as].prior
	switch {
	case r.guessed:
		return gainGuessed - prior
	case m.seen.good > 2*m.seen.total+2:
		return gainMixed - prior
	case r.longest > 2 && !r.lossy:
		return gainSame - gainLong - prior
	}
	return gainSame - prior
}

// alone reports whether a reading needs no evidence.
func (r *reading) alone() bool { return r.gain >= gainAlone && !r.lossy && !r.power }

// A lookout knows of readings that need no evidence ahead of a place.
type lookout struct {
	scanned int                                     // up to where
	at      [len(misreadings)][len(misreadings)]int // where one is as the first and not as the second, if that is ahead
}

func (l *lookout) settle(n int) {
	l.scanned = max(0, l.scanned-n)
	for c := range l.at {
		for d := range l.at[c] {
			l.at[c][d] = max(0, l.at[c][d]-n)
		}
	}
}

// lookAhead returns mend if within lookahead bytes behind i something was read
// as c, and not as d unless that is the same, that needs no evidence.
func (m *mojibakeFinder) lookAhead(in *input, i int, c, d misreading) verdict {
	l := &m.ahead
	end := min(i+lookahead, len(in.text))
	if l.scanned <= i {
		l.scanned = i + runeLen(in.text[i])
	}
	for l.at[c][d] <= i && l.scanned < end {
		l.scanned, _ = m.next(in.text, l.scanned, !in.last)
		if l.scanned >= end {
			break
		}
		if !in.last && len(in.text)-l.scanned < mojibakeReach {
			return undecided
		}
		m.look(in.text, i)
	}
	switch {
	case l.at[c][d] > i && l.at[c][d] < i+lookahead:
		return mend
	case !in.last && len(in.text)-i < lookahead+mojibakeReach:
		return undecided
	}
	return leave
}

// look reads what stands where the lookout has come to. Only what will be
// mended is evidence, so that none is left.
func (m *mojibakeFinder) look(text string, i int) {
	l := &m.ahead
	r := m.read(contextBefore(m.past.before(text, l.scanned)), text, l.scanned, anyMisreading)
	if r == nil || !r.alone() || r.doubtful {
		l.scanned += runeLen(text[l.scanned])
		return
	}
	all, at, next := r.all, l.scanned, l.scanned+r.n
	m.tail.take(m.past.before(text, at))
	m.rewriting.ahead = true
	if !m.enclosed(m.past.before(text, at), text[at:], r) && m.rewrite(text, at, r, false) && !m.heldBack(m.past.before(text, at), text, at) {
		l.note(all, at, i)
	}
	m.rewriting.ahead = false
	l.scanned = next
}

// note notes that at a place ahead of i something was read as all of those.
func (l *lookout) note(all misreadingSet, at, i int) {
	for rest := all; rest != 0; rest &= rest - 1 {
		c := rest.first()
		for d := range l.at[c] {
			if l.at[c][d] <= i && (misreading(d) == c || !all.has(misreading(d))) {
				l.at[c][d] = at
			}
		}
	}
}

// runeLen returns the length of the character of valid UTF-8 that c begins.
func runeLen(c byte) int {
	switch {
	case c < 0x80:
		return 1
	case c < 0xe0:
		return 2
	case c < 0xf0:
		return 3
	}
	return 4
}

// contextBefore returns the context that a text is.
func contextBefore(text string) context {
	far, near := ' ', ' '
	if r, n := utf8.DecodeLastRuneInString(text); n > 0 {
		near = r
		if r, n = utf8.DecodeLastRuneInString(text[:len(text)-n]); n > 0 {
			far = r
		}
	}
	return plausible().context(far, near)
}
