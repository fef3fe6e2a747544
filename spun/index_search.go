package spun

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Search returns at most k references that text may have been made from, the
// best first. A reference that shares no key with it is never found.
//
// Where the texts of references are at hand, because the Index holds them or
// [Options].Fetch gets them, the candidates are compared with text, those that
// it does not derive from are left out, and the others come in the order of how
// much of the text does. It is safe for concurrent use.
func (x *Index) Search(text string, k int) []Hit {
	if k <= 0 {
		return nil
	}
	hits := x.verify(text, x.candidates(text, max(k, minVerified)))
	return hits[:min(k, len(hits))]
}

// minVerified is how many candidates are compared at least, where they can be.
const minVerified = 8

// maxGathered bounds how many postings a search weighs. Rare keys come first.
const maxGathered = 1 << 13

// A candidate is a document with some keys of a text.
type candidate struct {
	doc    uint32
	weight float64
}

// A matched key is one key of the text and the documents that have it: those
// between from and to of a list.
type matchedKey struct{ from, to int }

// candidates returns the n best references by their keys.
func (x *Index) candidates(text string, n int) []Hit {
	keys := indexKeys(text)
	x.mu.RLock()
	defer x.mu.RUnlock()
	docs, matched := x.match(keys)
	slices.SortStableFunc(matched, func(a, b matchedKey) int { return cmp.Compare(a.to-a.from, b.to-b.from) })
	found := make([]candidate, 0, min(len(docs), 2*maxGathered))
	total := 0.0
	for _, m := range matched {
		weight := x.weight(m.to - m.from)
		total += weight
		if len(found) < maxGathered {
			for _, doc := range docs[m.from:m.to] {
				found = append(found, candidate{doc, weight})
			}
		}
	}
	found = sum(found)
	return x.best(found, total, n)
}

// match returns the documents that have the keys, key by key.
func (x *Index) match(keys []uint64) (docs []uint32, matched []matchedKey) {
	matched = make([]matchedKey, 0, len(keys))
	visit := func(doc uint32) {
		if !x.docs.isRemoved(doc) {
			docs = append(docs, doc)
		}
	}
	for _, key := range keys {
		from := len(docs)
		for _, s := range x.segments {
			if err := s.lookup(key, visit); err != nil {
				x.disk.fail(err)
			}
		}
		x.recent.lookup(key, visit)
		matched = append(matched, matchedKey{from, len(docs)})
	}
	return docs, matched
}

// weight returns what a key is worth that so many documents have: the
// logarithm of how rare it is (Spärck Jones 1972).
func (x *Index) weight(documents int) float64 {
	return math.Log2(1 + float64(x.docs.alive())/float64(max(documents, 1)))
}

// sum makes one candidate of those of each document.
func sum(found []candidate) []candidate {
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.doc, b.doc) })
	out := found[:0]
	for _, c := range found {
		if n := len(out); n > 0 && out[n-1].doc == c.doc {
			out[n-1].weight += c.weight
			continue
		}
		out = append(out, c)
	}
	return out
}

// best returns the n best candidates as hits. Which of two equals is better
// depends on their ids alone, not on how the Index came to be.
func (x *Index) best(found []candidate, total float64, n int) []Hit {
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(x.docs.view(a.doc), x.docs.view(b.doc)))
	})
	hits := make([]Hit, 0, min(n, len(found)))
	for _, c := range found[:cap(hits)] {
		hits = append(hits, Hit{ID: x.docs.id(c.doc), Score: min(1, c.weight/total)})
	}
	return hits
}

// verify compares text with those hits whose texts are at hand.
func (x *Index) verify(text string, hits []Hit) []Hit {
	var prepared *Reference
	kept := hits[:0]
	for _, hit := range hits {
		source, ok := x.textOf(hit.ID)
		if ok {
			if prepared == nil {
				prepared = x.opts.NewReference(text)
			}
			report := x.opts.NewReference(source).CompareReference(prepared)
			if !report.Verdict.derived() {
				continue
			}
			hit.Report = &report
		}
		kept = append(kept, hit)
	}
	slices.SortStableFunc(kept, func(a, b Hit) int { return cmp.Compare(b.aligned(), a.aligned()) })
	return kept
}

// aligned returns how many words of the text derive from the reference, and
// fewer than none where that is not known.
func (h *Hit) aligned() int {
	if h.Report == nil {
		return -1
	}
	return h.Report.Aligned
}

// textOf returns the text of a reference, if it is at hand.
func (x *Index) textOf(id string) (string, bool) {
	x.mu.RLock()
	text, ok := "", false
	if doc, there := x.docs.find(id); there {
		text, ok = x.docs.text(doc, x.disk)
	}
	x.mu.RUnlock()
	if !ok && x.opts.Fetch != nil {
		return x.opts.Fetch(id)
	}
	return text, ok
}
