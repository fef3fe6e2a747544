// Package thesaurus tells whether two English words or short phrases may stand
// for each other.
//
// It knows the pairs of Moby Thesaurus II and of WordNet 3.0 (synonyms, and
// words one relation apart) among words that are not rare: SCOWL sizes up to
// 50, and up to 20 where one side is a phrase of two or three words. There are
// 1,030,000 of them in 1.2 MB, as a filter that is read in place. The notices
// of both are in COPYRIGHT.moby and COPYRIGHT.wordnet.
//
// A thesaurus is wide: of random pairs of words that spun papers use, about 2
// in 100 are related. So it confirms that a pair is a substitution, it doesn't
// decide.
package thesaurus

import (
	_ "embed"
	"encoding/binary"
	"sync"

	"github.com/textmend/textmend/internal/thesaurus/filter"
	"github.com/textmend/textmend/internal/thesaurus/stem"
)

//go:generate go run ./gen

// packed is in the format that gen/main.go describes.
//
//go:embed related.bin
var packed string

// A thesaurus is the packed one, taken apart.
type thesaurus struct {
	folder *stem.Folder
	seed   uint64
	table  string
}

// load takes the packed thesaurus apart, once. Only the irregular forms have to
// be unpacked, some 1,600.
var load = sync.OnceValue(func() *thesaurus {
	n := 4 + binary.BigEndian.Uint32([]byte(packed[:4]))
	return &thesaurus{
		folder: stem.NewFolder(packed[4:n]),
		seed:   binary.BigEndian.Uint64([]byte(packed[n : n+8])),
		table:  packed[n+8:],
	}
})

// Related reports whether a and b may stand for each other: whether a
// thesaurus lists the pair, or they are inflections of one word. Words are in
// lower case; those of a phrase are separated by single spaces or hyphens.
// Inflections are folded, "said" and "claims" are found as "say" and "claim".
// Which of them is a and which b makes no difference. Of the pairs that no
// thesaurus lists, one in 256 passes for listed.
//
// It is safe for concurrent use and allocates nothing but the table of
// irregular forms on its first call.
func Related(a, b string) bool { return RelatedKeys(Key(a), Key(b)) }

// Key returns what RelatedKeys knows a word or phrase by: a hash of its stems,
// the same on every run and machine. The forms of one word have one key. It is
// for those who compare one word with many.
func Key(phrase string) uint64 { return load().folder.Hash(phrase) }

// RelatedKeys is Related for words whose keys are known.
func RelatedKeys(a, b uint64) bool {
	t := load()
	return a == b || filter.Has(t.table, t.seed, stem.Pair(a, b))
}

// AppendRelated appends, for each of some keys, what RelatedKeys says of a and
// it. It takes less time than one call after the other: places in the table are
// far apart, and several are fetched at a time.
func AppendRelated(to []bool, a uint64, keys []uint64) []bool {
	t := load()
	for _, b := range keys {
		related := filter.Has(t.table, t.seed, stem.Pair(a, b))
		to = append(to, related || a == b)
	}
	return to
}
