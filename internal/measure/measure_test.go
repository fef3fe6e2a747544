package main

import (
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/textmend/textmend/entities"
)

func TestEscapeIsUndoneByUnescape(t *testing.T) {
	families, err := newFamilies()
	if err != nil {
		t.Fatal(err)
	}
	var latin strings.Builder
	for r := '\u0001'; r < '\u0250'; r++ {
		latin.WriteRune(r)
	}
	texts := []string{
		"", "plain text\n", latin.String(), "AT&T &amp; <b>R&D</b>",
		"\u201ea\u201c \u2018b\u2019 \u00abc\u00bb \u2013 \u2014 d\u2026\u00a0\"e\" 'f'",
		"\u0436\u05d0\u0627\u0939\u4e2d\u3042\ud55c\u1ebf \U0001f600 \ufffd",
	}
	for _, f := range families {
		for _, want := range texts {
			escaped := f.names.escape(want)
			if got := html.UnescapeString(escaped); got != want {
				t.Errorf("%s: UnescapeString(%q) = %q, want %q", f.name, escaped, got, want)
			}
		}
	}
}

func TestFamilies(t *testing.T) {
	families, err := newFamilies()
	if err != nil {
		t.Fatal(err)
	}
	const text = "\"R&D's\" \u00e9\u0159\u0161\u20ac"
	want := map[string]string{
		"deleted":       "quot;Ramp;D#39;squot; eacute;rcaron;scaron;#8364;",
		"spaced":        " quot;R amp;D #39;s quot;  eacute; rcaron; scaron; #8364;",
		"html4 deleted": "quot;Ramp;D#39;squot; eacute;#345;scaron;#8364;",
		"html4 spaced":  " quot;R amp;D #39;s quot;  eacute; #345; scaron; #8364;",
	}
	for _, f := range families {
		if got := f.damage(f.names.escape(text)); got != want[f.name] {
			t.Errorf("%s: %q becomes %q, want %q", f.name, text, got, want[f.name])
		}
	}
}

func TestNewEscaperRefuses(t *testing.T) {
	for _, name := range []string{"nosuchname", "amp", "fjlig"} {
		if _, err := newEscaper([]string{"amp", name}); err == nil {
			t.Errorf("newEscaper(amp, %s) gives no error", name)
		}
	}
}

func TestJudge(t *testing.T) {
	tests := []struct {
		damaged, got, want string
		verdict            verdict
	}{
		{"it#39;s", "it's", "it's", right},
		{"anbsp;b", "a\u00a0b", "a b", right},
		{"same", "same", "same", right},
		{"a  quot;b", "a  \"b", "a \"b", spaces},
		{"a _x000D_ b", "a\nb", "a b", spaces},
		{"it#39;s", "it#39;s", "it's", missed},
		{"quot;aquot;", "\"aquot;", "\"a\"", partial},
		{"&amp;amp;#39;", "&#39;", "'", partial},
		{"it#39;s", "its", "it's", wrong},
		{"it#39;s", "it#39;S", "it's", wrong},
	}
	for _, test := range tests {
		if v := judge(test.damaged, test.got, test.want); v != test.verdict {
			t.Errorf("judge(%q, %q, %q) = %v, want %v", test.damaged, test.got, test.want, v, test.verdict)
		}
	}
}

func TestFold(t *testing.T) {
	const text = "  a\u00a0\t b\n\nc "
	if got, want := fold(text), " a b c "; got != want {
		t.Errorf("fold(%q) = %q, want %q", text, got, want)
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "ab", 2}, {"kitten", "sitting", 3}, {"\u00e9a", "a", 1},
	}
	for _, test := range tests {
		if got := distance(test.a, test.b); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
		if got := distance(test.b, test.a); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.b, test.a, got, test.want)
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{"a", "b", ""}
	if list := compare(want, want); list != nil {
		t.Errorf("compare(%q, itself) = %v, want none", want, list)
	}
	got := compare(want, []string{"a", "x"})
	if diff := []difference{{2, "b", "x"}, {3, "", ""}}; !slices.Equal(got, diff) {
		t.Errorf("compare = %v, want %v", got, diff)
	}
}

func TestApply(t *testing.T) {
	refs := []entities.Reference{{Start: 1, End: 3, Text: "X"}, {Start: 3, End: 3, Text: "Y"}}
	if got, err := apply("abcd", slices.Values(refs)); got != "aXYd" || err != nil {
		t.Errorf("apply = %q, %v, want aXYd", got, err)
	}
	slices.Reverse(refs)
	if got, err := apply("abcd", slices.Values(refs)); err == nil {
		t.Errorf("apply out of order = %q, want an error", got)
	}
}

func TestAroundKeepsRunesWhole(t *testing.T) {
	text := strings.Repeat("\u00e9", 40) + "x#39;y" + strings.Repeat("\u4e2d", 40)
	start := strings.Index(text, "#39;")
	got := around(text, start, start+4)
	if strings.ToValidUTF8(got, "") != got || !strings.Contains(got, "x#39;y") {
		t.Errorf("around = %q", got)
	}
}

// TestCommands runs each command on a small file.
func TestCommands(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "news-eng.txt")
	tests := []struct {
		content string
		args    []string
		last    string // the last line of the output starts with it
	}{
		{"it&#39;s\tit's\na &quot;\ta\\n", []string{"pairs", file}, "2 rows: 1 right (1 with spaces folded), 0 missed, 1 wrong"},
		{"it's\nit is\n", []string{"same", file}, "2 lines: 2 unchanged, 0 changed"},
		{"it is\nno more\n", []string{"roundtrip", "-v=1", dir}, "all 2 100.00% 100.00% 100.00% 100.00%"},
		{"a &amp; b\n", []string{"false", "-ext=.txt", dir}, "1 files (0 binary ones skipped), 0.00 MB: 0 edits, 0.00 per 10 MB; 1 intact references"},
	}
	tests = append(tests, []struct {
		content string
		args    []string
		last    string
	}{
		{"caf\u00e9\n", []string{"mojibake", dir}, "alone 100.0/0.0"},
		{"\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440, \u043a\u0430\u043a \u0434\u0435\u043b\u0430?\n", []string{"legacy", "-match=news-eng.txt", dir}, "file route lines"},
		{"\u00e5\u00a31\t\u00a31\na\tb\n\\\"a\t\"a\n", []string{"sms", file}, "2 rows: 1 right, 1 left as they were, 0 otherwise"},
		{"caf\u00c3\u00a9\n", []string{"changes", dir}, "1 files, 0.00 MB: 1 fixes"},
	}...)
	for _, test := range tests {
		if err := os.WriteFile(file, []byte(test.content), 0o600); err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if err := program.Run(&out, test.args); err != nil {
			t.Errorf("%q: %v", test.args, err)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		if last := strings.Join(strings.Fields(lines[len(lines)-1]), " "); !strings.HasPrefix(last, test.last) {
			t.Errorf("%q ends with %q, want %q", test.args, last, test.last)
		}
	}
}

func TestTroubleNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "bad.txt")
	if err := os.WriteFile(file, []byte("no tab \xff\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(dir, "missing")
	tests := []struct {
		args []string
		want string
	}{
		{nil, "usage"},
		{[]string{"nosuch"}, "nosuch"},
		{[]string{"pairs"}, "usage"},
		{[]string{"pairs", "-via=nosuch", file}, "nosuch"},
		{[]string{"pairs", file}, "bad.txt:1"},
		{[]string{"same", missing}, "missing"},
		{[]string{"roundtrip", file}, "bad.txt:1"},
		{[]string{"roundtrip", dir}, dir},
		{[]string{"false", missing}, "missing"},
		{[]string{"false", "-ext=.go", dir}, dir},
	}
	for _, test := range tests {
		err := program.Run(&strings.Builder{}, test.args)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error %v, want one with %q", test.args, err, test.want)
		}
	}
}

func TestMojibakeCases(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cases.json")
	cases := `[{"label":"a","original":"caf\u00c3\u00a9","fixed":"caf\u00e9"},
		{"label":"b","original":"same","fixed":"other"}]`
	if err := os.WriteFile(file, []byte(cases), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := program.Run(&out, []string{"mojibake", file}); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.Contains(got, ":2: b\n") || !strings.HasSuffix(got, ": 1 of 2 right\n") {
		t.Errorf("mojibake prints %q", got)
	}
}

func TestMisreaders(t *testing.T) {
	want := map[string]string{
		"1252": "\u00e2\u20ac\u009d", "latin1": "\u00e2\u0080\u009d", "1251": "\u0432\u0402\u045c", "mac": "\u201a\u00c4\u00f9",
		"lossy": "\u00e2\u20ac", "twice": "\u00c3\u00a2\u00e2\u201a\u00ac\u00c2\u009d",
	}
	for _, m := range misreaders() {
		if w, ok := want[m.name]; ok && m.read("\u201d") != w {
			t.Errorf("%s: read = %q, want %q", m.name, m.read("\u201d"), w)
		}
	}
}
