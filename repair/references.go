package repair

import (
	"math"

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
	n := e.wrote - e.grown - e.gone
	if len(e.pending) > 0 {
		n = e.pending[0].Start - e.gone
	}
	e.gone += n
	e.fed -= n
	return fixes, n
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
		f.Start -= e.gone
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
