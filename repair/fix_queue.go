package repair

import "encoding/binary"

// A fixQueue keeps fixes in a few bytes each, in order, and those of a kind at
// equal distances in fewer.
//
// While a step waits for evidence, the steps before it may make a fix of every
// other byte: as they are, these would take thirty times the room of the text.
type fixQueue struct {
	n      int    // how many there are
	last   Fix    // the last of them
	packed []byte // those before it
	first  int    // where in packed the next one is
	next   record // the next one
	left   int    // how often it comes
	from   int    // the end of the fix before it
	newest record // the last that is in a record, and not in packed
	times  int    // how often it comes
	to     int    // the end of the last that is in a record
	kinds  []fixKind
}

// A fixKind is what fixes have in common.
type fixKind struct {
	step   Step
	reason string
}

// A record is a fix as the queue keeps it.
type record struct {
	distance, length, kind int
	text                   string
}

// put adds a fix at the end.
func (q *fixQueue) put(f *Fix) {
	switch {
	case q.n == 0:
		*q = fixQueue{packed: q.packed[:0], kinds: q.kinds, from: f.Start, to: f.Start}
	case q.last.joins(f):
		q.last.End = f.End
		return
	default:
		q.record(&q.last)
	}
	q.last = *f
	q.n++
}

// record makes a record of a fix.
func (q *fixQueue) record(f *Fix) {
	r := record{f.Start - q.to, f.End - f.Start, q.kind(f), f.Text}
	q.to = f.End
	if r == q.newest {
		q.times++
		return
	}
	q.pack()
	q.newest, q.times = r, 1
}

// pack puts the newest record to those that are packed.
func (q *fixQueue) pack() {
	if q.times == 0 {
		return
	}
	r := &q.newest
	for _, x := range [...]int{q.times, r.distance, r.length, r.kind, len(r.text)} {
		q.packed = binary.AppendUvarint(q.packed, uint64(x))
	}
	q.packed = append(q.packed, r.text...)
	q.newest, q.times = record{}, 0
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
	if q.left == 0 {
		q.unpack()
	}
	q.left--
	r := &q.next
	start := q.from + r.distance
	q.from = start + r.length
	k := &q.kinds[r.kind]
	return Fix{Step: k.step, Start: start, End: q.from, Text: r.text, Reason: k.reason}
}

// unpack makes the first record the next one.
func (q *fixQueue) unpack() {
	if q.first == len(q.packed) {
		q.next, q.left = q.newest, q.times
		q.newest, q.times = record{}, 0
		return
	}
	q.left = q.number()
	q.next = record{distance: q.number(), length: q.number(), kind: q.number()}
	n := q.number()
	q.next.text = string(q.packed[q.first : q.first+n])
	q.first += n
	if q.first > len(q.packed)/2 {
		q.packed = q.packed[:copy(q.packed, q.packed[q.first:])]
		q.first = 0
	}
}

// number removes the first number of what is packed.
func (q *fixQueue) number() int {
	x, n := binary.Uvarint(q.packed[q.first:])
	q.first += n
	return int(x)
}
