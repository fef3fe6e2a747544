package entities

import "strings"

// apply replaces f, which ends out, by its text, and sees to it that nothing
// that comes of it is a reference again.
func (e *scanner) apply(f *form) {
	text := e.opts.text(f)
	from := e.base + len(e.out)
	e.floor = max(e.floor, from-settled)
	e.write(text)
	e.low, e.done = f.end, f.end
	e.push(edit{
		Reference: Reference{Start: f.start, End: f.end, Name: f.name, Text: text, Damage: f.damage},
		from:      from, to: from + len(text),
	})
	if hazardous(text) || from-e.left < tailSize {
		e.settling = true
		e.resettle()
	}
}

// push adds an edit. A scout needs no more than the last ones.
func (e *scanner) push(d edit) {
	if e.probing() && len(e.edits) >= 64 {
		n := copy(e.edits, e.edits[32:])
		e.edits = e.edits[:n]
	}
	e.edits = append(e.edits, d)
}

// hazardous reports whether text may become part of a reference.
func hazardous(text string) bool {
	for i := range len(text) {
		if c := text[i]; isWordByte(c) || strings.IndexByte("#&;\\%_, ", c) >= 0 {
			return true
		}
	}
	return false
}

// resettle looks at the text around the last edit anew, as it now reads, and
// goes on for as long as that has a reference. It returns false where more
// input is needed.
func (e *scanner) resettle() bool {
	for e.settling {
		if !e.whole && e.low+slack > len(e.s) {
			return false
		}
		if !e.settle() {
			e.settling = false
		}
	}
	return true
}

// settle repairs the first form that begins in the last bytes of out and
// reports whether there was one.
func (e *scanner) settle() bool {
	from := e.tail()
	tail := e.out[from:]
	ahead := e.s[e.low:min(len(e.s), e.low+maxDoubled+4*reach)]
	if i := strings.IndexByte(ahead, '\n'); i >= 0 {
		ahead = ahead[:i]
	}
	text := string(tail) + ahead
	for i := 0; i < len(text); i++ {
		if strings.IndexByte(triggers, text[i]) < 0 {
			continue
		}
		f, ok := parse(text, 0, i)
		if !ok || e.opts.KeepIntact && f.wellFormed() {
			if i < len(tail) && text[i] == '&' {
				e.left = e.base + from + i + 1
			}
			continue
		}
		if f.start >= len(tail) {
			break
		}
		p := placeOf(&f, e.behindOut(from+f.start), text[f.end:])
		p.liner = liner{known: view(e.head[:min(len(e.head), max(0, e.base+from+f.start-e.line))])}
		e.skip = e.low + max(0, f.end-len(tail))
		if !e.damageOf(&f, &p) {
			e.left = max(e.left, e.base+from+min(f.end, len(tail)))
			continue
		}
		f.start = max(e.widen(&f, &p, f.start), 0)
		e.merge(&f, from, len(tail))
		return true
	}
	return false
}

// tail returns the index in out from where an edit can change what is around
// it. No form begins before it and ends behind it.
func (e *scanner) tail() int {
	least := max(e.line-e.base, e.floor-e.base, 0)
	from := max(len(e.out)-tailSize, least)
	for n := 0; n < maxRun && from > least && (isWordByte(e.out[from-1]) || e.out[from-1] == '#' || e.out[from-1] == '&'); n++ {
		from--
	}
	return from
}

// merge replaces a form whose offsets count from the index from of out, where
// out has size bytes and then the input follows.
func (e *scanner) merge(f *form, from, size int) {
	start := e.base + from + f.start
	end := e.base + from + f.end
	rest := ""
	if f.end < size {
		rest = string(e.out[from+f.end:])
	} else {
		e.low += f.end - size
		e.done = e.low
		end = e.base + from + size
	}
	text := e.opts.text(f)
	kept, over, after := e.split(start, end)
	made := edit{Reference: Reference{Start: e.source(start), End: e.source(end), Name: f.name, Text: text, Damage: f.damage}, from: start, to: start + len(text)}
	if f.end >= size {
		made.End = e.low
	}
	for i, old := range over {
		made.Damage |= old.Damage
		if i == 0 && old.from < start {
			made.Text = old.Text[:start-old.from] + made.Text
			made.Start, made.from = old.Start, old.from
		} else if i == 0 {
			made.Start = min(made.Start, old.Start)
		}
		if i == len(over)-1 && old.to > end {
			made.Text += old.Text[end-old.from:]
			made.End, made.to = old.End, made.to+old.to-end
		} else if i == len(over)-1 {
			made.End = max(made.End, old.End)
		}
	}
	shift := start + len(text) - end
	for i := range after {
		after[i].from += shift
		after[i].to += shift
	}
	edits := append(append([]edit{}, kept...), made)
	e.edits = append(edits, after...)
	e.cut(start)
	e.write(text)
	e.write(rest)
}

// split divides the edits into those before the text from start to end, those
// that overlap it or touch it within, and those behind it.
func (e *scanner) split(start, end int) (before, over, after []edit) {
	i := len(e.edits)
	for i > 0 && e.edits[i-1].from >= end {
		i--
	}
	j := i
	for j > 0 && (e.edits[j-1].to > start || e.edits[j-1].from >= start) {
		j--
	}
	return e.edits[:j], e.edits[j:i], e.edits[i:]
}

// source returns the offset in the input of the byte of the repaired text at
// the offset at, which stands in no edit.
func (e *scanner) source(at int) int {
	for i := len(e.edits) - 1; i >= 0; i-- {
		if d := &e.edits[i]; d.to <= at {
			return d.End + at - d.to
		}
	}
	if len(e.edits) > 0 {
		return e.edits[0].Start - (e.edits[0].from - at)
	}
	return e.done - (e.base + len(e.out) - at)
}
