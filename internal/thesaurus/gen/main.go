// Command gen writes related.bin, the pairs of words embedded by package
// thesaurus, from Moby Thesaurus II and WordNet 3.0. It reads local files
// only, and the same files always give the same output.
//
// WordNet is what Debian's wordnet-base installs. Moby Thesaurus II is
// words.txt of the npm package moby, version 1.1.2: "npm pack moby@1.1.2"
// brings it. Where it lies is said by the environment variable MOBY or -moby.
package main

import (
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/textmend/textmend/internal/lexicon"
	"github.com/textmend/textmend/internal/thesaurus/sources"
	"github.com/textmend/textmend/internal/thesaurus/stem"
)

// The packed format, which package thesaurus reads:
//
//	uint32, big endian   length of the irregular forms in bytes
//	bytes                the forms: form, space, base, newline each
//	uint64, big endian   seed of the filter
//	bytes                the filter, which filter.go describes
//
// mobySum is the SHA-256 of the words.txt that all this was measured with.
const mobySum = "63fcdcec2efe34414825945c7837f4381c7df7344ae34fdf1e8368eda19d59f3"

// A pair is taken if both sides are single words at most wordLevel rare, or
// one is and the other is a phrase of at most phraseWords words, and then none
// of their words is rarer than phraseLevel: levels are SCOWL sizes. Rarer words
// and longer phrases would double the filter for one pair in a hundred of those
// that spinners printed.
const (
	wordLevel   = 50
	phraseLevel = 20
	phraseWords = 3
)

func main() {
	moby := flag.String("moby", os.Getenv("MOBY"), "words.txt of Moby Thesaurus II")
	wordnet := flag.String("wordnet", "/usr/share/wordnet", "directory of WordNet 3.0")
	out := flag.String("out", "related.bin", "file to write")
	flag.Parse()
	if err := run(*moby, *wordnet, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// run packs both thesauri into the file out.
func run(moby, wordnet, out string) error {
	if err := checkMoby(moby); err != nil {
		return err
	}
	irregular, err := irregularForms(wordnet)
	if err != nil {
		return fmt.Errorf("%w: install Debian's wordnet-base", err)
	}
	c := newCollector(irregular)
	if err := sources.Moby(moby, c.add); err != nil {
		return err
	}
	if err := sources.WordNet(wordnet, c.add); err != nil {
		return err
	}
	c.addNumbers()
	seed, filter, err := newFilter(slices.Sorted(maps.Keys(c.pairs)))
	if err != nil {
		return err
	}
	packed := binary.BigEndian.AppendUint32(nil, uint32(len(irregular)))
	packed = append(packed, irregular...)
	packed = binary.BigEndian.AppendUint64(packed, seed)
	packed = append(packed, filter...)
	if err := os.WriteFile(out, packed, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d irregular forms, %d pairs, %d bytes\n", out, strings.Count(irregular, "\n"), len(c.pairs), len(packed))
	return nil
}

// checkMoby makes sure that the file is the one that was measured.
func checkMoby(file string) error {
	if file == "" {
		return fmt.Errorf("no -moby and no $MOBY: unpack words.txt from \"npm pack moby@1.1.2\"")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(data)); sum != mobySum {
		return fmt.Errorf("%s: not words.txt of moby 1.1.2: SHA-256 is %s", file, sum)
	}
	return nil
}

// irregularForms lists the forms whose stem no rule finds.
func irregularForms(dir string) (string, error) {
	rules := new(stem.Folder)
	bases := map[string]string{}
	err := sources.Irregular(dir, func(form, base string) {
		_, taken := bases[form]
		if taken || level(form) == 0 || level(base) == 0 || rules.Word(form) == rules.Word(base) {
			return
		}
		bases[form] = base
	})
	var b strings.Builder
	for _, form := range slices.Sorted(maps.Keys(bases)) {
		fmt.Fprintf(&b, "%s %s\n", form, bases[form])
	}
	return b.String(), err
}

// level is the SCOWL size of a word up to wordLevel, 0 for any other.
func level(word string) uint8 {
	if l := lexicon.Level(word); l <= wordLevel {
		return l
	}
	return 0
}

// A phrase is what the collector remembers of one.
type phrase struct {
	hash  uint64
	words int
	level uint8 // of the rarest word; 0 if one is rarer than wordLevel or unknown
}

// A collector gathers the pairs that are worth keeping.
type collector struct {
	folder  *stem.Folder
	phrases map[string]phrase
	pairs   map[uint64]struct{}
}

func newCollector(irregular string) *collector {
	return &collector{stem.NewFolder(irregular), map[string]phrase{}, map[uint64]struct{}{}}
}

// add takes a pair, if it is worth it.
func (c *collector) add(a, b string) {
	p, q := c.phrase(a), c.phrase(b)
	if p.level == 0 || q.level == 0 || p.hash == q.hash {
		return
	}
	longest := max(p.words, q.words)
	if longest > 1 && (p.words > 1 && q.words > 1 || longest > phraseWords || max(p.level, q.level) > phraseLevel) {
		return
	}
	c.pairs[stem.Pair(p.hash, q.hash)] = struct{}{}
}

// phrase returns what there is to know of a phrase.
func (c *collector) phrase(s string) phrase {
	if p, ok := c.phrases[s]; ok {
		return p
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' })
	p := phrase{hash: c.folder.Hash(s), words: len(words)}
	for _, word := range words {
		l := level(word)
		if l == 0 {
			p.level = 0
			break
		}
		p.level = max(p.level, l)
	}
	c.phrases[s] = p
	return p
}

// numbers are written as digits by some spinners; 0 is the first.
var numbers = []string{
	"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
}

// addNumbers takes the pairs of a number and its digits.
func (c *collector) addNumbers() {
	for n, word := range numbers {
		c.pairs[stem.Pair(c.folder.Hash(word), c.folder.Hash(fmt.Sprint(n)))] = struct{}{}
	}
}
