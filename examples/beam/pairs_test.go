package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/repair"
	"github.com/textmend/textmend/spun"
)

// indexPairs returns the spun pairs that an Index finds, each text searched for
// among all of them. As the job does, it takes the shorter of two for the
// suspect.
func indexPairs(documents []document) []string {
	x := spun.Options{HoldTexts: true}.NewIndex()
	texts := map[string]string{}
	for _, d := range documents {
		texts[d.ID] = repair.String(d.Text)
		x.Add(d.ID, texts[d.ID])
	}
	var pairs []string
	for id, text := range texts {
		for _, hit := range x.Search(text, x.Len()) {
			if hit.Report.Verdict == spun.Spun && less(side{ID: id, Text: text}, side{ID: hit.ID, Text: texts[hit.ID]}) {
				pairs = append(pairs, unordered(id, hit.ID))
			}
		}
	}
	slices.Sort(pairs)
	return pairs
}

func unordered(a, b string) string { return min(a, b) + " " + max(a, b) }

// With every pair compared that has a key in common, the job finds what Index
// does. With what it does by default, it may miss pairs that share one key, but
// no spun copy.
func TestPairsAreThoseOfIndex(t *testing.T) {
	want := indexPairs(crawl())
	pattern := writeCrawl(t, crawl())
	output, s := runJob(t, "-input", pattern, "-shared", "1", "-common", "4096")
	got := jobPairs(t, output)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("pairs (-Index +job):\n%s", diff)
	}
	checkCounters(t, s, len(got))

	output, s = runJob(t, "-input", pattern)
	got = jobPairs(t, output)
	for _, pair := range got {
		if !slices.Contains(want, pair) {
			t.Errorf("%s is found by the job alone", pair)
		}
	}
	if len(got) < len(want)*95/100 {
		t.Errorf("by default the job finds %d of %d pairs", len(got), len(want))
	}
	for i := range spunCount {
		if planted := unordered(crawl()[sourceOf(i)].ID, crawl()[articleCount+i].ID); !slices.Contains(got, planted) {
			t.Errorf("%s is not found", planted)
		}
	}
	checkCounters(t, s, len(got))
	t.Logf("%d of %d pairs; %v", len(got), len(want), s.counts)
}

// jobPairs returns the pairs that a job wrote, which must all be spun.
func jobPairs(t *testing.T, output string) []string {
	t.Helper()
	var pairs []string
	for _, f := range written[finding](t, output, kindPairs) {
		if f.Report.Verdict != spun.Spun {
			t.Errorf("%s of %s: %v was not asked for", f.Text, f.Reference, f.Report.Verdict)
		}
		pairs = append(pairs, unordered(f.Text, f.Reference))
	}
	slices.Sort(pairs)
	return pairs
}

// checkCounters compares counters with what the corpus is known to have, and
// with one another.
func checkCounters(t *testing.T, s summary, spunPairs int) {
	t.Helper()
	var compared, changed int64
	for name, n := range s.counts {
		if strings.HasPrefix(name, verdictPrefix) {
			compared += n
		}
	}
	for _, d := range crawl() {
		if repair.String(d.Text) != d.Text {
			changed++
		}
	}
	if changed < spunCount/4 {
		t.Errorf("%d texts of the corpus are damaged", changed)
	}
	for _, c := range []struct {
		name      string
		got, want int64
	}{
		{textsRead, s.counts[textsRead], articleCount + spunCount},
		{repaired, s.counts[repaired], changed},
		{"compared", compared, s.counts[candidatePairs]},
		{"pairs spun", s.counts["pairs spun"], int64(spunPairs)},
		{"scored", s.integrity.Count, articleCount + spunCount},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.name, c.got, c.want)
		}
	}
}

// What very many texts have in common makes no pairs, and hides none.
func TestHotKeys(t *testing.T) {
	const boilerplate = " We use what you tell us and what we have from others to show you more of what you may like, " +
		"and if you do not want us to do so you can say it here, but then some of it will not be as it was."
	documents := append(slices.Clone(crawl()[:80]), crawl()[articleCount])
	_, s := runJob(t, "-input", writeCrawl(t, documents))
	without := s.counts[candidatePairs]
	for i := range documents {
		documents[i].Text += boilerplate
	}
	output, s := runJob(t, "-input", writeCrawl(t, documents))
	if s.counts[keysHot] == 0 {
		t.Error("no key was dropped")
	}
	if n := s.counts[candidatePairs]; n > without+without/20 {
		t.Errorf("%d candidates, without the boilerplate %d", n, without)
	}
	if pair := unordered(documents[0].ID, documents[80].ID); !slices.Contains(jobPairs(t, output), pair) {
		t.Errorf("%s is not found", pair)
	}
}

func TestPostings(t *testing.T) {
	fn := &postingsFn{Max: 3}
	of := func(ids ...string) (p postings) {
		for _, id := range ids {
			p = fn.AddInput(p, id)
		}
		return p
	}
	for _, test := range []struct {
		p, q postings
		want postings
	}{
		{of(), of(), postings{}},
		{of("a"), of(), postings{[]string{"a"}, 1}},
		{of(), of("a"), postings{[]string{"a"}, 1}},
		{of("a", "b"), of("c"), postings{[]string{"a", "b", "c"}, 3}},
		{of("a", "b"), of("c", "d"), postings{nil, 4}},
		{of("a", "b", "c", "d"), of("e"), postings{nil, 5}},
		{of("e"), of("a", "b", "c", "d"), postings{nil, 5}},
	} {
		if diff := cmp.Diff(test.want, fn.MergeAccumulators(test.p, test.q)); diff != "" {
			t.Errorf("%v and %v (-want +got):\n%s", test.p, test.q, diff)
		}
	}
}

// A pair is written once, whoever comes first, with what was spun as the text.
func TestCompare(t *testing.T) {
	article, copied := crawl()[sourceOf(1)], crawl()[articleCount+1]
	a, b := side{article.ID, article.Text, 9}, side{copied.ID, copied.Text, 9}
	f := compare(a, spun.NewReference(a.Text), b)
	if diff := cmp.Diff(marshal(t, f), marshal(t, compare(b, spun.NewReference(b.Text), a))); diff != "" {
		t.Errorf("the order of the sides matters (-first +second):\n%s", diff)
	}
	if f.Report.Verdict != spun.Spun || f.Keys != 9 {
		t.Errorf("compare = %+v", f)
	}
	excerpt := side{"excerpt", article.Text[:len(article.Text)/2], 3}
	if f := compare(a, spun.NewReference(a.Text), excerpt); f.Text != "excerpt" || f.Reference != article.ID {
		t.Errorf("%s is said to derive from %s", f.Text, f.Reference)
	}
}

func marshal(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
