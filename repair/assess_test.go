package repair_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/race"
	"github.com/textmend/textmend/internal/txtar"
	"github.com/textmend/textmend/repair"
)

// A small English text that the cases put their damage into.
const calm = "The council met on Monday to discuss the new bridge. They said that the work would begin in spring, " +
	"and that two lanes would stay open. Most of the people who came were in favour of the plan."

func TestAssess(t *testing.T) {
	for _, test := range []struct {
		name, s  string
		words    int
		damaged  int
		mendable int
		findings []string
	}{
		{"empty", "", 0, 0, 0, nil},
		{"no words", "--- ... \n\n", 0, 0, 0, nil},
		{"clean", calm, 38, 0, 0, nil},
		{"one reference", "Pyongyang#39;s state media", 3, 1, 1, []string{"entities 9-13 damaged character reference: ampersand deleted"}},
		{"references around a word", "a quot;visitquot; there", 3, 1, 1, []string{
			"entities 2-7 damaged character reference: ampersand deleted", "entities 12-17 damaged character reference: ampersand deleted"}},
		{"a no-break space damages both words", "capablenbsp;missiles fly", 3, 2, 2, []string{"entities 7-12 damaged character reference: ampersand deleted"}},
		{"a control in a word", "one t\x02wo three", 3, 1, 1, []string{"controls 5-6 control character"}},
		{"a control between words", "one \x02 two", 2, 0, 0, []string{"controls 4-5 control character", "spaces 5-6 space left by repair"}},
		{"lost characters", "one caf\ufffd na\ufffdve", 3, 2, 0, []string{"lost 7-10 character lost", "lost 13-16 character lost"}},
		{"bytes of no character", "one caf\xe2\x82 two", 3, 1, 0, []string{"encoding 7-9 bytes of no character"}},
		{"question marks", "the caf?s of Paris, http://a.org/?q=x and a?b", 13, 2, 0, []string{"lost 7-8 question mark for a lost character"}},
		{"scrambled", strings.Replace(calm, "bridge", "brigde", 1), 38, 1, 0, []string{"garbled 45-51 letters in the wrong order"}},
		{"bad OCR", strings.Replace(calm, "open", "opcn", 1) + " Tbe end was near.", 42, 1, 0, []string{"garbled 130-134 letters misread"}},
		{"digits", strings.Replace(calm, "people", "pe0ple", 1), 38, 1, 0, []string{"garbled 148-154 letters misread"}},
		{"two forms", strings.Replace(calm, "the plan", "threat threats", 1), 38, 2, 0, []string{"garbled 182-196 word twice in two forms"}},
		{"lost ampersand", "He reads the U.S. News   World Report that they print every week.", 13, 0, 0, []string{"lost 23-24 ampersand lost"}},
		{"a lost ampersand in a name", "They said that AT T and the R D of the firm had it.", 14, 4, 0, []string{"lost 15-19 ampersand lost", "lost 28-31 ampersand lost"}},
		{"initials", "The novels of P G Wodehouse and the plan of R B Singh, from A B C to X Y, that was the end.", 24, 0, 0, nil},
		{"words of nothing", "they said that \ufffd\ufffd\ufffd, or \ufffd of it", 7, 1, 0, []string{"lost 15-24 character lost", "lost 29-32 character lost"}},
		{"words run together", strings.Replace(calm, "the new", "thenew", 1), 38, 2, 0, []string{"garbled 37-43 words run together"}},
		{"a phrase three times", "le conseil de la ville le conseil de la ville le conseil de la ville a dit oui", 18, 10, 0, []string{
			"repeated 23-45 phrase twice in a row", "repeated 46-68 phrase twice in a row"}},
		{"a loop", "This is what we see and we see and we see and we see and we see and then it ends.", 21, 12, 0, []string{"repeated 24-67 phrase repeated over and over"}},
		{"a chorus", "ha ha ha ha ha ha ha ha ha ha", 10, 0, 0, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := repair.Assess(test.s)
			var findings []string
			for _, f := range a.Findings {
				findings = append(findings, describe(f))
			}
			if diff := cmp.Diff(test.findings, findings); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if a.Words != test.words || a.Damaged != test.damaged || a.Repairable != test.mendable {
				t.Errorf("%d words, %d damaged, %d repairable, want %d, %d, %d", a.Words, a.Damaged, a.Repairable, test.words, test.damaged, test.mendable)
			}
		})
	}
}

func describe(f repair.Finding) string {
	b, err := json.Marshal(f.Step)
	if err != nil {
		return err.Error()
	}
	return strings.Trim(string(b), `"`) + " " + itoa(f.Start) + "-" + itoa(f.End) + " " + f.Reason
}

func itoa(n int) string {
	b, _ := json.Marshal(n)
	return string(b)
}

// What is not English is not judged by English words, nor are names, terms,
// code, tables and verse.
func TestAssessLeavesAlone(t *testing.T) {
	for name, s := range map[string]string{
		"German":     "Der Rat traf sich am Montag, um \u00fcber die neue Br\u00fccke zu sprechen. Die Arbeiten beginnen im Fr\u00fchling.",
		"Dutch":      "De raad kwam maandag bijeen om over de nieuwe brug te praten. Het werk begint in het voorjaar.",
		"French":     "Le conseil s\u2019est r\u00e9uni lundi pour discuter du nouveau pont. Les travaux commenceront au printemps.",
		"Portuguese": "O conselho reuniu-se na segunda-feira para discutir a nova ponte. As obras come\u00e7am na primavera.",
		"Indonesian": "Dewan bertemu pada hari Senin untuk membahas jembatan baru. Orang-orang setuju.",
		"Finnish":    "Neuvosto kokoontui maanantaina keskustelemaan uudesta sillasta.",
		"Turkish":    "Meclis pazartesi g\u00fcn\u00fc yeni k\u00f6pr\u00fcy\u00fc g\u00f6r\u00fc\u015fmek \u00fczere topland\u0131.",
		"Russian":    "\u0421\u043e\u0432\u0435\u0442 \u0441\u043e\u0431\u0440\u0430\u043b\u0441\u044f \u0432 \u043f\u043e\u043d\u0435\u0434\u0435\u043b\u044c\u043d\u0438\u043a.",
		"Chinese":    "\u59d4\u5458\u4f1a\u5468\u4e00\u5f00\u4f1a\u8ba8\u8bba\u65b0\u6865\u3002",
		"Arabic":     "\u0627\u062c\u062a\u0645\u0639 \u0627\u0644\u0645\u062c\u0644\u0633 \u064a\u0648\u0645 \u0627\u0644\u0627\u062b\u0646\u064a\u0646.",
		"names":      calm + " Mr Przybylski and Ms Achterberg of Wolfsburg were there with the Nguyens, who own Przbx.",
		"terms":      calm + " The goroutine and the mutex, a struct{} of type sync.Mutex, are in x_y and foo/bar2baz.",
		"code":       "func main() {\n\tfmt.Println(strconv.Itoa(n), err)\n}\n",
		"verse":      "Row, row, row your boat\nGently down the stream\nMerrily, merrily, merrily, merrily\nLife is but a dream\n",
		"numbers":    "1 2 3 4 1 2 3 4\n10 20 30\n4.5 1,000 1e9 0xff\n",
	} {
		if a := repair.Assess(s); a.Damaged != 0 {
			t.Errorf("%s: %v", name, a)
		}
	}
}

// Of texts of all kinds those below are the only ones that do not score 1 or
// nearly, and none of them scores less than 0.96.
func TestAssessNegative(t *testing.T) {
	known := map[string]string{
		"bilingual English and French": "secours has the letters of courses",
		"changelog":                    "setfacl could be misread",
		"spelling in words":            "that is not is not",
	}
	archive := txtar.Parse(read(t, "testdata/assess_negative.txtar"))
	if len(archive.Files) < 70 {
		t.Fatalf("%d texts, want more", len(archive.Files))
	}
	for _, file := range archive.Files {
		s, err := txtar.Unquote(file.Data)
		if err != nil {
			t.Errorf("%s: %v", file.Name, err)
			continue
		}
		a := repair.Assess(s)
		reason, ok := known[file.Name]
		switch {
		case a.Integrity < 0.96, !ok && a.Integrity < 0.99:
			t.Errorf("%s: %v: %+v", file.Name, a, a.Findings)
		case ok && a.Integrity >= 0.99:
			t.Errorf("%s scores %.2f although %s: it is no known failure any more", file.Name, a.Integrity, reason)
		}
	}
}

func TestAssessPages(t *testing.T) {
	page := read(t, page001)
	before, after := repair.Assess(page), repair.Assess(repair.String(page))
	if before.Integrity > 0.95 || after.Integrity < 0.97 {
		t.Errorf("page 001: integrity %.3f before and %.3f after repair, want at most 0.95 and at least 0.97", before.Integrity, after.Integrity)
	}
	if a := repair.Assess(read(t, "../internal/testdata/pages/000_469997444fc2ab7f.txt")); a.Integrity < 0.97 {
		t.Errorf("page 000: %v, want an integrity of at least 0.97", a)
	}
}

// The findings are the fixes of Explain and what is beyond them.
func TestAssessAgreesWithExplain(t *testing.T) {
	page := read(t, page001)
	_, fixes := repair.Explain(page)
	found := make(map[[2]int]bool)
	for _, f := range repair.Assess(page).Findings {
		found[[2]int{f.Start, f.End}] = true
	}
	for _, f := range fixes {
		if !found[[2]int{f.Start, f.End}] {
			t.Errorf("fix %+v is no finding", f)
		}
	}
}

func TestAssessmentJSON(t *testing.T) {
	got, err := json.Marshal(repair.Assess("it\x92s quot;on"))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"integrity":0,"words":2,"damaged":2,"repairable":2,` +
		`"breakdown":[{"step":"encoding","reason":"byte of Windows-1252","repairable":true,"count":1},` +
		`{"step":"entities","reason":"damaged character reference: ampersand deleted","repairable":true,"count":1}],` +
		`"findings":[{"step":"encoding","start":2,"end":3,"reason":"byte of Windows-1252","repairable":true},` +
		`{"step":"entities","start":5,"end":10,"reason":"damaged character reference: ampersand deleted","repairable":true}]}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	if got, err := json.Marshal(repair.Assessment{}); err != nil || strings.Contains(string(got), "null") {
		t.Errorf("JSON of nothing = %s, %v", got, err)
	}
}

// Law 7.
func FuzzAssess(f *testing.F) {
	addSeeds(f)
	f.Add(strings.Replace(calm, "the new bridge", "tbe nwe brigde \ufffd caf?s quot;and", 1))
	f.Add("we see and we see and we see and we see and we see\x00 and caf\xe2\x82 nbsp;")
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range optionSets {
			a := o.Assess(s)
			checkAssessment(t, s, a)
			if after := o.Assess(o.String(s)); after.Integrity < a.Integrity {
				t.Errorf("%+v: Assess(%q) = %v, and after repair %v", o, s, a, after)
			}
		}
	})
}

func checkAssessment(t *testing.T, s string, a repair.Assessment) {
	if a.Integrity < 0 || a.Integrity > 1 || a.Damaged < 0 || a.Damaged > a.Words || a.Repairable < 0 || a.Repairable > a.Damaged || a.Words == 0 && a.Integrity != 1 {
		t.Errorf("Assess(%q) = %v", s, a)
	}
	at := 0
	for _, f := range a.Findings {
		if f.Start < at || f.End < f.Start || f.End > len(s) || f.Step == 0 || f.Reason == "" {
			t.Errorf("Assess(%q): finding %+v after %d", s, f, at)
		}
		if utf8.ValidString(s) && !(onBoundary(s, f.Start) && onBoundary(s, f.End)) {
			t.Errorf("Assess(%q): finding %+v is not on the boundary of a rune", s, f)
		}
		at = f.Start
	}
}

func TestAssessCleanAllocatesNothing(t *testing.T) {
	if race.Enabled {
		t.Skip("the race detector allocates")
	}
	s := strings.Repeat(calm+"\n", 50)
	repair.Assess(s)
	if n := testing.AllocsPerRun(20, func() { repair.Assess(calm) }); n != 0 {
		t.Errorf("Assess of clean text allocates %v times", n)
	}
}

func BenchmarkAssess(b *testing.B) {
	for _, bench := range []struct{ name, s string }{{"clean", cleanProse()[:4<<20]}, {"page", damagedPage(b)}} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.s)))
			b.ReportAllocs()
			for b.Loop() {
				repair.Assess(bench.s)
			}
		})
	}
}
