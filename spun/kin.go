package spun

import (
	"sync/atomic"

	"github.com/textmend/textmend/internal/thesaurus"
)

// A kinship is what a word of the text is to another word of the reference.
type kinship uint8

const (
	stranger kinship = iota
	relative         // a thesaurus has the two
	form             // another form of the same word
)

// A kindred tells what words are to each other, by the keys by which the built-in
// thesaurus knows them.
type kindred struct {
	text, ref         *document
	related           func(a, b string) bool // nil for the built-in thesaurus
	textKeys, refKeys []atomic.Uint64
	row               *kinRow // memory of a row
}

// A kinRow is what one word of the text is to some of the reference.
type kinRow struct {
	columns []int32   // the content words among them, counted from the first of all
	kin     []kinship // what these are
	keys    []uint64
	related []bool
}

// of returns what word i of the text is to word j of the reference.
func (k *kindred) of(i, j int32) kinship {
	k.prepare()
	a, b := key(k.textKeys, k.text, i), key(k.refKeys, k.ref, j)
	switch {
	case a == b:
		return form
	case k.related != nil:
		if k.related(k.text.folded(i, i+1), k.ref.folded(j, j+1)) {
			return relative
		}
	case thesaurus.RelatedKeys(a, b):
		return relative
	}
	return stranger
}

// among returns what content word i of the text is to those content words of the
// reference from low to before high that are other words, and where these stand,
// counted from low. Both lists hold until the next call.
func (k *kindred) among(i, low, high int32) (columns []int32, kin []kinship) {
	k.prepare()
	hash, hashes := k.text.hashes[i], k.ref.hashes[low:high]
	row := k.row
	row.columns, row.kin, row.keys = row.columns[:0], row.kin[:0], row.keys[:0]
	for x, kind := range k.ref.kinds[low:high] {
		if kind&function == 0 && hashes[x] != hash {
			row.columns = append(row.columns, int32(x))
		}
	}
	if k.related != nil {
		for _, x := range row.columns {
			row.kin = append(row.kin, k.of(i, low+x))
		}
		return row.columns, row.kin
	}
	for _, x := range row.columns {
		row.keys = append(row.keys, key(k.refKeys, k.ref, low+x))
	}
	word := key(k.textKeys, k.text, i)
	row.related = thesaurus.AppendRelated(row.related[:0], word, row.keys)
	for n, related := range row.related {
		kin := stranger
		switch {
		case row.keys[n] == word:
			kin = form
		case related:
			kin = relative
		}
		row.kin = append(row.kin, kin)
	}
	return row.columns, row.kin
}

// prepare gets the keys of both documents.
func (k *kindred) prepare() {
	if k.textKeys == nil {
		k.textKeys, k.refKeys = k.text.thesaurusKeys(), k.ref.thesaurusKeys()
	}
}

// key returns the key of a word. They are worked out as they are needed, and
// kept for all who compare with the document: 0 is not known yet.
func key(keys []atomic.Uint64, d *document, i int32) uint64 {
	k := keys[i].Load()
	if k == 0 {
		k = thesaurus.Key(d.folded(i, i+1))
		keys[i].Store(k)
	}
	return k
}

// phrases reports whether the thesaurus has words i to before end of the text
// for words j to before refEnd of the reference.
func (k *kindred) phrases(i, end, j, refEnd int32) bool {
	a, b := k.text.folded(i, end), k.ref.folded(j, refEnd)
	if k.related != nil {
		return k.related(a, b)
	}
	return thesaurus.Related(a, b)
}
