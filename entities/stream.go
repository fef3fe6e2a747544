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
	e.edits, e.taken, e.popped = e.edits[:0], 0, 0
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
	at := e.leaveBehind(e.pos - behindPos)
	if c := e.scout; c != nil && c.pos >= e.pos {
		at = min(at, c.leaveBehind(c.pos-behindPos))
	}
	return at
}

// leaveBehind brings out up to the byte at of the input, if it can, and returns
// up to where it is not needed any more.
func (e *scanner) leaveBehind(at int) int {
	e.extend(at)
	e.hold()
	if e.find.at[e.find.first] < e.low {
		e.find.reset(e.low)
	}
	return min(at, e.done)
}

// discard forgets the first n bytes of the input.
func (e *scanner) discard(n int) {
	e.purge()
	for i := range e.edits {
		e.edits[i].Start -= n
		e.edits[i].End -= n
	}
	e.shift(n)
}

// squeeze takes out of the input, which is in, what edits will replace and
// nobody looks at any more, and returns the rest.
func (e *scanner) squeeze(in []byte) []byte {
	e.purge()
	limit := e.passed()
	kept, from, gone := in[:0], 0, 0
	for i := range e.edits {
		d := &e.edits[i]
		inner, end := d.Start+1, min(d.End, limit)
		d.Start -= gone
		if inner < end {
			kept = append(kept, in[from:inner]...)
			from = end
			gone += end - inner
			d.hidden += end - inner
		}
		d.End -= gone
	}
	kept = append(kept, in[from:]...)
	e.shift(gone)
	return kept
}

// shift counts offsets anew where n bytes of the input are gone.
func (e *scanner) shift(n int) {
	e.state.shift(n)
	e.s, e.done = "", e.done-n
	if c := e.scout; c != nil {
		c.state.shift(n)
		c.s, c.done, c.from = "", c.done-n, c.from-n
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

func (e *state) shift(n int) {
	e.pos -= n
	e.low = max(0, e.low-n)
	e.past -= n
	e.skip -= n
	e.plain -= n
	e.escaped -= n
	e.find.shift(n)
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
	return e.edits[e.popped], true
}

// pop drops the first edit.
func (e *scanner) pop() {
	if e.popped++; e.popped == e.taken {
		e.purge()
	}
}

// purge takes the dropped edits out of the list.
func (e *scanner) purge() {
	e.edits = e.edits[:copy(e.edits, e.edits[e.popped:])]
	e.taken -= e.popped
	e.popped = 0
}

// safe returns up to where the input can't be part of an edit any more.
func (e *scanner) safe() int {
	if len(e.edits) > 0 {
		return e.edits[0].Start - settled
	}
	return e.pos - behindPos
}
