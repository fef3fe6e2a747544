// Command measure measures package spun's Index among many references.
//
//	go run ./internal/corpus/measure -n 1000000 FILE...
//
// The references are made up by package corpus after the texts of the files,
// and spun by package spin with WordNet's synonyms. For each power of ten up to
// n it prints how large the Index is, how long adding and searching take, how
// often the source of a spun text comes first, and how often a text whose
// source is not there has a hit that is verified. With -pairs it counts what
// grouping by keys comes to.
package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/textmend/textmend/internal/corpus"
	"github.com/textmend/textmend/internal/spin"
	"github.com/textmend/textmend/spun"
)

func main() {
	n := flag.Int("n", 100_000, "references, at most")
	length := flag.Int("words", 200, "words of a reference")
	queries := flag.Int("queries", 200, "spun texts of each rate, and texts without a source")
	hot := flag.Int("pairs", 0, "instead, count the pairs in groups of at most so many references with a key")
	wordnet := flag.String("wordnet", "/usr/share/wordnet", "directory of WordNet 3.0")
	flag.Parse()
	if err := run(*n, *length, *queries, *hot, *wordnet, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

func run(n, length, queries, hot int, wordnet string, files []string) error {
	var texts []string
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		texts = append(texts, string(b))
	}
	if len(texts) == 0 {
		return fmt.Errorf("name files of English prose to make references from")
	}
	if hot > 0 {
		pairs(corpus.New(texts), n, length, hot)
		return nil
	}
	thesaurus, err := spin.WordNet(wordnet)
	if err != nil {
		return err
	}
	m := &measurement{model: corpus.New(texts), thesaurus: thesaurus, length: length, queries: queries}
	m.index = spun.Options{Fetch: m.fetch}.NewIndex()
	fmt.Println("references  add µs  keys/ref  memory B/ref  file B/ref  query p50 p99 ms  first 40% 70%  verified without source")
	for size := 1000; size <= n; size *= 10 {
		if err := m.grow(size); err != nil {
			return err
		}
	}
	return nil
}

// A measurement is an Index that grows.
type measurement struct {
	model           *corpus.Model
	thesaurus       *spin.Thesaurus
	length, queries int
	index           *spun.Index
	size            int
	verify          bool // Fetch gives texts
}

const seed = 1

// fetch makes a reference again.
func (m *measurement) fetch(id string) (string, bool) {
	if !m.verify {
		return "", false
	}
	var i int
	if _, err := fmt.Sscanf(id, "%d", &i); err != nil {
		return "", false
	}
	return m.model.Article(seed, i, m.length), true
}

// grow adds references until there are size, and prints a row.
func (m *measurement) grow(size int) error {
	before := heap() // of the model; the Index is empty at the first row only
	var adding time.Duration
	added := size - m.size
	keys := 0
	for ; m.size < size; m.size++ {
		text := m.model.Article(seed, m.size, m.length)
		start := time.Now()
		m.index.Add(fmt.Sprintf("%08d", m.size), text)
		adding += time.Since(start)
		if m.size%100 == 0 {
			for range spun.Keys(text) {
				keys++
			}
		}
	}
	memory := float64(heap()-before) / float64(added)
	file, err := m.index.WriteTo(io.Discard)
	if err != nil {
		return err
	}
	first40, times := m.first(0.4)
	first70, more := m.first(0.7)
	times = append(times, more...)
	slices.Sort(times)
	fmt.Printf("%10d %7.1f %9.1f %13.0f %11.0f %10.2f %5.2f %8.3f %.3f %12.4f\n", size,
		float64(adding.Microseconds())/float64(added), float64(keys)*100/float64(added), memory, float64(file)/float64(size),
		ms(times[len(times)/2]), ms(times[len(times)*99/100]), first40, first70, m.withoutSource())
	return nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func heap() int64 {
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return int64(s.HeapAlloc)
}

// first returns the share of texts, spun at a rate, whose source comes first
// by keys alone, and how long the searches took,
// the best of three.
func (m *measurement) first(rate float64) (float64, []time.Duration) {
	rnd := rand.New(rand.NewPCG(seed, uint64(rate*100)))
	var times []time.Duration
	found := 0
	for range m.queries {
		i := rnd.IntN(m.size)
		text := spin.Spin(rnd, m.thesaurus, m.model.Article(seed, i, m.length), spin.Hard(rnd, rate)).Text
		var hits []spun.Hit
		best := time.Hour
		for range 3 { // the machine may have others to serve
			start := time.Now()
			hits = m.index.Search(text, 1)
			best = min(best, time.Since(start))
		}
		times = append(times, best)
		if len(hits) > 0 && hits[0].ID == fmt.Sprintf("%08d", i) {
			found++
		}
	}
	return float64(found) / float64(m.queries), times
}

// withoutSource returns the share of texts, whose source is not there, that
// have a verified hit all the same. They are of subjects that are there.
func (m *measurement) withoutSource() float64 {
	m.verify = true
	defer func() { m.verify = false }()
	rnd := rand.New(rand.NewPCG(seed, 0))
	found := 0
	for range m.queries {
		text := m.model.Sibling(seed, rnd.IntN(m.size), m.length)
		if len(m.index.Search(text, 1)) > 0 {
			found++
		}
	}
	return float64(found) / float64(m.queries)
}
