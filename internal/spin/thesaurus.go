package spin

import (
	"maps"
	"slices"
	"strings"

	"github.com/textmend/textmend/internal/lexicon"
	"github.com/textmend/textmend/internal/thesaurus/sources"
)

// A Thesaurus lists what a Spinner puts in the place of words and phrases. It
// is safe for concurrent use.
type Thesaurus struct {
	synonyms  map[string][]string // sorted
	irregular map[string]string   // bases by form
	forms     map[string][]string // irregular forms by base
}

// Moby returns the thesaurus in a file of Moby Thesaurus II, with the
// irregular forms of WordNet, which lies in a directory.
func Moby(file, wordnet string) (*Thesaurus, error) {
	b := newBuilder()
	if err := sources.Moby(file, b.add); err != nil {
		return nil, err
	}
	return b.build(wordnet)
}

// WordNet returns the thesaurus of WordNet 3.0, which lies in a directory.
func WordNet(dir string) (*Thesaurus, error) {
	b := newBuilder()
	if err := sources.WordNet(dir, b.add); err != nil {
		return nil, err
	}
	return b.build(dir)
}

// NewThesaurus returns a thesaurus of pairs, which hold in both directions.
func NewThesaurus(pairs [][2]string) *Thesaurus {
	b := newBuilder()
	for _, p := range pairs {
		b.link(p[0], p[1])
	}
	return b.thesaurus(nil)
}

// A builder gathers pairs.
type builder struct {
	synonyms map[string]map[string]bool
}

func newBuilder() *builder { return &builder{map[string]map[string]bool{}} }

// The rarest words that a spinner reads and writes, as SCOWL sizes, and how
// many of them a phrase has at most.
const (
	rarest      = 50
	phraseWords = 3
)

// add takes a pair whose words a spinner would use.
func (b *builder) add(x, y string) {
	if usable(x) && usable(y) {
		b.link(x, y)
	}
}

func (b *builder) link(x, y string) {
	for _, p := range [][2]string{{x, y}, {y, x}} {
		if b.synonyms[p[0]] == nil {
			b.synonyms[p[0]] = map[string]bool{}
		}
		b.synonyms[p[0]][p[1]] = true
	}
}

// usable reports whether every word of a phrase is an ordinary one.
func usable(phrase string) bool {
	words := strings.Fields(phrase)
	for _, word := range words {
		for part := range strings.SplitSeq(word, "-") {
			if l := lexicon.Level(part); l == 0 || l > rarest {
				return false
			}
		}
	}
	return len(words) > 0 && len(words) <= phraseWords
}

// build makes the thesaurus, with the irregular forms of a WordNet.
func (b *builder) build(wordnet string) (*Thesaurus, error) {
	irregular := map[string]string{}
	err := sources.Irregular(wordnet, func(form, base string) {
		if _, taken := irregular[form]; !taken && usable(form) && usable(base) {
			irregular[form] = base
		}
	})
	if err != nil {
		return nil, err
	}
	return b.thesaurus(irregular), nil
}

func (b *builder) thesaurus(irregular map[string]string) *Thesaurus {
	t := &Thesaurus{map[string][]string{}, irregular, map[string][]string{}}
	for word, set := range b.synonyms {
		t.synonyms[word] = slices.Sorted(maps.Keys(set))
	}
	for _, form := range slices.Sorted(maps.Keys(irregular)) {
		t.forms[irregular[form]] = append(t.forms[irregular[form]], form)
	}
	return t
}
