package entities

// window is how far ahead evidence counts, in bytes.
const window = 64 << 10

// maxBalance bounds how much a family of forms weighs, so that a text made of
// others follows each of them soon.
const maxBalance = 4

// An evidence is what the forms beyond doubt in the text so far have shown.
type evidence struct {
	any     bool   // there is one
	and     bool   // an "and" was an ampersand
	own     uint32 // the names of class risky, by their number
	balance int    // above 0: the & was deleted; below 0: it became a space
}

// An event is one form beyond doubt that was found ahead.
type event struct {
	at   int // byte offset of its start
	any  bool
	and  bool
	own  uint32
	sign int
}

func eventOf(f *form, p *place, at int) event {
	const lost = AmpersandDeleted | AmpersandWord
	return event{
		at:   at,
		any:  f.damage&lost != 0,
		and:  f.damage&AmpersandWord != 0,
		own:  f.own(),
		sign: sign(f, p),
	}
}

func (e event) empty() bool { return !e.any && !e.and && e.own == 0 && e.sign == 0 }

func (v *evidence) add(e event) {
	v.any = v.any || e.any
	v.and = v.and || e.and
	v.own |= e.own
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

// search reports whether want takes an event after the byte at and within the
// window. It scans no further than it has to.
func (c *scout) search(at int, want func(*event) bool) bool {
	c.drop(at)
	for i := 0; ; i++ {
		for i >= len(c.events) {
			if c.pos > at+window || !c.advance() {
				return false
			}
		}
		if c.events[i].at > at+window {
			return false
		}
		if want(&c.events[i]) {
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
func (e *scanner) known(at int, has bool, want func(*event) bool) bool {
	if has || e.probing {
		return has
	}
	return e.ahead(at).search(at, want)
}

// family returns the family of the text at a place: above 0 where ampersands
// were deleted, below 0 where they became spaces, 0 where neither shows.
func (e *scanner) family(at int) int {
	if e.seen.balance != 0 || e.probing {
		return e.seen.balance
	}
	balance, count := 0, 0
	e.ahead(at).search(at, func(v *event) bool {
		if v.sign != 0 {
			balance += v.sign
			count++
		}
		return count == maxBalance
	})
	return balance
}

// ahead returns the scout, at work at or beyond the byte at.
func (e *scanner) ahead(at int) *scout {
	if e.scout == nil || e.scout.pos <= at {
		e.scout = newScout(e)
	}
	return e.scout
}

// newScout returns a scout that begins where e stands.
func newScout(e *scanner) *scout {
	c := &scout{scanner: *e}
	c.scout, c.edits, c.taken, c.settling = nil, nil, 0, false
	c.out = append(c.outRoom[:0], e.out...)
	c.head = append(c.headRoom[:0], e.head...)
	c.find.reset(e.pos)
	c.probing = true
	c.found = func(v *event) { c.events = append(c.events, *v) }
	return c
}
