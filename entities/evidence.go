package entities

import "sync"

// window is how far ahead evidence counts, in bytes.
const window = 64 << 10

// maxBalance bounds how much a family of forms weighs, so that a text made of
// others follows each of them soon.
const maxBalance = 4

// An evidence is what the forms beyond doubt in the text so far have shown.
type evidence struct {
	any     bool   // there is one
	and     bool   // an "and" was an ampersand
	letter  bool   // one is a letter
	own     uint32 // the names of class risky, by their number
	apart   int    // letters behind a space since the last reference that had none
	balance int    // above 0: the & was deleted; below 0: it became a space
}

// An event is one form beyond doubt that was found ahead.
type event struct {
	at     int // byte offset of its start
	any    bool
	and    bool
	letter bool
	own    uint32
	sign   int
	apart  bool // a letter behind a space, which may be the start of a word
}

func eventOf(f *form, p *place, at int) event {
	const lost = AmpersandDeleted | AmpersandWord
	return event{
		at:     at,
		any:    f.damage&lost != 0,
		and:    f.damage&AmpersandWord != 0,
		letter: f.role == roleLetter && f.damage&lost != 0,
		own:    f.own(),
		sign:   sign(f, p),
		apart:  f.damage&AmpersandDeleted != 0 && f.role == roleLetter && p.spaces == 1 && isLetter(p.beyond),
	}
}

func (e event) empty() bool { return !e.any && !e.and && e.own == 0 && e.sign == 0 && !e.apart }

func (v *evidence) add(e event) {
	v.any = v.any || e.any
	v.and = v.and || e.and
	v.own |= e.own
	v.letter = v.letter || e.letter
	switch {
	case e.sign > 0:
		v.apart = 0
	case e.apart:
		v.apart++
	}
	v.balance = min(max(v.balance+e.sign, -maxBalance), maxBalance)
}

// own returns the bit of a form's name, if that is of class risky.
func (f *form) own() uint32 {
	if f.certainty != risky {
		return 0
	}
	return riskyBit(f.name)
}

// A scout runs ahead of a scanner and reports what it finds. It repairs what
// the text before allows, and takes nothing ahead of it into account.
type scout struct {
	scanner
	events []event // those the scanner has not reached yet
}

// search reports whether want takes an event behind the form from at to skip,
// and within the window. It scans no further than it has to.
func (c *scout) search(at, skip int, want func(event) bool) bool {
	c.drop(max(at, skip-1))
	for i := 0; ; i++ {
		for i >= len(c.events) {
			if c.pos > at+window || !c.advance() {
				return false
			}
		}
		if c.events[i].at > at+window {
			return false
		}
		if want(c.events[i]) {
			return true
		}
	}
}

// drop forgets the events up to at, which the scanner has in its evidence.
func (c *scout) drop(at int) {
	i := 0
	for i < len(c.events) && c.events[i].at <= at {
		i++
	}
	c.events = c.events[i:]
}

// known reports whether the text before at or the window after it has what
// has and want look for.
func (e *scanner) known(at int, has bool, want func(event) bool) bool {
	if has || e.probing() {
		return has
	}
	return e.ahead().search(at, e.skip, want)
}

// manyApart is how many letters behind a space, and none without, make a text
// one whose ampersands became spaces.
const manyApart = 6

// family returns the family of the text at a place: above 0 where ampersands
// were deleted, below 0 where they became spaces, 0 where neither shows.
// The form there, which is part of the evidence by now, does not count.
func (e *scanner) family(at int) int {
	sum := e.prior
	if sum.balance != 0 || e.probing() {
		return sum.balance
	}
	count := 0
	e.ahead().search(at, e.skip, func(v event) bool {
		sum.add(v)
		if v.sign != 0 {
			count++
		}
		return count == maxBalance || sum.apart > manyApart
	})
	if sum.balance == 0 && sum.apart > manyApart {
		return -1
	}
	return sum.balance
}

// ahead returns the scout, at work ahead of the scanner.
func (e *scanner) ahead() *scout {
	if e.scout == nil || e.scout.pos < e.pos {
		e.release()
		e.scout = newScout(e)
	}
	return e.scout
}

// scouts keeps scouts for the next text, so that a clean one that made a
// scanner look ahead costs no allocation.
var scouts = sync.Pool{New: func() any {
	c := new(scout)
	c.found = func(v event) { c.events = append(c.events, v) }
	return c
}}

// newScout returns a scout that begins where e stands.
func newScout(e *scanner) *scout {
	c := scouts.Get().(*scout)
	c.events = c.events[:0]
	c.clone(e)
	c.settling = false
	c.low = max(e.low, e.skip)
	c.find.reset(max(e.pos, e.skip))
	return c
}

// release gives the scout back. The scanner can still go on.
func (e *scanner) release() {
	if c := e.scout; c != nil {
		e.scout = nil
		c.s = ""
		clear(c.edits)
		scouts.Put(c)
	}
}
