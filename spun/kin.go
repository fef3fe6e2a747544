package spun

import (
	"github.com/textmend/textmend/internal/thesaurus"
)

// A kinship is what a word of the text is to another word of the reference.
type kinship uint8

const (
	stranger kinship = iota
	relative         // a thesaurus has the two
	form             // another form of the same word
)

// A kindred tells what words are to each other. It keeps the keys by which the
// built-in thesaurus knows them.
type kindred struct {
	text, ref         *document
	related           func(a, b string) bool // nil for the built-in thesaurus
	textKeys, refKeys []uint64               // 0 where not known yet
}

// of returns what word i of the text is to word j of the reference.
func (k *kindred) of(i, j int32) kinship {
	if k.textKeys == nil {
		k.textKeys, k.refKeys = make([]uint64, k.text.words()), make([]uint64, k.ref.words())
	}
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

// key returns the key of a word.
func key(keys []uint64, d *document, i int32) uint64 {
	if keys[i] == 0 {
		keys[i] = thesaurus.Key(d.folded(i, i+1))
	}
	return keys[i]
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
