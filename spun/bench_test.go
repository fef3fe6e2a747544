package spun_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/textmend/textmend/spun"
)

// page returns one of the five pages.
func page(tb testing.TB, number string) string {
	tb.Helper()
	files, err := filepath.Glob("testdata/pages/" + number + "_*.txt")
	if err != nil || len(files) != 1 {
		tb.Fatalf("page %s: %d files, %v", number, len(files), err)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// BenchmarkPage compares page 004 with a prepared page 002.
func BenchmarkPage(b *testing.B) {
	text, r := page(b, "004"), spun.NewReference(page(b, "002"))
	r.Compare(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Compare(text)
	}
}

func BenchmarkNewReference(b *testing.B) {
	text := page(b, "002")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		spun.NewReference(text)
	}
}
