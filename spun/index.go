package spun

import (
	"errors"
	"slices"
	"sync"
)

// An Index finds, among millions of references, those that a text may have
// been made from. It keeps of each reference its [Keys] and its id, some 420
// bytes for one of 200 words, and its text if [Options].HoldTexts says so.
//
// Any number of goroutines may call Search, Len and WriteTo while one calls a
// method that changes the Index; those that change it wait for one another.
type Index struct {
	opts Options

	change sync.Mutex // held while the Index is changed, segments are merged too

	mu       sync.RWMutex // guards what follows
	segments []*segment   // sealed, the older and larger first
	recent   *recent      // added since the last segment was sealed
	docs     documents
	disk     *disk // what OpenIndex reads from; nil for others
}

// A Hit is a reference that a text may have been made from.
type Hit struct {
	// ID is the id that the reference was added with.
	ID string
	// Score is the share of the text's keys, weighed by how rare they are
	// among the references, that the reference has too: in (0,1], and higher
	// is closer. A copy has 1; a spun text has about what was left of it.
	Score float64
	// Report compares the text with the reference. It is nil where the
	// reference's text is not at hand.
	Report *Report
}

// NewIndex returns an empty Index that holds no texts.
func NewIndex() *Index { return Options{}.NewIndex() }

// NewIndex returns an empty Index with these options, which also say whether
// it holds texts and where else Search gets them.
func (o Options) NewIndex() *Index {
	return &Index{opts: o, recent: newRecent()}
}

// Add adds a reference under an id. If the id is there already, text takes the
// place of the old one. Ids and texts may be any bytes, but an id of more than
// 64 KiB is cut there. It is safe for concurrent use.
func (x *Index) Add(id, text string) {
	if len(id) > maxID {
		id = id[:maxID]
	}
	keys := indexKeys(text)
	x.change.Lock()
	defer x.change.Unlock()
	x.mu.Lock()
	x.remove(id)
	doc := x.docs.add(id, text, x.opts.HoldTexts)
	x.recent.add(keys, doc)
	full := x.recent.full()
	x.mu.Unlock()
	if full {
		x.seal()
	}
}

// Remove removes the reference with an id and reports whether there was one.
// It is safe for concurrent use.
func (x *Index) Remove(id string) bool {
	x.change.Lock()
	defer x.change.Unlock()
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.remove(id)
}

// remove marks a reference as gone; its keys go when segments are merged.
func (x *Index) remove(id string) bool {
	doc, ok := x.docs.find(id)
	if ok {
		x.docs.remove(doc)
	}
	return ok
}

// Len returns the number of references. It is safe for concurrent use.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.docs.alive()
}

// Err returns the first error that reading the file of an Index from
// [OpenIndex] met in Search, which leaves out what it can't read. It is nil
// for any other Index. It is safe for concurrent use.
func (x *Index) Err() error {
	if x.disk == nil {
		return nil
	}
	return x.disk.err()
}

// maxID is the length in bytes of the longest id.
const maxID = 1<<16 - 1

// keyBits is how many bits of a key an Index keeps: enough that ten million
// references share few by chance.
const keyBits = 40

// indexKeys returns the keys of text as an Index keeps them, sorted, each once.
func indexKeys(text string) []uint64 {
	keys := make([]uint64, 0, len(text)/16)
	for key := range Keys(text) {
		keys = append(keys, key>>(64-keyBits))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// seal makes a segment of what was added last, and merges segments until there
// are few. Readers go on meanwhile.
func (x *Index) seal() {
	sealed := x.recent.segment()
	x.mu.Lock()
	x.segments = append(x.segments[:len(x.segments):len(x.segments)], sealed)
	x.recent = newRecent()
	x.mu.Unlock()
	for {
		n := mergeable(x.segments)
		if n == 0 || !x.mergeLast(n) {
			return
		}
	}
}

// fanIn is how many segments of about one size are merged into one.
const fanIn = 4

// mergeable returns how many of the last segments are to be merged: as many as
// are no larger, together, than fanIn times the last of them and its like.
func mergeable(segments []*segment) int {
	n := len(segments)
	if n < fanIn {
		return 0
	}
	last := segments[n-1]
	for _, s := range segments[n-fanIn : n-1] {
		if s.postings > 2*last.postings {
			return 0
		}
	}
	return fanIn
}

// mergeLast makes one segment of the last n. It reports whether it could.
func (x *Index) mergeLast(n int) bool {
	old := x.segments[len(x.segments)-n:]
	var b segmentBuilder
	err := mergeSegments(old, func(p posting) {
		if !x.docs.isRemoved(p.doc) {
			b.add(p)
		}
	})
	if err != nil { // of a file: the segments stay as they are
		x.disk.fail(err)
		return false
	}
	made := b.finish()
	x.mu.Lock()
	x.segments = append(slices.Clone(x.segments[:len(x.segments)-n]), made)
	x.mu.Unlock()
	return true
}

// Merge adds all references of other, which stays as it is. Where both have an
// id, the reference of other takes the place. It fails if one of them is from
// [OpenIndex] and its file can't be read, and changes nothing then.
func (x *Index) Merge(other *Index) error {
	if x == other {
		return errors.New("spun: Index.Merge with itself")
	}
	snapshot, err := other.snapshot()
	if err != nil {
		return err
	}
	texts := make([]string, snapshot.docs.count())
	if x.opts.HoldTexts && snapshot.holds {
		for doc := range texts {
			if texts[doc], err = snapshot.text(uint32(doc)); err != nil {
				return err
			}
		}
	}
	x.change.Lock()
	defer x.change.Unlock()
	var b segmentBuilder
	first := uint32(x.docs.count())
	if err := mergeSegments([]*segment{snapshot.segment}, func(p posting) { b.add(posting{p.key, p.doc + first}) }); err != nil {
		return err
	}
	made := b.finish()
	x.mu.Lock()
	defer x.mu.Unlock()
	for doc, text := range texts {
		id := snapshot.docs.id(uint32(doc))
		x.remove(id)
		x.docs.add(id, text, x.opts.HoldTexts)
	}
	x.segments = append(slices.Clone(x.segments), made)
	slices.SortStableFunc(x.segments, func(s, t *segment) int { return t.postings - s.postings })
	return nil
}
