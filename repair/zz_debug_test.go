package repair

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestGains(t *testing.T) {
	roots := strings.Fields(os.Getenv("ROOTS"))
	if len(roots) == 0 {
		t.Skip()
	}
	ext := os.Getenv("EXT")
	type hit struct {
		gain int
		s    string
	}
	var hits []hit
	hist := map[int]int{}
	m := new(mojibakeFinder)
	total := 0
	for _, root := range roots {
		root, _ = filepath.EvalSymlinks(root)
		filepath.WalkDir(root, func(f string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() || !strings.HasSuffix(f, ext) {
				return nil
			}
			b, _ := os.ReadFile(f)
			if bytes.IndexByte(b, 0) >= 0 || !utf8.Valid(b) {
				return nil
			}
			total += len(b)
			text := string(b)
			for i := 0; ; {
				i, _ = m.next(text, i)
				if i == len(text) {
					break
				}
				r := m.read(contextBefore(text, i), text, i, anyMisreading)
				n := runeLen(text[i])
				if r != nil {
					hist[max(r.gain, -20)]++
					if r.gain >= -1 {
						lo, hi := max(0, i-20), min(len(text), i+r.n+20)
						hits = append(hits, hit{r.gain, fmt.Sprintf("%s %d: %q -> %q as %d in %q", filepath.Base(f), r.gain, text[i:i+r.n], string(r.runes), r.as, text[lo:hi])})
					}
				}
				i += n
			}
			return nil
		})
	}
	sort.Slice(hits, func(i, j int) bool { return hits[i].gain > hits[j].gain })
	for k, h := range hits {
		if k >= 40 {
			break
		}
		fmt.Println(h.s)
	}
	var ks []int
	for k := range hist {
		ks = append(ks, k)
	}
	sort.Ints(ks)
	fmt.Println(total)
	for _, k := range ks {
		fmt.Print(k, ":", hist[k], " ")
	}
	fmt.Println()
}
