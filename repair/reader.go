package repair

import (
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/utf16form"
)

// NewReader returns a reader of the text that r gives, repaired: the same text
// that [String] makes of all of it, in a constant amount of memory, below
// 2 MiB. An error of r comes after all the text before it. The reader must
// not be used by more than one goroutine at a time.
func NewReader(r io.Reader) io.Reader { return Options{}.NewReader(r) }

// NewReader is [NewReader] with options.
func (o Options) NewReader(r io.Reader) io.Reader {
	return &reader{opts: o, src: r}
}

// A reader is the chain of steps, each of which gives what it has settled to
// the next one.
type reader struct {
	opts  Options
	src   io.Reader
	chain []link
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
	if r.opts.takes(Encoding) {
		head := make([]byte, utf16form.Sample)
		n, err := io.ReadFull(r.src, head)
		if err == io.ErrUnexpectedEOF {
			err = io.EOF
		}
		r.src = &resumed{head: head[:n], err: err, rest: r.src}
		if form := r.opts.form(view(head[:n])); form != utf16form.UTF8 {
			order := unicode.LittleEndian
			if form == utf16form.BigEndian {
				order = unicode.BigEndian
			}
			r.src = transform.NewReader(r.src, unicode.UTF16(order, unicode.UseBOM).NewDecoder())
		}
	}
	r.chain = r.opts.chain()
}

// A resumed reader gives what was read ahead, then the rest.
type resumed struct {
	head []byte
	err  error // what the reading ahead ended with
	rest io.Reader
}

func (r *resumed) Read(p []byte) (int, error) {
	if len(r.head) > 0 {
		n := copy(p, r.head)
		r.head = r.head[n:]
		return n, nil
	}
	if r.err != nil {
		return 0, r.err
	}
	return r.rest.Read(p)
}

// push gives text to the first link and appends what comes out of the last.
func (r *reader) push(dst []byte, text string, last bool) []byte {
	var marks []span
	for _, l := range r.chain {
		text, marks = l.push(text, marks, last)
	}
	return append(dst, text...)
}

// A link is one step of a chain.
type link interface {
	// push takes text and where other steps wrote in it, and returns what is
	// settled of all it has been given, and where steps wrote in that. What
	// it returns is valid until the next call.
	push(text string, marks []span, last bool) (string, []span)
}

// chain returns the steps to take as links, in order.
func (o *Options) chain() []link {
	var chain []link
	guess := o.takes(Encoding)
	chain = append(chain, &finderLink{find: func(text string, _ []span, _, last bool, add func(Fix)) int {
		return findEncoding(text, last, guess, add)
	}})
	if o.takes(Controls) {
		chain = append(chain, &finderLink{hold: len(byteOrderMark), find: func(text string, _ []span, first, last bool, add func(Fix)) int {
			return findControls(text, first, last, add)
		}})
	}
	if o.takes(Entities) {
		chain = append(chain, newEntityLink())
	}
	if o.takes(Controls) {
		chain = append(chain, &finderLink{hold: len(byteOrderMark), find: func(text string, _ []span, first, last bool, add func(Fix)) int {
			if first {
				findMarks(text, add)
			}
			return len(text)
		}})
	}
	if o.takes(Spaces) {
		s := new(spaceStep)
		chain = append(chain, &finderLink{find: func(text string, marks []span, _, last bool, add func(Fix)) int {
			return s.find(text, last, marks, add)
		}})
	}
	return chain
}

// A finderLink is a step that finds its fixes in a stretch of text.
type finderLink struct {
	find  func(text string, marks []span, first, last bool, add func(Fix)) int
	hold  int    // bytes the step wants to see at the beginning
	buf   []byte // text that is not settled
	marks []span // in buf
	begun bool
	out   []byte
}

func (l *finderLink) push(text string, marks []span, last bool) (string, []span) {
	for _, m := range marks {
		l.marks = append(l.marks, span{m.from + len(l.buf), m.to + len(l.buf)})
	}
	l.buf = append(l.buf, text...)
	if !last && !l.begun && len(l.buf) < l.hold {
		return "", nil
	}
	var fixes []Fix
	n := l.find(view(l.buf), l.marks, !l.begun, last, func(f Fix) { fixes = append(fixes, f) })
	l.begun = l.begun || n > 0
	settled, outMarks := l.settle(n, fixes, last)
	l.buf = l.buf[:copy(l.buf, l.buf[n:])]
	return settled, outMarks
}

// settle makes the fixes in the first n bytes of the buffer and takes the marks
// there along.
func (l *finderLink) settle(n int, fixes []Fix, last bool) (string, []span) {
	var marks, rest []span
	l.out = l.out[:0]
	at := 0
	write := func(to int) {
		l.out = append(l.out, l.buf[at:to]...)
		at = to
	}
	i := 0
	for _, m := range l.marks {
		if m.to > n || m.from == n && !last {
			rest = append(rest, span{max(m.from-n, 0), m.to - n})
			continue
		}
		for i < len(fixes) && fixes[i].End <= m.from {
			marks = append(marks, l.make(fixes[i], write, &at))
			i++
		}
		if i == len(fixes) || fixes[i].Start >= m.to {
			write(max(at, m.from))
			from := len(l.out)
			write(max(at, m.to))
			marks = append(marks, span{from, len(l.out)})
		}
	}
	for ; i < len(fixes); i++ {
		marks = append(marks, l.make(fixes[i], write, &at))
	}
	write(n)
	l.marks = rest
	return view(l.out), marks
}

// make writes up to a fix and its text.
func (l *finderLink) make(f Fix, write func(int), at *int) span {
	write(max(*at, f.Start))
	from := len(l.out)
	l.out = append(l.out, f.Text...)
	*at = f.End
	return span{from, len(l.out)}
}

// An entityLink repairs references.
type entityLink struct {
	t     *entities.Transformer
	out   []byte
	found []entities.Reference // not accounted for in the output yet
	marks []span               // of the steps before, in the input
	in    int                  // bytes of input so far
	wrote int                  // bytes of output so far
	shift int                  // output offset of a byte of input, less its offset
}

func newEntityLink() *entityLink {
	l := &entityLink{}
	l.t = entities.Options{OnReference: func(r entities.Reference) { l.found = append(l.found, r) }}.NewTransformer()
	return l
}

func (l *entityLink) push(text string, marks []span, last bool) (string, []span) {
	for _, m := range marks {
		l.marks = append(l.marks, span{m.from + l.in, m.to + l.in})
	}
	l.in += len(text)
	l.out = l.out[:0]
	src := []byte(text)
	for {
		if cap(l.out)-len(l.out) < readSize {
			l.out = append(l.out, make([]byte, readSize)...)[:len(l.out)]
		}
		nDst, nSrc, err := l.t.Transform(l.out[len(l.out):cap(l.out)], src, last)
		l.out = l.out[:len(l.out)+nDst]
		src = src[nSrc:]
		if err != transform.ErrShortDst {
			break
		}
	}
	return view(l.out), l.written(last)
}

// written returns the marks of what was written by the last call of push, with
// offsets in that.
func (l *entityLink) written(last bool) []span {
	var marks []span
	end := l.wrote + len(l.out)
	i, j := 0, 0
	for i < len(l.found) || j < len(l.marks) {
		if i < len(l.found) && (j == len(l.marks) || l.found[i].Start < l.marks[j].to) {
			r := l.found[i]
			from := r.Start + l.shift
			l.shift += len(r.Text) - (r.End - r.Start)
			damaged := r.Damage != 0
			for j < len(l.marks) && l.marks[j].from < r.End {
				damaged = true // by what another step took out of it
				j++
			}
			if damaged {
				marks = append(marks, span{from - l.wrote, from + len(r.Text) - l.wrote})
			}
			i++
			continue
		}
		m := l.marks[j]
		if m.to+l.shift > end || m.to+l.shift == end && !last {
			break
		}
		marks = append(marks, span{m.from + l.shift - l.wrote, m.to + l.shift - l.wrote})
		j++
	}
	l.found = append(l.found[:0], l.found[i:]...)
	l.marks = append(l.marks[:0], l.marks[j:]...)
	l.wrote = end
	return marks
}
