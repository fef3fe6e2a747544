// Package sources reads the thesauri that this project works with, as they
// are published: Moby Thesaurus II and Princeton WordNet 3.0.
//
// The project's thesaurus is made from them, and the spun texts it is measured
// on. Nothing here is part of what users of the library build.
package sources

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Moby calls each for every pair of phrases in Moby Thesaurus II: a file whose
// lines are a word and, after commas, those related to it. Phrases come in
// lower case.
func Moby(file string, each func(a, b string)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewReader(f)
	for {
		line, err := lines.ReadString('\n')
		root, rest, _ := strings.Cut(strings.ToLower(strings.TrimSpace(line)), ",")
		for related := range strings.SplitSeq(rest, ",") {
			if related != "" && related != root {
				each(root, related)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
}

// A synset is a set of synonyms in WordNet.
type synset struct {
	words   []string
	related []string // keys of other synsets
}

// relations are the pointers of WordNet that lead to a word that may stand for
// another: hypernym, hyponym, similar, verb group, entailment, cause, also,
// derived from, derivationally related.
var relations = []string{"@", "~", "&", "$", "*", ">", "^", "\\", "+"}

// WordNet calls each for every pair of phrases that WordNet, in the files of
// the directory, has in one synset or in two that are one relation apart.
// Phrases come in lower case.
func WordNet(dir string, each func(a, b string)) error {
	synsets := map[string]synset{}
	var order []string
	for _, pos := range []string{"noun", "verb", "adj", "adv"} {
		if err := readData(filepath.Join(dir, "data."+pos), func(key string, s synset) {
			synsets[key] = s
			order = append(order, key)
		}); err != nil {
			return err
		}
	}
	for _, key := range order {
		s := synsets[key]
		for i, a := range s.words {
			for _, b := range s.words[i+1:] {
				each(a, b)
			}
			for _, to := range s.related {
				for _, b := range synsets[to].words {
					if a != b {
						each(a, b)
					}
				}
			}
		}
	}
	return nil
}

// readData calls each for every synset of a file data.noun, data.verb, ….
func readData(file string, each func(key string, s synset)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), " ") { // the licence
			continue
		}
		data, _, _ := strings.Cut(lines.Text(), " | ")
		key, s, ok := parseSynset(strings.Fields(data))
		if !ok {
			return fmt.Errorf("%s:%d: not a synset of WordNet", file, n)
		}
		each(key, s)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// parseSynset reads "offset file type words… pointers…", as wndb(5WN) has it.
func parseSynset(fields []string) (key string, s synset, ok bool) {
	if len(fields) < 4 {
		return "", s, false
	}
	key = part(fields[2]) + fields[0]
	words, err := strconv.ParseUint(fields[3], 16, 8)
	rest := fields[4:]
	if err != nil || len(rest) < 2*int(words)+1 {
		return "", s, false
	}
	for i := range int(words) {
		word, _, _ := strings.Cut(rest[2*i], "(") // the place an adjective needs
		s.words = append(s.words, strings.ToLower(strings.ReplaceAll(word, "_", " ")))
	}
	rest = rest[2*words:]
	pointers, err := strconv.Atoi(rest[0])
	if err != nil || pointers < 0 || len(rest) < 1+4*pointers {
		return "", s, false
	}
	for i := range pointers {
		p := rest[1+4*i:]
		if slices.Contains(relations, p[0]) {
			s.related = append(s.related, part(p[2])+p[1])
		}
	}
	return key, s, true
}

// part is the part of speech in a key: "satellite" adjectives are adjectives.
func part(pos string) string {
	if pos == "s" {
		return "a"
	}
	return pos
}

// Irregular calls each for every irregular form of WordNet, in the files of
// the directory, and its base, in the order of verbs, nouns, adjectives.
func Irregular(dir string, each func(form, base string)) error {
	for _, pos := range []string{"verb", "noun", "adj"} {
		file := filepath.Join(dir, pos+".exc")
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(text)) {
			fields := strings.Fields(line)
			if len(fields) < 2 {
				return fmt.Errorf("%s: %q is not a form and its base", file, line)
			}
			each(fields[0], fields[1])
		}
	}
	return nil
}
