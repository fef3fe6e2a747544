package repair_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/textmend/textmend/internal/txtar/txtartest"
	"github.com/textmend/textmend/repair"
)

// repairHTML returns what HTML makes of a document.
func repairHTML(t *testing.T, o repair.Options, doc string) string {
	t.Helper()
	var out strings.Builder
	if err := o.HTML(&out, strings.NewReader(doc)); err != nil {
		t.Errorf("HTML(%.60q) fails: %v", doc, err)
	}
	return out.String()
}

func TestHTMLFixtures(t *testing.T) {
	for _, name := range []string{"html", "html_negative"} {
		t.Run(name, func(t *testing.T) {
			txtartest.Run(t, filepath.Join("testdata", name+".txtar"), *update, func(doc string) string {
				return repairHTML(t, repair.Options{}, doc)
			})
		})
	}
}

func TestHTMLFixes(t *testing.T) {
	const doc = `<p title="Kim#39;s">It didn#39;t, <img alt="x quot;yquot;"> amp;lt;b></p>`
	var fixes []repair.Fix
	o := repair.Options{OnFix: func(f repair.Fix) { fixes = append(fixes, f) }}
	got := repairHTML(t, o, doc)
	if want := `<p title="Kim's">It didn't, <img alt="x &quot;y&quot;"> &lt;b></p>`; got != want {
		t.Errorf("HTML = %q, want %q", got, want)
	}
	if applied := repair.Apply(doc, fixes); applied != got {
		t.Errorf("the fixes %+v make %q, want %q", fixes, applied, got)
	}
	var olds []string
	for _, f := range fixes {
		olds = append(olds, doc[f.Start:f.End]+" "+f.Text+" "+f.Step.String())
	}
	want := []string{"#39; ' entities", "#39; ' entities", "quot; &quot; entities", "quot; &quot; entities", "amp;lt; &lt; entities"}
	if diff := cmp.Diff(want, olds); diff != "" {
		t.Errorf("fixes (-want +got):\n%s", diff)
	}
}

// faulty writes n bytes, and then fails.
type faulty struct {
	n   int
	err error
}

func (f *faulty) Write(p []byte) (int, error) {
	if len(p) <= f.n {
		f.n -= len(p)
		return len(p), nil
	}
	return f.n, f.err
}

func TestHTMLErrors(t *testing.T) {
	errDisk := errors.New("the disk is gone")
	var out strings.Builder
	r := io.MultiReader(strings.NewReader("<p>\nKim#39;s</p>\n<p>didn#39;t <a hr"), iotest.ErrReader(errDisk))
	err := repair.HTML(&out, r)
	if want := "repair: reading the document, after 35 bytes, in line 3: the disk is gone"; !errors.Is(err, errDisk) || err.Error() != want {
		t.Errorf("HTML of a reader that fails: %v, want %s", err, want)
	}
	if want := "<p>\nKim's</p>\n<p>didn't <a hr"; out.String() != want {
		t.Errorf("before the reader failed HTML wrote %q, want %q", out.String(), want)
	}

	err = repair.HTML(&faulty{3, errDisk}, strings.NewReader("<p>Kim#39;s</p>"))
	if want := "repair: writing the document, after 3 bytes: the disk is gone"; !errors.Is(err, errDisk) || err.Error() != want {
		t.Errorf("HTML to a writer that fails: %v, want %s", err, want)
	}
	if err = repair.HTML(&faulty{3, nil}, strings.NewReader("<p>Kim")); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("HTML to a writer that writes less: %v, want %v", err, io.ErrShortWrite)
	}

	out.Reset()
	err = repair.HTML(&out, strings.NewReader("\xff\xfe<\x00p\x00>\x00"))
	if err == nil || !strings.Contains(err.Error(), "UTF-16") || out.Len() > 0 {
		t.Errorf("HTML of UTF-16: %v, and %q, want an error", err, out.String())
	}
	if err = repair.HTML(&out, readNothing{}); !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("HTML of a reader that gives nothing: %v, want %v", err, io.ErrNoProgress)
	}
}

// readNothing returns no bytes and no error.
type readNothing struct{}

func (readNothing) Read([]byte) (int, error) { return 0, nil }

// What is longer than what HTML holds goes through, and what is text in it is
// repaired.
func TestHTMLLong(t *testing.T) {
	const size = 1 << 20
	words := strings.Repeat("some words didn#39;t ", size/20)
	mended := strings.ReplaceAll(words, "#39;", "'")
	for name, test := range map[string]struct{ doc, want string }{
		"text":         {"<p>" + words, "<p>" + mended},
		"title":        {"<title>" + words + "</title>" + words, "<title>" + mended + "</title>" + mended},
		"script":       {"<script>" + words + "</script>didn#39;t", "<script>" + words + "</script>didn't"},
		"hidden":       {"<script><!--<script>" + words + "</script>" + words + "</script>didn#39;t", "<script><!--<script>" + words + "</script>" + words + "</script>didn't"},
		"comment":      {"<!--" + words + "-->didn#39;t", "<!--" + words + "-->didn't"},
		"attribute":    {"<img src=\"" + words + "\" alt='x'>didn#39;t", "<img src=\"" + words + "\" alt='x'>didn't"},
		"attributes":   {"<img " + words + ">didn#39;t", "<img " + words + ">didn't"},
		"skipped name": {"<pre title=\"" + words + "\">didn#39;t</pre>didn#39;t", "<pre title=\"" + words + "\">didn#39;t</pre>didn't"},
		"far apart":    {"<p>the Fender amp; it<!--" + words + words + words + "-->didn#39;t", "<p>the Fender amp; it<!--" + words + words + words + "-->didn't"},
		"many nodes":   {strings.Repeat("<b>x</b>y", size/10) + "didn#39;t", strings.Repeat("<b>x</b>y", size/10) + "didn't"},
		"many titles":  {strings.Repeat("<b title=\"didn#39;t\">x</b>", size/20), strings.Repeat("<b title=\"didn't\">x</b>", size/20)},
	} {
		t.Run(name, func(t *testing.T) {
			got := repairHTML(t, repair.Options{}, test.doc)
			if got == test.want {
				return
			}
			i := 0
			for i < len(got) && i < len(test.want) && got[i] == test.want[i] {
				i++
			}
			t.Errorf("differs at %d: %.80q, want %.80q", i, got[max(0, i-20):], test.want[max(0, i-20):])
		})
	}
}

// TestHTMLMemory reads far more than a document may hold.
func TestHTMLMemory(t *testing.T) {
	const size, limit = 6 << 20, 8 << 20
	repair.String("the Fender amp; quot;x hearing; don#39;t") // builds the tables
	for name, text := range map[string]string{
		"paragraphs": "<p>Nothing here; the lamp; the Fender amp; it hums.</p>\n",
		"damaged":    "<p title='Kim#39;s'>quot;Pyongyang#39;s visit,quot; anbsp;first</p>\n",
		"one word":   "x",
		"less":       "<",
		"tags":       "<b>",
		"attributes": "<b title=x>",
		"lines":      "<br>",
		"comment":    "<!-- ",
		"script":     "<script>x",
		"one tag":    "<b x=\"",
		"nbsp":       "nbsp;",
		"references": "&nbsp;&#1;",
		"controls":   "\x01",
		"pending":    "the Fender amp; <b x=y></b>",
	} {
		t.Run(name, func(t *testing.T) {
			r := &watched{r: &loop{text: strings.Repeat(text, max(1, 8<<10/len(text))), n: size}}
			r.measure()
			before := r.peak
			if err := repair.HTML(io.Discard, r); err != nil {
				t.Fatal(err)
			}
			if r.peak > before+limit {
				t.Errorf("held %d bytes more than at the start, want at most %d", r.peak-before, limit)
			}
		})
	}
}

// One Options value serves many goroutines, for documents too.
func TestHTMLConcurrent(t *testing.T) {
	var o repair.Options
	var wg sync.WaitGroup
	for i := range 8 {
		doc := "<p>" + strings.Repeat("Kim#39;s <b>visit</b> ", 10*i) + "</p>"
		want := strings.ReplaceAll(doc, "#39;", "'")
		wg.Go(func() {
			for range 50 {
				var out bytes.Buffer
				if err := o.HTML(&out, strings.NewReader(doc)); err != nil || out.String() != want {
					t.Errorf("HTML(%.40q) = %.40q, %v", doc, out.String(), err)
				}
			}
		})
	}
	wg.Wait()
}

// benchmarkDocument returns a page of paragraphs, links and a script.
func benchmarkDocument(text string) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"en\"><head><title>A page</title></head>\n<body class=\"page\">\n")
	for i, p := range strings.Split(text, "\n\n") {
		fmt.Fprintf(&b, "<div class=\"paragraph\" id=\"p%d\">\n  <p><b>%d</b> %s <a href=\"/page/%d?a=1&amp;b=2\" title=\"Page\">more</a></p>\n</div>\n", i, i, p, i)
		if i%20 == 0 {
			b.WriteString("<script>var a = \"b\"; for (;;) { a += 'x'; }</script>\n")
		}
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

func BenchmarkHTML(b *testing.B) {
	for _, bench := range []struct{ name, doc string }{
		{"clean", benchmarkDocument(cleanProse()[:1<<20])},
		{"damaged", benchmarkDocument(damagedPage(b))},
		{"small", benchmarkDocument(cleanProse()[:4<<10])},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.doc)))
			b.ReportAllocs()
			for b.Loop() {
				if err := repair.HTML(io.Discard, strings.NewReader(bench.doc)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// The least that finding the tags can cost.
func BenchmarkTokenizer(b *testing.B) {
	doc := benchmarkDocument(cleanProse()[:1<<20])
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		z := html.NewTokenizer(strings.NewReader(doc))
		for z.Next() != html.ErrorToken {
		}
	}
}
