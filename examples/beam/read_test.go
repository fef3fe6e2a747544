package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/prose"
)

func writeFile(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func compress(t *testing.T, content string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sortedProblems returns the problems that a job wrote, with the names of files
// in place of their paths.
func sortedProblems(t *testing.T, output, dir string) []string {
	t.Helper()
	var all []string
	for _, p := range written[problemRecord](t, output, kindProblems) {
		s := problem{place{p.File, p.Line}, p.Error}.String()
		all = append(all, strings.ReplaceAll(s, dir+string(filepath.Separator), ""))
	}
	slices.Sort(all)
	return all
}

// textsByID returns the texts that a job wrote.
func textsByID(t *testing.T, output string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, line := range written[textRecord](t, output, kindTexts) {
		if _, ok := texts[line.ID]; ok {
			t.Errorf("id %q was written twice", line.ID)
		}
		texts[line.ID] = line.Text
	}
	return texts
}

func TestBadLines(t *testing.T) {
	dir := t.TempDir()
	long := strings.NewReplacer("\n\n", " ", "\n", " ", `"`, "'").Replace(prose.Build(10<<20, false))
	writeFile(t, filepath.Join(dir, "a.jsonl"), "\ufeff"+`{"id": "first", "text": "After a mark."}

   `+`
{"id": "broken", "text": "No end
{"id": "cr", "text": "A line end of two."}`+"\r"+`
[1, 2]
"text"
null
{"text": "No id."}
{"id": "", "text": "An empty id."}
{"id": true, "text": "An id of another kind."}
{"id": 17, "text": "A number.", "more": {"text": "Not this."}}
{"id": "none"}
{"id": "list", "text": ["no", "string"]}
{"id": "empty", "text": ""}
{"id": "bytes", "text": "d`+"\xe9"+`j\u00e0 `+"\x93"+`vu`+"\x94"+`"}
{"id": "twice", "text": "The first of two."}
{"id": "long", "text": "`+long+`"}
{"id": "too long", "text": "`+long+` and more"}
{"id": "last", "text": "No line end."}`)
	// Two members, as files put together by cat have, and no name that says so.
	writeFile(t, filepath.Join(dir, "b"), compress(t, `{"id": "zipped", "text": "Don#39;t."}`+"\n")+
		compress(t, `{"id": "twice", "text": "The second of two."}`))

	limit := len(`{"id": "long", "text": ""}`) + len(long)
	output, s := runJob(t, "-input", filepath.Join(dir, "*"), "-line", fmt.Sprint(limit))
	texts := textsByID(t, output)
	if texts["long"] != long {
		t.Errorf("the long text has %d bytes, want %d", len(texts["long"]), len(long))
	}
	delete(texts, "long")
	want := map[string]string{
		"first": "After a mark.", "cr": "A line end of two.", "17": "A number.", "empty": "",
		"bytes": "déjà “vu”", "twice": "The second of two.", "last": "No line end.", "zipped": "Don't.",
	}
	if diff := gocmp.Diff(want, texts); diff != "" {
		t.Errorf("texts (-want +got):\n%s", diff)
	}
	wantProblems := []string{
		`a.jsonl:10: "id" is empty`,
		`a.jsonl:11: "id" is no string`,
		`a.jsonl:13: no member "text"`,
		`a.jsonl:14: "text" is no string`,
		`a.jsonl:17: id "twice" comes again at b:2`,
		fmt.Sprintf(`a.jsonl:19: longer than %d bytes`, limit),
		`a.jsonl:4: invalid JSON at byte 32: unexpected end of JSON input`,
		`a.jsonl:6: not a JSON object: array`,
		`a.jsonl:7: not a JSON object: string`,
		`a.jsonl:8: not a JSON object: null`,
		`a.jsonl:9: no member "id"`,
	}
	if diff := gocmp.Diff(wantProblems, sortedProblems(t, output, dir)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	wantCounts := map[string]int64{textsRead: 10, blankLines: 2, unreadable: 10, duplicates: 1, repaired: 2}
	for name, want := range wantCounts {
		if s.counts[name] != want {
			t.Errorf("%s: %d, want %d", name, s.counts[name], want)
		}
	}
}

// Problems are logged with file and line, those of a file that has nothing else
// only at first.
func TestProblemsAreLogged(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.jsonl")
	writeFile(t, bad, strings.Repeat("{\n", 50))
	output := filepath.Join(dir, "output")
	_, stderr, status := runProgram(t, "-input", bad, "-output", output)
	if status != statusFine || !strings.Contains(stderr, "beam: "+bad+":1: invalid JSON") {
		t.Errorf("status %d, stderr:\n%s", status, stderr)
	}
	if n := strings.Count(stderr, "beam: "); n != maxLogged+1 {
		t.Errorf("%d messages, want %d", n, maxLogged+1)
	}
	if n := len(written[problemRecord](t, output, kindProblems)); n != 50 {
		t.Errorf("%d problems were written, want 50", n)
	}
}

func TestFieldNames(t *testing.T) {
	name := filepath.Join(t.TempDir(), "f.jsonl")
	writeFile(t, name, `{"id": 1, "text": "no", "url": "u", "body": "yes"}`+"\n\n"+`{"body": "too"}`)
	output, _ := runJob(t, "-input", name, "-id-field", "url", "-text-field", "body")
	if diff := gocmp.Diff(map[string]string{"u": "yes"}, textsByID(t, output)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	output, _ = runJob(t, "-input", name, "-id-field", "", "-text-field", "body")
	if diff := gocmp.Diff(map[string]string{name + ":1": "yes", name + ":3": "too"}, textsByID(t, output)); diff != "" {
		t.Errorf("without ids (-want +got):\n%s", diff)
	}
}

func TestTextFiles(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	writeFile(t, at("a.txt"), "He said quot;no.quot;\nSecond line.\n")
	writeFile(t, at("b.txt"), compress(t, "Zipped.\n"))
	writeFile(t, at("c.txt"), "")
	writeFile(t, at("d.txt"), "bin\x00ary")
	writeFile(t, at("e.txt"), strings.Repeat("x", 101))
	output, _ := runJob(t, "-input", at("*.txt"), "-format", "text", "-line", "100")
	want := map[string]string{at("a.txt"): "He said \"no.\"\nSecond line.\n", at("b.txt"): "Zipped.\n", at("c.txt"): ""}
	if diff := gocmp.Diff(want, textsByID(t, output)); diff != "" {
		t.Errorf("texts (-want +got):\n%s", diff)
	}
	wantProblems := []string{"d.txt: not text: NUL byte at offset 3", "e.txt: longer than 100 bytes"}
	if diff := gocmp.Diff(wantProblems, sortedProblems(t, output, dir)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestScores(t *testing.T) {
	name := filepath.Join(t.TempDir(), "f.jsonl")
	writeFile(t, name, `{"id": "a", "text": "The quick brown fox isn#39;t lazy."}`+"\n"+`{"id": "b", "text": "Nor is the dog."}`)
	output, s := runJob(t, "-input", name)
	scores := written[score](t, output, kindScores)
	slices.SortFunc(scores, func(a, b score) int { return cmp.Compare(a.ID, b.ID) })
	if len(scores) != 2 {
		t.Fatalf("%d scores, want 2", len(scores))
	}
	if a := scores[0]; a.ID != "a" || a.Integrity >= 1 || a.Words != 6 || a.Damaged != 1 || a.Repairable != 1 || !a.Repaired || len(a.Findings) != 1 {
		t.Errorf("score of a damaged text: %+v", a)
	}
	if b := scores[1]; b.ID != "b" || b.Integrity != 1 || b.Words != 4 || b.Damaged != 0 || b.Repaired || len(b.Findings) != 0 {
		t.Errorf("score of a text without damage: %+v", b)
	}
	mean := (scores[0].Integrity + 1) / 2
	if got := float64(s.integrity.Sum) / float64(s.integrity.Count) / integrityUnit; got < mean-1e-5 || got > mean+1e-5 {
		t.Errorf("mean integrity %v, want %v", got, mean)
	}
}

func TestLineReader(t *testing.T) {
	for _, test := range []struct {
		input string
		want  []string
	}{
		{"", nil},
		{"\n", []string{""}},
		{"a", []string{"a"}},
		{"a\n\nb\n", []string{"a", "", "b"}},
		{strings.Repeat("x", 40) + "\ny", []string{strings.Repeat("x", 40), "y"}},
		{strings.Repeat("x", 40), []string{strings.Repeat("x", 40)}},
		{strings.Repeat("x", 41) + "\ny", []string{"too long", "y"}},
		{strings.Repeat("x", 41), []string{"too long"}},
		{strings.Repeat("x", 400) + "\ny\n", []string{"too long", "y"}},
		{"\ufeffa\n\ufeffb", []string{"a", "\ufeffb"}},
	} {
		lines := lineReader{r: bufio.NewReaderSize(iotest.OneByteReader(strings.NewReader(test.input)), 16), max: 40}
		var got []string
		for {
			line, err := lines.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				line = []byte("too long")
			}
			got = append(got, string(line))
			if lines.number != int64(len(got)) {
				t.Errorf("%q: line %d has the number %d", test.input, len(got), lines.number)
			}
		}
		if diff := gocmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.input, diff)
		}
	}
}
