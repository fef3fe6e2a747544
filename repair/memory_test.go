package repair_test

import (
	"io"
	"runtime"
	"strings"
	"testing"

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
	const size, limit = 4 << 20, 2 << 20
	repair.String("the Fender amp; quot;x hearing; don#39;t") // builds the tables
	for name, text := range map[string]string{
		"prose":     "Nothing here; the lamp; the Fender amp; it hums.\n",
		"damaged":   "quot;Pyongyang#39;s visit,quot; anbsp;first\n",
		"one line":  "x and y, ",
		"spaces":    " ",
		"doubtful":  "the Fender amp; Dave ",
		"no-breaks": "nbsp;\n",
	} {
		t.Run(name, func(t *testing.T) {
			r := repair.NewReader(&loop{text: strings.Repeat(text, 8<<10/len(text)), n: size})
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			buf := make([]byte, 4096)
			var peak uint64
			for i := 0; ; i++ {
				_, err := r.Read(buf)
				if i%500 == 0 || err != nil {
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
			if peak > before.HeapAlloc && peak-before.HeapAlloc > limit {
				t.Errorf("held %d bytes more than at the start, want at most %d", peak-before.HeapAlloc, limit)
			}
			runtime.KeepAlive(r)
		})
	}
}
