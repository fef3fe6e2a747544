package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/internal/thesaurus"
	"github.com/textmend/textmend/internal/thesaurus/sources"
	"github.com/textmend/textmend/internal/thesaurus/stem"
)

// known measures the thesaurus of the library on pairs in a file.
func known(out io.Writer, args []string) error {
	flags := subcommand.Flags("thesaurus")
	if err := subcommand.Parse(flags, args, 1, 1); err != nil {
		return err
	}
	rows, err := readPairs(flags.Arg(0))
	if err != nil {
		return err
	}
	var words []string
	found := 0
	for _, row := range rows {
		if thesaurus.Related(row[0], row[1]) {
			found++
		}
		words = append(words, row[0], row[1])
	}
	const tries = 100_000
	rnd := rand.New(rand.NewPCG(1, 1))
	random := 0
	for range tries {
		if a, b := words[rnd.IntN(len(words))], words[rnd.IntN(len(words))]; a != b && thesaurus.Related(a, b) {
			random++
		}
	}
	_, err = fmt.Fprintf(out, "%d of %d pairs known, %s; of random pairs, %s\n", found, len(rows), percent(found, len(rows)), percent(random, tries))
	return err
}

// readPairs reads the last two fields of each line. Two phrases of as many
// words count as the pairs of words that differ.
func readPairs(file string) ([][2]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var rows [][2]string
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		n := len(fields)
		if n < 2 {
			return nil, fmt.Errorf("%s:%d: no tab", file, len(rows)+1)
		}
		a, b := strings.Fields(fields[n-2]), strings.Fields(fields[n-1])
		if len(a) != len(b) {
			rows = append(rows, [2]string{fields[n-2], fields[n-1]})
			continue
		}
		for i := range a {
			if a[i] != b[i] {
				rows = append(rows, [2]string{a[i], b[i]})
			}
		}
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s: no pairs", file)
	}
	return rows, nil
}

func percent(n, of int) string {
	return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(max(1, of)))
}

// relatedBy returns what tells related words by one thesaurus or both, at
// their full size: for the detector, when the spinner has the other.
func relatedBy(name, moby, wordnet string) (func(a, b string) bool, error) {
	read := map[string][]func(each func(a, b string)) error{
		"moby":    {func(each func(a, b string)) error { return sources.Moby(moby, each) }},
		"wordnet": {func(each func(a, b string)) error { return sources.WordNet(wordnet, each) }},
		"none":    {},
	}
	read["both"] = append(read["moby"], read["wordnet"]...)
	readers, ok := read[name]
	if !ok {
		return nil, fmt.Errorf("-known=%s: want moby, wordnet, both or none", name)
	}
	if name == "none" {
		return func(a, b string) bool { return false }, nil
	}
	var irregular strings.Builder
	if err := sources.Irregular(filepath.Clean(wordnet), func(form, base string) {
		fmt.Fprintf(&irregular, "%s %s\n", form, base)
	}); err != nil {
		return nil, err
	}
	folder := stem.NewFolder(irregular.String())
	pairs := map[uint64]struct{}{}
	for _, read := range readers {
		if err := read(func(a, b string) {
			pairs[stem.Pair(folder.Hash(a), folder.Hash(b))] = struct{}{}
		}); err != nil {
			return nil, err
		}
	}
	return func(a, b string) bool {
		p, q := folder.Hash(a), folder.Hash(b)
		_, listed := pairs[stem.Pair(p, q)]
		return p == q || listed
	}, nil
}
