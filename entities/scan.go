package entities

import (
	"math/bits"
	"strings"
	"unsafe"
)

// A scanner finds references in a text and decides about them, from left to
// right. What stands before a form is seen as it reads after repair.
type scanner struct {
	opts  Options
	s     string // the input at hand
	whole bool   // nothing follows s
	state
	out   []byte // the end of the text so far, as it reads after repair
	head  []byte // the first bytes of the line, as they now read
	edits []edit // not given out yet, and the taken
	taken int    // how many edits the last call of more gave out
	scout *scout
	found func(event) // for a scout: receives what it finds
	ref   form
}

// A state is how far a scanner has come, and what it knows. Offsets of the
// repaired text count from its beginning, as those of the input do.
type state struct {
	find     finder
	pos      int // forms before it are decided
	low      int // end of the last edit: forms begin behind it
	base     int // how many bytes stood before out
	done     int // how much of the input is in out
	line     int // where the line begins in the repaired text
	sought   int // up to where the beginning of the line was looked for, while raw
	left     int // where the last form ends there that was left as it is
	floor    int // what stands before it there is settled
	skip     int // end of the form being decided, in the input
	settling bool
	raw      bool // there was no edit yet, so that out is what the input has
	seen     evidence
	prior    evidence // seen, without the form being decided
}

// An edit is a reference that is to be replaced.
type edit struct {
	Reference
	from, to int // where Text stands in the repaired text, counted as base is
}

const (
	keepOut  = 512     // bytes of out that are kept at least
	slack    = 8 << 10 // more than any form or its surroundings take
	settled  = 256     // an edit further behind can't change any more
	tailSize = 96      // how far back an edit can change what is around it
	batch    = 64      // edits given out at a time
)

// newScanner returns a scanner of s.
func newScanner(opts Options, s string, whole bool) scanner {
	return scanner{opts: opts, s: s, whole: whole, state: state{left: -1 << 30, raw: true}}
}

// probing reports whether e is a scout's, which sees nothing ahead of it.
func (e *scanner) probing() bool { return e.found != nil }

// view returns b as a string that is valid until b changes.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

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
	i := e.find.next(e.s)
	if i < 0 || !e.enough(i) {
		if i >= 0 {
			e.find.reset(i)
			e.pos = max(e.pos, i)
		} else {
			e.pos = len(e.s)
		}
		return false
	}
	e.pos = i + 1
	if i < e.low {
		return true
	}
	if e.s[i] == ';' && (i == 0 || !isWordByte(e.s[i-1])) {
		return true // nothing it could end
	}
	f, ok := parse(e.s, e.low, i)
	if ok && !(e.opts.KeepIntact && f.wellFormed()) {
		e.ref, e.skip = f, f.end
		e.consider(&e.ref)
	} else if e.s[i] == '&' {
		e.left = e.end() + i - e.done + 1 // what follows may yet make it one
	}
	return true
}

// consider decides about a form of the input.
func (e *scanner) consider(f *form) {
	e.extend(f.start)
	p := placeOf(f, e.behind(), e.s[f.end:])
	p.liner = e.liner()
	repair := e.damageOf(f, &p)
	if e.raw {
		e.line, e.sought = p.line, p.sought
	}
	if repair {
		raw := f.start
		if f.start = e.widen(f, &p, raw); f.start < e.low {
			f.start = raw
		}
		e.hold()
		e.cut(e.end() - (e.done - f.start))
		e.apply(f)
		return
	}
	e.left = e.end() + f.end - f.start
}

// end returns the offset in the repaired text of what comes next.
func (e *scanner) end() int {
	if e.raw {
		return e.done
	}
	return e.base + len(e.out)
}

// behind returns the end of the line so far.
func (e *scanner) behind() string {
	if e.raw {
		s := e.s[max(0, e.done-2*reach, e.line):e.done]
		return s[strings.LastIndexByte(s, '\n')+1:]
	}
	return e.behindOut(len(e.out))
}

// behindOut returns what stands in out before the index end, of its line.
func (e *scanner) behindOut(end int) string {
	from := max(0, end-2*reach, e.line-e.base)
	return view(e.out[min(from, end):end])
}

// lineHead returns the beginning of the line.
func (e *scanner) lineHead() string {
	if !e.raw {
		return view(e.head)
	}
	l := e.liner()
	head := l.head()
	e.line, e.sought = l.line, l.sought
	return head
}

// A liner looks for the beginning of a line in the input, while that is what
// out has. It does so only when asked, and in no byte twice.
type liner struct {
	s      string
	line   int // where the line begins, as far as is known
	sought int // up to where it was looked for
	done   int // where the form begins that is being decided
	known  string
}

func (e *scanner) liner() liner {
	if e.raw {
		return liner{s: e.s, line: e.line, sought: e.sought, done: e.done}
	}
	return liner{known: view(e.head)}
}

func (l *liner) head() string {
	if l.s == "" {
		return l.known
	}
	if i := strings.LastIndexByte(l.s[l.sought:l.done], '\n'); i >= 0 {
		l.line = l.sought + i + 1
	}
	l.sought = l.done
	return l.s[l.line:min(l.done, l.line+headSize)]
}

// hold fills out and head for the first time.
func (e *scanner) hold() {
	if !e.raw {
		return
	}
	e.head = append(e.head[:0], e.lineHead()...)
	e.base = max(0, e.done-keepOut)
	e.out = append(e.out[:0], e.s[e.base:e.done]...)
	e.raw = false
}

// damageOf reports whether f is to be repaired at p, and notes it as evidence
// if it is beyond doubt.
func (e *scanner) damageOf(f *form, p *place) bool {
	if !e.opts.takes(f) {
		return false
	}
	at := e.done
	e.prior = e.seen
	v := decide(f, p)
	switch v {
	case leave:
		return false
	case doubtfulAnd:
		if !e.known(at, e.seen.and, andKind) {
			f.dropAnd()
			v = f.otherwise
		}
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
		return e.seen.own&f.own() != 0 && !p.english()
	case doubtfulOwn:
		own := f.own()
		return e.known(at, e.seen.own&own != 0, ownKind+kind(bits.TrailingZeros32(own)))
	case sure:
		e.note(eventOf(f, p, at))
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

// extend brings out up to the byte at of the input.
func (e *scanner) extend(at int) {
	if at <= e.done {
		return
	}
	gap := e.s[e.done:at]
	if e.raw {
		e.done = at
		return
	}
	e.follow(gap)
	if len(gap) > keepOut {
		e.base += len(e.out) + len(gap) - keepOut
		e.out = append(e.out[:0], gap[len(gap)-keepOut:]...)
	} else {
		if n := len(e.out); n+len(gap) > 3*keepOut {
			e.base += n - keepOut
			e.out = e.out[:copy(e.out, e.out[n-keepOut:])]
		}
		e.out = append(e.out, gap...)
	}
	e.done = at
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

// headSize is how much of a line tells that it is of a program.
const headSize = 64

// follow keeps track of lines while s is added to out.
func (e *scanner) follow(s string) {
	if i := strings.LastIndexByte(s, '\n'); i >= 0 {
		e.line = e.base + len(e.out) + i + 1
		e.head = e.head[:0]
		s = s[i+1:]
	}
	if room := headSize - len(e.head); room > 0 {
		e.head = append(e.head, s[:min(room, len(s))]...)
	}
}

// cut takes from out what stands behind the offset at, counted as base is.
func (e *scanner) cut(at int) {
	e.out = e.out[:at-e.base]
	if n := at - e.line; n < len(e.head) {
		e.head = e.head[:max(n, 0)]
	}
}

// write adds the text of an edit to out.
func (e *scanner) write(text string) {
	e.follow(text)
	e.out = append(e.out, text...)
}
