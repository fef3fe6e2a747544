package thesaurus

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

func TestRelated(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"big", "large", true},
		{"buy", "purchase", true},
		{"quick", "rapid", true},
		{"house", "dwelling", true},
		{"visit", "go to", true},
		{"because", "since", true},
		{"two", "2", true},
		{"twenty", "20", true},
		{"self-respect", "dignity", true}, // a hyphen is a space

		// Inflections, regular and not.
		{"visit", "visits", true},
		{"buys", "purchased", true},
		{"bought", "purchasing", true},
		{"houses", "dwelling", true},
		{"cities", "towns", true},
		{"the town's", "the town\u2019s", true},
		{"women", "lady", true},
		{"cooperation", "cooperations", true},

		{"two", "3", false},
		{"house", "quick", false},
		{"purchase", "rapid", false},
		{"town", "lady", false},
		{"visit", "go home", false},
		{"xyzzy", "plugh", false},
		{"big", "", false},
		{"gro\u00df", "big", false},
		{"Big", "large", false}, // it's up to the caller to fold case
	}
	for _, test := range tests {
		if got := Related(test.a, test.b); got != test.want {
			t.Errorf("Related(%q, %q) = %v, want %v", test.a, test.b, got, test.want)
		}
		if got := Related(test.b, test.a); got != test.want {
			t.Errorf("Related(%q, %q) = %v, want %v", test.b, test.a, got, test.want)
		}
	}
}

// TestUnrelated pairs common words that have nothing to do with each other:
// hardly any may be found.
func TestUnrelated(t *testing.T) {
	things := strings.Fields("table potato bicycle carpet elephant shoe thermometer envelope lake pencil violin towel onion ladder")
	acts := strings.Fields("forgive negotiate evaporate rehearse apologize inherit vaccinate subscribe prosecute abstain yawn calculate")
	found := 0
	for _, a := range things {
		for _, b := range acts {
			if Related(a, b) {
				t.Logf("Related(%q, %q)", a, b)
				found++
			}
		}
	}
	if most := len(things) * len(acts) / 50; found > most {
		t.Errorf("%d of %d pairs are related, want at most %d", found, len(things)*len(acts), most)
	}
}

func TestRelatedAllocatesNothing(t *testing.T) {
	Related("once", "built")
	if n := testing.AllocsPerRun(100, func() { Related("claimed", "has said") }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func FuzzRelated(f *testing.F) {
	f.Add("visits", "go to")
	f.Add("-'s ", "\u2019s\xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		if Related(a, b) != Related(b, a) {
			t.Errorf("Related(%q, %q) depends on the order", a, b)
		}
		if !Related(a, a) {
			t.Errorf("%q is not related to itself", a)
		}
	})
}

// BenchmarkRelated looks up words of the notice against each other.
func BenchmarkRelated(b *testing.B) {
	f, err := os.Open("COPYRIGHT.wordnet")
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var words []string
	size := 0
	lines := bufio.NewScanner(f)
	lines.Split(bufio.ScanWords)
	for lines.Scan() {
		words = append(words, strings.ToLower(lines.Text()))
		size += 2 * len(lines.Text())
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i, word := range words {
			Related(word, words[len(words)-1-i])
		}
	}
}
