package entities

import (
	"golang.org/x/text/transform"
)

// A Transformer repairs references in a stream, with the result that [Repair]
// has for the whole of it, however it is cut. It holds input back by itself
// until it has seen what a decision depends on; so it consumes all of src as
// long as dst has room. Whatever the input, &amp;amp;amp; without end too, it holds
// less than 512 KiB. It must not be used by more than one goroutine at a time.
type Transformer struct {
	opts Options
	scan *scanner // nil before the first input
	in   []byte   // input that is not written yet
	at   int      // how much of in is written or replaced
	gone int      // how many bytes of the stream stood before in
	text string   // what is left to write of an edit's text
	done bool     // the end of the input was seen
}

var _ transform.SpanningTransformer = (*Transformer)(nil)

// NewTransformer returns a [Transformer] that does what [Repair] does.
func NewTransformer() *Transformer { return Options{}.NewTransformer() }

// NewTransformer is [NewTransformer] with options.
func (o Options) NewTransformer() *Transformer { return &Transformer{opts: o} }

// Reset prepares the Transformer for another stream.
func (t *Transformer) Reset() {
	if t.scan != nil {
		t.scan.recycle()
	}
	*t = Transformer{opts: t.opts, in: t.in[:0]}
}

// Transform writes the repaired text of src to dst, as
// [transform.Transformer] says. Bytes it has consumed and not written yet come
// with later calls; the last of them when atEOF is true.
func (t *Transformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for {
		n, full := t.drain(dst[nDst:])
		nDst += n
		if full {
			return nDst, nSrc, transform.ErrShortDst
		}
		if nSrc == len(src) && (!atEOF || t.done) {
			return nDst, nSrc, nil
		}
		take := min(len(src)-nSrc, maxTake)
		t.feed(src[nSrc:nSrc+take], atEOF && nSrc+take == len(src))
		nSrc += take
	}
}

// Span returns how much of src, from its beginning, stays as it is, as
// [transform.SpanningTransformer] says: it stops with transform.ErrEndOfSpan
// where a reference is to be repaired, and with transform.ErrShortSrc where
// what follows has to be known. Output that Transform still holds back ends
// the span at once.
func (t *Transformer) Span(src []byte, atEOF bool) (n int, err error) {
	if t.at < len(t.in) || t.text != "" {
		return 0, transform.ErrEndOfSpan
	}
	t.begin()
	had := len(t.in)
	t.in = append(t.in, src...)
	var probe scanner
	probe.clone(t.scan, keepEdits)
	probe.edits = append(probe.edits, t.scan.edits...)
	probe.grow(view(t.in), atEOF)
	n = min(max(probe.unchanged()-had, 0), len(src))
	if n < len(src) {
		err = transform.ErrEndOfSpan
		if !atEOF {
			err = transform.ErrShortSrc
		}
	}
	t.in = t.in[:had+n]
	t.at = len(t.in)
	t.done = atEOF && err == nil
	t.scan.grow(view(t.in), t.done)
	return n, err
}

const (
	maxTake = 16 << 10  // how much input is taken at a time
	maxHeld = 160 << 10 // from where on what edits will replace is taken out of it
)

// feed adds src to the input and decides as much as it allows.
func (t *Transformer) feed(src []byte, atEOF bool) {
	t.begin()
	t.done = t.done || atEOF
	if t.at > 2*maxTake {
		t.forget()
	}
	if len(t.in) > maxHeld {
		t.in = t.scan.squeeze(t.in)
	}
	if need := len(t.in) + len(src); need > cap(t.in) {
		t.in = append(make([]byte, 0, max(need, min(2*need, maxHeld+maxTake))), t.in...)
	}
	t.in = append(t.in, src...)
	t.scan.grow(view(t.in), t.done)
}

func (t *Transformer) begin() {
	if t.scan == nil {
		t.scan = newScanner(t.opts, "", false)
	}
}

// forget drops the input that is written and that no decision needs.
func (t *Transformer) forget() {
	n := min(t.at, t.scan.passed())
	if n <= 0 {
		return
	}
	t.scan.discard(n)
	t.in = t.in[:copy(t.in, t.in[n:])]
	t.at -= n
	t.gone += n
}

// drain writes what is settled. It reports whether dst is too small for it.
func (t *Transformer) drain(dst []byte) (n int, full bool) {
	if t.scan == nil {
		return 0, false
	}
	for {
		if t.text != "" {
			m := copy(dst[n:], t.text)
			n += m
			if t.text = t.text[m:]; t.text != "" {
				return n, true
			}
		}
		d, ok, safe := t.next()
		m := copy(dst[n:], t.in[t.at:max(t.at, safe)])
		n += m
		t.at += m
		switch {
		case t.at < safe:
			return n, true
		case !ok:
			return n, false
		}
		t.text, t.at = d.Text, d.End
		t.scan.pop()
		if t.opts.OnReference != nil {
			r := d.Reference
			r.Start += t.gone
			r.End += t.gone + d.hidden
			t.opts.OnReference(r)
		}
		t.gone += d.hidden
	}
}

// next returns the next edit, if it is settled, and up to where the input can
// be written as it stands.
func (t *Transformer) next() (d edit, ok bool, safe int) {
	for {
		if d, ok := t.scan.first(); ok {
			return d, true, d.Start
		}
		if !t.scan.advance() {
			break
		}
	}
	if d, ok := t.scan.first(); ok {
		return d, true, d.Start
	}
	if t.done {
		return edit{}, false, len(t.in)
	}
	return edit{}, false, t.scan.safe()
}
