package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/textmend/textmend/internal/spin"
	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/spun"
)

// A setup is what the flags of spins, fit and show say.
type setup struct {
	spinner, known string
	moby, wordnet  string
	words, rates   string
	articles       int
	answers        string
	seed           uint64
	verbose        int
	human          int
	without        string

	ranges   []wordRange
	percents []int
}

// A wordRange is from how many words to how many an article has.
type wordRange struct{ least, most int }

// flag adds the flags.
func (s *setup) flags(flags *flag.FlagSet) {
	flags.StringVar(&s.spinner, "spinner", "wordnet", "")
	flags.StringVar(&s.known, "known", "other", "")
	flags.StringVar(&s.moby, "moby", os.Getenv("MOBY"), "")
	flags.StringVar(&s.wordnet, "wordnet", "/usr/share/wordnet", "")
	flags.StringVar(&s.words, "words", "150-600", "")
	flags.StringVar(&s.rates, "rates", "20,40,70", "")
	flags.IntVar(&s.articles, "articles", 60, "")
	flags.StringVar(&s.answers, "answers", "", "")
	flags.Uint64Var(&s.seed, "seed", 1, "")
	flags.IntVar(&s.human, "human", 4, "")
	flags.StringVar(&s.without, "without", "", "")
	flags.IntVar(&s.verbose, "v", 0, "")
}

// check understands what flags left as strings.
func (s *setup) check() error {
	for field := range strings.SplitSeq(s.words, ",") {
		least, most, ok := strings.Cut(field, "-")
		if !ok {
			most = least
		}
		var r wordRange
		var err, err2 error
		r.least, err = strconv.Atoi(least)
		r.most, err2 = strconv.Atoi(most)
		if err != nil || err2 != nil || r.least < 10 || r.most < r.least {
			return fmt.Errorf("-words=%s: want two numbers from 10 on, such as 150-600, or several such ranges", s.words)
		}
		s.ranges = append(s.ranges, r)
	}
	for rate := range strings.SplitSeq(s.rates, ",") {
		n, err := strconv.Atoi(rate)
		if err != nil || n < 1 || n > 100 {
			return fmt.Errorf("-rates=%s: want percents, such as 20,40,70", s.rates)
		}
		s.percents = append(s.percents, n)
	}
	return nil
}

// A contest is a thesaurus that spins, and what the detector knows.
type contest struct {
	spinner string
	spins   *spin.Thesaurus
	related func(a, b string) bool
}

// contests returns those that the flags name.
func (s *setup) contests() ([]contest, error) {
	var all []contest
	for spinner, other := range map[string]string{"wordnet": "moby", "moby": "wordnet"} {
		if s.spinner != spinner && s.spinner != "both" {
			continue
		}
		known := s.known
		if known == "other" {
			known = other
		}
		related, err := relatedBy(known, s.moby, s.wordnet)
		if err != nil {
			return nil, err
		}
		c := contest{spinner: spinner, related: related}
		if spinner == "moby" {
			c.spins, err = spin.Moby(s.moby, s.wordnet)
		} else {
			c.spins, err = spin.WordNet(s.wordnet)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	if all == nil {
		return nil, fmt.Errorf("-spinner=%s: want wordnet, moby or both", s.spinner)
	}
	slices.SortFunc(all, func(a, b contest) int { return strings.Compare(b.spinner, a.spinner) })
	return all, nil
}

// random returns a source for one purpose, always the same.
func (s *setup) random(purpose uint64) *rand.Rand {
	return rand.New(rand.NewPCG(s.seed, purpose))
}

// An article is one of those that a file was cut into.
type article struct {
	file string
	text string
}

// read cuts the files below the paths into articles, once for each range of
// words. Of each file, those taken lie next to each other in pairs.
func (s *setup) read(paths []string) ([]article, error) {
	files, err := subcommand.Files("", paths...)
	if err != nil {
		return nil, err
	}
	var all []article
	for _, r := range s.ranges {
		for i, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			for _, text := range s.cut(i, string(text), r) {
				all = append(all, article{file, text})
			}
		}
	}
	if len(all) < 4 {
		return nil, fmt.Errorf("%s: no four articles of %s words", strings.Join(paths, " "), s.words)
	}
	return all, nil
}

// cut cuts file i into articles, and returns some that follow each other.
func (s *setup) cut(i int, text string, r wordRange) []string {
	cut := spin.Articles(s.random(uint64(i)), strings.ToValidUTF8(text, "\ufffd"), r.least, r.most)
	n := len(cut)
	if n <= s.articles {
		return cut
	}
	start := s.random(uint64(i) + 1000).IntN(n - s.articles + 1)
	return cut[start : start+s.articles]
}

// A sample is a text to compare with a reference.
type sample struct {
	kind            string // what it is
	article         int    // which one the reference is, to keep training and trying apart
	text, reference string
	spun            bool
	truth           []spin.Substitution
	related         func(a, b string) bool // what the detector knows
}

// compare is what is measured.
func (x *sample) compare() spun.Report {
	return spun.Options{Related: x.related}.Compare(x.text, x.reference)
}

// samples makes the spins of the articles by each thesaurus, and what only
// looks like one.
func (s *setup) samples(articles []article, contests []contest) ([]sample, error) {
	var human []answer
	if s.answers != "" {
		var err error
		if human, err = readAnswers(s.answers); err != nil {
			return nil, err
		}
	}
	var all []sample
	for _, c := range contests {
		for i := range articles {
			all = append(all, s.made(c, articles, i)...)
		}
		for i, h := range human {
			x := sample{kind: "human " + h.class, article: len(articles) + i, text: h.text, reference: h.original}
			x.related = c.related
			all = append(all, x)
		}
	}
	return all, nil
}

// made makes all that is made of one article.
func (s *setup) made(c contest, articles []article, i int) []sample {
	rnd := s.random(1<<32 + uint64(i))
	text := articles[i].text
	other := articles[rnd.IntN(len(articles))].text
	var all []sample
	for _, percent := range s.percents {
		o := spin.Hard(rnd, float64(percent)/100)
		o.Extra = spin.Sentences(other)
		r := spin.Spin(rnd, c.spins, text, o)
		all = append(all, sample{kind: fmt.Sprintf("spun %d %%", percent), text: r.Text, spun: true, truth: r.Substitutions})
	}
	for kind, text := range s.negatives(rnd, c.spins, articles, i, other) {
		all = append(all, sample{kind: kind, text: text})
	}
	for k := range all {
		all[k].article, all[k].reference, all[k].related = i, text, c.related
	}
	return append(all, derivedSpins(rnd, all[len(s.percents)/2], other)...)
}

// derivedSpins makes more of a spin: half of it within another text, and the
// article as if it had been made from the spin.
func derivedSpins(rnd *rand.Rand, spun sample, other string) []sample {
	half, back := spun, spun
	half.kind, half.text, half.truth = "half "+spun.kind, spin.Mix(rnd, spun.text, other, 0.5), nil
	back.kind, back.text, back.reference, back.truth = "back from "+spun.kind, spun.reference, spun.text, nil
	return []sample{half, back}
}

// negatives yields texts that are not spun from an article.
func (s *setup) negatives(rnd *rand.Rand, t *spin.Thesaurus, articles []article, i int, other string) func(yield func(kind, text string) bool) {
	text := articles[i].text
	// The neighbour is of the same subject, if of the same file.
	next := i + 1
	if next == len(articles) || articles[next].file != articles[i].file {
		next = max(0, i-1)
	}
	if other == text {
		other = articles[next].text
	}
	list := []struct{ kind, text string }{
		{"copy", text},
		{"copy retyped", spin.Retype(rnd, text)},
		{"excerpt", spin.Excerpt(rnd, text, 0.3+0.4*rnd.Float64())},
		{"concatenation", spin.Concatenate(rnd, text, other)},
		{"edited little", spin.Edit(rnd, t, text, 0.1)},
		{"edited", spin.Edit(rnd, t, text, 0.3)},
		{"edited much", spin.Edit(rnd, t, text, 0.6)},
		{"reworded little", spin.Reword(rnd, t, text, 0.15+0.2*rnd.Float64())},
		{"reworded", spin.Reword(rnd, t, text, 0.35+0.25*rnd.Float64())},
		{"reworded much", spin.Reword(rnd, t, text, 0.6+0.3*rnd.Float64())},
		{"half copied", spin.Mix(rnd, text, other, 0.5)},
		{"same subject", articles[next].text},
		{"other subject", other},
	}
	if spin.Facts(text) {
		for k, kind := range []string{"refilled little", "refilled", "refilled much"} {
			list = append(list, struct{ kind, text string }{kind, spin.Refill(rnd, t, text, other, 0.2*float64(k)+0.2*rnd.Float64())})
		}
	}
	return func(yield func(kind, text string) bool) {
		for _, n := range list {
			if !yield(n.kind, n.text) {
				return
			}
		}
	}
}
