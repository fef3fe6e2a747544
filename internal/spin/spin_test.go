package spin

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// A text of our own, with names, dates, numbers, quotes and two paragraphs.
const text = "The harbour of Lindby was closed on Tuesday (May 4) after a storm damaged two of its cranes. " +
	"Mayor Anna Holm said the repairs would take about three weeks, and promised to help the owners of small boats.\n" +
	"\"We visited the harbour in the morning and the damage is large,\" she told reporters. " +
	"The town has asked the government for money, but no answer came before Friday. " +
	"Fishermen moved their boats to a nearby bay, where the water is calm.\n"

func newTest() *Thesaurus {
	t := NewThesaurus([][2]string{
		{"harbour", "port"}, {"harbour", "seaport"}, {"close", "shut"}, {"storm", "tempest"}, {"damage", "harm"},
		{"crane", "hoist"}, {"say", "claim"}, {"repair", "fix"}, {"take", "grab"}, {"week", "seven days"},
		{"promise", "vow"}, {"help", "aid"}, {"owner", "proprietor"}, {"small", "little"}, {"boat", "vessel"},
		{"visit", "go to"}, {"morning", "dawn"}, {"large", "big"}, {"tell", "inform"}, {"reporter", "journalist"},
		{"town", "township"}, {"ask", "beg"}, {"government", "authority"}, {"money", "cash"}, {"answer", "reply"},
		{"move", "shift"}, {"bay", "cove"}, {"water", "liquid"}, {"calm", "quiet"}, {"calm", "peaceful"},
	})
	t.irregular = map[string]string{"said": "say", "told": "tell", "took": "take"}
	t.forms = map[string][]string{"say": {"said"}, "tell": {"told"}, "take": {"took"}}
	return t
}

func source(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

func TestSpinIsDeterministic(t *testing.T) {
	th := newTest()
	for seed := range uint64(20) {
		a := Spin(source(seed), th, text, Hard(source(seed), 0.4))
		b := Spin(source(seed), th, text, Hard(source(seed), 0.4))
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatalf("seed %d (-first +second):\n%s", seed, diff)
		}
	}
}

func TestSubstitutionsExplainTheText(t *testing.T) {
	th := newTest()
	for seed := range uint64(200) {
		o := Hard(source(seed), 0.7)
		o.Extra = []string{"A sentence of another text.", "One more of them, with a comma."}
		r := Spin(source(seed), th, text, o)
		end := 0
		for _, s := range r.Substitutions {
			if s.Start < end || s.End <= s.Start || s.RefEnd <= s.RefStart || s.End > len(r.Text) || s.RefEnd > len(text) {
				t.Fatalf("seed %d: %+v out of order or range", seed, s)
			}
			end = s.End
			if r.Text[s.Start:s.End] == text[s.RefStart:s.RefEnd] {
				t.Errorf("seed %d: %q stands for itself", seed, r.Text[s.Start:s.End])
			}
		}
		for _, name := range []string{"Lindby", "Holm", "Tuesday"} {
			if n := strings.Count(r.Text, name); n > strings.Count(text, name) {
				t.Errorf("seed %d: %d times %s", seed, n, name)
			}
		}
	}
}

// TestUndo replaces the substitutions by what they stand for: a spin that
// moves nothing comes back as the reference.
func TestUndo(t *testing.T) {
	th := newTest()
	for seed := range uint64(100) {
		o := Options{Rate: 0.5, Function: 0.2, Phrases: 0.2, Sticky: 0.5, Digits: true, Twice: seed%2 == 0}
		r := Spin(source(seed), th, text, o)
		var b strings.Builder
		at := 0
		for _, s := range r.Substitutions {
			b.WriteString(r.Text[at:s.Start])
			b.WriteString(text[s.RefStart:s.RefEnd])
			at = s.End
		}
		b.WriteString(r.Text[at:])
		if diff := cmp.Diff(text, b.String()); diff != "" {
			t.Fatalf("seed %d (-reference +undone):\n%s", seed, diff)
		}
	}
}

func TestRate(t *testing.T) {
	th := newTest()
	for _, rate := range []float64{0, 0.1, 0.4} {
		r := Spin(source(3), th, text, Options{Rate: rate})
		if r.Rate < rate-0.05 || r.Rate > rate+0.05 {
			t.Errorf("rate %.2f, want %.2f: %s", r.Rate, rate, r.Text)
		}
	}
	if r := Spin(source(3), th, text, Options{}); r.Text != text || r.Substitutions != nil {
		t.Errorf("spun without being asked: %q", r.Text)
	}
}

func TestInflection(t *testing.T) {
	th := newTest()
	th.synonyms["say"], th.synonyms["visit"] = []string{"tell"}, []string{"go to", "stop"}
	tests := []struct {
		phrase string
		form   form
		want   string
	}{
		{"claim", withEd, "claimed"}, {"tell", withEd, "told"}, {"stop", withIng, "stopping"}, {"open", withEd, "opened"}, {"read", withIng, "reading"}, {"supply", withS, "supplies"},
		{"supply", withEd, "supplied"}, {"supply", withIng, "supplying"}, {"bake", withIng, "baking"}, {"go to", withIng, "going to"},
		{"wise owner", withS, "wise owners"}, {"box", withS, "boxes"}, {"play", withEd, "played"}, {"x", withS, "x"},
	}
	for _, test := range tests {
		if got := th.inflect(test.phrase, test.form); got != test.want {
			t.Errorf("inflect(%q, %d) = %q, want %q", test.phrase, test.form, got, test.want)
		}
	}
	for word, want := range map[string]form{"visits": withS, "visited": withEd, "visiting": withIng, "said": withEd, "taking": withIng, "promised": withEd} {
		if base, f, ok := th.lookup(word); !ok || f != want {
			t.Errorf("lookup(%q) = %q, %d, %v, want form %d", word, base, f, ok, want)
		}
	}
}

func TestNames(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{text, []string{"Lindby", "Tuesday", "May", "4", "Anna", "Holm", "Friday"}},
		{"See https://money.example/boat_house, or a.boat; a sea-boat", []string{"https", "money", "example", "boat", "house", "a", "boat"}},
	}
	for _, test := range tests {
		pieces := cut(test.text)
		var names []string
		for i, p := range pieces {
			if p.word && name(pieces, i) {
				names = append(names, p.text)
			}
		}
		if diff := cmp.Diff(test.want, names); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestNegatives(t *testing.T) {
	th := newTest()
	words := func(s string) []string { return strings.Fields(s) }
	for seed := range uint64(50) {
		if got := Excerpt(source(seed), text, 0.4); !strings.Contains(text, got) || len(words(got)) < len(words(text))/5 {
			t.Errorf("seed %d: Excerpt is %q", seed, got)
		}
		edited := Edit(source(seed), th, text, 0.3)
		if n := len(words(edited)); n < len(words(text))/3 || n > len(words(text))*11/10 {
			t.Errorf("seed %d: Edit leaves %d words of %d", seed, n, len(words(text)))
		}
		if n := len(words(Reword(source(seed), th, text, 0.5))); n < len(words(text))/3 || n > len(words(text))*13/10 {
			t.Errorf("seed %d: Reword leaves %d words of %d", seed, n, len(words(text)))
		}
		own := strings.Repeat("Something else is told here at length. ", 12)
		if got := Mix(source(seed), text, own, 0.5); !strings.Contains(got, "told here") || strings.Contains(got, text) {
			t.Errorf("seed %d: Mix is %q", seed, got)
		}
		if got := Concatenate(source(seed), text, own); !strings.Contains(got, text) || !strings.Contains(got, own) {
			t.Errorf("seed %d: Concatenate is %q", seed, got)
		}
		if got := Retype(source(seed), text); len(words(got)) != len(words(text)) {
			t.Errorf("seed %d: Retype is %q", seed, got)
		}
	}
}

func TestArticles(t *testing.T) {
	long := strings.Repeat(text+"\n\tx := f(a[i], b[j]) // {{}}\n\n", 20)
	long = "This first sentence is longer than an article, " + strings.Repeat("on and on, ", 70) + "and ends here at last.\n\n" + long
	articles := Articles(source(1), long, 60, 120)
	if len(articles) < 5 {
		t.Fatalf("%d articles", len(articles))
	}
	for i, a := range articles {
		if n := countWords(a); n < 60 || n > 120 {
			t.Errorf("article %d has %d words", i, n)
		}
		if strings.Contains(a, "x :=") || strings.Contains(a, "\n\n") {
			t.Errorf("article %d holds code: %q", i, a)
		}
	}
}

// FuzzSpin spins any text: offsets stay right, and nothing panics.
func FuzzSpin(f *testing.F) {
	f.Add(text, uint64(1))
	f.Add("It's \xff two\u2019s. \u00c4", uint64(7))
	th := newTest()
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		r := Spin(source(seed), th, s, Hard(source(seed), 0.5))
		for _, sub := range r.Substitutions {
			if utf8.ValidString(s) && !utf8.ValidString(r.Text[sub.Start:sub.End]+s[sub.RefStart:sub.RefEnd]) {
				t.Errorf("%+v is not on rune boundaries", sub)
			}
		}
		Edit(source(seed), th, s, 0.3)
		Reword(source(seed), th, s, 0.5)
		Retype(source(seed), s)
		Articles(source(seed), s, 10, 20)
	})
}
