package entities

import (
	"strings"
	"sync"
)

// A scanner finds references in a text and decides about them, from left to
// right. What stands before a form is seen as it reads after repair.
type scanner struct {
	opts  Options
	s     string // the input at hand
	whole bool   // nothing follows s
	state
	output
	scout    *scout
	found    func(event) // for a scout: receives what it finds
	ref      form        // the one that is being decided
	place    place       // of ref
	look     []byte      // see settle
	thorough bool        // tests only: decide looks at all forms
}

// A state is how far a scanner has come, and what it knows. Offsets of the
// repaired text count from its beginning, as those of the input do.
type state struct {
	find      finder
	pos       int // forms before it are decided
	low       int // end of the last edit: forms begin behind it
	past      int // end of a doubled form that is spoken of: what it is made of is no form
	left      int // where the last form ends in the repaired text that was left as it is
	floor     int // what stands before it there is settled
	changed   int // where the last edit there begins, or an earlier one that it led to
	skip      int // end of the form being decided, in the input
	plain     int // up to where the input behind the last form has no mark
	unescaped int // where the last escape of JSON ends in the repaired text that was decoded
	escaped   int // where the last escape of JSON begins that was left, in the input
	settling  bool
	seen      evidence
	prior     evidence // seen, without the form being decided
}

// An edit is a reference that is to be replaced.
type edit struct {
	Reference
	from, to int // where Text stands in the repaired text, counted as base is
	hidden   int // how many bytes of the input between Start and End were taken out of it
}

const (
	slack    = 8 << 10 // more than any form or its surroundings take
	settled  = 256     // an edit further behind can't change any more
	tailSize = 96      // how far back an edit can change what is around it
	batch    = 64      // edits given out at a time
	nowhere  = -1 << 30
)

// scanners keeps scanners for the next text, with their buffers.
var scanners = sync.Pool{New: func() any { return new(scanner) }}

// newScanner returns a scanner of s. It is given back by recycle.
func newScanner(opts Options, s string, whole bool) *scanner {
	e := scanners.Get().(*scanner)
	e.opts, e.s, e.whole = opts, s, whole
	e.state = state{left: nowhere, escaped: nowhere, unescaped: nowhere}
	e.output.begin()
	return e
}

// recycle gives the scanner back, which must not be used any more.
func (e *scanner) recycle() {
	e.release()
	e.thorough = false
	e.opts, e.s, e.ref, e.place = Options{}, "", form{}, place{}
	e.output.clear()
	scanners.Put(e)
}

// probing reports whether e is a scout's, which sees nothing ahead of it.
func (e *scanner) probing() bool { return e.found != nil }

// enough reports whether so much input follows at that a decision there does
// not depend on how the input was cut.
func (e *scanner) enough(at int) bool {
	ahead := slack
	if !e.probing() {
		ahead += window + slack
	}
	return e.whole || at+ahead <= len(e.s)
}

// advance decides the next form. It returns false at the end of the input at
// hand, or where more is needed.
func (e *scanner) advance() bool {
	if e.settling {
		return e.resettle()
	}
	i := e.find.next(e.s, e.whole)
	if i < 0 {
		e.pos = len(e.s)
		return false
	}
	if !e.enough(i) {
		e.find.reset(i)
		e.pos = max(e.pos, i)
		return false
	}
	e.pos = max(e.pos, i+1)
	if i >= max(e.low, e.past) {
		e.decideAt(i)
	}
	return true
}

// decideAt decides about the form that has its trigger at i, if there is one.
func (e *scanner) decideAt(i int) {
	if e.s[i] == '\\' && !e.thorough && e.escapedAgain(i) {
		return
	}
	f := &e.ref
	switch {
	case !f.parse(e.s, e.low, i), e.opts.KeepIntact && f.wellFormed():
		if e.s[i] == '&' {
			e.leave(i + 1) // what follows may yet make it one
		}
	case e.s[i] == ';' && !e.thorough && e.isProse(f):
		e.leave(f.end)
	case e.s[i] == ';' && !e.thorough && e.acceptPlain(f):
	default:
		e.consider(f)
	}
}

// leave notes that a form that ends there in the input stays.
func (e *scanner) leave(end int) { e.left = e.end() + end - e.done }

// consider decides about a form of the input.
func (e *scanner) consider(f *form) {
	e.skip = f.end
	e.extend(f.start)
	p := &e.place
	p.set(f, e.behind(), e.s[f.end:], e)
	e.plain = 0
	if !e.damageOf(f, p) {
		e.leave(f.end)
		if f.mentioned {
			e.past = f.end
		}
		if e.s[f.start] == '\\' {
			e.escaped = f.start
		}
		return
	}
	e.plain = f.end + p.plain
	raw := f.start
	if f.start = e.widen(f, p, raw); f.start < e.low {
		f.start = raw
	}
	e.hold()
	e.cut(e.end() - (e.done - f.start))
	e.apply(f)
}

// escapedAgain reports whether an escape of JSON at i, of whatever but an
// ampersand, is one of several, as the strings of programs have them. Then it
// stays, as decideEscape has it, and so do those that follow it at once.
func (e *scanner) escapedAgain(i int) bool {
	if e.escaped < e.low || i-e.escaped > reach {
		return false
	}
	end := escapesEnd(e.s, i)
	if k := strings.Index(e.s[i:end], `\u0026`); k >= 0 {
		end = i + k
	}
	if end == i || lastNewline(e.s[e.escaped:i]) >= 0 {
		return false
	}
	e.leave(end)
	e.escaped = end - len(`\u0000`)
	e.pos = end
	e.find.pass(e.s, end, e.whole)
	return true
}

// damageOf reports whether f is to be repaired at p, and notes it as evidence
// if it is beyond doubt.
func (e *scanner) damageOf(f *form, p *place) bool {
	if !e.opts.takes(f) {
		return false
	}
	e.prior = e.seen
	v := decide(f, p)
	scouted := e.probing() || e.scout != nil // evidence costs less than a look at the line
	if v == leave || !scouted && inProgram(f, p) || !e.proven(f, p, v) || scouted && inProgram(f, p) {
		return false
	}
	if v == sure || v == doubtfulAnd && f.damage&AmpersandWord == 0 && f.otherwise == sure {
		e.note(eventOf(f, p, e.done))
	}
	return true
}

// proven reports whether the rest of the text is evidence enough for v. It may
// give back an "and".
func (e *scanner) proven(f *form, p *place, v verdict) bool {
	at := e.done
	if v == doubtfulAnd && !e.known(at, e.seen.and, andKind) {
		f.dropAnd()
		v = f.otherwise
	}
	switch v {
	case leave:
		return false
	case doubtful:
		return e.known(at, e.seen.any, anyKind)
	case doubtfulSpaced:
		return e.known(at, e.seen.any, anyKind) && e.family(at) < 0
	case doubtfulLetter:
		return e.known(at, e.seen.letter, letterKind)
	case doubtfulWord:
		return p.around != nil && e.seen.own&f.own() != 0 && !p.english() // seen is not the text before where it looks back
	case doubtfulOwn:
		own := f.own()
		return e.known(at, e.seen.own&own != 0, ownKindOf(own))
	}
	return true
}

// note adds to the evidence.
func (e *scanner) note(v event) {
	if v.empty() {
		return
	}
	e.seen.add(v)
	if e.found != nil {
		e.found(v)
	}
}

// widen returns where the edit for f begins, once the spaces that the damage
// added are taken in, on both sides. The form begins at start in text.
func (e *scanner) widen(f *form, p *place, start int) int {
	switch {
	case f.damage&Spaced != 0 && f.damage&AmpersandDeleted == 0:
		left, right := innerSpaces(f, p)
		if right {
			f.end++
		}
		if left {
			start--
		}
	case f.damage == intact && f.role == roleApostrophe && p.spaces == 1 && isLetter(p.beyond) && p.contracts():
		f.damage |= Spaced
		start--
	case needsFamily(f, p) && takesSpace(f, p, e.family(e.done)):
		f.damage = f.damage&^AmpersandDeleted | AmpersandSpaced
		start--
	}
	return start
}

// ready returns how many of the edits can't change any more, whatever follows.
func (e *scanner) ready() int {
	end := e.end() + max(0, e.pos-e.done-2*maxRun)
	n := 0
	for n < len(e.edits) && (e.edits[n].to+settled <= end || e.whole && e.pos >= len(e.s)) {
		n++
	}
	return n
}

// more goes on until there are edits to give out, and returns them. They are
// valid until the next call. The second result is false at the end of the
// input at hand.
func (e *scanner) more() ([]edit, bool) {
	e.edits = e.edits[:copy(e.edits, e.edits[e.taken:])]
	e.taken = 0
	for goal := batch; e.taken == 0; goal *= 2 {
		for len(e.edits) < goal {
			if !e.advance() {
				e.taken = e.ready()
				return e.edits[:e.taken], false
			}
		}
		e.taken = e.ready()
	}
	return e.edits[:e.taken], true
}
