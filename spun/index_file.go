package spun

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
)

// The format of an index file, all numbers little endian:
//
//	header     magic, version and how much of what follows there is
//	directory  first key, end and checksum of each block of postings
//	documents  end of each id, then the ids
//	texts      end and checksum of each text; nothing where none are held
//	           each of these is followed by its CRC-32C
//	blocks     the postings, as segment describes
//	bytes      the texts
//
// Blocks and texts come last, for OpenIndex leaves them where they are.

const (
	fileMagic   = "spunidx\n"
	fileVersion = 1
	headerSize  = len(fileMagic) + 4 + 4 + 6*8 + 4
	holdsTexts  = 1 // flag
)

// A fileHeader is the beginning of an index file.
type fileHeader struct {
	flags                                         uint32
	documents, postings, blocks, data, ids, texts uint64
}

func (h *fileHeader) append(b []byte) []byte {
	from := len(b)
	b = append(b, fileMagic...)
	b = binary.LittleEndian.AppendUint32(b, fileVersion)
	b = binary.LittleEndian.AppendUint32(b, h.flags)
	for _, n := range []uint64{h.documents, h.postings, h.blocks, h.data, h.ids, h.texts} {
		b = binary.LittleEndian.AppendUint64(b, n)
	}
	return appendSum(b, b[from:])
}

func appendSum(b, data []byte) []byte {
	return binary.LittleEndian.AppendUint32(b, crc32.Checksum(data, checksums))
}

// parse reads a header and checks what can be checked.
func (h *fileHeader) parse(b []byte) error {
	body, sum := b[:headerSize-4], binary.LittleEndian.Uint32(b[headerSize-4:])
	if string(body[:len(fileMagic)]) != fileMagic {
		return errors.New("spun: not an index file")
	}
	body = body[len(fileMagic):]
	if v := binary.LittleEndian.Uint32(body); v != fileVersion {
		return fmt.Errorf("spun: index file of version %d, want %d", v, fileVersion)
	}
	if crc32.Checksum(b[:headerSize-4], checksums) != sum {
		return damaged("header")
	}
	h.flags = binary.LittleEndian.Uint32(body[4:])
	for i, n := range []*uint64{&h.documents, &h.postings, &h.blocks, &h.data, &h.ids, &h.texts} {
		*n = binary.LittleEndian.Uint64(body[8+8*i:])
		if *n > maxCount {
			return damaged("header")
		}
	}
	if h.documents > maxDocuments {
		return damaged("header")
	}
	return nil
}

// Bounds for what a header may claim.
const (
	maxCount     = 1 << 48
	maxDocuments = 1<<32 - 2
)

func damaged(part string) error { return fmt.Errorf("spun: index file is damaged: %s", part) }

// sections returns the sizes of the directory, the documents and the list of
// texts, without their checksums.
func (h *fileHeader) sections() (directory, documents, texts uint64) {
	directory, documents = h.blocks*(8+8+4), h.documents*8+h.ids
	if h.flags&holdsTexts != 0 {
		texts = h.documents * (8 + 4)
	}
	return directory, documents, texts
}

// A snapshot is an Index at one moment, as one segment without what was
// removed.
type snapshot struct {
	segment *segment
	docs    documents // numbered anew
	before  documents
	disk    *disk
	source  []uint32 // the number that each document had before
	holds   bool
}

// snapshot returns what x holds.
func (x *Index) snapshot() (*snapshot, error) {
	x.mu.RLock()
	segments := append(slices.Clone(x.segments), x.recent.segment())
	s := &snapshot{before: x.docs, disk: x.disk, holds: x.opts.HoldTexts}
	s.before.removed = slices.Clone(s.before.removed)
	s.before.texts = slices.Clone(s.before.texts)
	x.mu.RUnlock()

	number := make([]uint32, s.before.count())
	for doc := range uint32(len(number)) {
		if !s.before.isRemoved(doc) {
			number[doc] = s.docs.append(s.before.idBytes(doc), "", false)
			s.source = append(s.source, doc)
		}
	}
	var b segmentBuilder
	err := mergeSegments(segments, func(p posting) {
		if !s.before.isRemoved(p.doc) {
			b.add(posting{p.key, number[p.doc]})
		}
	})
	if err != nil {
		return nil, err
	}
	s.segment = b.finish()
	return s, nil
}

// text returns the text of a document of the snapshot.
func (s *snapshot) text(doc uint32) (string, error) {
	text, ok := s.before.text(s.source[doc], s.disk)
	if !ok && s.disk != nil {
		return "", s.disk.err()
	}
	return text, nil
}

// WriteTo writes the Index, without what was removed, in a format that later
// releases with the same major version read. The same references give the same
// bytes if they were added in the same order. It is safe for concurrent use.
func (x *Index) WriteTo(w io.Writer) (int64, error) {
	s, err := x.snapshot()
	if err != nil {
		return 0, err
	}
	out := &countingWriter{w: w}
	if err := s.write(out); err != nil {
		return out.n, fmt.Errorf("spun: writing an index: %w", err)
	}
	return out.n, nil
}

// A countingWriter counts what it writes.
type countingWriter struct {
	w io.Writer
	n int64
}

func (c *countingWriter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}

// write writes the file.
func (s *snapshot) write(w io.Writer) error {
	list, total, err := s.textList()
	if err != nil {
		return err
	}
	h := fileHeader{
		documents: uint64(s.docs.count()), postings: uint64(s.segment.postings), blocks: uint64(len(s.segment.starts)),
		data: uint64(len(s.segment.data)), ids: uint64(len(s.docs.ids)), texts: total,
	}
	if s.holds {
		h.flags |= holdsTexts
	}
	for _, part := range [][]byte{h.append(nil), withSum(s.directory()), withSum(s.documentList()), withSum(list), s.segment.data} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	if !s.holds {
		return nil
	}
	for doc := range s.docs.count() {
		text, err := s.text(uint32(doc))
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	return nil
}

func withSum(b []byte) []byte { return appendSum(b, b) }

func (s *snapshot) directory() []byte {
	b := make([]byte, 0, len(s.segment.starts)*20+4)
	for _, start := range s.segment.starts {
		b = binary.LittleEndian.AppendUint64(b, start)
	}
	for _, end := range s.segment.ends {
		b = binary.LittleEndian.AppendUint64(b, end)
	}
	from := uint64(0)
	for _, end := range s.segment.ends {
		b = appendSum(b, s.segment.data[from:end])
		from = end
	}
	return b
}

func (s *snapshot) documentList() []byte {
	b := make([]byte, 0, len(s.docs.ends)*8+len(s.docs.ids)+4)
	for _, end := range s.docs.ends {
		b = binary.LittleEndian.AppendUint64(b, end)
	}
	return append(b, s.docs.ids...)
}

// textList returns where each text ends and its checksum, and the length of
// all texts.
func (s *snapshot) textList() (list []byte, total uint64, err error) {
	if !s.holds {
		return nil, 0, nil
	}
	var ends, sums []byte
	for doc := range s.docs.count() {
		text, err := s.text(uint32(doc))
		if err != nil {
			return nil, 0, err
		}
		total += uint64(len(text))
		ends = binary.LittleEndian.AppendUint64(ends, total)
		sums = appendSum(sums, []byte(text))
	}
	return append(ends, sums...), total, nil
}
