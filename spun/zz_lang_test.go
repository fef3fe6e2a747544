package spun

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/spin"
)

func TestLang(t *testing.T) {
	files, _ := filepath.Glob("/work/shared/data/clean/news-*.txt")
	for _, f := range files {
		b, _ := os.ReadFile(f)
		lines := strings.Split(string(b), "\n")
		var arts []string
		for i := 0; i+12 < len(lines); i += 12 {
			arts = append(arts, strings.Join(lines[i:i+12], "\n"))
		}
		self, other := map[Verdict]int{}, map[Verdict]int{}
		ex := map[Verdict]int{}
		for i := range min(25, len(arts)-1) {
			self[Compare(arts[i], arts[i]).Verdict]++
			h := len(arts[i]) / 3
			for !utf8.RuneStart(arts[i][h]) {
				h++
			}
			ex[Compare(arts[i][h:], arts[i]).Verdict]++
			r := Compare(arts[i], arts[i+1])
			other[r.Verdict]++
			r = Compare(arts[i], arts[(i*7+9)%len(arts)])
			other[r.Verdict]++
		}
		fmt.Println(filepath.Base(f), self, "excerpt", ex, "other", other)
	}
	_ = rand.N[int]
	_ = spin.Sentences
}
