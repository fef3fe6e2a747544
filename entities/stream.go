package entities

// What lets a scanner work on a text of which only a part is at hand.

// behindPos is how far before pos a form, or the space before it, may begin.
const behindPos = 4 * maxRun

// grow gives the scanner the input at hand: what it had, and more.
func (e *scanner) grow(s string, whole bool) {
	e.s, e.whole = s, whole
	if e.scout != nil {
		e.scout.s, e.scout.whole = s, whole
	}
}

// clone makes e a scanner that goes on where from stands, apart from it.
func (e *scanner) clone(from *scanner, keep keeping) {
	e.opts, e.s, e.whole, e.state, e.extent = from.opts, from.s, from.whole, from.state, from.extent
	e.keep = keep
	e.out = e.out[:0]
	if !e.raw {
		end := from.out[max(0, len(from.out)-2*keepOut):]
		e.base += len(from.out) - len(end)
		e.out = append(e.out, end...)
	}
	e.head = append(e.head[:0], from.head...)
	e.edits, e.taken = e.edits[:0], 0
}

// unchanged returns up to where no form begins, or, where all of the input is
// at hand, up to the first edit.
func (e *scanner) unchanged() int {
	if e.whole {
		for len(e.edits) == 0 && e.advance() {
		}
		if len(e.edits) > 0 {
			return e.edits[0].Start
		}
		return len(e.s)
	}
	for {
		i := e.find.next(e.s, false)
		if i < 0 || i+slack > len(e.s) {
			return len(e.s) - slack
		}
		var f form
		if f.parse(e.s, e.low, i) {
			return f.start - behindPos
		}
	}
}

// passed returns up to where the input isn't needed any more, once what comes
// before is in out.
func (e *scanner) passed() int {
	at := e.pos - behindPos
	e.extend(at)
	e.hold()
	at = min(at, e.done)
	if c := e.scout; c != nil && c.pos >= e.pos {
		c.extend(c.pos - behindPos)
		c.hold()
		at = min(at, c.done)
	}
	return at
}

// discard forgets the first n bytes of the input.
func (e *scanner) discard(n int) {
	e.shift(n)
	if c := e.scout; c != nil {
		c.shift(n)
		for k := range c.ahead {
			for i := range c.ahead[k].at {
				c.ahead[k].at[i] -= n
			}
		}
		if c.pos < e.pos {
			e.release() // it is behind, and would begin anew
		}
	}
}

func (e *scanner) shift(n int) {
	e.s = ""
	e.pos -= n
	e.low = max(0, e.low-n)
	e.done -= n
	e.skip -= n
	e.escaped -= n
	e.plain -= n
	e.find.shift(n)
	for i := range e.edits {
		e.edits[i].Start -= n
		e.edits[i].End -= n
	}
}

func (t *finder) shift(n int) {
	t.end -= n
	t.other -= n
	for k := range t.at {
		t.at[k] -= n
	}
}

// first returns the first edit, if it is settled.
func (e *scanner) first() (edit, bool) {
	if e.taken == 0 {
		e.taken = e.ready()
	}
	if e.taken == 0 {
		return edit{}, false
	}
	return e.edits[0], true
}

// pop drops the first edit.
func (e *scanner) pop() {
	e.edits = e.edits[:copy(e.edits, e.edits[1:])]
	e.taken--
}

// safe returns up to where the input can't be part of an edit any more.
func (e *scanner) safe() int {
	if len(e.edits) > 0 {
		return e.edits[0].Start - settled
	}
	return e.pos - behindPos
}
