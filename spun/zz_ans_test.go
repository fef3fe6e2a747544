package spun

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestAns(t *testing.T) {
	dir := "/work/shared/data/spun/short-answers/"
	info, _ := os.ReadFile(dir + "file_information.csv")
	for _, class := range []string{"non", "heavy", "light", "cut"} {
		for _, l := range strings.Split(string(info), "\n") {
			l = strings.TrimSpace(l)
			name, c, _ := strings.Cut(l, ",")
			if i := strings.Index(c, ","); i >= 0 {
				c = c[i+1:]
			}
			if c != class {
				continue
			}
			task := string(name[len(name)-5])
			text, _ := os.ReadFile(dir + name)
			ref, _ := os.ReadFile(dir + "orig_task" + task + ".txt")
			rep := Compare(strings.ToValidUTF8(string(text), "'"), strings.ToValidUTF8(string(ref), "'"))
			e := rep.Evidence
			fmt.Printf("%-6s %s %-10v p=%.2f al=%.2f sh=%.2f words=%d np=%d C=%d/%d F=%d/%d slots=%d inf=%d add=%d drop=%d\n", class, name, rep.Verdict, rep.Probability,
				float64(rep.Aligned)/float64(rep.Words), e.Shared, rep.Words, len(rep.Passages), e.ContentKept, e.Content, e.FunctionKept, e.Function, e.Slots, e.Inflected, e.Added, e.Dropped)
		}
	}
}
