package entities

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// addFixtures gives a fuzzer the lines of the fixtures.
func addFixtures(f *testing.F) {
	f.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatal("no fixtures: ", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			f.Add(line)
		}
	}
}

// What the finder passes over belongs to no form.
func FuzzFinder(f *testing.F) {
	addFixtures(f)
	f.Fuzz(func(t *testing.T, s string) {
		for i := range len(s) {
			var got form
			if strings.IndexByte(triggers, s[i]) >= 0 && got.parse(s, 0, i) && !mayBelong(s, i, true) {
				t.Errorf("%q has the form %+v at %d, which the finder passes over", s, got, i)
			}
		}
	})
}

// What is decided early is decided as it is otherwise.
func FuzzEarly(f *testing.F) {
	addFixtures(f)
	f.Fuzz(func(t *testing.T, s string) {
		want := newScanner(Options{}, s, true)
		defer want.recycle()
		want.thorough = true
		want.keepText(nil)
		want.run()
		got := Repair(s)
		if want.raw && got != s || !want.raw && got != string(want.out) {
			t.Errorf("Repair(%q) = %q, want %q as when all of it is looked at", s, got, want.out)
		}
	})
}
