package spun_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/textmend/textmend/internal/prose"
	"github.com/textmend/textmend/spun"
)

// page returns one of the five pages.
func page(tb testing.TB, number string) string {
	tb.Helper()
	files, err := filepath.Glob("../internal/testdata/pages/" + number + "_*.txt")
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

// BenchmarkLong compares texts of made-up words that are spun.
func BenchmarkLong(b *testing.B) {
	for _, words := range []int{5_000, 200_000} {
		b.Run(strconv.Itoa(words), func(b *testing.B) {
			text, reference := spin(words, 1), spin(words, 2)
			b.SetBytes(int64(len(text) + len(reference)))
			b.ReportAllocs()
			for b.Loop() {
				spun.Compare(text, reference)
			}
		})
	}
}

// BenchmarkCompareReference compares page 004 with 10,000 prepared references,
// made of other texts.
func BenchmarkCompareReference(b *testing.B) {
	var references []*spun.Reference
	for i := range 10_000 {
		references = append(references, spun.NewReference(prose.Build(2000+i%1000, false)[i%1000:]))
	}
	text := spun.NewReference(page(b, "004"))
	for b.Loop() {
		for _, r := range references {
			r.CompareReference(text)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(references)), "ns/pair")
}
