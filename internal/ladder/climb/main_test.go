package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// climb runs the program and returns what it prints.
func climb(t *testing.T, args ...string) string {
	t.Helper()
	var out strings.Builder
	args = slices.Insert(slices.Clone(args), 1, "-via=fixes")
	if err := program.Run(&out, args); err != nil {
		t.Fatalf("climb %q: %v", args, err)
	}
	return out.String()
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestTable(t *testing.T) {
	got := climb(t, "table", "../corpus")
	for _, want := range []string{
		`^4 articles; `,
		`\n +1 % +3 % +10 % +30 % +60 %\n`,
		// What String repairs, fixes sees; what nothing repairs it does not.
		`\n +controls( +0\.0000){5}\n`,
		`\n +U\+FFFD +0\.0\d\d\d +0\.0\d\d\d +0\.[01]\d\d\d +0\.[23]\d\d\d +0\.[56]\d\d\d\n`,
		`\nall cells: 0\.\d{4}\n`,
		`\n +controls +0\.010 > 0\.010 `,
	} {
		if !regexp.MustCompile(want).MatchString(got) {
			t.Errorf("table does not match %q:\n%s", want, got)
		}
	}
}

func TestClean(t *testing.T) {
	file := write(t, "a.txt", "Clean words, six in a row.\nThe visit#39;s end is in sight.\n")
	got := climb(t, "clean", "-words=6", "-worst=1", file)
	// One of the 6 words of the second article is damaged.
	const want = "   file  articles    mean   least\n" +
		"  a.txt         2  0.9167  0.8333\n" +
		"    all         2  0.9167  0.8333\n" +
		"\n0.8333 FILE\nThe visit#39;s end is in sight.\n\n"
	if got = strings.ReplaceAll(got, file, "FILE"); got != want {
		t.Errorf("clean prints %q, want %q", got, want)
	}
}

func TestCleanGo(t *testing.T) {
	got := climb(t, "clean", "-go", "..", "../../../repair")
	if !regexp.MustCompile(`\n +all +\d+ +[01]\.\d{4} +[01]\.\d{4}\n$`).MatchString(got) || strings.Count(got, "\n") != 2 {
		t.Errorf("clean -go prints %q", got)
	}
}

func TestShow(t *testing.T) {
	file := write(t, "a.txt", "R&D's here")
	const want = "-- 1 of 2 words damaged; score 0.5000 --\nRamp;D#39;s here\n"
	for seed := range 20 {
		got := climb(t, "show", "-kind=references, & deleted", "-share=0.5", "-seed", strconv.Itoa(seed), file)
		if !strings.HasPrefix(got, "-- 1 of 2 words damaged; ") {
			t.Fatalf("show prints %q", got)
		}
		if got == want {
			return
		}
	}
	t.Errorf("show never damages the first word as %q", want)
}

func TestPicture(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.svg")
	climb(t, "picture", "-o", file, "../corpus")
	first, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(first), "<svg ") || !strings.HasSuffix(string(first), "</svg>\n") {
		t.Errorf("picture writes %q", first)
	}
	climb(t, "picture", "-o", file, "../corpus")
	if second, err := os.ReadFile(file); err != nil || string(second) != string(first) {
		t.Errorf("the picture differs the second time; error %v", err)
	}
}

func TestRank(t *testing.T) {
	file := write(t, "a.tsv", "10\tIt is.\n5\tKim#39;s is.\n2\tKim#39;s quot;isquot;.\n")
	if got, want := climb(t, "rank", file), "a.tsv\t3 texts\trank correlation 1.0000\n"; got != want {
		t.Errorf("rank prints %q, want %q", got, want)
	}
}

func TestErrors(t *testing.T) {
	rows := write(t, "rows.tsv", "1\ta\nb\n")
	empty := write(t, "empty.txt", " \n")
	for _, test := range []struct {
		args []string
		want string
	}{
		{nil, "no command"},
		{[]string{"fall"}, `unknown command "fall"`},
		{[]string{"table"}, "table: no paths"},
		{[]string{"table", "-x", "a"}, "table: flag provided but not defined: -x"},
		{[]string{"table", "-via=luck", "a"}, "table: -via=luck: unknown score"},
		{[]string{"table", "-words=0", "a"}, "table: -words=0: no article"},
		{[]string{"table", "/no/such/file"}, "/no/such/file: no such file"},
		{[]string{"table", empty}, empty + ": no articles"},
		{[]string{"picture", "a"}, "picture: -o names no file"},
		{[]string{"show", "-kind=rust", "a"}, `show: -kind="rust": want one of ["references, & deleted" `},
		{[]string{"show", "-kind=U+FFFD", "-share=NaN", "a"}, "show: -share=NaN: want a number from 0 to 1"},
		{[]string{"rank", rows}, rows + ":2: want a number, a tab and a text"},
		{[]string{"clean", "-go", write(t, "a.go", "// A")}, "a.go:1:5: expected 'package'"},
	} {
		err := program.Run(&strings.Builder{}, test.args)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("climb %q: error %v, want %q", test.args, err, test.want)
		}
	}
}
