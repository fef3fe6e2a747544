package entities

import (
	"math/bits"
	"sync"
)

// A scout runs ahead of a scanner and reports what it finds. It repairs what
// the text before allows, and takes nothing ahead of it into account.
type scout struct {
	scanner
	ahead [kinds]queue // what was found and the scanner has not reached
	from  int          // what stands before it may be forgotten
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

// ownKindOf returns the kind of the names whose bit own is.
func ownKindOf(own uint32) kind { return ownKind + kind(bits.TrailingZeros32(own)) }

// A queue holds where things of one kind were found, in order.
type queue struct {
	at    []int
	shows []shown // for signs, what they show
	first int     // those before it are passed
}

// What a form shows of the family of its text, as bits.
type shown uint8

const (
	shownDeleted shown = 1 << iota // the & was deleted
	shownSpaced                    // it became a space
	shownApart                     // see event
)

func (v event) shows() shown {
	return either(v.sign > 0, shownDeleted, 0) | either(v.sign < 0, shownSpaced, 0) | either(v.apart, shownApart, 0)
}

func (v shown) event() event {
	return event{sign: either(v&shownDeleted != 0, 1, 0) - either(v&shownSpaced != 0, 1, 0), apart: v&shownApart != 0}
}

// add adds one that was found at the byte at. Of those close to each other the
// first and the last are enough to know, for any place before them, whether the
// window has one.
func (q *queue) add(at int) {
	if n := len(q.at); n >= q.first+2 && at-q.at[n-2] <= window/2 {
		q.at[n-1] = at
		return
	}
	q.at = append(q.at, at)
}

// drop forgets what stands before the byte at.
func (q *queue) drop(at int) {
	for q.first < len(q.at) && q.at[q.first] < at {
		q.first++
	}
	if q.first > 1<<10 && 2*q.first > len(q.at) {
		q.at = q.at[:copy(q.at, q.at[q.first:])]
		if len(q.shows) > 0 {
			q.shows = q.shows[:copy(q.shows, q.shows[q.first:])]
		}
		q.first = 0
	}
}

func (q *queue) reset() { q.at, q.shows, q.first = q.at[:0], q.shows[:0], 0 }

// keep puts an event into the queues it belongs to.
func (c *scout) keep(v event) {
	if v.any {
		c.ahead[anyKind].add(v.at)
	}
	if v.letter {
		c.ahead[letterKind].add(v.at)
	}
	if v.and {
		c.ahead[andKind].add(v.at)
	}
	if v.own != 0 {
		c.ahead[ownKindOf(v.own)].add(v.at)
	}
	if shows := v.shows(); shows != 0 {
		q := &c.ahead[signKind]
		q.at = append(q.at, v.at)
		q.shows = append(q.shows, shows)
	}
}

// has reports whether something of kind k stands at the byte from or behind it,
// and no further than to. It scans no further than it has to.
func (c *scout) has(k kind, from, to int) bool { return c.nth(k, 0, from, to) }

// nth is has for the thing that n of its kind stand before.
func (c *scout) nth(k kind, n, from, to int) bool {
	c.forget(from)
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

// forget drops what nobody asked for, from time to time.
func (c *scout) forget(before int) {
	if before-c.from < window/4 {
		return
	}
	c.from = before
	for k := range c.ahead {
		c.ahead[k].drop(before)
	}
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
	c.from = e.pos
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
