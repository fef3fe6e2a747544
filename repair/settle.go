package repair

import (
	"bytes"
	"io"
	"strings"
)

// What one step mends can show something to a step that was taken before it.
// The order of the stages, and what they ask about the surroundings of an edit,
// make that rare; in whatever somebody may think up, no order keeps it from
// happening. So the steps are taken again on what they changed, until they find
// nothing more: then a second repair finds nothing, either.

// settleSize is how long a text may be, in bytes, on which the steps are taken
// again. A reader reads so much before it gives anything: to take all steps
// twice on a text without end would take it twice the memory.
const settleSize = 16 << 10

// mostRounds is how often the steps are taken again, at most. Of random texts of
// damage one in some four thousand takes one round, and none was seen to take two.
const mostRounds = 8

// mend returns s repaired, and the fixes that make that of it.
func (o *Options) mend(s string) (text string, fixes []Fix) {
	text, fixes = o.run(s)
	if len(fixes) == 0 || len(s) > settleSize {
		return text, fixes
	}
	if text, fixes, ok := settle(text, fixes, o.run); ok {
		return text, fixes
	}
	// What does not settle is left alone, but for bytes that are no UTF-8.
	bytes := new(byteFinder)
	bytes.reset(o)
	fixes, _ = bytes.find(&input{text: s, first: true, last: true}, nil)
	if len(fixes) == 0 {
		return s, nil
	}
	text, more := o.mend(Apply(s, fixes))
	return text, compose(nil, fixes, more, 0)
}

// settle repairs text, which fixes have made, until nothing changes any more,
// and returns false if that does not come about.
func settle(text string, fixes []Fix, run func(string) (string, []Fix)) (string, []Fix, bool) {
	for range mostRounds {
		again, more := run(text)
		if again == text {
			return text, fixes, true
		}
		text, fixes = again, compose(nil, fixes, more, 0)
	}
	return text, fixes, false
}

// shortHTML repairs doc, which is all that r gives, until it settles.
func (o *Options) shortHTML(w io.Writer, r io.Reader, doc string) error {
	var out bytes.Buffer
	var fixes []Fix
	take, onFix := *o, o.OnFix
	take.OnFix = func(f Fix) { fixes = append(fixes, f) }
	run := func(doc string) (string, []Fix) {
		out.Reset()
		fixes = nil
		take.html(&out, strings.NewReader(doc)) // neither fails
		return out.String(), fixes
	}
	err := take.html(&out, r)
	text := out.String()
	if err == nil && text != doc {
		var ok bool
		if text, fixes, ok = settle(text, fixes, run); !ok {
			text, fixes = doc, nil
		}
	}
	if onFix != nil {
		for i := range fixes {
			onFix(fixes[i])
		}
	}
	if _, failed := writeHTML(w, []byte(text), 0); failed != nil {
		return failed
	}
	return err
}
