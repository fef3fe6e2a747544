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

// A reader reads from a chain of steps.
type reader struct {
	opts  Options
	src   io.Reader
	chain chain
	in    []byte // what Read of src fills
	out   []byte // repaired, not read yet
	room  []byte // what out begins in
	err   error
	begun bool
}

// readSize is how much is asked of the source at a time. With less than
// leastRead the steps would look again at what they hold for every few bytes.
const (
	readSize  = 32 << 10
	leastRead = 4 << 10
	pushSize  = 4 << 10 // given to the chain at a time: what bounds its lists of fixes
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
		n, err := io.ReadAtLeast(r.src, r.in, leastRead)
		if err == io.ErrUnexpectedEOF {
			err = io.EOF
		}
		r.err = err
		r.out = r.push(r.room[:0], view(r.in[:n]), err != nil)
		r.room = r.out
	}
	n := copy(p, r.out)
	r.out = r.out[n:]
	if n == 0 {
		return 0, r.err
	}
	return n, nil
}

// begin looks at the beginning of the text for its form, and builds the chain.
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
	r.chain = r.opts.chain()
}

// push gives text to the chain, a part at a time, and appends what comes out.
func (r *reader) push(dst []byte, text string, last bool) []byte {
	sink := func(text string, fixes []Fix) {
		if r.opts.OnFix != nil {
			for i := range fixes {
				r.opts.OnFix(fixes[i])
			}
		}
		dst = append(dst, text...)
	}
	for len(text) > pushSize {
		r.chain.push(text[:pushSize], nil, false, sink)
		text = text[pushSize:]
	}
	r.chain.push(text, nil, last, sink)
	return dst
}
