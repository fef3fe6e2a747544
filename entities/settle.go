package entities

import (
	"slices"
	"strings"
)

// apply replaces f, which ends out, by its text, and sees to it that nothing
// that comes of it is a reference again.
func (e *scanner) apply(f *form) {
	text := e.opts.text(f)
	if text == "\n" {
		e.endLine(f)
	}
	from := e.end()
	e.floor = max(e.floor, from-settled)
	e.changed = from
	e.write(text)
	if f.damage&JSONEscaped != 0 && f.number.hex {
		e.unescaped = e.end()
	}
	e.low, e.done = f.end, f.end
	if e.keep == keepEdits {
		name := f.label()
		if e.opts.OnReference != nil {
			name = strings.Clone(name) // of a buffer
		}
		e.edits = append(e.edits, edit{
			Reference: Reference{Start: f.start, End: f.end, Name: name, Text: text, Damage: f.damage},
			from:      from, to: from + len(text),
		})
	}
	if hazardous(text) || from-e.left < tailSize {
		e.settling = true
		e.resettle()
	}
}

// endLine looks at the end of out anew as what it will be, the end of a line
// that f ends.
func (e *scanner) endLine(f *form) {
	skip := e.skip
	e.changed, e.low, e.done = e.end(), f.start, f.start
	e.floor = max(e.floor, e.changed-settled)
	for e.settle("\n") {
	}
	e.skip = skip
}

// hazardous reports whether text may become part of a reference.
func hazardous(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < 0x80 && c != '"' && c != '\'' && (isWordByte(c) || strings.IndexByte("#&;\\%_, ", c) >= 0) {
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
		e.settling = e.settle(e.ahead())
	}
	return true
}

// settle repairs the first form that begins in the last bytes of out, which
// ahead follows, and reports whether there was one.
func (e *scanner) settle(ahead string) bool {
	from, first := e.tail()
	size := len(e.out) - from
	e.look = append(append(e.look[:0], e.out[from:]...), ahead...)
	text := view(e.look)
	past := 0
	for i := 0; i < min(len(text), size+maxRun+2); i++ {
		if !isTrigger[text[i]] || i < past || !mayBelong(text, i, true) {
			continue
		}
		var f form
		if !f.parse(text, 0, i) || e.opts.KeepIntact && f.wellFormed() {
			if i < size && text[i] == '&' {
				e.left = e.base + from + i + 1
			}
			continue
		}
		if f.start >= size {
			break
		}
		if f.start < first {
			continue
		}
		if e.takesBack(&f, from, text[f.end:], max(0, f.end-size)) {
			e.merge(&f, from, size)
			return true
		}
		e.left = max(e.left, e.base+from+min(f.end, size))
		if f.mentioned {
			past = f.end
		}
	}
	return false
}

// takesBack decides about the form f, whose offsets count from the index from
// of out. It takes more bytes of the input, and right follows it.
func (e *scanner) takesBack(f *form, from int, right string, more int) bool {
	var p place
	p.set(f, e.behindOut(from+f.start), right, nil)
	p.begins = view(e.head[:min(len(e.head), max(0, e.base+from+f.start-e.line))])
	e.skip = e.low + more
	if !e.damageOf(f, &p) {
		return false
	}
	f.start = max(e.widen(f, &p, f.start), 0)
	return true
}

// tail returns the index in out from where an edit can change what is around
// it, and how far behind that the first form may begin: what is cut there is
// no whole one.
func (e *scanner) tail() (from, first int) {
	least := max(e.line-e.base, e.floor-e.base, 0)
	from = max(e.changed-e.base-tailSize, least)
	for n := 0; n < maxRun && from > least && (isWordByte(e.out[from-1]) || strings.IndexByte("#&;", e.out[from-1]) >= 0); n++ {
		from--
	}
	for from > least && from+first < len(e.out) && isWordByte(e.out[from+first]) {
		first++
	}
	return from, first
}

// ahead returns what follows in the line, as far as a form that begins in the
// tail may look: not far, unless it is doubled many times.
func (e *scanner) ahead() string {
	const near = 4 * reach
	s := e.s[e.low:]
	if len(s) > near && strings.Trim(s[near/2:near], "AMPamp#038x26;") != "" {
		s = s[:near]
	}
	s = s[:min(len(s), maxDoubled+near)]
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i]
	}
	return s
}

// merge replaces a form whose offsets count from the index from of out, where
// out has size bytes and then the input follows.
func (e *scanner) merge(f *form, from, size int) {
	start := e.base + from + f.start
	end := e.base + from + min(f.end, size)
	var rest []byte
	if f.end < size {
		rest = slices.Clone(e.out[from+f.end:])
	} else {
		e.low += f.end - size
		e.done = e.low
		e.pos = max(e.pos, e.low)
	}
	text := e.opts.text(f)
	if e.keep == keepEdits {
		e.replace(start, end, edit{
			Reference: Reference{Start: e.source(start), End: e.source(end), Name: strings.Clone(f.label()), Text: text, Damage: f.damage},
			from:      start, to: start + len(text),
		}, f.end >= size)
	}
	e.changed = min(e.changed, start)
	e.cut(start)
	e.write(text)
	e.write(view(rest))
}

// replace adds an edit for the repaired text from start to end, which takes in
// the edits there. Where it ends out it takes the input up to low.
func (e *scanner) replace(start, end int, made edit, last bool) {
	if last {
		made.End = e.low
	}
	j, i := e.overlap(start, end)
	grown := made.to - end
	e.edits = slices.Replace(e.edits, j, i, made.joined(e.edits[j:i], start, end))
	for k := j + 1; k < len(e.edits); k++ {
		e.edits[k].from += grown
		e.edits[k].to += grown
	}
}

// joined returns the edit with what is left of those that it overlaps, where
// it replaces the repaired text from start to end.
func (d edit) joined(over []edit, start, end int) edit {
	for i, old := range over {
		d.Damage |= old.Damage
		d.hidden += old.hidden
		if i == 0 && old.from < start {
			d.Text = old.Text[:start-old.from] + d.Text
			d.Start, d.from = old.Start, old.from
		} else if i == 0 {
			d.Start = min(d.Start, old.Start)
		}
		if i == len(over)-1 && old.to > end {
			d.Text += old.Text[end-old.from:]
			d.End, d.to = old.End, d.to+old.to-end
		} else if i == len(over)-1 {
			d.End = max(d.End, old.End)
		}
	}
	return d
}

// overlap returns which edits overlap the repaired text from start to end, or
// touch it within: those from the first index to before the second.
func (o *output) overlap(start, end int) (first, behind int) {
	behind = len(o.edits)
	for behind > 0 && o.edits[behind-1].from >= end {
		behind--
	}
	first = behind
	for first > 0 && (o.edits[first-1].to > start || o.edits[first-1].from >= start) {
		first--
	}
	return first, behind
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
