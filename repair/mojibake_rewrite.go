package repair

import "unicode/utf8"

// rewriting is what becomes of a place, with a bit of what stands around it.
//
// A sequence that was read twice must be mended twice, and what was mended can
// make a sequence with what stands behind it. So the result is read again
// until nothing is left. Where it changes what is to be thought of something
// before it, which is settled by then, the place is left as it is.
type rewriting struct {
	text     []byte
	from, to int // of the result in text
	end      int // of what it replaces in the input
}

// rewriteAhead is how much of what follows is looked at.
const rewriteAhead = 256

// made returns the result.
func (w *rewriting) made() []byte { return w.text[w.from:w.to] }

// rewrite makes of the text at i what r says, and what follows from that.
func (m *mojibakeFinder) rewrite(text string, i int, r *reading) bool {
	w, as := &m.rewriting, r.as
	w.text = w.text[:0]
	for k := tailLen - 1; k >= 0; k-- {
		w.text = utf8.AppendRune(w.text, m.tail.now[k])
	}
	w.from = len(w.text)
	w.text = append(w.text, r.text...)
	w.to = len(w.text)
	w.end = i + r.n
	rest := text[w.end:]
	if len(rest) > rewriteAhead {
		n := rewriteAhead
		for !utf8.RuneStart(rest[n]) {
			n--
		}
		rest = rest[:n]
	}
	w.text = append(w.text, rest...)
	for level := 1; m.again(min(level, maxLevels-1), as); level++ {
	}
	return m.undisturbed()
}

// again mends what of the result, which was read as the misreading given, can
// be read once more, once, and reports whether there was anything.
func (m *mojibakeFinder) again(level int, as misreading) bool {
	w := &m.rewriting
	changed := false
	for at := w.from; at < w.to; {
		text := view(w.text)
		at, _ = m.next(text, at)
		if at >= w.to {
			break
		}
		r := m.read(contextBefore(text, at), text, at, anyMisreading, &m.seen.strong[level])
		if r == nil || !(r.alone() || r.gain >= m.needed(r) && m.seen.strong[level][r.as] > 0 || r.as == as && (r.gain >= gainMixed || r.gain >= 0 && r.longest > 2)) {
			at += runeLen(text[at])
			continue
		}
		if r.alone() {
			m.seen.strong[level][r.as]++
		}
		w.replace(at, r)
		at += len(r.text)
		changed = true
	}
	return changed
}

// replace puts what r says in the place of what stands at i.
func (w *rewriting) replace(i int, r *reading) {
	end := i + r.n
	if beyond := end - w.to; beyond > 0 {
		w.end += beyond
		w.to = end
	}
	grown := len(r.text) - r.n
	if grown > 0 {
		w.text = append(w.text, r.text[:grown]...)
	}
	rest := w.text[end : len(w.text)-max(grown, 0)]
	copy(w.text[i+len(r.text):], rest)
	copy(w.text[i:], r.text)
	if grown < 0 {
		w.text = w.text[:len(w.text)+grown]
	}
	w.to += grown
}

// undisturbed reports whether nothing before the result can be read now.
func (m *mojibakeFinder) undisturbed() bool {
	w := &m.rewriting
	text := view(w.text)
	for at := 0; ; at += runeLen(text[at]) {
		at, _ = m.next(text, at)
		if at >= w.from {
			return true
		}
		r := m.read(contextBefore(text, at), text, at, anyMisreading, nil)
		if r != nil && (r.gain >= gainAlone || at+r.n > w.from && r.gain >= gainSame) {
			return false
		}
	}
}
