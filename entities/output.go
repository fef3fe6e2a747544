package entities

import (
	"strings"
	"unsafe"
)

// An output is the text so far, as it reads after repair.
type output struct {
	out    []byte // the end of it, unless raw
	head   []byte // the first bytes of the line, as they now read
	edits  []edit // not given out yet, and the taken
	taken  int    // how many edits are being given out
	popped int    // how many of those were
	extent
}

// An extent is where an output stands. Offsets count from the beginning of the
// repaired text.
type extent struct {
	keep   keeping
	raw    bool  // there was no edit yet, so that out is what the input has
	base   int   // how many bytes stood before out
	done   int   // how much of the input is in out
	line   int   // where the line begins
	sought int   // up to where the beginning of the line was looked for, while raw
	marks  trail // of marks of code
	spaces trail
	gaps   trail // of what is no letter or digit
	prose  int   // a line begins there whose head is complete and not of code
	free   span  // where no mark is, that begins there or one byte before
}

// A span is a stretch of text.
type span struct{ from, to int }

// A keeping says what is kept once it can't change any more.
type keeping uint8

const (
	keepEdits keeping = iota // edits, which are given out
	keepAll                  // the text, which is the result
	keepNone                 // nothing, for a scout
)

const (
	keepOut  = 512 // bytes of out that are kept at least
	headSize = 64  // how much of a line tells that it is of a program
)

// view returns b as a string that is valid until b changes.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func (o *output) begin() {
	o.extent = extent{raw: true, prose: nowhere, marks: noTrail, spaces: noTrail, gaps: noTrail}
	o.taken, o.popped = 0, 0
}

// clear drops all that it holds but its buffers.
func (o *output) clear() {
	if o.keep == keepAll {
		o.out = nil
	}
	clear(o.edits)
	o.edits = o.edits[:0]
}

// keepText makes dst, and what is appended to it, the output.
func (o *output) keepText(dst []byte) { o.keep, o.out = keepAll, dst }

// end returns the offset in the repaired text of what comes next.
func (o *output) end() int {
	if o.raw {
		return o.done
	}
	return o.base + len(o.out)
}

// text returns the repaired text so far, or its end, and where that begins.
func (e *scanner) text() (s string, base int) {
	if e.raw {
		return e.s[:e.done], 0
	}
	return view(e.out), e.base
}

// behindOut returns what stands in out before the index end, of its line.
func (o *output) behindOut(end int) string {
	from := max(0, end-2*reach, o.line-o.base)
	return view(o.out[min(from, end):end])
}

// behind returns the end of the line so far.
func (e *scanner) behind() string {
	if !e.raw {
		return e.behindOut(len(e.out))
	}
	s := e.s[max(0, e.done-2*reach, e.line):e.done]
	return s[lastNewline(s)+1:]
}

// lineHead returns the beginning of the line. While the input is the output, it
// looks for it only when asked, and in no byte twice.
func (e *scanner) lineHead() string {
	if !e.raw {
		return view(e.head)
	}
	if i := lastNewline(e.s[e.sought:e.done]); i >= 0 {
		e.line = e.sought + i + 1
	}
	e.sought = e.done
	return e.s[e.line:min(e.done, e.line+headSize)]
}

// hold fills out and head for the first time.
func (e *scanner) hold() {
	if !e.raw {
		return
	}
	e.head = append(e.head[:0], e.lineHead()...)
	e.raw = false
	switch e.keep {
	case keepAll:
		if e.out == nil {
			e.out = make([]byte, 0, len(e.s))
		}
		e.base = -len(e.out)
		e.out = append(e.out, e.s[:e.done]...)
	default:
		e.base = max(0, e.done-keepOut)
		e.out = append(e.out[:0], e.s[e.base:e.done]...)
	}
}

// extend brings out up to the byte at of the input.
func (e *scanner) extend(at int) {
	if n := len(e.out); n > 3*keepOut && !e.raw && e.keep != keepAll {
		e.base += n - keepOut
		e.out = e.out[:copy(e.out, e.out[n-keepOut:])]
	}
	if at <= e.done {
		return
	}
	gap := e.s[e.done:at]
	if n := min(at, e.plain) - e.done; n > longestMark {
		e.free = span{e.end() + 2, e.end() + n - longestMark + 1}
	}
	inLine := at <= e.plain
	e.done = at
	if e.raw {
		return
	}
	if !inLine {
		e.follow(gap)
	} else if len(e.head) < headSize {
		e.addHead(gap)
	}
	if e.keep != keepAll && len(gap) > keepOut {
		e.base += len(e.out) + len(gap) - keepOut
		e.out = e.out[:0]
		gap = gap[len(gap)-keepOut:]
	}
	e.out = append(e.out, gap...)
}

// follow keeps track of lines while s is added to out.
func (o *output) follow(s string) {
	if i := lastNewline(s); i >= 0 {
		o.line = o.base + len(o.out) + i + 1
		o.head = o.head[:0]
		s = s[i+1:]
	}
	o.addHead(s)
}

// addHead adds to the head of a line what fits.
func (o *output) addHead(s string) {
	if room := headSize - len(o.head); room > 0 {
		o.head = append(o.head, s[:min(room, len(s))]...)
	}
}

// lastNewline returns the index of the last newline in s, or -1. Most texts
// between two forms have none, which a search from the front finds fastest.
func lastNewline(s string) int {
	last := -1
	for {
		i := strings.IndexByte(s[last+1:], '\n')
		if i < 0 {
			return last
		}
		last += i + 1
	}
}

// cut takes from out what stands behind the offset at, counted as base is.
func (o *output) cut(at int) {
	o.out = o.out[:at-o.base]
	if n := at - o.line; n < len(o.head) {
		o.head = o.head[:max(n, 0)]
	}
	o.marks.cut(at, longestMark)
	o.spaces.cut(at, 1)
	o.gaps.cut(at, 1)
	o.free.to = min(o.free.to, at-longestMark+1)
}

// write adds the text of an edit to out, which is a newline or has none.
func (o *output) write(text string) {
	if len(o.head) < headSize || text == "\n" {
		o.follow(text)
	}
	o.out = append(o.out, text...)
}
