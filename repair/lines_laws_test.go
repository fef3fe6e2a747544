package repair_test

import (
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/textmend/textmend/internal/race"
	"github.com/textmend/textmend/repair"
)

var asked = repair.Options{Also: allAsked}

// askedTexts are long texts that bring out what the steps to be asked for hold
// back.
func askedTexts(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1) }
	return map[string]string{
		"prose":        fill("The minister said on Tuesday that the two countries would sign the treaty before long.\n"),
		"tags":         fill("with <b>Intel</b> and <br> <a href=\"x\">one</a><p>two</p> &lt;i&gt;x&lt;/i&gt;\n"),
		"open tags":    fill("<b><i>"),
		"no tags":      fill("<a <b "),
		"quoted tags":  fill("<a href=\"x "),
		"comments":     fill("<!-- "),
		"angles":       fill("<"),
		"breaks":       fill("the<br>"),
		"backslashes":  fill("a second\\team of the\\nation "),
		"slashes":      fill("\\"),
		"newlines":     fill("the end.\\nThe next of it. "),
		"marks":        fill("e\u0301"),
		"many marks":   fill("\u0301"),
		"hangul":       fill("\u1112\u1161\u11ab"),
		"full width":   fill("\uff21\uff42\uff43\u3000\uff01"),
		"cjk":          fill("\u4e2d\uff0c\u6587\uff01"),
		"kana":         fill("\uff76\uff9e"),
		"wrapped":      fill("The quick brown fox jumps over the lazy dog and\nthen it goes on to do the very same thing again\nand again until the night falls on the hills and\nthe hounds.\n\n"),
		"one block":    fill("The quick brown fox jumps over the lazy dog and\nthen it goes on to do the very same thing again\nand "),
		"hyphens":      fill("an exam-\nple of the sur-\nroundings.\n\n"),
		"menu":         fill("Home\nNews\nSport\nFacebook\nContact us\n"),
		"page":         fill("Home\nNews\nSport\nFacebook\n\nThe minister said on Tuesday that the two countries would sign.\n\nRead more \u00bb\nShare\n" + strings.Repeat("Some Link\n", 30)),
		"doubtful":     "The minister said on Tuesday that the two countries would sign.\nFacebook\n" + fill("A line of no kind\n"),
		"empty lines":  fill("\n"),
		"spaces":       fill(" "),
		"a long line":  fill("x"),
		"latent":       fill("<b>x</b> amp; e\u0301 \uff21 &"),
		"short blanks": fill("a\n \n"),
	}
}

// Laws 1 to 3 on texts longer than what the steps hold back.
func TestAskedLong(t *testing.T) {
	for name, s := range askedTexts(150 << 10) {
		t.Run(name, func(t *testing.T) {
			want := asked.String(s)
			if again := asked.String(want); again != want {
				i := differAt(again, want)
				t.Errorf("not idempotent at %d: %.80q, then %.80q", i, want[max(0, i-20):], again[max(0, i-20):])
			}
			checkFixes(t, asked, s[:10<<10])
			if _, fixes := asked.Explain(s); repair.Apply(s, fixes) != want {
				t.Error("the fixes do not give what String gives")
			}
			for seed := range int64(2) {
				r := &cutter{strings.NewReader(s), rand.New(rand.NewSource(seed))}
				got, err := io.ReadAll(asked.NewReader(r))
				if err != nil {
					t.Fatal(err)
				}
				if string(got) != want {
					i := differAt(string(got), want)
					t.Errorf("NewReader differs from String at %d: %.80q, want %.80q", i, got[max(0, i-20):], want[max(0, i-20):])
				}
			}
		})
	}
}

// A cutter gives a reader's text in pieces of any length.
type cutter struct {
	r    io.Reader
	rand *rand.Rand
}

func (c *cutter) Read(p []byte) (int, error) { return c.r.Read(p[:1+c.rand.Intn(len(p))]) }

func differAt(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return i
}

// The five pages, with all steps: no sentence of an article is lost.
func TestAskedPages(t *testing.T) {
	pages, err := filepath.Glob("../internal/testdata/pages/*.txt")
	if err != nil || len(pages) != 5 {
		t.Fatalf("found %d pages, %v", len(pages), err)
	}
	for _, path := range pages {
		page := read(t, path)
		checkIdempotent(t, asked, page)
		checkFixes(t, asked, page)
		got := asked.String(page)
		for line := range strings.Lines(repair.String(page)) {
			if line = strings.TrimSpace(line); len(strings.Fields(line)) >= 8 && !strings.Contains(got, line) {
				t.Errorf("%s: lost %q", path, line)
			}
		}
	}
}

// What Lines takes of the pages.
func TestLinesPages(t *testing.T) {
	for name, want := range map[string][]string{
		"000_469997444fc2ab7f.txt": {"Key Points", "3 min read", "Published 16 August 2023 6:47am", "Updated 2h ago 7:40am"},
		"002_1e8faefd57101ac8.txt": {"Read more \u00bb"},
		"003_f069a5fa2b4ce56e.txt": {"date 2022-08-16 Drafting", "15 August 2022"},
		"004_4734dab08bf5535b.txt": {"Related Articles", "Back to top button"},
	} {
		got := repair.Options{Also: repair.Lines}.String(read(t, filepath.Join("../internal/testdata/pages", name)))
		for _, line := range want {
			for l := range strings.Lines(got) {
				if strings.TrimSpace(l) == line {
					t.Errorf("%s: %q is still there", name, line)
				}
			}
		}
	}
}

// Law 6: ten times the text takes ten times the time, give or take.
func TestAskedLinear(t *testing.T) {
	if testing.Short() || os.Getenv("TEXTMEND_TIMES") == "" {
		t.Skip("times are not for shared machines: set TEXTMEND_TIMES")
	}
	small, large := askedTexts(100<<10), askedTexts(4<<20)
	for name := range small {
		a, b := perByte(small[name], 20), perByte(large[name], 1)
		t.Logf("%-12s %6.1f ns a byte, %6.1f with %d", name, a, b, len(large[name]))
		if b > 1.5*a && b > 5 || b > 50 {
			t.Errorf("%s: %.1f ns a byte, %.1f in a text of %d bytes", name, a, b, len(large[name]))
		}
	}
}

func perByte(s string, times int) float64 {
	best := time.Duration(1 << 62)
	for range 3 {
		start := time.Now()
		for range times {
			asked.String(s)
		}
		best = min(best, time.Since(start))
	}
	return float64(best.Nanoseconds()) / float64(times*len(s))
}

// A reader with all steps holds no more than the default ones do by much.
func TestAskedMemory(t *testing.T) {
	const size, limit = 2 << 20, 4 << 20      // most of it lists of fixes, in texts all of whose letters change
	asked.String(askedTexts(1 << 10)["page"]) // builds the tables
	for name, text := range askedTexts(8 << 10) {
		t.Run(name, func(t *testing.T) {
			r := asked.NewReader(&loop{text: text, n: size})
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			buf := make([]byte, 4096)
			var peak uint64
			for i := 0; ; i++ {
				_, err := r.Read(buf)
				if i%150 == 0 {
					runtime.GC()
					runtime.ReadMemStats(&after)
					peak = max(peak, after.HeapAlloc)
				}
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if peak > before.HeapAlloc {
				t.Logf("held %d KB", (peak-before.HeapAlloc)>>10)
			}
			if peak > before.HeapAlloc && peak-before.HeapAlloc > limit {
				t.Errorf("held %d bytes more than at the start, want at most %d", peak-before.HeapAlloc, limit)
			}
			runtime.KeepAlive(r)
		})
	}
}

// Clean text comes back as it is with each step, without an allocation.
func TestAskedCleanAllocatesNothing(t *testing.T) {
	if race.Enabled {
		t.Skip("the race detector allocates")
	}
	s := strings.Repeat("He was daring; she, caring; the lamp; caf\u00e9 & co. 100% so_far, a < b and \u4e2d\u6587\uff0c\n", 200)
	for step := repair.Tags; step <= repair.Compat; step <<= 1 {
		o := repair.Options{Also: step}
		if got := o.String(s); got != s {
			t.Errorf("%v: String(%.60q) = %.60q", step, s, got)
		}
		if n := testing.AllocsPerRun(20, func() { o.String(s) }); n != 0 {
			t.Errorf("%v: String allocates %v times", step, n)
		}
	}
}

// What each step costs on clean text and on text that is full of its damage.
func BenchmarkAsked(b *testing.B) {
	texts := askedTexts(1 << 20)
	texts["clean"] = cleanProse()[:4<<20]
	for _, bench := range []struct {
		step  repair.Step
		names string
	}{
		{repair.Tags, "clean tags"}, {repair.Breaks, "clean wrapped"}, {repair.Form, "clean marks"},
		{repair.Compat, "clean kana"}, {repair.Lines, "clean page"}, {allAsked, "clean"},
	} {
		for name := range strings.FieldsSeq(bench.names) {
			b.Run(bench.step.String()+"/"+name, func(b *testing.B) {
				o := repair.Options{Also: bench.step}
				b.SetBytes(int64(len(texts[name])))
				b.ReportAllocs()
				for b.Loop() {
					o.String(texts[name])
				}
			})
		}
	}
}
