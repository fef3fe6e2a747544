package quality_test

import (
	"os"
	"strings"
	"testing"

	"github.com/textmend/textmend/internal/prose"
	"github.com/textmend/textmend/repair/quality"
)

// page returns one of the pages that the tests of package repair have.
func page(tb testing.TB, name string) string {
	tb.Helper()
	data, err := os.ReadFile("../../internal/testdata/pages/" + name + ".txt")
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

const (
	page000 = "000_469997444fc2ab7f"
	page001 = "001_fd1dbfffdbe4f1c0"
)

// The sizes are those of an article, of a long page and of a dump. Prose
// repeats ten paragraphs, which is hard on the repetition rules; page and
// distinct do not.
func BenchmarkCheck(b *testing.B) {
	for _, bench := range []struct{ name, s string }{
		{"page", page(b, page000)},
		{"distinct", distinct(1 << 20)},
		{"prose/4KB", prose.Build(4<<10, false)},
		{"prose/100KB", prose.Build(100<<10, false)},
		{"prose/10MB", prose.Build(10<<20, false)},
		{"words", strings.Repeat("a ", 1<<20)},
		{"one word", strings.Repeat("a", 1<<20)},
		{"lines", strings.Repeat("\n", 1<<20)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.s)))
			b.ReportAllocs()
			for b.Loop() {
				quality.Check(bench.s)
			}
		})
	}
}

func BenchmarkKeptLines(b *testing.B) {
	s := prose.Build(1<<20, false)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		for range quality.KeptLines(s) {
		}
	}
}

// distinct returns text of the words of prose in an order that does not
// repeat itself.
func distinct(size int) string {
	words := strings.Fields(prose.Build(8<<10, false))
	var b strings.Builder
	for state := uint32(1); b.Len() < size; {
		state = state*1664525 + 1013904223
		b.WriteString(words[int(state>>12)%len(words)])
		if state>>27 == 0 {
			b.WriteByte('\n')
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
