package spun

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/textmend/textmend/internal/spin"
)

func TestDebug(t *testing.T) {
	data, _ := os.ReadFile("/work/shared/data/clean/novel-1.txt")
	rnd := rand.New(rand.NewPCG(7, 7))
	th, err := spin.WordNet("/usr/share/wordnet")
	if err != nil {
		t.Fatal(err)
	}
	arts := spin.Articles(rnd, string(data), 150, 300)
	in, found, all, words, aligned := 0, 0, 0, 0, 0
	lost := map[string]int{}
	for n, ref := range arts[:30] {
		o := spin.Hard(rnd, 0.7)
		o.Extra = spin.Sentences(arts[(n+7)%30])
		r := spin.Spin(rnd, th, ref, o)
		text := r.Text
		rep := Compare(text, ref)
		words += rep.Words
		aligned += rep.Aligned
		for _, tr := range r.Substitutions {
			all++
			hit, inside := false, false
			for _, s := range rep.Substitutions {
				hit = hit || s.Start < tr.End && tr.Start < s.End && s.RefStart < tr.RefEnd && tr.RefStart < s.RefEnd
			}
			for _, p := range rep.Passages {
				inside = inside || p.Start <= tr.Start && tr.End <= p.End
			}
			if inside {
				in++
			}
			if hit {
				found++
			}
			if inside && !hit {
				lost[ref[tr.RefStart:tr.RefEnd]+" -> "+text[tr.Start:tr.End]]++
			}
		}
		if n >= 10 && n < 13 {
			fmt.Println("=====", rep.Aligned, rep.Words)
			last := 0
			for k, p := range rep.Passages {
				fmt.Printf("%s[%d %v: %s]", text[last:p.Start], k, p.Verdict, text[p.Start:p.End])
				last = p.End
			}
			fmt.Println(text[last:])
			last = 0
			for k, p := range rep.Passages {
				if p.RefStart < last {
					continue
				}
				fmt.Printf("%s[%d %v: %s]", ref[last:p.RefStart], k, p.Verdict, ref[p.RefStart:p.RefEnd])
				last = p.RefEnd
			}
			fmt.Println(ref[last:])
			for _, p := range rep.Passages {
				for _, s := range rep.Substitutions {
					if s.Start >= p.Start && s.End <= p.End {
						fmt.Printf("   %q -> %q %v\n", ref[s.RefStart:s.RefEnd], text[s.Start:s.End], s.Known)
					}
				}
			}
		}
	}
	fmt.Println("all", all, "inside", in, "found", found, "words", words, "aligned", aligned)
	fmt.Println(lost)
}
