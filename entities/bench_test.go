package entities_test

import (
	"html"
	"io"
	"os"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/transform"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/prose"
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

func BenchmarkRepair(b *testing.B) {
	entities.Repair("quot;x hearing; #8217;") // builds the tables, once
	for _, bench := range []struct{ name, s string }{
		{"clean", cleanProse()},
		{"semicolons", semicolonProse()},
		{"page", damagedPage(b)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.s)))
			b.ReportAllocs()
			for b.Loop() {
				entities.Repair(bench.s)
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
	s := escaper.Replace(entities.Repair(damagedPage(b)))
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		html.UnescapeString(s)
	}
}

// The same page for [entities.Repair], with nothing lost.
func BenchmarkRepairIntact(b *testing.B) {
	s := escaper.Replace(entities.Repair(damagedPage(b)))
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		entities.Repair(s)
	}
}

func BenchmarkAll(b *testing.B) {
	s := damagedPage(b)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		for range entities.All(s) {
		}
	}
}

func BenchmarkAppendRepair(b *testing.B) {
	s := damagedPage(b)
	dst := make([]byte, 0, len(s))
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		dst = entities.AppendRepair(dst[:0], s)
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
				r := transform.NewReader(strings.NewReader(bench.s), entities.NewTransformer())
				if _, err := io.Copy(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
