package repair_test

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/textmend/textmend/repair"
)

// A loop gives the same text again and again, n bytes in all.
type loop struct {
	text string
	at   int
	n    int
}

func (l *loop) Read(p []byte) (int, error) {
	if l.n == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), l.n)], l.text[l.at:])
	l.at = (l.at + n) % len(l.text)
	l.n -= n
	return n, nil
}

// TestReaderMemory reads far more than a reader may hold, of texts that make
// it hold as much as it ever does.
func TestReaderMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	const size, limit = 2 << 20, 1 << 20
	repair.String("the Fender amp; quot;x hearing; don#39;t") // builds the tables
	for name, test := range map[string]struct{ head, text string }{
		"prose":           {"", "Nothing here; the lamp; the Fender amp; it hums.\n"},
		"damaged":         {"", "quot;Pyongyang#39;s visit,quot; anbsp;first\n"},
		"one line":        {"", "x and y, "},
		"one word":        {"", "x"},
		"spaces":          {"", " "},
		"line ends":       {"", "\n"},
		"no-break spaces": {"", "\u00a0"},
		"doubtful":        {"", "the Fender amp; Dave "},
		"no-breaks":       {"", "nbsp;\n"},
		"no-break":        {"", "nbsp;"},
		"intact":          {"", "&nbsp;"},
		"doubled":         {"&", "amp;"},
		"escaped":         {"", "&amp;"},
		"doubled, no &":   {"", "amp;"},
		"doubled, spaced": {"", "amp;amp; "},
		"doubled, as #38": {"", "#38;"},
		"doubled, as #97": {"", "&#97;mp;"},
		"less":            {"", "<"},
		"tags":            {"", "<a "},
		"ampersands":      {"", "&"},
		"hashes":          {"", "&#"},
		"digits":          {"&#", "0"},
		"semicolons":      {"", "a;"},
		"escapes":         {"", "\\u0022"},
		"percent":         {"", "%26"},
		"combining marks": {"a", "\u0301"},
		"hangul":          {"", "\u1100"},
		"full width":      {"", "\uff21"},
		"openers":         {"", "\u201ca "},
		"mojibake":        {"Fender amp; ", "\u00c3\u00a9 "},
		"controls":        {"", "\x01"},
		"more controls":   {"the Fender amp; ", "\x01x"},
		"bytes":           {"the Fender amp; ", "\xe9x"},
		"escape sequence": {"", "\x1b[31m"},
	} {
		for _, o := range []repair.Options{{}, {Also: everyStep}} {
			t.Run(fmt.Sprint(name, " ", o.Also), func(t *testing.T) {
				text := strings.Repeat(test.text, 8<<10/len(test.text))
				o.String(test.head + text + text) // builds the tables that it takes
				r := &watched{r: io.MultiReader(strings.NewReader(test.head), &loop{text: text, n: size})}
				mended := o.NewReader(r)
				r.measure()
				before := r.peak
				if _, err := io.Copy(io.Discard, mended); err != nil {
					t.Fatal(err)
				}
				if r.peak > before+limit {
					t.Errorf("held %d bytes more than at the start, want at most %d", r.peak-before, limit)
				}
				runtime.KeepAlive(mended)
			})
		}
	}
}

const everyStep = repair.Compat<<1 - 1

// watched measures the heap now and then while it is read.
type watched struct {
	r     io.Reader
	reads int
	peak  uint64
}

func (w *watched) Read(p []byte) (int, error) {
	if w.reads++; w.reads%20 == 0 {
		w.measure()
	}
	return w.r.Read(p[:min(len(p), 8<<10)])
}

func (w *watched) measure() {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	w.peak = max(w.peak, stats.HeapAlloc)
}

// An error of the source comes after all the text before it.
func TestReaderErrors(t *testing.T) {
	errDisk := errors.New("the disk is gone")
	for _, size := range []int{0, 1, 100, 10 << 10, 200 << 10} {
		text := strings.Repeat("the Fender amp; ", size/16+1)[:size] + "Kim#39;s"
		r := repair.NewReader(io.MultiReader(strings.NewReader(text), iotest.ErrReader(errDisk)))
		got, err := io.ReadAll(r)
		if err != errDisk {
			t.Errorf("after %d bytes: %v, want %v", size, err, errDisk)
		}
		if want := repair.String(text); string(got) != want {
			t.Errorf("before the error the reader gave %d bytes of %d", len(got), len(want))
		}
		if n, err := r.Read(make([]byte, 10)); n != 0 || err != errDisk {
			t.Errorf("after the error: %d, %v, want %v", n, err, errDisk)
		}
	}
	if _, err := io.ReadAll(repair.NewReader(readNothing{})); err != io.ErrNoProgress {
		t.Errorf("of a source that gives nothing: %v, want %v", err, io.ErrNoProgress)
	}
}

// A text that was cut off is no text that ends, however short it is.
func TestReaderCutOff(t *testing.T) {
	for _, size := range []int{1, 100 << 10} {
		text := strings.Repeat("x", size)
		got, err := io.ReadAll(repair.NewReader(io.MultiReader(strings.NewReader(text), iotest.ErrReader(io.ErrUnexpectedEOF))))
		if string(got) != text || err != io.ErrUnexpectedEOF {
			t.Errorf("after %d bytes: %d bytes, %v, want %v", size, len(got), err, io.ErrUnexpectedEOF)
		}
	}
}
