package spun

import "slices"

// recent is what was added to an Index since it last sealed a segment: a hash
// table of postings, chained by key.
type recent struct {
	slots    []int32 // the last posting of a chain, plus 1
	postings []posting
	next     []int32 // the posting before in the chain, plus 1
}

// recentSize is how many postings are gathered before they are sealed: those
// of some 4,000 references of 200 words.
const recentSize = 1 << 18

func newRecent() *recent { return &recent{} }

func (r *recent) full() bool { return len(r.postings) >= recentSize }

// slot returns the slot of a key. Keys are hashes already.
func (r *recent) slot(key uint64) *int32 { return &r.slots[key%uint64(len(r.slots))] }

// add adds the keys of a document.
func (r *recent) add(keys []uint64, doc uint32) {
	if len(r.postings)+len(keys) > len(r.slots) {
		r.grow(len(r.postings) + len(keys))
	}
	for _, key := range keys {
		r.postings = append(r.postings, posting{key, doc})
		r.next = append(r.next, 0)
		r.link(len(r.postings) - 1)
	}
}

// link puts a posting at the head of its chain.
func (r *recent) link(i int) {
	slot := r.slot(r.postings[i].key)
	r.next[i] = *slot
	*slot = int32(i + 1)
}

// grow makes room for at least n postings.
func (r *recent) grow(n int) {
	size := max(1<<10, len(r.slots))
	for size < n {
		size *= 2
	}
	r.slots = make([]int32, size)
	for i := range r.postings {
		r.link(i)
	}
}

// lookup calls visit for each document that has the key.
func (r *recent) lookup(key uint64, visit func(doc uint32)) {
	if len(r.slots) == 0 {
		return
	}
	for i := *r.slot(key); i > 0; i = r.next[i-1] {
		if p := r.postings[i-1]; p.key == key {
			visit(p.doc)
		}
	}
}

// segment returns the postings as a segment.
func (r *recent) segment() *segment {
	sorted := slices.Clone(r.postings)
	slices.SortFunc(sorted, posting.compare)
	var b segmentBuilder
	for _, p := range sorted {
		b.add(p)
	}
	return b.finish()
}
