package spun_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/textmend/textmend/spun"
)

// checkReport checks what holds for every report.
func checkReport(t *testing.T, r spun.Report, text, reference string) {
	t.Helper()
	if !(r.Probability >= 0 && r.Probability <= 1) {
		t.Errorf("the probability is %v", r.Probability)
	}
	if r.Verdict == spun.Spun && r.Probability < 0.5 {
		t.Errorf("spun with probability %v", r.Probability)
	}
	if r.Verdict < spun.Paraphrase && r.Verdict != spun.Undecided && r.Probability >= 0.5 {
		t.Errorf("%v, though spun with probability %v", r.Verdict, r.Probability)
	}
	if r.Reversed && r.Verdict != spun.Spun {
		t.Errorf("reversed, though %v", r.Verdict)
	}
	if r.Aligned < 0 || r.Aligned > r.Words {
		t.Errorf("%d of %d words aligned", r.Aligned, r.Words)
	}
	last := 0
	for _, p := range r.Passages {
		checkSpan(t, text, p.Start, p.End, last)
		checkSpan(t, reference, p.RefStart, p.RefEnd, 0)
		last = p.End
		if p.Verdict < spun.Paraphrase {
			t.Errorf("a passage is %v", p.Verdict)
		}
	}
	last, passage := 0, 0
	for _, s := range r.Substitutions {
		checkSpan(t, text, s.Start, s.End, last)
		checkSpan(t, reference, s.RefStart, s.RefEnd, 0)
		last = s.End
		for passage < len(r.Passages) && r.Passages[passage].End < s.End {
			passage++
		}
		if passage == len(r.Passages) || r.Passages[passage].Start > s.Start {
			t.Errorf("the substitution at %d is in no passage", s.Start)
			return
		}
		if s.Count < 1 || text[s.Start:s.End] == reference[s.RefStart:s.RefEnd] {
			t.Errorf("%q stands for %q %d times", text[s.Start:s.End], reference[s.RefStart:s.RefEnd], s.Count)
		}
	}
	if n := strings.Count(r.String(), "\n"); n != 2 {
		t.Errorf("String has %d line breaks, want 2", n)
	}
}

// checkSpan checks that a span is not empty, lies within s at or after an
// offset, and does not cut a character.
func checkSpan(t *testing.T, s string, start, end, least int) {
	t.Helper()
	if start < least || end <= start || end > len(s) {
		t.Fatalf("bounds %d and %d, within %d bytes and from %d on", start, end, len(s), least)
	}
	for _, at := range []int{start, end} {
		if at < len(s) && !utf8.RuneStart(s[at]) && utf8.ValidString(s) {
			t.Fatalf("offset %d cuts a character", at)
		}
	}
}

// seeds are texts to compare with each other.
func seeds() []string {
	return []string{
		"", "a", "one two three", text, reference, text + "\n\n" + reference, strings.Repeat("a ", 300), strings.Repeat("a b ", 50) + "c",
		"quot;We have waited,quot; said the mayor#39;s friend&mdash;twice.", "\xff\xfe\x00binary\x80\xc3", strings.Repeat("\xe4\xb8\xad\xe6\x96\x87", 40),
		"caf\u00e9 cafe\u0301 n\u02bcest \u0e17\u0e35\u0e48 \u05e6\u05d4\u05f4\u05dc " + reference,
	}
}

func FuzzCompare(f *testing.F) {
	for _, a := range seeds() {
		for _, b := range seeds() {
			f.Add(a, b)
		}
	}
	f.Fuzz(func(t *testing.T, text, reference string) {
		r := spun.Compare(text, reference)
		checkReport(t, r, text, reference)
		prepared := spun.NewReference(reference).CompareReference(spun.NewReference(text))
		if diff := cmp.Diff(r, prepared, cmpopts.IgnoreUnexported(spun.Report{}, spun.Evidence{})); diff != "" {
			t.Errorf("CompareReference differs from Compare (-Compare +CompareReference):\n%s", diff)
		}
		if r.Words == 0 && r.Verdict != spun.Undecided {
			t.Errorf("no words, and the verdict is %v", r.Verdict)
		}
	})
}

// longEnough is the number of words from which on a text is a copy of itself.
const longEnough = 8

func FuzzSelf(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := spun.Compare(s, s)
		checkReport(t, r, s, s)
		if len(r.Substitutions) > 0 {
			t.Errorf("%d substitutions in a copy", len(r.Substitutions))
		}
		want := spun.Copy
		if r.Words < longEnough {
			want = spun.Undecided
		}
		if r.Verdict != want {
			t.Errorf("a copy of %d words is %v, want %v", r.Words, r.Verdict, want)
		}
	})
}

// FuzzReport checks that a report survives JSON.
func FuzzReport(f *testing.F) {
	f.Add(text, reference)
	f.Add("", "\xff")
	f.Fuzz(func(t *testing.T, text, reference string) {
		want := spun.Compare(text, reference)
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got spun.Report
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(spun.Report{}, spun.Evidence{})); diff != "" {
			t.Errorf("after JSON (-want +got):\n%s", diff)
		}
	})
}
