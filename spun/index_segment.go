package spun

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
	"sort"
)

// A posting says that a document has a key.
type posting struct {
	key uint64
	doc uint32
}

// compare orders postings by key, then by document.
func (p posting) compare(q posting) int {
	switch {
	case p.key < q.key || p.key == q.key && p.doc < q.doc:
		return -1
	case p == q:
		return 0
	}
	return 1
}

// maxPostings is how many documents a segment has for one key at most. A key
// that so many have is of no help in telling them apart.
const maxPostings = 256

// blockSize is how many postings a block holds, but for those of its last key,
// which all go into one block.
const blockSize = 128

// A segment is a sorted list of postings that does not change. It is cut into
// blocks; in a block each posting is the difference of its key to that of the
// one before, then its document, or, where the key is the same, the difference
// in documents, as unsigned varints. The first key of each block, and where it
// ends, are kept apart.
type segment struct {
	postings int
	starts   []uint64 // the first key of each block
	ends     []uint64 // where each block ends
	data     []byte   // of all blocks, if file is nil
	file     *disk    // where the blocks are
	sums     []uint32 // the checksums of the blocks in the file
}

var errSegment = errors.New("spun: index file is damaged: postings out of order")

// checksums is CRC-32C, which processors compute.
var checksums = crc32.MakeTable(crc32.Castagnoli)

// block returns the data of a block.
func (s *segment) block(i int) ([]byte, error) {
	from := uint64(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	if s.file == nil {
		return s.data[from:s.ends[i]], nil
	}
	return s.file.block(from, s.ends[i], s.sums[i])
}

// lookup calls visit for each document that has the key.
func (s *segment) lookup(key uint64, visit func(doc uint32)) error {
	i := sort.Search(len(s.starts), func(i int) bool { return s.starts[i] > key }) - 1
	if i < 0 {
		return nil
	}
	return s.scan(i, func(p posting) bool {
		if p.key == key {
			visit(p.doc)
		}
		return p.key <= key
	})
}

// scan calls visit for each posting of a block until it returns false.
func (s *segment) scan(i int, visit func(posting) bool) error {
	data, err := s.block(i)
	if err != nil {
		return err
	}
	p := posting{key: s.starts[i]}
	for len(data) > 0 {
		diff, n := binary.Uvarint(data)
		if n <= 0 {
			return errSegment
		}
		doc, m := binary.Uvarint(data[n:])
		if m <= 0 {
			return errSegment
		}
		data = data[n+m:]
		if diff > 0 {
			p.doc = 0
		}
		p.key += diff
		p.doc += uint32(doc)
		if !visit(p) {
			break
		}
	}
	return nil
}

// A segmentBuilder builds a segment of postings that come sorted.
type segmentBuilder struct {
	segment
	last posting
	n    int // postings in the block at hand
	same int // postings of the key at hand
}

// add adds a posting, unless its key has more than enough.
func (b *segmentBuilder) add(p posting) {
	begun := b.postings > 0
	if b.same++; !begun || p.key != b.last.key {
		b.same = 1
	}
	if b.same > maxPostings {
		return
	}
	if !begun || b.n >= blockSize && b.same == 1 {
		b.endBlock()
		b.starts = append(b.starts, p.key)
		b.last = posting{key: p.key}
	}
	diff := p.key - b.last.key
	if diff > 0 {
		b.last.doc = 0
	}
	b.data = binary.AppendUvarint(b.data, diff)
	b.data = binary.AppendUvarint(b.data, uint64(p.doc-b.last.doc))
	b.last = p
	b.n++
	b.postings++
}

func (b *segmentBuilder) endBlock() {
	if b.n > 0 {
		b.ends = append(b.ends, uint64(len(b.data)))
		b.n = 0
	}
}

// finish returns the segment, with no room to spare.
func (b *segmentBuilder) finish() *segment {
	b.endBlock()
	return &segment{
		postings: b.postings, starts: slices.Clip(slices.Clone(b.starts)),
		ends: slices.Clip(slices.Clone(b.ends)), data: slices.Clip(slices.Clone(b.data)),
	}
}

// A cursor walks through the postings of a segment.
type cursor struct {
	segment *segment
	block   int
	at      int
	loaded  []posting // of the block
}

// next returns the next posting, or false at the end.
func (c *cursor) next() (posting, bool, error) {
	for c.at == len(c.loaded) {
		if c.block == len(c.segment.starts) {
			return posting{}, false, nil
		}
		c.loaded, c.at = c.loaded[:0], 0
		err := c.segment.scan(c.block, func(p posting) bool {
			c.loaded = append(c.loaded, p)
			return true
		})
		if err != nil {
			return posting{}, false, err
		}
		c.block++
	}
	c.at++
	return c.loaded[c.at-1], true, nil
}

// mergeSegments calls visit for each posting of the segments, in order.
func mergeSegments(segments []*segment, visit func(posting)) error {
	cursors := make([]cursor, len(segments))
	heads := make([]posting, 0, len(segments))
	live := make([]*cursor, 0, len(segments))
	for i, s := range segments {
		cursors[i].segment = s
		p, ok, err := cursors[i].next()
		if err != nil {
			return err
		}
		if ok {
			heads, live = append(heads, p), append(live, &cursors[i])
		}
	}
	for len(heads) > 0 {
		least := 0
		for i := range heads {
			if heads[i].compare(heads[least]) < 0 {
				least = i
			}
		}
		visit(heads[least])
		p, ok, err := live[least].next()
		if err != nil {
			return err
		}
		heads[least] = p
		if !ok {
			heads = slices.Delete(heads, least, least+1)
			live = slices.Delete(live, least, least+1)
		}
	}
	return nil
}
