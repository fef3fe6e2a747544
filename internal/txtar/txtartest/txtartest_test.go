package txtartest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the fixtures")

func TestRun(t *testing.T) {
	Run(t, filepath.Join("testdata", "upper.txtar"), *update, strings.ToUpper)
}

func TestRunKnownFailures(t *testing.T) {
	RunKnownFailures(t, filepath.Join("testdata", "known_failures.txtar"), strings.ToUpper)
}

// A list of known failures that has been worked off is no error.
func TestRunKnownFailuresEmpty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "known_failures.txtar")
	writeFile(t, path, "None at present.\n")
	RunKnownFailures(t, path, strings.ToUpper)
}

func TestRunUpdates(t *testing.T) {
	path := filepath.Join(t.TempDir(), "upper.txtar")
	writeFile(t, path, "Why.\n-- a/in --\nx\\n\n-- a/want --\ny\n-- b/in --\nz\n-- b/want --\n\\x5A\n-- c/same --\n1\n")
	Run(t, path, true, strings.ToUpper)
	// What was right stays as it was written.
	const want = "Why.\n-- a/in --\nx\\n\n-- a/want --\nX\\n\n-- b/in --\nz\n-- b/want --\n\\x5A\n-- c/same --\n1\n"
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("updated archive: mismatch (-want +got):\n%s", diff)
	}
}

func TestRewriteLeavesSame(t *testing.T) {
	a := txtar.Parse("-- a/same --\nx\n")
	cases := []txtar.Case{{Name: "a", In: "x", Want: "x"}}
	if rewrite(&a, cases, strings.ToUpper) {
		t.Errorf("rewrite changed a same file: %q", txtar.Format(a))
	}
}

func TestMismatch(t *testing.T) {
	c := txtar.Case{Name: "a", In: "x", Want: "X"}
	if msg := mismatch(c, strings.ToUpper); msg != "" {
		t.Errorf("mismatch of a passing case = %q, want none", msg)
	}
	msg := mismatch(c, strings.ToLower)
	for _, part := range []string{"(-want +got)", `"X"`, `"x"`} {
		if !strings.Contains(msg, part) {
			t.Errorf("mismatch of a failing case = %q, want %q in it", msg, part)
		}
	}
}

func TestOutgrown(t *testing.T) {
	c := txtar.Case{Name: "a", In: "x", Want: "X"}
	if msg := outgrown(c, "p.txtar", strings.ToLower); msg != "" {
		t.Errorf("outgrown of a failing case = %q, want none", msg)
	}
	const want = `known failure "a" passes now: move it out of p.txtar to the other fixtures`
	if msg := outgrown(c, "p.txtar", strings.ToUpper); msg != want {
		t.Errorf("outgrown of a passing case = %q, want %q", msg, want)
	}
}

func writeFile(t *testing.T, path, data string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}
