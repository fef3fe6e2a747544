package repair

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"sync"

	"golang.org/x/net/html"

	"github.com/textmend/textmend/internal/utf16form"
)

// HTML repairs a document or a fragment of one, whether it is well-formed or
// not: it copies r to w, with the text that people read in it repaired. That is
// the text between tags, and what alt, title, placeholder and the aria
// attributes say, and the descriptions of meta elements. All else stays as it
// is, byte by byte: tags, comments, and what stands in script, style, template,
// noscript, iframe, pre, code, kbd, samp, tt, var, textarea, svg or math.
//
// The text is read as a browser shows it, all of it as one, so that one damaged
// reference is evidence for the next. Its intact references are how text is
// written in HTML, and stay, but for those that were escaped twice. What a fix
// writes is escaped: text never becomes markup, and no fix reaches across a
// tag. The document has the same tags and attributes before and after.
//
// r must be UTF-8; package [golang.org/x/net/html/charset] makes it so. HTML
// holds less than 8 MiB at a time. A tag or comment of more than 256 KiB is
// copied as it is. Where 2 MiB of a document pass before enough text has come
// to decide a doubtful place, it is decided without.
//
// Errors are those of r and w, and a document in UTF-16. They say where. What
// came before an error of r is written first. It is safe for concurrent use.
func HTML(w io.Writer, r io.Reader) error { return Options{}.HTML(w, r) }

// HTML is [HTML] with options. It calls OnFix for each fix to the document's
// bytes: offsets count from its beginning, and Text is escaped as it is written.
// Offsets that an int does not hold (on 32-bit systems, of what lies beyond
// 2 GiB) are not reported.
func (o Options) HTML(w io.Writer, r io.Reader) error {
	src := &source{r: r}
	if doc := src.peek(settleSize + 1); len(doc) <= settleSize {
		return o.shortHTML(w, src, doc)
	}
	return o.html(w, src)
}

// html repairs a document as it comes.
func (o *Options) html(w io.Writer, r io.Reader) error {
	d := documents.Get().(*document)
	defer d.end()
	d.opts, d.limits, d.w, d.tokens = *o, documentLimits, w, newTokenReader(r, maxMarkup)
	if err := d.checkForm(); err != nil {
		return err
	}
	d.begin()
	return d.copy()
}

// documents keeps room for documents: most are small and many come after each
// other.
var documents = sync.Pool{New: func() any { return new(document) }}

// end gives the document's room to another one, if it is not too much.
func (d *document) end() {
	if cap(d.raw)+cap(d.text)+cap(d.out) > mostRoom {
		return
	}
	clear(d.edits[:cap(d.edits)])
	*d = document{
		flow: flow{later: d.later[:0]},
		raw:  d.raw[:0], text: d.text[:0], pieces: d.pieces[:0], edits: d.edits[:0], out: d.out[:0],
	}
	documents.Put(d)
}

// mostRoom bounds what is kept for the next document.
const mostRoom = 1 << 20

// limits are what a document may hold; tests have others.
type limits struct {
	push   int // of text before the steps get it
	raw    int // of the document that is not written
	pieces int // of text that is not settled
	text   int // before the text is taken for another: counters of the steps end at 2 GiB
}

const maxPieces = 16 << 10

var documentLimits = limits{push: pushSize, raw: 2 << 20, pieces: maxPieces, text: 1 << 30}

// A document is one on its way from a reader to a writer.
//
// What was read waits until the steps have settled all text in it. Text waits
// until there is enough of it to make the steps' while worth.
type document struct {
	opts   Options
	limits limits
	w      io.Writer
	tokens *tokenReader
	flow

	raw   []byte // read and not written
	rawAt int64  // offset of raw in the document
	wrote int64  // to w

	chain   chain
	text    []byte  // the document's text: what is not settled, and a little before
	textAt  int     // offset of text in what the chain got
	pushed  int     // in text
	settled int     // in text
	pieces  []piece // in the order of the text, those that edits may come to
	at      int     // of the pieces, the first that a fix can touch
	edits   []edit
	cursor  cursor
	out     []byte
}

// bytes returns bytes of the document that are not written yet.
func (d *document) bytes(start, end int64) []byte {
	return d.raw[start-d.rawAt : end-d.rawAt]
}

// checkForm reports UTF-16 as an error.
func (d *document) checkForm() error {
	if utf16form.Of(d.tokens.src.peek(utf16form.Sample)) != utf16form.UTF8 {
		return errors.New("repair: the document is UTF-16, and HTML repairs UTF-8")
	}
	return nil
}

// begin begins a text.
func (d *document) begin() {
	d.chain = d.opts.chain()
	d.text, d.textAt, d.pushed, d.settled = d.text[:0], 0, 0, 0
	d.pieces, d.at = d.pieces[:0], 0
	d.anything = false
}

// copy copies the document.
func (d *document) copy() error {
	for {
		tok := d.tokens.next()
		start := d.rawAt + int64(len(d.raw))
		d.raw = append(d.raw, tok.raw...)
		if tok.kind == html.ErrorToken {
			break
		}
		if start == 0 {
			mark := len(tok.raw) - len(bytes.TrimPrefix(tok.raw, []byte(byteOrderMark)))
			tok.raw = tok.raw[mark:]
			start += int64(mark)
		}
		d.read(&tok, start)
		if err := d.proceed(); err != nil {
			return err
		}
	}
	d.readLater()
	d.push(true)
	if err := d.write(); err != nil {
		return err
	}
	return d.tokens.err()
}

// proceed gives the steps text, and writes what they have settled, when there is
// enough of it.
func (d *document) proceed() error {
	enough := len(d.text)-d.pushed >= d.limits.push
	over := len(d.raw) > d.limits.raw || len(d.pieces)+len(d.later) > d.limits.pieces
	if enough || over {
		d.push(false)
	} else if len(d.pieces)+len(d.later) > 0 || len(d.raw) < d.limits.push {
		return nil
	}
	if err := d.write(); err != nil {
		return err
	}
	if over && (len(d.raw) > d.limits.raw/2 || len(d.pieces)+len(d.later) > d.limits.pieces/2) || d.textAt > d.limits.text {
		d.readLater()
		d.push(true)
		d.begin()
		return d.write()
	}
	return nil
}

// push gives the steps the text that they have not got.
func (d *document) push(last bool) {
	sink := func(text string, fixes []Fix) {
		for i := range fixes {
			f := fixes[i]
			f.Start -= d.textAt
			f.End -= d.textAt
			d.fix(f)
		}
		d.settled += len(text) - growth(fixes)
	}
	for len(d.text)-d.pushed > pushSize {
		d.pushed += pushSize
		d.chain.push(view(d.text[d.pushed-pushSize:d.pushed]), nil, false, sink)
	}
	d.chain.push(view(d.text[d.pushed:]), nil, last, sink)
	d.pushed = len(d.text)
	if last {
		d.pieces = d.pieces[:0]
	}
	d.forgetText()
}

// forgetText forgets the text that is settled, but for the character before
// what is not, and the pieces that no fix can touch any more.
func (d *document) forgetText() {
	n := 0
	for n < len(d.pieces) && d.pieces[n].to < d.settled {
		n++
	}
	d.pieces = slices.Delete(d.pieces, 0, n)
	d.at = max(0, d.at-n)

	cut := max(0, d.settled-utf8Max)
	d.text = d.text[:copy(d.text, d.text[cut:])]
	d.textAt += cut
	d.pushed -= cut
	d.settled -= cut
	for i := range d.pieces {
		d.pieces[i].from -= cut
		d.pieces[i].to -= cut
	}
}

const utf8Max = 4

// write writes what was read, up to the first piece that is not settled.
func (d *document) write() error {
	end := d.rawAt + int64(len(d.raw))
	for i := range d.pieces {
		end = min(end, d.pieces[i].start)
	}
	for i := range d.later {
		end = min(end, d.later[i].start)
	}
	slices.SortStableFunc(d.edits, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	at, n := d.rawAt, 0
	d.out = d.out[:0]
	for ; n < len(d.edits) && d.edits[n].start < end; n++ {
		e := &d.edits[n]
		if e.place == inNoQuotes && e.first && e.text == "" {
			continue // what comes to be first could be a quote, or nothing
		}
		d.out = append(d.out, d.bytes(at, e.start)...)
		wrote := len(d.out)
		d.out = appendEscaped(d.out, e.text, e.place)
		d.report(e, d.out[wrote:])
		at = e.end
	}
	out := d.bytes(at, end)
	if at > d.rawAt {
		d.out = append(d.out, out...)
		out = d.out
	}
	err := d.give(out)
	d.edits = slices.Delete(d.edits, 0, n)
	d.raw = d.raw[:copy(d.raw, d.raw[end-d.rawAt:])]
	d.rawAt = end
	return err
}

// report calls OnFix with an edit.
func (d *document) report(e *edit, text []byte) {
	if d.opts.OnFix == nil || e.end > math.MaxInt {
		return
	}
	d.opts.OnFix(Fix{Step: e.step, Start: int(e.start), End: int(e.end), Text: string(text), Reason: e.reason})
}

// give gives the writer what is to be written.
func (d *document) give(out []byte) error {
	n, err := writeHTML(d.w, out, d.wrote)
	d.wrote += int64(n)
	return err
}

// writeHTML writes what comes behind the first bytes of a document.
func writeHTML(w io.Writer, out []byte, wrote int64) (int, error) {
	if len(out) == 0 {
		return 0, nil
	}
	n, err := w.Write(out)
	if err == nil && n < len(out) {
		err = io.ErrShortWrite
	}
	if err != nil {
		err = fmt.Errorf("repair: writing the document, after %d bytes: %w", wrote+int64(n), err)
	}
	return n, err
}

// err returns the error that ended the document.
func (t *tokenReader) err() error {
	if err := t.z.Err(); err != io.EOF {
		return fmt.Errorf("repair: reading the document, after %d bytes, in line %d: %w", t.src.n, t.src.lines+1, err)
	}
	return nil
}
