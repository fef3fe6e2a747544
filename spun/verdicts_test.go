package spun_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/txtar"
	"github.com/textmend/textmend/spun"
)

// TestVerdicts compares the texts of testdata/verdicts.txtar.
func TestVerdicts(t *testing.T) { runCases(t, "testdata/verdicts.txtar", checkVerdict) }

// TestEditors compares the texts of testdata/editors.txtar, none of which is
// spun, in either direction.
func TestEditors(t *testing.T) {
	runCases(t, "testdata/editors.txtar", func(t *testing.T, text, reference, want string) {
		r := spun.Compare(text, reference)
		checkReport(t, r, text, reference)
		if !slices.Contains(strings.Split(strings.TrimSpace(want), " or "), r.Verdict.String()) {
			t.Errorf("verdict %v, want %s\n%v", r.Verdict, want, r)
		}
		if back := spun.Compare(reference, text); back.Verdict == spun.Spun {
			t.Errorf("the other way round it is spun\n%v", back)
		}
	})
}

// runCases checks each case of a file: NAME/text, NAME/reference and what is
// wanted of them.
func runCases(t *testing.T, file string, check func(t *testing.T, text, reference, want string)) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	files := txtar.Parse(string(data)).Files
	if len(files) == 0 || len(files)%3 != 0 {
		t.Fatalf("%d files, want three for each case", len(files))
	}
	for ; len(files) > 0; files = files[3:] {
		name, ok := strings.CutSuffix(files[0].Name, "/reference")
		if !ok || files[1].Name != name+"/text" || files[2].Name != name+"/want" {
			t.Fatalf("%s, %s, %s: want NAME/reference, NAME/text, NAME/want", files[0].Name, files[1].Name, files[2].Name)
		}
		t.Run(name, func(t *testing.T) { check(t, files[1].Data, files[0].Data, files[2].Data) })
	}
}

// checkVerdict compares the report with what is wanted: verdicts, and then
// substitutions if the verdict allows but one.
func checkVerdict(t *testing.T, text, reference, want string) {
	lines := strings.Split(strings.TrimSpace(want), "\n")
	verdicts := strings.Split(lines[0], " or ")
	r := spun.Compare(text, reference)
	checkReport(t, r, text, reference)
	if !slices.Contains(verdicts, r.Verdict.String()) {
		t.Errorf("verdict %v, want %s\n%v", r.Verdict, lines[0], r)
	}
	if len(verdicts) > 1 {
		return
	}
	got := []string{}
	for _, s := range r.Substitutions {
		got = append(got, fmt.Sprintf("%s -> %s", reference[s.RefStart:s.RefEnd], text[s.Start:s.End]))
	}
	if diff := cmp.Diff(lines[1:], got); diff != "" {
		t.Errorf("substitutions (-want +got):\n%s", diff)
	}
}
