package repair

import "encoding/binary"

// A fixQueue keeps fixes in a few bytes each, in order.
//
// While a step waits for evidence, the steps before it may make a fix of every
// other byte: as they are, these would take thirty times the room of the text.
type fixQueue struct {
	n      int    // how many there are
	last   Fix    // the last of them
	packed []byte // the others
	first  int    // where in packed the next one is
	from   int    // the end of the fix before the next one
	to     int    // the end of the last one that is packed
	kinds  []fixKind
}

// A fixKind is what fixes have in common.
type fixKind struct {
	step   Step
	reason string
}

// put adds a fix at the end.
func (q *fixQueue) put(f *Fix) {
	switch {
	case q.n == 0:
		q.packed, q.first = q.packed[:0], 0
		q.from, q.to = f.Start, f.Start
	case q.last.joins(f):
		q.last.End = f.End
		return
	default:
		q.pack(&q.last)
	}
	q.last = *f
	q.n++
}

func (q *fixQueue) pack(f *Fix) {
	b := binary.AppendUvarint(q.packed, uint64(f.Start-q.to))
	b = binary.AppendUvarint(b, uint64(f.End-f.Start))
	b = binary.AppendUvarint(b, uint64(q.kind(f)))
	b = binary.AppendUvarint(b, uint64(len(f.Text)))
	q.packed = append(b, f.Text...)
	q.to = f.End
}

// kind returns the number of the kind of a fix.
func (q *fixQueue) kind(f *Fix) int {
	k := fixKind{f.Step, f.Reason}
	for i := range q.kinds {
		if q.kinds[i] == k {
			return i
		}
	}
	q.kinds = append(q.kinds, k)
	return len(q.kinds) - 1
}

// take removes the first fix.
func (q *fixQueue) take() Fix {
	q.n--
	if q.n == 0 {
		return q.last
	}
	start := q.from + q.number()
	end := start + q.number()
	kind := q.kinds[q.number()]
	n := q.number()
	text := string(q.packed[q.first : q.first+n])
	q.first += n
	q.from = end
	if q.first > len(q.packed)/2 {
		q.packed = q.packed[:copy(q.packed, q.packed[q.first:])]
		q.first = 0
	}
	return Fix{Step: kind.step, Start: start, End: end, Text: text, Reason: kind.reason}
}

// number removes the first number of what is packed.
func (q *fixQueue) number() int {
	x, n := binary.Uvarint(q.packed[q.first:])
	q.first += n
	return int(x)
}
