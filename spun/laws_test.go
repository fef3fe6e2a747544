package spun_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/spun"
)

// pages returns the five pages by the digits that their names begin with.
func pages(t testing.TB) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(paths) != 5 {
		t.Fatalf("found %d pages, %v", len(paths), err)
	}
	list := make(map[string]string)
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		list[filepath.Base(path)[:3]] = string(b)
	}
	return list
}

// TestPages asks for what is known of the pages: 001 is an edited copy of 000,
// 004 was spun from 002, and the others tell of the same event.
func TestPages(t *testing.T) {
	list := pages(t)
	for a, text := range list {
		for b, reference := range list {
			r := spun.Compare(text, reference)
			var want []spun.Verdict
			switch a + b {
			case "001000", "000001":
				want = []spun.Verdict{spun.Edited}
			case "004002", "002004":
				want = []spun.Verdict{spun.Spun}
			default:
				want = []spun.Verdict{spun.Related, spun.Unrelated}
			}
			if a == b {
				want = []spun.Verdict{spun.Copy}
			}
			if !contains(want, r.Verdict) || r.Reversed != (a+b == "002004") {
				t.Errorf("%s from %s: %v, reversed %t, want %v", a, b, r.Verdict, r.Reversed, want)
			}
			checkReport(t, text, reference, r)
		}
	}
}

func contains(list []spun.Verdict, v spun.Verdict) bool {
	for _, w := range list {
		if v == w {
			return true
		}
	}
	return false
}

// TestPageSubstitutions asks for substitutions that anyone sees on page 004.
func TestPageSubstitutions(t *testing.T) {
	list := pages(t)
	r := spun.Compare(list["004"], list["002"])
	have := make(map[string]bool)
	for _, s := range r.Substitutions {
		have[strings.ToLower(list["002"][s.RefStart:s.RefEnd]+" -> "+list["004"][s.Start:s.End])] = true
	}
	for _, want := range []string{"military -> warlike", "cooperation -> synergy", "said -> claimed", "with -> using"} {
		if !have[want] {
			t.Errorf("%q is not listed", want)
		}
	}
	if r.Evidence.Slips == 0 {
		t.Error("the slip that was copied does not count")
	}
}

// checkReport checks what holds for each report.
func checkReport(t *testing.T, text, reference string, r spun.Report) {
	t.Helper()
	if r.Probability < 0 || r.Probability > 1 || r.Aligned < 0 || r.Aligned > r.Words || r.Verdict == spun.Spun && r.Probability < 0.5 {
		t.Errorf("Compare(%.40q, %.40q) = %v", text, reference, r)
	}
	at := 0
	for _, s := range r.Substitutions {
		if s.Start < at || s.Count < 1 || !bounds(text, s.Start, s.End) || !bounds(reference, s.RefStart, s.RefEnd) {
			t.Errorf("Compare(%.40q, %.40q): substitution %+v after %d", text, reference, s, at)
		}
		at = s.End
	}
	at = 0
	for _, p := range r.Passages {
		if p.Start < at || !bounds(text, p.Start, p.End) || !bounds(reference, p.RefStart, p.RefEnd) || p.Verdict < spun.Paraphrase {
			t.Errorf("Compare(%.40q, %.40q): passage %+v after %d", text, reference, p, at)
		}
		at = p.End
	}
}

// bounds reports whether start and end are bounds of runes in s.
func bounds(s string, start, end int) bool {
	on := func(i int) bool { return i == len(s) || i < len(s) && (utf8.RuneStart(s[i]) || !utf8.ValidString(s)) }
	return 0 <= start && start < end && end <= len(s) && on(start) && on(end)
}

// Law 8, for any two texts.
func FuzzCompare(f *testing.F) {
	list := pages(f)
	f.Add(list["004"], list["002"])
	f.Add(list["001"], list["000"])
	f.Add("", "x")
	f.Add(strings.Repeat("a ", 100), strings.Repeat("a ", 90))
	f.Add("\xff\x00 don#39;t \u5317\u4eac", "don't \u5317\u4eac \u0e01\u0e34\u0e19")
	f.Add(bridgeSpun, bridgeStory+parkStory)
	f.Fuzz(func(t *testing.T, text, reference string) {
		r := spun.Compare(text, reference)
		checkReport(t, text, reference, r)
		if again := spun.NewReference(reference).CompareReference(spun.NewReference(text)); !reflect.DeepEqual(r, again) {
			t.Errorf("Compare(%q, %q) = %v, and prepared %v", text, reference, r, again)
		}
		if v := spun.Compare(text, "").Verdict; v != spun.Undecided {
			t.Errorf("Compare(%q, \"\") = %v", text, v)
		}
		same := spun.Compare(text, text)
		if len(same.Substitutions) > 0 || same.Words >= 40 && same.Verdict != spun.Copy {
			t.Errorf("Compare(%q with itself) = %v", text, same)
		}
	})
}

func TestCompareOrdinary(t *testing.T) {
	long := strings.Repeat("x", 10<<20)
	for _, test := range []struct {
		name, text, reference string
		want                  []spun.Verdict
	}{
		{"both empty", "", "", []spun.Verdict{spun.Undecided}},
		{"one empty", bridgeStory, "", []spun.Verdict{spun.Undecided}},
		{"one word", "word", "word", []spun.Verdict{spun.Undecided, spun.Copy}},
		{"binary", "\x7fELF\x02\x01\x00\xff\xfe", bridgeStory, []spun.Verdict{spun.Undecided}},
		{"one endless word", long, bridgeStory, []spun.Verdict{spun.Undecided}},
		{"two scripts", strings.Repeat("\u043e\u043d \u043d\u0435 \u0431\u044b\u043b \u0442\u0430\u043c \u0438 \u043f\u043e\u0442\u043e\u043c. ", 20), bridgeStory, []spun.Verdict{spun.Unrelated}},
		{"an excerpt", bridgeStory, parkStory + "\n\n" + bridgeStory + "\n\n" + parkStory, []spun.Verdict{spun.Copy}},
		{"half its own", bridgeSpun + "\n\n" + parkStory, bridgeStory, []spun.Verdict{spun.Spun}},
		{"damaged references", strings.ReplaceAll(bridgeStory, "It found", "It#39;s true: quot;It foundquot;"), bridgeStory, []spun.Verdict{spun.Edited, spun.Copy}},
		{"Chinese", strings.Repeat("\u59d4\u5458\u4f1a\u5468\u4e00\u5f00\u4f1a\u8ba8\u8bba\u65b0\u6865\u7684\u8ba1\u5212\u3002", 5),
			strings.Repeat("\u59d4\u5458\u4f1a\u5468\u4e8c\u5f00\u4f1a\u8ba8\u8bba\u65b0\u6865\u7684\u65b9\u6848\u3002", 5),
			[]spun.Verdict{spun.Edited, spun.Copy, spun.Paraphrase, spun.Related}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := spun.Compare(test.text, test.reference)
			if !contains(test.want, r.Verdict) {
				t.Errorf("got %v, want one of %v", r, test.want)
			}
			checkReport(t, test.text, test.reference, r)
		})
	}
}

func TestReportJSON(t *testing.T) {
	got, err := json.Marshal(spun.Compare("one", ""))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"verdict":"undecided"`, `"probability":0`, `"words":1`, `"aligned":0`, `"reversed":false`, `"passages":[]`, `"substitutions":[]`, `"evidence":{`} {
		if !strings.Contains(string(got), want) {
			t.Errorf("JSON of a report is %s, want %s in it", got, want)
		}
	}
	var back spun.Report
	if err := json.Unmarshal(got, &back); err != nil || back.Words != 1 {
		t.Errorf("Unmarshal gives %+v, %v", back, err)
	}
}

func TestReportString(t *testing.T) {
	got := spun.Compare(bridgeSpun, bridgeStory).String()
	if lines := strings.Split(got, "\n"); len(lines) != 3 || !strings.HasPrefix(got, "spun, spun with probability ") || !strings.Contains(got, "words derive from the reference, in 1 passage\n") {
		t.Errorf("String() = %q", got)
	}
}

func TestVerdictText(t *testing.T) {
	for _, v := range []spun.Verdict{spun.Undecided, spun.Unrelated, spun.Related, spun.Paraphrase, spun.Edited, spun.Copy, spun.Spun} {
		text, err := v.MarshalText()
		var back spun.Verdict
		if err != nil || back.UnmarshalText(text) != nil || back != v || string(text) != v.String() {
			t.Errorf("%d: text %q, %v, and back %v", v, text, err, back)
		}
	}
	back := spun.Spun
	if err := back.UnmarshalText([]byte("Spun!")); err == nil || back != spun.Spun {
		t.Errorf("UnmarshalText of no verdict gives %v, %v", back, err)
	}
	if text, err := spun.Verdict(99).MarshalText(); err == nil {
		t.Errorf("MarshalText of no verdict gives %q", text)
	}
	if diff := cmp.Diff("Verdict(99)", spun.Verdict(99).String()); diff != "" {
		t.Error(diff)
	}
}
