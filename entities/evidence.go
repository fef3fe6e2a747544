package entities

import (
	"math/bits"
	"sync"
)

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

// foreignOwn stands for all numbers of letters that are not Latin.
const foreignOwn = 1 << 31

// own returns the bit of a form's name, if that is of class risky.
func (f *form) own() uint32 {
	switch {
	case f.certainty == risky:
		return 1 << (f.risk - 1)
	case f.role == roleLetter && f.number.value >= 0x250:
		return foreignOwn
	}
	return 0
}

// A scout runs ahead of a scanner and reports what it finds. It repairs what
// the text before allows, and takes nothing ahead of it into account.
type scout struct {
	scanner
	ahead [kinds]queue // what was found and the scanner has not reached
}

// A kind is what is looked for ahead.
type kind uint8

const (
	anyKind    kind = iota
	letterKind      // a letter
	andKind         // an "and" that was an ampersand
	signKind        // one that shows the family
	ownKind         // the first of the names of class risky
	kinds      = ownKind + 32
)

// A queue holds where things of one kind were found, in order.
type queue struct {
	at    []int
	event []event // for signs
	first int     // those before it are passed
}

// drop forgets what stands before the byte at.
func (q *queue) drop(at int) {
	for q.first < len(q.at) && q.at[q.first] < at {
		q.first++
	}
	if q.first > 1<<10 && 2*q.first > len(q.at) {
		q.at = q.at[:copy(q.at, q.at[q.first:])]
		if len(q.event) > 0 {
			q.event = q.event[:copy(q.event, q.event[q.first:])]
		}
		q.first = 0
	}
}

func (q *queue) reset() { q.at, q.event, q.first = q.at[:0], q.event[:0], 0 }

// keep puts an event into the queues it belongs to.
func (c *scout) keep(v event) {
	add := func(k kind, has bool) {
		if has {
			c.ahead[k].at = append(c.ahead[k].at, v.at)
		}
	}
	add(anyKind, v.any)
	add(letterKind, v.letter)
	add(andKind, v.and)
	if v.own != 0 {
		add(ownKind+kind(bits.TrailingZeros32(v.own)), true)
	}
	if v.sign != 0 || v.apart {
		add(signKind, true)
		q := &c.ahead[signKind]
		q.event = append(q.event, v)
	}
}

// has reports whether something of kind k stands at the byte from or behind it,
// and no further than to. It scans no further than it has to.
func (c *scout) has(k kind, from, to int) bool { return c.nth(k, 0, from, to) }

// nth is has for the thing that n of its kind stand before.
func (c *scout) nth(k kind, n, from, to int) bool {
	q := &c.ahead[k]
	q.drop(from)
	for q.first+n >= len(q.at) {
		if c.pos > to || !c.advance() {
			return false
		}
		q.drop(from)
	}
	return q.at[q.first+n] <= to
}

// known reports whether the text before the byte at has what k stands for,
// which before says, or the window after it.
func (e *scanner) known(at int, before bool, k kind) bool {
	if before || e.probing() {
		return before
	}
	return e.scouted().has(k, max(at+1, e.skip), at+window)
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
	c := e.scouted()
	for n, signs := 0, 0; signs < maxBalance && sum.apart <= manyApart && c.nth(signKind, n, max(at+1, e.skip), at+window); n++ {
		q := &c.ahead[signKind]
		v := q.event[q.first+n]
		sum.add(v)
		if v.sign != 0 {
			signs++
		}
	}
	if sum.balance == 0 && sum.apart > manyApart {
		return -1
	}
	return sum.balance
}

// scouted returns the scout, at work ahead of the scanner.
func (e *scanner) scouted() *scout {
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
	c.found = c.keep
	return c
}}

// newScout returns a scout that begins where e stands.
func newScout(e *scanner) *scout {
	c := scouts.Get().(*scout)
	for k := range c.ahead {
		c.ahead[k].reset()
	}
	c.clone(e, keepNone)
	c.settling = false
	c.low = max(e.low, e.skip)
	c.floor = max(e.floor, e.end()+e.skip-e.done) // the form itself is no evidence
	c.find.reset(max(e.pos, e.skip))
	return c
}

// release gives the scout back. The scanner can still go on.
func (e *scanner) release() {
	if c := e.scout; c != nil {
		e.scout = nil
		c.s, c.ref, c.place = "", form{}, place{}
		scouts.Put(c)
	}
}
