package txtar

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	tests := []struct {
		name, in string
		want     Archive
	}{
		{"empty", "", Archive{}},
		{"only a comment", "why\n", Archive{Comment: "why\n"}},
		{"comment without newline", "why", Archive{Comment: "why\n"}},
		{"file first", "-- a --\nx\n", Archive{Files: []File{{"a", "x\n"}}}},
		{"data without newline", "-- a --\nx", Archive{Files: []File{{"a", "x\n"}}}},
		{"marker at the end", "why\n-- a --", Archive{"why\n", []File{{"a", ""}}}},
		{"empty file", "-- a --\n-- b --\n\n", Archive{Files: []File{{"a", ""}, {"b", "\n"}}}},
		{"spaces around the name", "--   a b   --\n", Archive{Files: []File{{"a b", ""}}}},
		{"no markers", "-- --\n--  --\n--a--\n -- a --\n-- a -- \n-- a\n", Archive{Comment: "-- --\n--  --\n--a--\n -- a --\n-- a -- \n-- a\n"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Parse(test.in)); diff != "" {
				t.Errorf("Parse(%q): mismatch (-want +got):\n%s", test.in, diff)
			}
		})
	}
}

func TestFormat(t *testing.T) {
	a := Archive{"why", []File{{"a/in", "x"}, {"a/want", "y\n"}, {"b/same", ""}}}
	const want = "why\n-- a/in --\nx\n-- a/want --\ny\n-- b/same --\n"
	if got := Format(a); got != want {
		t.Errorf("Format(%q) = %q, want %q", a, got, want)
	}
}

func TestCases(t *testing.T) {
	const in = `Why.
-- one/in --
a\u00a0b
-- one/want --
a b
-- deep/two/same --
kept\n
-- three/in --
-- three/want --

`
	want := []Case{
		{"one", "a\u00a0b", "a b"},
		{"deep/two", "kept\n", "kept\n"},
		{"three", "", ""},
	}
	got, err := Cases(Parse(in))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Cases: mismatch (-want +got):\n%s", diff)
	}
}

func TestCasesErrors(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"no kind", "-- a --\n", `file "a" where NAME/in or NAME/same should be`},
		{"no name", "-- /in --\n", `file "/in" where NAME/in or NAME/same should be`},
		{"want first", "-- a/want --\n", `file "a/want" where NAME/in or NAME/same should be`},
		{"no want", "-- a/in --\n", `the archive ends where "a/want" should be`},
		{"another's want", "-- a/in --\n-- b/want --\n", `file "b/want" where "a/want" should be`},
		{"name twice", "-- a/same --\n-- a/in --\n-- a/want --\n", `two cases are called "a"`},
		{"escape in", "-- a/in --\n\\q\n-- a/want --\n", `file "a/in": unknown escape \q`},
		{"escape want", "-- a/in --\n-- a/want --\n\\q\n", `file "a/want": unknown escape \q`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Cases(Parse(test.in)); err == nil || err.Error() != "txtar: "+test.want {
				t.Errorf("Cases(%q): error %v, want %v", test.in, err, test.want)
			}
		})
	}
}

var quoteTests = []struct{ name, plain, quoted string }{
	{"empty", "", ""},
	{"plain", "Pyongyang#39;s – “so”, ½ é 日本 😀", "Pyongyang#39;s – “so”, ½ é 日本 😀"},
	{"backslash", `\u0026`, `\\u0026`},
	{"named", "a\r\tb", `a\r\tb`},
	{"newline inside", "a\n\nb", "a\n\nb"},
	{"newline at the end", "a\n\n", "a\n" + `\n`},
	{"control", "\x00\x1b\x7f", `\x00\x1b\x7f`},
	{"C1 control", "\u0085\u0096", `\u0085\u0096`},
	{"spaces", "\u00a0\u2009\u202f\u3000", `\u00a0\u2009\u202f\u3000`},
	{"space at the end of a line", "a b \nc  ", `a b\x20` + "\n" + `c \x20`},
	{"format", "\u00ad\u200b\u200d\ufeff\U000e0041", `\u00ad\u200b\u200d\ufeff\U000e0041`},
	{"separators", "\u2028\u2029", `\u2028\u2029`},
	{"drawing nothing", "\u034f\u3164\ufe0f", `\u034f\u3164\ufe0f`},
	{"private", "\ue000\U00100000", `\ue000\U00100000`},
	{"replacement", "\ufffd", `\ufffd`},
	{"no UTF-8", "\xff\xe2\x80", `\xff\xe2\x80`},
	{"half a surrogate", "\xed\xa0\x80", `\xed\xa0\x80`},
	{"marker", "-- a --\nb\n-- c --", `\x2d- a --` + "\nb\n" + `\x2d- c --`},
	{"no marker", "a -- b --\n--c--", "a -- b --\n--c--"},
}

func TestQuote(t *testing.T) {
	for _, test := range quoteTests {
		t.Run(test.name, func(t *testing.T) {
			if got := Quote(test.plain); got != test.quoted {
				t.Errorf("Quote(%q) = %q, want %q", test.plain, got, test.quoted)
			}
		})
	}
}

func TestUnquote(t *testing.T) {
	tests := append(quoteTests, []struct{ name, plain, quoted string }{
		{"named newline", "a\nb", `a\nb`},
		{"upper case", "\u00abZ", `\u00AB\x5A`},
		{"character of bytes", "é", `\xc3\xa9`},
		{"long form", "é", `\U000000e9`},
		{"adjacent", "\\n\n", `\\n\n`},
		{"invisible as it stands", "a\u00a0b\xff", "a\u00a0b\xff"},
	}...)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, err := Unquote(test.quoted); got != test.plain || err != nil {
				t.Errorf("Unquote(%q) = %q, %v, want %q", test.quoted, got, err, test.plain)
			}
		})
	}
}

func TestUnquoteErrors(t *testing.T) {
	tests := []struct{ in, want string }{
		{`a\`, `\ at the end of the text`},
		{`a\qb`, `unknown escape \q`},
		{`\é`, `unknown escape \é`},
		{"\\\xff", `unknown escape \ before byte 0xff`},
		{`\x4`, `escape \x needs 2 hexadecimal digits`},
		{`\x4g`, `escape \x needs 2 hexadecimal digits, has "4g"`},
		{`\u+123`, `escape \u needs 4 hexadecimal digits, has "+123"`},
		{`\ud800`, `escape \ud800 is no character`},
		{`\U00110000`, `escape \U00110000 is no character`},
		{`\Uffffffff`, `escape \Uffffffff is no character`},
	}
	for _, test := range tests {
		if got, err := Unquote(test.in); err == nil || err.Error() != test.want {
			t.Errorf("Unquote(%q) = %q, error %v, want error %v", test.in, got, err, test.want)
		}
	}
}

// Laws: Unquote undoes Quote; a quoted text holds nothing invisible, survives
// as the data of a file, and is read as the same case.
func FuzzQuote(f *testing.F) {
	for _, test := range quoteTests {
		f.Add(test.plain)
		f.Add(test.quoted)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q := Quote(s)
		if got, err := Unquote(q); got != s || err != nil {
			t.Errorf("Unquote(Quote(%q)) = %q, %v", s, got, err)
		}
		if i := strings.IndexFunc(q, func(r rune) bool { return r != '\n' && !visible(r) }); i >= 0 {
			t.Errorf("Quote(%q) = %q: invisible at %d", s, q, i)
		}
		a := Archive{Files: []File{{"x/in", q}, {"x/want", q + "\n"}}}
		want := []Case{{"x", s, s}}
		got, err := Cases(Parse(Format(a)))
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("Cases with %q: %v, mismatch (-want +got):\n%s", q, err, diff)
		}
	})
}

// Laws: what was parsed is formatted and parsed without a change; Cases and
// Unquote take any text.
func FuzzParse(f *testing.F) {
	f.Add("why\n-- a/in --\nx\n-- a/want --\n\\n\n-- b/same --\n")
	f.Add("-- --\n-- a --")
	f.Fuzz(func(t *testing.T, s string) {
		a := Parse(s)
		if diff := cmp.Diff(a, Parse(Format(a))); diff != "" {
			t.Errorf("Parse(Format(Parse(%q))): mismatch (-want +got):\n%s", s, diff)
		}
		// Neither may panic; what they return for noise is theirs to say.
		_, _ = Cases(a)
		_, _ = Unquote(s)
	})
}
