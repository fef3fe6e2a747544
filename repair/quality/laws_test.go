package quality_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/prose"
	"github.com/textmend/textmend/repair/quality"
)

// unbounded are the rules whose value may be above 1 and is no whole number.
var unbounded = []string{
	"gopher_min_mean_word_length", "gopher_max_mean_word_length", "gopher_hash_per_word",
	"gopher_ellipses_per_word", "fineweb_newlines_per_word",
}

func FuzzCheck(f *testing.F) {
	for _, s := range []string{
		"", "a", "\xff", "#39; \u2026 ...\n- a\n{lorem ipsum\n", "a a a a a a a a a a a a", "1 2 3 4 5 6 1 2 3 4 5 6 1 2",
		"\u00a0\n\u3000\u4e2d\u6587\u3002\n\r\n\r\n", "It uses cookies. Yes.\nIt has no JavaScript!", page(f, page001)[:600],
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		report := quality.Check(s)
		checkValues(t, s, report)
		checkKept(t, s, report)
		checkNgrams(t, s, report)
		if diff := cmp.Diff(report, quality.Check(s)); diff != "" {
			t.Errorf("Check(%q) changes (-first +second):\n%s", s, diff)
		}
	})
}

func checkValues(t *testing.T, s string, report quality.Report) {
	t.Helper()
	for _, r := range report.Results {
		switch v := r.Value; {
		case math.IsNaN(v) || math.IsInf(v, 0) || v < 0:
			t.Errorf("Check(%q): %v", s, r)
		case v > 1 && v != math.Trunc(v) && !slices.Contains(unbounded, r.Rule):
			t.Errorf("Check(%q): %v is neither a share nor a number", s, r)
		case r.Pass != (r.AtMost && v <= r.Threshold || !r.AtMost && v >= r.Threshold):
			t.Errorf("Check(%q): %v, passes %v", s, r, r.Pass)
		}
	}
	if report.Words != len(strings.Fields(s)) {
		t.Errorf("Check(%q) has %d words, want %d", s, report.Words, len(strings.Fields(s)))
	}
}

// checkKept compares the lines that C4 keeps with the report, and checks that
// they are kept when they are all there is.
func checkKept(t *testing.T, s string, report quality.Report) {
	t.Helper()
	kept := slices.Collect(quality.KeptLines(s))
	chars := 0
	for _, line := range kept {
		chars += utf8.RuneCountInString(line)
	}
	if len(kept) != report.KeptLines || chars != report.KeptCharacters {
		t.Errorf("KeptLines(%q) has %d lines and %d characters, Check says %d and %d",
			s, len(kept), chars, report.KeptLines, report.KeptCharacters)
	}
	again := quality.Check(strings.Join(kept, "\n"))
	if again.KeptLines != len(kept) || !again.Passes(quality.C4Lines) {
		t.Errorf("of the lines kept of %q, %d of %d are kept", s, again.KeptLines, len(kept))
	}
}

// checkNgrams compares the values with those of the definition, taken word by
// word.
func checkNgrams(t *testing.T, s string, report quality.Report) {
	t.Helper()
	words := strings.Fields(s)
	if len(words) > 120 {
		return
	}
	for _, r := range report.Results {
		name, isTop := strings.CutPrefix(r.Rule, "gopher_top_")
		name, isDuplicate := strings.CutPrefix(name, "gopher_duplicate_")
		digits, isNgram := strings.CutSuffix(name, "gram")
		if !isNgram || !isTop && !isDuplicate {
			continue
		}
		n := int(digits[0] - '0')
		if digits == "10" {
			n = 10
		}
		want := covered(words, duplicates(words, n), n)
		if isTop {
			want = covered(words, mostFrequent(words, n), n)
		}
		if r.Value != want {
			t.Errorf("Check(%q): %s = %v, want %v", s, r.Rule, r.Value, want)
		}
	}
}

// duplicates returns where sequences of n words stand that stood before.
func duplicates(words []string, n int) []int {
	var places []int
	for i := range max(len(words)-n+1, 0) {
		for j := range i {
			if slices.Equal(words[i:i+n], words[j:j+n]) {
				places = append(places, i)
				break
			}
		}
	}
	return places
}

// mostFrequent returns where the most frequent sequence of n words stands, the
// first of them, unless it stands only once.
func mostFrequent(words []string, n int) []int {
	var best []int
	for i := range max(len(words)-n+1, 0) {
		var places []int
		for j := range len(words) - n + 1 {
			if slices.Equal(words[i:i+n], words[j:j+n]) {
				places = append(places, j)
			}
		}
		if len(places) > max(len(best), 1) {
			best = places
		}
	}
	return best
}

// covered returns the share of the words' characters that lie in the
// sequences of n words at places.
func covered(words []string, places []int, n int) float64 {
	inside := make([]bool, len(words))
	for _, place := range places {
		for i := range n {
			inside[place+i] = true
		}
	}
	part, whole := 0, 0
	for i, w := range words {
		chars := utf8.RuneCountInString(w)
		whole += chars
		if inside[i] {
			part += chars
		}
	}
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Random texts of few words have repetitions of every length, which random
// bytes don't.
func TestNgramsOfRandomTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	vocabulary := []string{"a", "bb", "\u00e9\u00e9\u00e9", "d.", "\u4e2d\u6587"}
	found := 0
	for range 400 {
		var words []string
		size := random.IntN(120)
		for len(words) < size {
			if start := random.IntN(len(words) + 1); random.IntN(4) == 0 {
				words = append(words, words[start:min(start+random.IntN(14), len(words))]...)
			} else {
				words = append(words, vocabulary[random.IntN(1+random.IntN(len(vocabulary)))])
			}
		}
		s := strings.Join(words, " ")
		report := quality.Check(s)
		checkNgrams(t, s, report)
		if r, _ := report.Result("gopher_duplicate_10gram"); r.Value > 0 && r.Value < 1 {
			found++
		}
	}
	if found < 50 {
		t.Errorf("only %d texts have a duplicate of 10 words", found)
	}
}

func TestKeptLinesStops(t *testing.T) {
	n := 0
	for range quality.KeptLines("One is kept.\nTwo is kept.\nThree is kept.") {
		n++
		if n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d lines before the break, want 2", n)
	}
}

// The allocations of a report are its own, not one for each word or line.
func TestAllocations(t *testing.T) {
	s := prose.Build(1<<20, true)
	if got := testing.AllocsPerRun(3, func() { quality.Check(s) }); got > 300 {
		t.Errorf("Check of %d bytes of prose allocates %v times, want at most 300", len(s), got)
	}
	if got := testing.AllocsPerRun(3, func() {
		for range quality.KeptLines(s) {
		}
	}); got > 0 {
		t.Errorf("KeptLines allocates %v times, want 0", got)
	}
}
