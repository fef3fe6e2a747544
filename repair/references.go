package repair

import (
	"math"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"github.com/textmend/textmend/entities"
)

const reasonIntact = "character reference"

// An entityFinder finds character references.
type entityFinder struct {
	take    func(entities.Reference) bool // adds to pending
	pending []Fix                         // offsets from the beginning of the text
	reasons map[entities.Damage]string
	stream
}

// A stream is what is known of a text that comes in parts.
type stream struct {
	t     *entities.Transformer
	out   []byte // room for what it writes, which is of no use
	fed   int    // how much of the unsettled text it has been given
	gone  int    // how much of the text was settled before
	wrote int    // how much it has written
	grown int    // by how much references so far made the text longer

	within bool // what is settled ends within a reference
	tried  int  // how much must be held back before an endless reference is sought again
}

func (e *entityFinder) reset(*Options) {
	e.stream = stream{}
	if e.take == nil {
		e.reasons = map[entities.Damage]string{0: reasonIntact}
		e.take = func(r entities.Reference) bool {
			e.pending = append(e.pending, e.fix(&r))
			return true
		}
	}
}

func (e *entityFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	if in.first && in.last && e.t == nil {
		e.wrote = math.MaxInt
		entities.All(in.text)(e.take)
		return e.appendPending(fixes), len(in.text)
	}
	e.feed(in.text[e.fed:], in.last)
	fixes = e.appendPending(fixes)
	n := e.wrote - e.grown
	if len(e.pending) > 0 {
		n = e.pending[0].Start
	}
	n = max(0, n-e.gone)
	for n > 0 && n < len(in.text) && !utf8.RuneStart(in.text[n]) {
		n-- // what it has written may end anywhere
	}
	if start, end := e.endless(in.text); n == 0 && start < end {
		e.within = true
		fixes = append(fixes, e.fix(&entities.Reference{Start: start, End: end, Damage: entities.Doubled}))
		n = end
	}
	e.gone += n
	e.fed -= n
	return fixes, n
}

// maxReference is more than what is held back of a text that is not all one
// reference.
const maxReference = 192 << 10

// endless returns where in a text that is held back a reference begins that was
// doubled more often than there is room for, and how much of it can go: nothing
// is left of that, wherever it ends.
func (e *entityFinder) endless(text string) (start, end int) {
	if len(text) <= maxReference {
		return 0, 0
	}
	end = len(text) - maxReference/2
	inside := text[:len(text)-maxReference/4]
	if e.within {
		if strings.Trim(inside, "&AMPamp#038x26;97 ") != "" {
			return 0, 0
		}
		return 0, end
	}
	if len(text) < e.tried {
		return 0, 0
	}
	e.tried = 2 * len(text)
	for r := range entities.All(inside) {
		if r.End < end || text[r.Start] == ' ' || r.Start > 0 && text[r.Start-1] == ' ' {
			break // where it begins may depend on where it ends
		}
		return r.Start, end
	}
	return 0, 0
}

// appendPending appends the fixes whose text is written in full.
func (e *entityFinder) appendPending(fixes []Fix) []Fix {
	n := 0
	for ; n < len(e.pending); n++ {
		f := e.pending[n]
		if f.Start+e.grown+len(f.Text) > e.wrote {
			break
		}
		e.grown += f.growth()
		e.within, e.tried = false, 0
		f.Start = max(0, f.Start-e.gone)
		f.End -= e.gone
		fixes = append(fixes, f)
	}
	rest := copy(e.pending, e.pending[n:])
	clear(e.pending[rest:])
	e.pending = e.pending[:rest]
	return fixes
}

// feed gives the Transformer more of the text, as much as makes it write a
// little more than pushSize: what it held back it would write all at once.
func (e *entityFinder) feed(text string, last bool) {
	if e.t == nil {
		e.out = make([]byte, pushSize)
		e.t = entities.Options{OnReference: func(r entities.Reference) { e.take(r) }}.NewTransformer()
	}
	for src, n := []byte(text), 0; n < 2; n++ {
		nDst, nSrc, err := e.t.Transform(e.out, src, last)
		src = src[nSrc:]
		e.fed += nSrc
		e.wrote += nDst
		if err != transform.ErrShortDst {
			return
		}
	}
}

func (e *entityFinder) fix(r *entities.Reference) Fix {
	reason, ok := e.reasons[r.Damage]
	if !ok {
		reason = "damaged character reference: " + r.Damage.String()
		e.reasons[r.Damage] = reason
	}
	return Fix{Step: Entities, Start: r.Start, End: r.End, Text: r.Text, Reason: reason}
}
