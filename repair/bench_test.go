package repair_test

import (
	"html"
	"io"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/textmend/textmend/internal/prose"
	"github.com/textmend/textmend/repair"
)

const benchSize = 32 << 20

var (
	cleanProse     = sync.OnceValue(func() string { return prose.Build(benchSize, false) })
	semicolonProse = sync.OnceValue(func() string { return prose.Build(benchSize, true) })
)

// damagedPage returns a page whose every & was deleted, repeated to 1 MB.
func damagedPage(b *testing.B) string {
	b.Helper()
	page, err := os.ReadFile("../internal/testdata/pages/001_fd1dbfffdbe4f1c0.txt")
	if err != nil {
		b.Fatal(err)
	}
	return strings.Repeat(string(page), (1<<20+len(page)-1)/len(page))
}

var escaper = strings.NewReplacer("&", "&amp;", "\"", "&quot;", "'", "&#39;", "\u00a0", "&nbsp;")

func BenchmarkString(b *testing.B) {
	for _, bench := range []struct{ name, s string }{
		{"clean", cleanProse()},
		{"semicolons", semicolonProse()},
		{"page", damagedPage(b)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			repair.String(bench.s[:1<<20]) // builds the tables, once
			b.SetBytes(int64(len(bench.s)))
			b.ReportAllocs()
			for b.Loop() {
				repair.String(bench.s)
			}
		})
	}
}

// The least that finding a semicolon can cost.
func BenchmarkCount(b *testing.B) {
	for _, bench := range []struct{ name, s string }{
		{"clean", cleanProse()},
		{"semicolons", semicolonProse()},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.s)))
			b.ReportAllocs()
			for b.Loop() {
				strings.Count(bench.s, ";")
			}
		})
	}
}

// What the standard library takes to decode the page before it was damaged.
func BenchmarkUnescapeString(b *testing.B) {
	s := escaper.Replace(repair.String(damagedPage(b)))
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		html.UnescapeString(s)
	}
}

func BenchmarkExplain(b *testing.B) {
	for _, bench := range []struct{ name, s string }{
		{"clean", cleanProse()[:1<<20]},
		{"page", damagedPage(b)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.s)))
			b.ReportAllocs()
			for b.Loop() {
				repair.Explain(bench.s)
			}
		})
	}
}

func BenchmarkAppend(b *testing.B) {
	s := damagedPage(b)
	dst := make([]byte, 0, len(s))
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		dst = repair.Append(dst[:0], s)
	}
}

func BenchmarkNewReader(b *testing.B) {
	for _, bench := range []struct{ name, s string }{
		{"clean", cleanProse()[:1<<20]},
		{"semicolons", semicolonProse()[:1<<20]},
		{"page", damagedPage(b)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.s)))
			b.ReportAllocs()
			for b.Loop() {
				r := repair.NewReader(strings.NewReader(bench.s))
				if _, err := io.Copy(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
