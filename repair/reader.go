package repair

import (
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/textmend/textmend/internal/utf16form"
)

// NewReader returns a reader of the text that r gives, repaired: the same text
// that [String] makes of all of it, in a constant amount of memory, at most
// 1 MiB. An error of r comes after all the text before it, and is
// [io.ErrNoProgress] where r goes on returning nothing. The reader must not be
// used by more than one goroutine at a time.
func NewReader(r io.Reader) io.Reader { return Options{}.NewReader(r) }

// NewReader is [NewReader] with options.
func (o Options) NewReader(r io.Reader) io.Reader {
	return &reader{opts: o, src: r}
}

// A reader reads from a chain of steps, but for a short text.
type reader struct {
	opts  Options
	src   io.Reader
	chain chain  // nil until the text is known to be long
	in    []byte // what Read of src fills
	out   []byte // repaired, not read yet
	room  []byte // what out begins in
	err   error
	begun bool
}

// readSize is how much is asked of the source at a time. With less than
// leastRead the steps would look again at what they hold for every few bytes.
const (
	readSize  = 16 << 10
	leastRead = 4 << 10
	pushSize  = 2 << 10 // given to the chain at a time: what bounds its lists of fixes
)

// Read reads repaired text, as [io.Reader] says.
func (r *reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if !r.begun {
		r.begin()
	}
	for len(r.out) == 0 && r.err == nil {
		r.room = r.next(r.room[:0])
		r.out = r.room
	}
	n := copy(p, r.out)
	r.out = r.out[n:]
	if n == 0 {
		return 0, r.err
	}
	return n, nil
}

// begin looks at the beginning of the text for its form.
func (r *reader) begin() {
	r.begun = true
	r.in = make([]byte, readSize)
	src := &source{r: r.src}
	r.src = src
	if r.opts.takes(Encoding) {
		if form := r.opts.form(src.peek(utf16form.Sample)); form != utf16form.UTF8 {
			order := unicode.LittleEndian
			if form == utf16form.BigEndian {
				order = unicode.BigEndian
			}
			r.src = transform.NewReader(r.src, unicode.UTF16(order, unicode.UseBOM).NewDecoder())
		}
	}
}

// next appends what comes of more of the source.
func (r *reader) next(dst []byte) []byte {
	if r.chain != nil {
		return r.chain.appendTo(dst, r.fill(r.in, leastRead), r.err != nil, r.opts.OnFix)
	}
	text := r.fill(make([]byte, settleSize+leastRead), settleSize+1)
	if len(text) <= settleSize {
		return r.short(dst, text)
	}
	r.chain = r.opts.chain()
	return r.chain.appendTo(dst, text, r.err != nil, r.opts.OnFix)
}

// fill reads least bytes or more, or up to an error.
func (r *reader) fill(room []byte, least int) string {
	n := 0
	for n < least && r.err == nil {
		var more int
		more, r.err = r.src.Read(room[n:])
		n += more
	}
	return view(room[:n])
}

// short appends what comes of a text that is repaired until it settles. Most do
// at once, which shows without the list of fixes, and the memory that takes.
func (r *reader) short(dst []byte, text string) []byte {
	from := len(dst)
	dst = r.opts.chain().appendTo(dst, text, true, nil)
	once, onFix := view(dst[from:]), r.opts.OnFix
	if once != text && view(r.opts.chain().appendTo(nil, once, true, nil)) != once {
		mended, fixes := r.opts.mend(text)
		for _, f := range minimal(fixes, text) {
			if onFix != nil {
				onFix(f)
			}
		}
		return append(dst[:from], mended...)
	}
	if once != text && onFix != nil {
		r.opts.chain().appendTo(nil, text, true, onFix)
	}
	return dst
}

// appendTo gives text to the chain, a part at a time, and appends what comes
// out.
func (c chain) appendTo(dst []byte, text string, last bool, onFix func(Fix)) []byte {
	sink := func(text string, fixes []Fix) {
		for i := range fixes {
			if onFix != nil {
				onFix(fixes[i])
			}
		}
		dst = append(dst, text...)
	}
	for len(text) > pushSize {
		c.push(text[:pushSize], nil, false, sink)
		text = text[pushSize:]
	}
	c.push(text, nil, last, sink)
	return dst
}
