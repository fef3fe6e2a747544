package spun_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/spun"
)

var pages = []string{"000", "001", "002", "003", "004"}

// TestPages compares the five pages with each other, in both directions.
func TestPages(t *testing.T) {
	for _, a := range pages {
		for _, b := range pages {
			if a == b {
				continue
			}
			text, reference := page(t, a), page(t, b)
			r := spun.Compare(text, reference)
			checkReport(t, r, text, reference)
			want := []spun.Verdict{spun.Related, spun.Unrelated}
			switch a + b {
			case "000001", "001000":
				want = []spun.Verdict{spun.Edited}
			case "002004", "004002":
				want = []spun.Verdict{spun.Spun}
			}
			if !slices.Contains(want, r.Verdict) {
				t.Errorf("%s from %s: %v, want one of %v\n%v", a, b, r.Verdict, want, r)
			}
			if reversed := a+b == "002004"; r.Reversed != reversed {
				t.Errorf("%s from %s: Reversed is %v, want %v", a, b, r.Reversed, reversed)
			}
		}
	}
}

// spunPairs are some of the words of page 002, and what page 004 has for them.
var spunPairs = []string{
	"with -> using", "President -> Head of say", "vowing -> swearing", "victory -> greatness", "state -> say", "said -> claimed",
	"about -> around", "discussed -> worked out", "military -> warlike", "cooperation -> synergy", "visit -> go to",
	"resisting -> enduring upwards to", "country's -> rural\u2019s", "dignity -> self-respect", "has -> possesses", "axis -> omphalos",
	"stoked -> fed", "concerns -> questions", "could -> might", "missile -> projectile", "artillery -> weapons", "shells -> treatments",
}

func TestPageSubstitutions(t *testing.T) {
	text, reference := page(t, "004"), page(t, "002")
	r := spun.Compare(text, reference)
	got := map[string]int{}
	for _, s := range r.Substitutions {
		pair := reference[s.RefStart:s.RefEnd] + " -> " + text[s.Start:s.End]
		got[pair]++
		if got[pair] > s.Count {
			t.Errorf("%s at %d is said to stand there %d times", pair, s.Start, s.Count)
		}
	}
	for _, pair := range spunPairs {
		if got[pair] == 0 {
			t.Errorf("%s is not listed", pair)
		}
	}
	if got["military -> warlike"] != 2 || got["has -> possesses"] != 3 {
		t.Errorf("military -> warlike is listed %d times, has -> possesses %d times; want 2 and 3", got["military -> warlike"], got["has -> possesses"])
	}
	if r.Evidence.Slips != 1 {
		t.Errorf("%d doubled phrases copied, want 1: \"has accused has accused\"", r.Evidence.Slips)
	}
}

// TestReferencesAreRead compares the page with damaged references to what it
// was made from: no word with one may be taken for another.
func TestReferencesAreRead(t *testing.T) {
	text, reference := page(t, "001"), page(t, "000")
	r := spun.Compare(text, reference)
	for _, s := range r.Substitutions {
		if strings.Contains(text[s.Start:s.End], ";") {
			t.Errorf("%q stands for %q", text[s.Start:s.End], reference[s.RefStart:s.RefEnd])
		}
	}
	if len(r.Substitutions) > 4 {
		t.Errorf("%d substitutions", len(r.Substitutions))
	}
	const damaged = "nuclear-capablenbsp;missilesnbsp;and"
	covered := slices.ContainsFunc(r.Passages, func(p spun.Passage) bool {
		return strings.Contains(text[p.Start:p.End], damaged)
	})
	if !covered {
		t.Errorf("no passage has %q in it", damaged)
	}
}

// TestPassages compares a text that is partly copied, partly spun and partly
// its own.
func TestPassages(t *testing.T) {
	own := "Researchers at the university have found that bees can tell apart the faces of people, which surprised even those who had worked " +
		"with them for decades, and nobody can say yet how an animal with so small a brain does it. "
	copied := page(t, "000")
	copied = copied[strings.Index(copied, "In his letter to Putin"):strings.Index(copied, "Could Russia's latest")]
	original := copied + reference
	mixed := own + text + "\n\n" + own + copied
	r := spun.Compare(mixed, original)
	checkReport(t, r, mixed, original)
	if r.Verdict != spun.Copy && r.Verdict != spun.Edited {
		t.Errorf("the verdict is %v, though most was copied", r.Verdict)
	}
	words := map[spun.Verdict]int{}
	for _, p := range r.Passages {
		passage := mixed[p.Start:p.End]
		words[p.Verdict] += len(strings.Fields(passage))
		if strings.Contains(passage, "Researchers") {
			t.Errorf("%v: %q", p.Verdict, passage)
		}
	}
	if n := len(strings.Fields(text)); words[spun.Spun] < n*9/10 || words[spun.Spun] > n*11/10 {
		t.Errorf("%d words are in passages called Spun, want about %d", words[spun.Spun], n)
	}
}

// TestOrder moves the paragraphs of a spun page.
func TestOrder(t *testing.T) {
	paragraphs := strings.SplitAfter(page(t, "004"), "\n\n")
	slices.Reverse(paragraphs)
	text := strings.Join(paragraphs, "\n\n")
	r := spun.Compare(text, page(t, "002"))
	if r.Verdict != spun.Spun || len(r.Substitutions) < 55 {
		t.Errorf("%v with %d substitutions, want spun with 55 at least", r.Verdict, len(r.Substitutions))
	}
}

func TestConcurrent(t *testing.T) {
	r := spun.NewReference(page(t, "002"))
	text := page(t, "004")
	want := fmt.Sprintf("%+v", spun.Compare(text, page(t, "002")))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 3 {
				if diff := cmp.Diff(want, fmt.Sprintf("%+v", r.Compare(text))); diff != "" {
					t.Errorf("another report (-want +got):\n%s", diff)
				}
			}
		})
	}
	group.Wait()
}
