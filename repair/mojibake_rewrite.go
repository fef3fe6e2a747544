package repair

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// rewriting is what becomes of a place, with a bit of what stands around it.
//
// A sequence that was read twice must be mended twice, and what was mended can
// make a sequence with what stands behind it. So the result is read again
// until nothing is left. Where it changes what is to be thought of something
// before it, which is settled by then, the place is left as it is.
type rewriting struct {
	text     []byte
	room     []byte
	ahead    bool // what stands before is not repaired yet
	known    int  // where there is enough before a place to think of it
	from, to int  // of the result in text
	end      int  // of what it replaces in the input
}

// rewriteAhead is how much of what follows is looked at.
const rewriteAhead = 256

// settles makes of the text at i what r says where it can be seen that nothing
// else follows from that, as neither r nor what stands around it could begin a
// sequence.
func (m *mojibakeFinder) settles(text string, i int, r *reading) bool {
	w := &m.rewriting
	w.end = i + r.n
	if w.end < len(text) && text[w.end] >= utf8.RuneSelf {
		return false
	}
	for _, q := range m.tail.now[:3] {
		if q >= utf8.RuneSelf {
			return false
		}
	}
	begin := misreadingSet(0)
	for _, q := range r.runes {
		c := &m.tables.characters[m.tables.id(q)]
		if q < 0xa0 || begin&c.trail != 0 || q == utf8.RuneError {
			return false
		}
		begin = c.begin
	}
	w.take(r)
	return true
}

// take makes what r says the result.
func (w *rewriting) take(r *reading) {
	w.text = r.appendTo(w.text[:0])
	w.from, w.to = 0, len(w.text)
}

// isFinal is settles where there is more outside ASCII around the text at i:
// it makes of that what r says where rewrite would find no place for another
// reading in the result nor before it.
func (m *mojibakeFinder) isFinal(text string, i int, r *reading) bool {
	w := &m.rewriting
	w.end = i + r.n
	var p passing
	for k := tailLen - 3; k >= 0; k-- {
		if !m.pass(&p, m.tail.now[k]) {
			return false
		}
	}
	for _, q := range r.runes {
		if q < 0xa0 || !m.pass(&p, q) {
			return false
		}
	}
	for at := w.end; at < len(text) && (p.begin|p.third) != 0; {
		q, n := decodeRune(text[at:])
		if !m.pass(&p, q) {
			return false
		}
		p.begin = 0 // it stands behind the result
		at += n
	}
	w.take(r)
	return true
}

// passing is what the two characters before a place may begin.
type passing struct {
	first *character    // the one before
	begin misreadingSet // where it begins a sequence
	third misreadingSet // where the place may be the third of one
}

// pass goes on to the next character, and reports whether it is certain that
// none before it begins a sequence that goes on with it.
func (m *mojibakeReader) pass(p *passing, q rune) bool {
	if q < utf8.RuneSelf && !mayBeLost(byte(q)) {
		*p = passing{}
		return true
	}
	c := &m.tables.characters[m.tables.id(q)]
	trail, lost := c.trail, q < utf8.RuneSelf
	if lost {
		trail = m.lossy
	}
	second := p.begin & trail
	switch {
	case second != 0 && (second&p.first.lead[2] != 0 || m.quotes(p.first, c) != 0), p.third&trail != 0:
		return false
	case q == utf8.RuneError, q == '\u00e2':
		return false // of which nothing is certain
	}
	*p = passing{c, c.begin, second}
	return true
}

// made returns the result.
func (w *rewriting) made() []byte { return w.text[w.from:w.to] }

// rewrite makes of the text at i what r says, and what follows from that.
func (m *mojibakeFinder) rewrite(text string, i int, r *reading, strict bool) bool {
	w, as := &m.rewriting, r.as
	w.text = w.text[:0]
	for k := tailLen - 1; k >= 0; k-- {
		if k == tailLen-3 {
			w.known = len(w.text)
		}
		w.text = utf8.AppendRune(w.text, m.tail.now[k])
	}
	w.from = len(w.text)
	w.text = r.appendTo(w.text)
	w.to = len(w.text)
	w.end = i + r.n
	rest := text[w.end:]
	rest = rest[:enough(rest)]
	w.text = append(w.text, rest...)
	for level := 1; m.readAgain(min(level, maxLevels-1), as, strict) || w.fold(); level++ {
	}
	return !w.hasControl() && m.undisturbed()
}

// likely reports whether evidence speaks for a reading of a result of one as
// the misreading given: others at the same level, or that it is the same.
func (m *mojibakeFinder) likely(r *reading, level int, as misreading) bool {
	if m.seen.strong[level][r.as] > 0 && r.gain >= m.needed(r) {
		return true
	}
	return r.as == as && (r.gain >= gainMixed || r.gain >= 0 && r.longest > 2)
}

// fold makes of the first control of C1 in the result what Windows-1252 has
// there, and reports whether there was one.
func (w *rewriting) fold() bool {
	for at := w.from; at < w.to; at += runeLen(w.text[at]) {
		if w.text[at] != 0xc2 || w.text[at+1] >= 0xa0 {
			continue
		}
		r := charmap.Windows1252.DecodeByte(w.text[at+1])
		if r > 0x9f && r != utf8.RuneError {
			var b [utf8.UTFMax]byte
			w.put(at, 2, b[:utf8.EncodeRune(b[:], r)])
			return true
		}
	}
	return false
}

// hasControl reports whether there is a control of C1 in the result.
func (w *rewriting) hasControl() bool {
	for at := w.from; at+1 < w.to; at++ {
		if w.text[at] == 0xc2 && w.text[at+1] < 0xa0 {
			return true
		}
	}
	return false
}

// enough returns how much of s can matter to what stands before it: what is
// not ASCII, and a bit more.
func enough(s string) int {
	n := 0
	for n < len(s) && n < rewriteAhead && s[n] >= utf8.RuneSelf {
		n++
	}
	n = min(n+8, len(s))
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n++
	}
	return n
}

// readAgain mends what of the result, which was read as the misreading given, can
// be read once more, once, and reports whether there was anything.
func (m *mojibakeFinder) readAgain(level int, as misreading, strict bool) bool {
	w := &m.rewriting
	changed := false
	for at := w.from; at < w.to; {
		text := view(w.text)
		at, _ = m.next(text, at, false)
		if at >= w.to {
			break
		}
		m.until = w.to
		r := m.read(contextBefore(text[:at]), text, at, anyMisreading)
		m.until = 0
		if r == nil || !r.alone() && (strict || !m.likely(r, level, as)) {
			at += runeLen(text[at])
			continue
		}
		if r.alone() {
			m.seen.strong[level][r.as]++
		}
		at += w.replace(at, r)
		changed = true
	}
	return changed
}

// replace puts what r says in the place of what stands at i.
// It returns the length of that.
func (w *rewriting) replace(i int, r *reading) int {
	if beyond := i + r.n - w.to; beyond > 0 {
		w.end += beyond
		w.to += beyond
	}
	w.room = r.appendTo(w.room[:0])
	w.put(i, r.n, w.room)
	return len(w.room)
}

// put puts b in the place of the n bytes at i.
func (w *rewriting) put(i, n int, b []byte) {
	w.text = slices.Replace(w.text, i, i+n, b...)
	w.to += len(b) - n
}

// undisturbed reports whether nothing before the result can be read now.
func (m *mojibakeFinder) undisturbed() bool {
	w := &m.rewriting
	text := view(w.text)
	for at := w.known; ; at += runeLen(text[at]) {
		at, _ = m.next(text, at, false)
		if at >= w.from {
			return true
		}
		r := m.read(contextBefore(text[:at]), text, at, anyMisreading)
		if beyond := r != nil && at+r.n > w.from; r != nil && r.alone() && (beyond || !w.ahead) && (!r.doubtful || at+r.n > w.from || r.as == 0) && !m.enclosed(text[:at], text[at:], r) {
			return false
		}
	}
}
