package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/textmend/textmend/internal/lexicon"
	"github.com/textmend/textmend/internal/spin"
	"github.com/textmend/textmend/internal/thesaurus"
)

// How many articles the corpus has, on one subject each, and how many of them
// were spun.
const (
	articleCount = 120
	subjectSize  = 12
	spunCount    = 40
)

// crawl returns articles and then spun copies of some, at rates from 0.3 to 0.7;
// one copy in four is damaged.
var crawl = sync.OnceValue(func() []document {
	var all []document
	vocabulary, clauses := vocabulary(), sampleClauses()
	var own []string
	for i := range articleCount {
		rnd := rand.New(rand.NewPCG(7, uint64(i)))
		if i%subjectSize == 0 {
			own = drawn(rnd, vocabulary, 60)
		}
		all = append(all, document{ID: fmt.Sprintf("article-%03d", i), Text: article(rnd, clauses, vocabulary, own)})
	}
	t := spin.NewThesaurus(synonyms(vocabulary))
	for i := range spunCount {
		rnd := rand.New(rand.NewPCG(8, uint64(i)))
		source := all[sourceOf(i)]
		text := spin.Spin(rnd, t, source.Text, spin.Options{Rate: 0.3 + 0.4*float64(i)/spunCount, Sticky: 0.8}).Text
		if i%4 == 0 {
			text = strings.ReplaceAll(text, ". ", ".&nbsp;")
		}
		all = append(all, document{ID: fmt.Sprintf("spun-%03d", sourceOf(i)), Text: text})
	}
	return all
})

// sourceOf returns which article was spun for the spun text i.
func sourceOf(i int) int { return i * articleCount / spunCount }

// article makes up an article: clauses of the sample's articles, in any order,
// whose content words give way to some of its own subject or of all. So the
// function words are as they come in prose, and any two articles have some
// clauses in common but for the content words.
func article(rnd *rand.Rand, clauses, vocabulary, own []string) string {
	var b strings.Builder
	for range 12 {
		sentence := clauses[rnd.IntN(len(clauses))] + ", " + clauses[rnd.IntN(len(clauses))]
		sentence = longWord.ReplaceAllStringFunc(sentence, func(word string) string {
			switch {
			case !thesaurusHas(word):
				return word
			case rnd.IntN(3) == 0:
				return own[rnd.IntN(len(own))]
			}
			return vocabulary[rnd.IntN(len(vocabulary))]
		})
		fmt.Fprintf(&b, "%s%s. ", strings.ToUpper(sentence[:1]), sentence[1:])
	}
	return strings.TrimSpace(b.String())
}

var longWord = regexp.MustCompile(`\b[a-z]{4,}\b`)

// thesaurusHas tells content words from those that order them: the latter have
// few letters or are among the commonest.
func thesaurusHas(word string) bool { return lexicon.Level(word) > 10 || len(word) > 6 }

// sampleClauses returns the clauses of the articles of the sample that are
// neither spun nor damaged.
func sampleClauses() []string {
	file, err := sampleFiles.Open(sampleName)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	var clauses []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var t textRecord
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			panic(err)
		}
		if strings.HasSuffix(t.ID, "-blog") || strings.ContainsAny(t.Text, ";&") {
			continue
		}
		for _, clause := range regexp.MustCompile(`[,.:?] `).Split(strings.TrimSuffix(t.Text, "."), -1) {
			if strings.Count(clause, " ") > 3 {
				clauses = append(clauses, clause)
			}
		}
	}
	return clauses
}

// vocabulary returns some common words that have synonyms among them.
func vocabulary() []string {
	var all []string
	for word, level := range lexicon.All() {
		if level <= 20 && len(word) >= 5 {
			all = append(all, word)
		}
	}
	pairs := synonyms(drawn(rand.New(rand.NewPCG(7, 7)), all, 1200))
	var words []string
	for _, p := range pairs {
		words = append(words, p[:]...)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// synonyms returns the pairs of words that the thesaurus has.
func synonyms(words []string) [][2]string {
	var pairs [][2]string
	for i, a := range words {
		for _, b := range words[i+1:] {
			if thesaurus.Related(a, b) {
				pairs = append(pairs, [2]string{a, b})
			}
		}
	}
	return pairs
}

// drawn returns n of the words, none of them twice.
func drawn(rnd *rand.Rand, words []string, n int) []string {
	var some []string
	for _, i := range rnd.Perm(len(words))[:min(n, len(words))] {
		some = append(some, words[i])
	}
	return some
}

// writeCrawl writes documents to files of JSON lines.
func writeCrawl(t *testing.T, documents []document) (pattern string) {
	t.Helper()
	dir := t.TempDir()
	var files [3]strings.Builder
	for i, d := range documents {
		line, err := json.Marshal(textRecord{d.ID, d.Text})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&files[i%len(files)], "%s\n", line)
	}
	for i := range files {
		writeFile(t, filepath.Join(dir, fmt.Sprintf("%d.jsonl", i)), files[i].String())
	}
	return filepath.Join(dir, "*.jsonl")
}

// Half of the words or more must have something to be replaced by, and the
// articles must differ, or the tests below test little.
func TestCrawl(t *testing.T) {
	all := crawl()
	for i := range spunCount {
		source, copied := strings.Fields(all[sourceOf(i)].Text), strings.Fields(all[articleCount+i].Text)
		same := 0
		for j := range min(len(source), len(copied)) {
			if source[j] == copied[j] {
				same++
			}
		}
		if len(source) < 120 || same > len(source)*19/20 {
			t.Errorf("%s: of %d words %d are as in the source", all[articleCount+i].ID, len(source), same)
		}
	}
	if n := len(sampleClauses()); n < 200 {
		t.Errorf("only %d clauses", n)
	}
	t.Logf("%s\n%s", all[0].Text, all[articleCount+30].Text)
}
