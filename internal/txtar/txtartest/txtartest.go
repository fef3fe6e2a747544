// Package txtartest runs the cases of a txtar archive as tests.
package txtartest

import (
	"fmt"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/txtar"
)

// Run tests that f makes what each case of the archive at path wants, in a
// subtest of the case's name. With update, NAME/want files that differ are
// first rewritten to what f makes now. NAME/same files never are: a text that
// must not change stays a failure until f leaves it alone.
func Run(t *testing.T, path string, update bool, f func(string) string) {
	t.Helper()
	a := read(t, path)
	if update {
		write(t, path, &a, f)
	}
	cases := casesOf(t, path, a)
	if len(cases) == 0 {
		t.Fatalf("%s has no cases", path)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			if msg := mismatch(c, f); msg != "" {
				t.Error(msg)
			}
		})
	}
}

// RunKnownFailures tests that f still fails every case of the archive at
// path, so that the list shrinks with each improvement: a case that f gets
// right must move to the fixtures that [Run] reads. The list may be empty.
func RunKnownFailures(t *testing.T, path string, f func(string) string) {
	t.Helper()
	for _, c := range casesOf(t, path, read(t, path)) {
		t.Run(c.Name, func(t *testing.T) {
			if msg := outgrown(c, path, f); msg != "" {
				t.Error(msg)
			}
		})
	}
}

// mismatch says how f fails the case; it is empty if f does not.
func mismatch(c txtar.Case, f func(string) string) string {
	got := f(c.In)
	if got == c.Want {
		return ""
	}
	return fmt.Sprintf("input:\n%s\nmismatch (-want +got):\n%s",
		txtar.Quote(c.In), cmp.Diff(txtar.Quote(c.Want), txtar.Quote(got)))
}

// outgrown says that f passes a known failure; it is empty if f does not.
func outgrown(c txtar.Case, path string, f func(string) string) string {
	if f(c.In) != c.Want {
		return ""
	}
	return fmt.Sprintf("known failure %q passes now: move it out of %s to the other fixtures", c.Name, path)
}

// rewrite puts what f makes into the want files of those cases that f fails,
// and reports whether there were any. cases are those of a, in order.
func rewrite(a *txtar.Archive, cases []txtar.Case, f func(string) string) bool {
	wants := make(map[string]string)
	for _, c := range cases {
		if got := f(c.In); got != c.Want {
			wants[c.Name+"/want"] = txtar.Quote(got) + "\n"
		}
	}
	changed := false
	for i := range a.Files {
		if data, ok := wants[a.Files[i].Name]; ok {
			a.Files[i].Data = data
			changed = true
		}
	}
	return changed
}

func read(t *testing.T, path string) txtar.Archive {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return txtar.Parse(string(data))
}

func write(t *testing.T, path string, a *txtar.Archive, f func(string) string) {
	t.Helper()
	if !rewrite(a, casesOf(t, path, *a), f) {
		return
	}
	if err := os.WriteFile(path, []byte(txtar.Format(*a)), 0o666); err != nil {
		t.Fatal(err)
	}
}

func casesOf(t *testing.T, path string, a txtar.Archive) []txtar.Case {
	t.Helper()
	cases, err := txtar.Cases(a)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return cases
}
