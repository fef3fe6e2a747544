package entities_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/race"
)

// A Transformer holds less than 512 KiB, whatever its input is.
func TestTransformerHolds(t *testing.T) {
	if race.Enabled {
		t.Skip("memory is another under the race detector")
	}
	entities.Repair("quot;x hearing; \\u2019s #1055;") // builds the tables
	prose := strings.Repeat("Nothing here; a copy; an amp; it hums; the lamp; and so on. ", 50)
	for _, test := range []struct{ name, first, again string }{
		{"prose", "", prose},
		{"quot;", "", "quot;"},
		{"letters", "", "f uuml;r eacute; "},
		{"numbers", "", "#1055;#1088; #39; "},
		{"doubled without end", "&", "amp;"},
		{"doubled in letters", "&", "&#97;mp;"},
		{"doubled deep", "", "&" + strings.Repeat("amp;", 400) + "quot; "},
		{"escapes", "", `\u043f u0027`},
		{"and", "", "Slayerandrsquo;s "},
		{"line without end", "", "x"},
		{"evidence wanted", "", "Smith amp; Sons "},
		{"families", "", "don#39;t don #39;t  quot;x et eacute; "},
	} {
		t.Run(test.name, func(t *testing.T) {
			before := heap()
			tr := entities.NewTransformer()
			dst := make([]byte, 64<<10)
			feed := func(src string) {
				for src != "" {
					n, taken, err := tr.Transform(dst, []byte(src[:min(len(src), 4096)]), false)
					if n == 0 && taken == 0 {
						t.Fatalf("Transform made no progress: %v", err)
					}
					src = src[taken:]
				}
			}
			feed(test.first)
			piece := strings.Repeat(test.again, 1+(64<<10)/len(test.again))
			for range 10 {
				feed(piece)
				if held := heap() - before; held > 512<<10+int64(len(dst)+len(piece)) {
					t.Fatalf("a Transformer holds %d KiB, want 512 at most", held>>10)
				}
			}
			runtime.KeepAlive(tr)
		})
	}
}

// heap returns how many bytes are in use.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
