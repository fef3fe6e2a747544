package entities

import "strings"

// A trail remembers where something was last seen in the repaired text, so that
// no part of it is searched again for each of the forms behind it. Offsets are
// those of the repaired text.
type trail struct {
	from, to int // what was searched
	last     int // where the last of the things there begins, or nowhere
}

var noTrail = trail{last: nowhere}

// begin prepares a search of the text from one offset to another and returns
// where it has to begin. Things may reach as far as over across the end of what
// was searched.
func (t *trail) begin(from, to, over int) int {
	if from < t.from || from > t.to {
		*t = trail{from: from, to: from, last: nowhere}
	}
	i := max(from, t.to-over)
	t.to = to
	return i
}

// cut forgets what is behind the offset at. The things are of size bytes.
func (t *trail) cut(at, size int) {
	switch {
	case t.to <= at:
	case t.last+size > at:
		*t = noTrail
	default:
		t.to = at
	}
}

// token returns what stands before the form up to the space before that.
func (p *place) token() string {
	if p.around == nil {
		if strings.IndexByte(p.left, ' ') < 0 {
			return p.left
		}
		return p.left[strings.LastIndexByte(p.left, ' ')+1:]
	}
	return p.left[len(p.left)-p.around.tokenSize(len(p.left)):]
}

// tokenSize returns how many of the last n bytes of the repaired text are behind
// the last space.
func (e *scanner) tokenSize(n int) int {
	s, base := e.text()
	t := &e.spaces
	at := base + len(s)
	i := t.begin(at-n, at, 0) - base
	if k := strings.LastIndexByte(s[i:], ' '); k >= 0 {
		t.last = base + i + k
	}
	return min(n, at-t.last-1)
}

// wordSize returns how many letters and digits of ASCII left ends with.
func (p *place) wordSize() int {
	if p.around != nil {
		return p.around.wordSize(len(p.left))
	}
	i := len(p.left)
	for i > 0 && isWordByte(p.left[i-1]) {
		i--
	}
	return len(p.left) - i
}

// wordSize returns how many of the last n bytes of the repaired text are behind
// the last that is no letter or digit.
func (e *scanner) wordSize(n int) int {
	s, base := e.text()
	t := &e.gaps
	at := base + len(s)
	start := t.begin(at-n, at, 0) - base
	i := len(s) - 1
	for i >= start && isWordByte(s[i]) {
		i--
	}
	if i >= start {
		t.last = base + i
	}
	return min(n, at-t.last-1)
}
