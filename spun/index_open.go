package spun

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"sync"
)

// ReadFrom reads what [Index.WriteTo] wrote, and puts it in the place of all
// that the Index held. It reads no byte beyond it. A file that is truncated or
// altered gives an error that says so, and leaves the Index as it was.
func (x *Index) ReadFrom(r io.Reader) (int64, error) {
	f := &fileReader{r: r}
	c, err := f.contents()
	if err != nil {
		return f.n, err
	}
	c.segment.data = f.read("postings", c.header.data)
	texts := f.read("texts", c.header.texts)
	if f.err != nil {
		return f.n, f.err
	}
	c.segment.file = nil
	if err := c.check(texts); err != nil {
		return f.n, err
	}
	x.change.Lock()
	defer x.change.Unlock()
	x.mu.Lock()
	defer x.mu.Unlock()
	x.segments, x.recent, x.docs, x.disk = c.segments(), newRecent(), c.docs, nil
	x.opts.HoldTexts = x.opts.HoldTexts || c.header.flags&holdsTexts != 0
	return f.n, nil
}

// OpenIndex returns an Index that reads the file of size bytes which
// [Index.WriteTo] wrote as it needs it: in memory it keeps the ids, some 24
// bytes a reference beside their own length, and 0.2 bytes a key. What is added
// to it or removed stays in memory, until WriteTo writes it all anew.
//
// An altered file gives an error here, or, in the parts that Search reads
// later, in [Index.Err]. The Index reads from r for as long as it is used,
// from several goroutines at once if it is used so.
func OpenIndex(r io.ReaderAt, size int64) (*Index, error) { return Options{}.OpenIndex(r, size) }

// OpenIndex is [OpenIndex] with options.
func (o Options) OpenIndex(r io.ReaderAt, size int64) (*Index, error) {
	f := &fileReader{r: io.NewSectionReader(r, 0, size)}
	c, err := f.contents()
	if err != nil {
		return nil, err
	}
	if want := uint64(f.n) + c.header.data + c.header.texts; want != uint64(size) {
		return nil, fmt.Errorf("spun: index file has %d bytes, want %d", size, want)
	}
	d := &disk{r: r, blocks: f.n, texts: f.n + int64(c.header.data), ends: c.textEnds, sums: c.textSums}
	c.segment.file = d
	o.HoldTexts = o.HoldTexts || c.header.flags&holdsTexts != 0
	x := o.NewIndex()
	x.segments, x.docs, x.disk = c.segments(), c.docs, d
	return x, nil
}

// A fileReader reads the parts of an index file.
type fileReader struct {
	r   io.Reader
	n   int64
	err error
}

// chunk is how much is asked for at a time, so that a header that promises
// more than there is does not take the memory for it.
const chunk = 1 << 20

// read reads n bytes, after an error nothing.
func (f *fileReader) read(part string, n uint64) []byte {
	var b []byte
	for f.err == nil && uint64(len(b)) < n {
		at := len(b)
		b = append(b, make([]byte, min(chunk, n-uint64(at)))...)
		m, err := io.ReadFull(f.r, b[at:])
		f.n += int64(m)
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			f.err = fmt.Errorf("spun: index file is truncated: %s end at byte %d: %w", part, f.n, io.ErrUnexpectedEOF)
		case err != nil:
			f.err = fmt.Errorf("spun: reading an index: %w", err)
		}
	}
	return b
}

// checked reads n bytes and the checksum behind them.
func (f *fileReader) checked(part string, n uint64) []byte {
	b := f.read(part, n+4)
	if f.err != nil {
		return nil
	}
	body := b[:n]
	if crc32.Checksum(body, checksums) != binary.LittleEndian.Uint32(b[n:]) {
		f.err = damaged(part)
	}
	return body
}

// contents are what a file says before its postings and texts.
type contents struct {
	header   fileHeader
	segment  *segment
	docs     documents
	textEnds []uint64
	textSums []uint32
}

func (f *fileReader) contents() (*contents, error) {
	c := &contents{}
	header := f.read("header", uint64(headerSize))
	if f.err != nil {
		return nil, f.err
	}
	if err := c.header.parse(header); err != nil {
		return nil, err
	}
	directory, documents, texts := c.header.sections()
	c.readDirectory(f.checked("directory", directory))
	if f.err == nil {
		c.readDocuments(f.checked("documents", documents))
	}
	if f.err == nil {
		c.readTexts(f.checked("list of texts", texts))
	}
	if f.err != nil {
		return nil, f.err
	}
	return c, c.consistent()
}

// uint64s reads n numbers and returns what follows them.
func uint64s(b []byte, n uint64) ([]uint64, []byte) {
	if uint64(len(b)) < 8*n {
		return nil, nil
	}
	list := make([]uint64, n)
	for i := range list {
		list[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return list, b[8*n:]
}

func uint32s(b []byte) []uint32 {
	list := make([]uint32, len(b)/4)
	for i := range list {
		list[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return list
}

func (c *contents) readDirectory(b []byte) {
	s := &segment{postings: int(c.header.postings)}
	s.starts, b = uint64s(b, c.header.blocks)
	s.ends, b = uint64s(b, c.header.blocks)
	s.sums = uint32s(b)
	c.segment = s
}

func (c *contents) readDocuments(b []byte) {
	c.docs.ends, b = uint64s(b, c.header.documents)
	c.docs.ids = b
}

func (c *contents) readTexts(b []byte) {
	if len(b) > 0 {
		c.textEnds, b = uint64s(b, c.header.documents)
		c.textSums = uint32s(b)
	}
}

// consistent checks that all offsets lie where they can.
func (c *contents) consistent() error {
	s := c.segment
	for i := 1; i < len(s.starts); i++ {
		if s.starts[i] <= s.starts[i-1] {
			return damaged("directory")
		}
	}
	for _, list := range []struct {
		part  string
		ends  []uint64
		total uint64
	}{{"directory", s.ends, c.header.data}, {"documents", c.docs.ends, c.header.ids}, {"list of texts", c.textEnds, c.header.texts}} {
		last := uint64(0)
		for _, end := range list.ends {
			if end < last {
				return damaged(list.part)
			}
			last = end
		}
		if last != list.total {
			return damaged(list.part)
		}
	}
	c.docs.rehash()
	return nil
}

// check checks the postings and texts against their checksums, and takes the
// texts in.
func (c *contents) check(texts []byte) error {
	from := uint64(0)
	for i, end := range c.segment.ends {
		if crc32.Checksum(c.segment.data[from:end], checksums) != c.segment.sums[i] {
			return damaged("postings")
		}
		from = end
	}
	c.segment.sums = nil
	from = 0
	for i, end := range c.textEnds {
		if crc32.Checksum(texts[from:end], checksums) != c.textSums[i] {
			return damaged("texts")
		}
		c.docs.texts = append(c.docs.texts, string(texts[from:end]))
		from = end
	}
	return nil
}

func (c *contents) segments() []*segment {
	if len(c.segment.starts) == 0 {
		return nil
	}
	return []*segment{c.segment}
}

// disk is the file of an Index from OpenIndex. It is safe for concurrent use.
type disk struct {
	r      io.ReaderAt
	blocks int64 // where they begin
	texts  int64
	ends   []uint64 // of texts
	sums   []uint32

	mu    sync.Mutex
	first error
}

// fail keeps the first error.
func (d *disk) fail(err error) {
	if d == nil {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.first == nil {
		d.first = err
	}
}

func (d *disk) err() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.first
}

// read reads a part of the file and checks it.
func (d *disk) read(part string, at int64, n uint64, sum uint32) ([]byte, error) {
	b := make([]byte, n)
	if _, err := d.r.ReadAt(b, at); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("spun: reading an index: %w", err)
	}
	if crc32.Checksum(b, checksums) != sum {
		return nil, damaged(part)
	}
	return b, nil
}

// block reads a block of postings.
func (d *disk) block(from, to uint64, sum uint32) ([]byte, error) {
	return d.read("postings", d.blocks+int64(from), to-from, sum)
}

// text reads the text of a document.
func (d *disk) text(doc uint32) (string, bool) {
	if int(doc) >= len(d.ends) {
		return "", false
	}
	from := uint64(0)
	if doc > 0 {
		from = d.ends[doc-1]
	}
	b, err := d.read("texts", d.texts+int64(from), d.ends[doc]-from, d.sums[doc])
	if err != nil {
		d.fail(err)
		return "", false
	}
	return string(b), true
}
