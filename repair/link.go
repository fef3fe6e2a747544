package repair

// A link is a step in a chain of them, through which a text goes in parts.
type link struct {
	finder
	buf     []byte   // of the text that the steps before left
	settled int      // how much of buf the finder has settled
	before  []Fix    // of the steps before, that lie in buf
	rest    fixQueue // of them, what comes after before
	shift   int      // offset in buf less offset in the input, before those fixes
	found   []Fix    // of this step, with offsets in buf
	begun   bool
	in      input
	*given
}

// A given is what a link gave to the next one, which has taken it before any
// link gives again; so that one serves all of a chain.
type given struct {
	out  []byte
	made []Fix
}

// manyFixes is how many fixes a link gives at a time, at most, so that those
// behind it have no use for more room.
const manyFixes = 256

// take takes what the steps before have settled, and the fixes that they made
// there.
func (l *link) take(text string, fixes []Fix) {
	l.buf = append(l.buf, text...)
	_, reads := l.finder.(*spaceFinder) // the fixes in its input
	for i := range fixes {
		f := &fixes[i]
		switch {
		case l.rest.n > 0:
			l.rest.put(f)
		case len(l.before) < manyFixes:
			l.before = append(l.before, *f)
		case l.before[len(l.before)-1].joins(f):
			l.before[len(l.before)-1].End = f.End
		case reads:
			l.before = append(l.before, *f)
		default:
			l.rest.put(f)
		}
	}
}

// joins reports whether f and a fix behind it take away one stretch of text.
// They become one where there are many: in text of which nothing is left there
// would be no end of fixes at one place.
func (f *Fix) joins(next *Fix) bool { return f.Text == "" && next.Text == "" && f.End == next.Start }

// nextGroup returns the first group of fixes before and after, from i and j on.
func (l *link) nextGroup(i, j int) group {
	for {
		if l.rest.n == 0 || i < len(l.before) {
			g := nextGroup(l.before[i:], l.found[j:], l.shift)
			if l.rest.n == 0 || i+len(g.first) < len(l.before) {
				return g
			}
		}
		for n := min(l.rest.n, len(l.before)+manyFixes); n > 0; n-- {
			l.before = append(l.before, l.rest.take())
		}
	}
}

// pass takes text that is settled as it stands, where nothing stands before
// it, and reports whether it is. Else it has taken the text, and work is done.
func (l *link) pass(text string, last bool) bool {
	l.in = input{text: text, first: !l.begun, last: last, shift: l.shift}
	l.found, l.settled = l.find(&l.in, l.found)
	l.begun = l.begun || l.settled > 0
	if l.settled == len(text) && len(l.found) == 0 {
		l.shift -= l.settled
		l.settled = 0
		return true
	}
	l.buf = append(l.buf, text...)
	return false
}

// work settles what can be, of all that was taken.
func (l *link) work(last bool) {
	l.in = input{
		text: view(l.buf[l.settled:]), first: !l.begun, last: last,
		fixes: l.before, shift: l.shift - l.settled,
	}
	known := len(l.found)
	n := 0
	l.found, n = l.find(&l.in, l.found)
	for i := range l.found[known:] {
		l.found[known+i].Start += l.settled
		l.found[known+i].End += l.settled
	}
	l.settled += n
	l.begun = l.begun || n > 0
}

// give returns text up to where no fix, of this step or those before, can
// reach across any more, and the fixes that made it, and forgets it. It gives
// no more than about pushSize; more reports whether there is more. What it
// returns is valid until the next call. When last, all that is in the buffer
// is settled.
func (l *link) give(last bool) (text string, fixes []Fix, more bool) {
	l.made = l.made[:0]
	cut := l.settled
	i, j := 0, 0
	for i < len(l.before) || j < len(l.found) || l.rest.n > 0 {
		g := l.nextGroup(i, j)
		if !last && (g.to > l.settled || g.from == l.settled) {
			cut = min(cut, g.from)
			break
		}
		if g.from > pushSize || len(l.made) > manyFixes {
			cut, more = g.from, true
			break
		}
		l.made = g.appendTo(l.made, l.shift)
		l.shift += growth(g.first)
		i += len(g.first)
		j += len(g.second)
	}
	l.out = appendFixed(l.out[:0], view(l.buf[:cut]), l.found[:j])
	l.forget(cut, i, j)
	return view(l.out), l.made, more
}

// forget drops the first bytes of the buffer, and the fixes in them.
func (l *link) forget(cut, before, found int) {
	l.buf = l.buf[:copy(l.buf, l.buf[cut:])]
	l.settled -= cut
	l.shift -= cut
	l.before = l.before[:copy(l.before, l.before[before:])]
	l.found = l.found[:copy(l.found, l.found[found:])]
	for i := range l.found {
		l.found[i].Start -= cut
		l.found[i].End -= cut
	}
}

// A chain is the steps of options, one link behind the other.
type chain []*link

// chain returns the steps to take as links, in order.
func (o *Options) chain() chain {
	var c chain
	g := new(given)
	for i := range stages {
		if o.takesStage(&stages[i]) {
			l := &link{finder: stages[i].make(), given: g}
			l.reset(o)
			c = append(c, l)
		}
	}
	return c
}

// push gives text to the first link, what that settles to the second, and so
// on, and what the last one settles to sink, with the fixes that made it.
func (c chain) push(text string, fixes []Fix, last bool, sink func(string, []Fix)) {
	if len(c) == 0 {
		sink(text, fixes)
		return
	}
	l := c[0]
	if len(l.buf)+len(l.before)+len(fixes) > 0 {
		l.take(text, fixes)
		l.work(last)
	} else if l.pass(text, last) {
		c[1:].push(text, nil, last, sink)
		return
	}
	for {
		done := !last || l.settled == len(l.buf)
		for more := true; more; {
			text, fixes, more = l.give(last && done)
			c[1:].push(text, fixes, last && done && !more, sink)
		}
		if done {
			return
		}
		l.work(last)
	}
}
