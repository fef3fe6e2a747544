package repair_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/textmend/textmend/internal/race"
	"github.com/textmend/textmend/repair"
)

// titles are what stands in the cells of tables and lists of headlines.
var titles = []string{
	"", "7", "-12,5 %", "2024-11-30", "yes", "Fish & chips; takeaway", "S\u00e3o Paulo", "\u041c\u043e\u0441\u043a\u0432\u0430; \u0426\u0435\u043d\u0442\u0440", "\u6771\u4eac\u90fd\u6e2f\u533a",
	"Council votes to reopen old harbour after eleven years", "It's not over: \u201cwe'll be back\u201d, says coach", "He asked many times; she said no",
	"SKU-0042/b (red; 12 pcs.)", "info@example.org", "https://example.org/?a=1&copy=2", "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
	"Q&A: what the new rules mean for R&D at AT&T", "C:\\temp\\new; D:\\", "<none>", "a\u00a0b\u00a0c",
}

// damagedTitles are the same kind of texts, and what becomes of them.
var damagedTitles = [][2]string{
	{"Kim#39;s quot;visit,quot; in full", `Kim's "visit," in full`},
	{"AT&amp;T", "AT&T"},
	{"caf\xe9", "caf\u00e9"},
	{"It\u0092s on\x00", "It\u2019s on"},
}

// One Options value serves any number of texts, and allocates nothing for those
// that are clean.
func TestTitlesAllocateNothing(t *testing.T) {
	if race.Enabled {
		t.Skip("the race detector allocates")
	}
	var o repair.Options
	for _, s := range titles {
		if got := o.String(s); got != s {
			t.Errorf("String(%q) = %q", s, got)
		}
	}
	bytes := make([][]byte, len(titles))
	for i, s := range titles {
		bytes[i] = []byte(s)
	}
	dst := make([]byte, 0, 1000)
	for name, f := range map[string]func(){
		"String": func() {
			for _, s := range titles {
				o.String(s)
			}
		},
		"Bytes": func() {
			for _, b := range bytes {
				o.Bytes(b)
			}
		},
		"AppendString": func() {
			for _, s := range titles {
				dst = o.AppendString(dst[:0], s)
			}
		},
		"Explain": func() {
			for _, s := range titles {
				o.Explain(s)
			}
		},
	} {
		if n := testing.AllocsPerRun(50, f); n != 0 {
			t.Errorf("%s allocates %v times for %d titles", name, n, len(titles))
		}
	}
}

// The race detector watches this one.
func TestTitlesConcurrent(t *testing.T) {
	o := repair.Options{Skip: repair.Doubled}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				for _, s := range titles {
					if got := o.String(s); got != s {
						t.Errorf("String(%q) = %q", s, got)
					}
				}
				for _, pair := range damagedTitles {
					if got := o.String(pair[0]); got != pair[1] {
						t.Errorf("String(%q) = %q, want %q", pair[0], got, pair[1])
					}
					if got, fixes := o.Explain(pair[0]); got != pair[1] || len(fixes) == 0 {
						t.Errorf("Explain(%q) = %q, %v, want %q", pair[0], got, fixes, pair[1])
					}
				}
			}
		})
	}
	wg.Wait()
}

// Titles by the thousand, in many goroutines, with one Options value.
func BenchmarkTitles(b *testing.B) {
	var o repair.Options
	var clean []string
	size := 0
	for i := range 10000 {
		s := fmt.Sprintf("%s (%d)", titles[i%len(titles)], i)
		clean = append(clean, s)
		size += len(s)
	}
	damaged := append([]string(nil), clean...)
	for i := 0; i < len(damaged); i += 20 {
		damaged[i] = strings.ReplaceAll(damagedTitles[0][0], "full", fmt.Sprint(i))
	}
	for _, bench := range []struct {
		name  string
		cells []string
	}{{"clean", clean}, {"one in twenty damaged", damaged}} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					for _, s := range bench.cells {
						o.String(s)
					}
				}
			})
			b.ReportMetric(float64(len(bench.cells)*b.N)/b.Elapsed().Seconds(), "titles/s")
		})
	}
}
