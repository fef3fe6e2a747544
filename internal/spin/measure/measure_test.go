package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/textmend/textmend/internal/spin"
	"github.com/textmend/textmend/spun"
)

func TestLogistic(t *testing.T) {
	// Samples drawn from a regression give it back.
	rnd := rand.New(rand.NewPCG(1, 2))
	want := &logistic{bias: -1, weights: []float64{2, -0.5}}
	var x [][]float64
	var y []bool
	for range 20_000 {
		row := []float64{rnd.NormFloat64(), 3 * rnd.NormFloat64()}
		x, y = append(x, row), append(y, rnd.Float64() < want.probability(row))
	}
	got := fitLogistic(x, y, nil, 0)
	for i, w := range append([]float64{want.bias}, want.weights...) {
		g := append([]float64{got.bias}, got.weights...)[i]
		if math.Abs(g-w) > 0.1 {
			t.Errorf("weight %d is %.3f, want %.3f", i, g, w)
		}
	}
}

func TestLogisticOfWhatCanBeParted(t *testing.T) {
	x := [][]float64{{0, 1}, {1, 1}, {2, 1}, {3, 1}}
	y := []bool{false, false, true, true}
	l := fitLogistic(x, y, nil, 0.01)
	for i := range x {
		if p := l.probability(x[i]); (p > 0.5) != y[i] || math.IsNaN(p) {
			t.Errorf("probability of %v is %.3f", x[i], p)
		}
	}
}

func TestAUC(t *testing.T) {
	tests := []struct {
		score []float64
		y     []bool
		want  float64
	}{
		{[]float64{1, 2, 3, 4}, []bool{false, false, true, true}, 1},
		{[]float64{4, 3, 2, 1}, []bool{false, false, true, true}, 0},
		{[]float64{1, 1, 1, 1}, []bool{false, true, false, true}, 0.5},
		{[]float64{1, 2, 3}, []bool{false, true, false}, 0.5},
	}
	for _, test := range tests {
		if got := auc(test.score, test.y); got != test.want {
			t.Errorf("auc(%v, %v) = %v, want %v", test.score, test.y, got, test.want)
		}
	}
}

func TestCalibration(t *testing.T) {
	var c calibration
	for i := range 10 {
		c.add(0.85, i < 6) // 6 of 10 are spun: 0.25 off
		c.add(0, false)
	}
	var out strings.Builder
	c.report(&out)
	if !strings.Contains(out.String(), "error 0.1250\n") {
		t.Errorf("report: %s", out.String())
	}
}

func TestListing(t *testing.T) {
	//                          0         1         2         3
	//                          0123456789012345678901234567890123456789
	x := sample{reference: "The big dog went to the old town.", text: "The large hound visited that old city."}
	for _, at := range [][4]int{{4, 9, 4, 7}, {10, 15, 8, 11}, {16, 23, 12, 19}, {24, 28, 20, 23}, {33, 37, 28, 32}} {
		x.truth = append(x.truth, spin.Substitution{Start: at[0], End: at[1], RefStart: at[2], RefEnd: at[3]})
	}
	tests := []struct {
		name         string
		s            spun.Substitution
		right, exact bool
		found        int
	}{
		{"exact", spun.Substitution{Start: 4, End: 9, RefStart: 4, RefEnd: 7}, true, true, 1},
		{"half of a phrase", spun.Substitution{Start: 16, End: 23, RefStart: 12, RefEnd: 16}, true, false, 1},
		{"two in one", spun.Substitution{Start: 4, End: 15, RefStart: 4, RefEnd: 11}, true, false, 2},
		{"a word too many", spun.Substitution{Start: 29, End: 37, RefStart: 28, RefEnd: 32}, false, false, 0},
		{"another word", spun.Substitution{Start: 4, End: 9, RefStart: 8, RefEnd: 11}, false, false, 0},
		{"nothing replaced", spun.Substitution{Start: 0, End: 3, RefStart: 0, RefEnd: 3}, false, false, 0},
	}
	compound := sample{reference: "A stand-alone tool.", text: "A stand-solely tool.", truth: []spin.Substitution{{Start: 8, End: 14, RefStart: 8, RefEnd: 13}}}
	if right, exact := judge(compound, spun.Substitution{Start: 2, End: 14, RefStart: 2, RefEnd: 13}, make([]bool, 1)); !right || exact {
		t.Errorf("a part of a compound: %v, %v", right, exact)
	}
	for _, test := range tests {
		hit := make([]bool, len(x.truth))
		right, exact := judge(x, test.s, hit)
		found := 0
		for _, h := range hit {
			if h {
				found++
			}
		}
		if right != test.right || exact != test.exact || found != test.found {
			t.Errorf("%s: %v, %v, %d found; want %v, %v, %d", test.name, right, exact, found, test.right, test.exact, test.found)
		}
	}
}

func TestNeutral(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"is", "is actually"}: true, {"because of", "of"}: true, {"visit", "visits"}: true, {"similarly", "similar"}: true,
		{"rate", "rating"}: true, {"big", "large"}: false, {"the", "this"}: false, {"state", "station"}: false, {"is", "was"}: false,
	} {
		if got := neutral(pair[0], pair[1]); got != want {
			t.Errorf("neutral(%q, %q) = %v, want %v", pair[0], pair[1], got, want)
		}
	}
}

// write makes a directory of files with the given texts by name.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// words of the texts that the tests make, each with a synonym.
var words = [][2]string{
	{"harbour", "port"}, {"storm", "tempest"}, {"boat", "vessel"}, {"town", "city"}, {"money", "cash"}, {"answer", "reply"},
	{"morning", "dawn"}, {"owner", "holder"}, {"reporter", "journalist"}, {"water", "liquid"}, {"house", "home"}, {"road", "street"},
	{"child", "kid"}, {"doctor", "physician"}, {"game", "match"}, {"picture", "image"}, {"job", "work"}, {"error", "mistake"},
	{"start", "beginning"}, {"end", "finish"}, {"price", "cost"}, {"rule", "law"}, {"place", "spot"}, {"friend", "companion"},
}

// wordNet returns the files of a WordNet of the words.
func wordNet() map[string]string {
	var nouns strings.Builder
	for i, w := range words {
		fmt.Fprintf(&nouns, "%08d 06 n 02 %s 0 %s 0 000 | a thing\n", i+1, w[0], w[1])
	}
	return map[string]string{
		"data.noun": nouns.String(), "data.verb": "", "data.adj": "", "data.adv": "",
		"noun.exc": "", "verb.exc": "said say\n", "adj.exc": "",
	}
}

// prose returns sentences about the words.
func prose(rnd *rand.Rand, sentences int) string {
	var b strings.Builder
	frames := []string{
		"The %s of the %s was not what the %s had asked for.", "In spring every %s needs a %s, as the %s told us.",
		"Nobody knew which %s would bring the %s to our %s.", "She left the %s behind, took a %s and went to the %s.",
	}
	for range sentences {
		w := func() string { return words[rnd.IntN(len(words))][0] }
		fmt.Fprintf(&b, frames[rnd.IntN(len(frames))]+"\n", w(), w(), w())
	}
	return b.String()
}

// lastLine returns what a command prints last.
func lastLine(t *testing.T, args ...string) string {
	t.Helper()
	var out strings.Builder
	if err := program.Run(&out, args); err != nil {
		t.Fatalf("%q: %v", args, err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	return lines[len(lines)-1]
}

// TestCommands runs each command on small files.
func TestCommands(t *testing.T) {
	wordnet := write(t, wordNet())
	rnd := rand.New(rand.NewPCG(5, 5))
	texts := write(t, map[string]string{"a.txt": prose(rnd, 60), "b.txt": prose(rnd, 60)})
	original := prose(rnd, 20)
	corpus := map[string]string{"file_information.csv": "File,Task,Category\n"}
	for _, task := range []string{"a", "b", "c"} {
		corpus["orig_task"+task+".txt"] = original
		corpus["file_information.csv"] += "orig_task" + task + ".txt," + task + ",orig\n"
		for class, text := range map[string]string{"cut": original, "non": prose(rnd, 20), "light": original[:len(original)/2] + prose(rnd, 8), "heavy": prose(rnd, 15) + original[:200]} {
			corpus[class+task+".txt"] = text
			corpus["file_information.csv"] += class + task + ".txt," + task + "," + class + "\n"
		}
	}
	answers := write(t, corpus)
	pages := map[string]string{"pairs.tsv": "d\tharbour\tport\ni\tx\ty\n"}
	for i := range 5 {
		pages[fmt.Sprintf("%03d_x.txt", i)] = prose(rnd, 10)
	}
	dir := write(t, pages)
	flags := []string{"-wordnet=" + wordnet, "-known=wordnet", "-words=40-80", "-answers=" + answers, "-rates=40"}
	tests := []struct {
		args []string
		last string // what the last line starts with
	}{
		{append(append([]string{"spins"}, flags...), texts), "expected calibration error 0."},
		{append(append([]string{"fit"}, flags...), texts), "expected calibration error 0."},
		{append(append([]string{"show"}, flags...), filepath.Join(texts, "a.txt")), ""},
		{[]string{"answers", answers}, "fitted on the other tasks: derived or not "},
		{[]string{"pages", dir}, "20 pairs, "},
		{[]string{"pairs", filepath.Join(dir, "pairs.tsv"), filepath.Join(dir, "000_x.txt"), filepath.Join(dir, "001_x.txt")}, "0 of 1 rows found"},
		{[]string{"thesaurus", filepath.Join(dir, "pairs.tsv")}, "1 of 2 pairs known, 50.0 %"},
	}
	for _, test := range tests {
		if last := lastLine(t, test.args...); !strings.HasPrefix(last, test.last) {
			t.Errorf("%q ends with %q, want %q", test.args, last, test.last)
		}
	}
	// Each range of words cuts the texts anew.
	flags[2] = "-words=40-80,90-120"
	if last := lastLine(t, append(append([]string{"fit"}, flags...), texts)...); !strings.HasPrefix(last, tests[1].last) {
		t.Errorf("fit on two ranges ends with %q, want %q", last, tests[1].last)
	}
	again := lastLine(t, tests[0].args...)
	if first := lastLine(t, tests[0].args...); first != again {
		t.Errorf("%q, then %q", first, again)
	}
}

func TestRangesOfWords(t *testing.T) {
	texts := write(t, map[string]string{"a.txt": prose(rand.New(rand.NewPCG(5, 6)), 200)})
	counts := map[string]int{}
	for _, words := range []string{"30-40", "80-120", "30-40,80-120"} {
		s := setup{words: words, rates: "40", articles: 10}
		if err := s.check(); err != nil {
			t.Fatal(err)
		}
		articles, err := s.read([]string{texts})
		if err != nil {
			t.Fatal(err)
		}
		counts[words] = len(articles)
	}
	if got, want := counts["30-40,80-120"], counts["30-40"]+counts["80-120"]; got != want {
		t.Errorf("%d articles of two ranges, want %d", got, want)
	}
}

func TestTroubleNamesTheCause(t *testing.T) {
	wordnet := "-wordnet=" + write(t, wordNet())
	dir := write(t, map[string]string{"short.txt": "Too short.\n", "bad.tsv": "no tab\n"})
	short, bad := filepath.Join(dir, "short.txt"), filepath.Join(dir, "bad.tsv")
	tests := []struct {
		args []string
		want string
	}{
		{nil, "usage"},
		{[]string{"nosuch"}, "nosuch"},
		{[]string{"spins"}, "usage"},
		{[]string{"spins", "-x", short}, "-x"},
		{[]string{"spins", wordnet, "-known=none", short}, "short.txt: no four articles"},
		{[]string{"spins", wordnet, "-known=none", "-words=x", short}, "-words=x"},
		{[]string{"spins", wordnet, "-known=none", "-words=70-90,", short}, "-words=70-90,"},
		{[]string{"spins", wordnet, "-known=none", "-rates=0", short}, "-rates=0"},
		{[]string{"spins", wordnet, "-known=all", short}, "-known=all"},
		{[]string{"spins", wordnet, "-known=none", "-spinner=x", short}, "-spinner=x"},
		{[]string{"spins", "-wordnet=" + dir, "-known=wordnet", short}, "verb.exc"},
		{[]string{"spins", wordnet, "-known=moby", "-moby=" + filepath.Join(dir, "words.txt"), short}, "words.txt"},
		{[]string{"spins", wordnet, "-known=none", filepath.Join(dir, "nosuch")}, "nosuch"},
		{[]string{"answers", dir}, "file_information.csv"},
		{[]string{"pages", dir}, "0 pages"},
		{[]string{"pairs", bad, short, short}, "bad.tsv:1"},
		{[]string{"thesaurus", bad}, "bad.tsv:1"},
	}
	for _, test := range tests {
		err := program.Run(&strings.Builder{}, test.args)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error %v, want one with %q", test.args, err, test.want)
		}
	}
}
