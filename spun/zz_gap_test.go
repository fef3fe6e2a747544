package spun

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/textmend/textmend/internal/spin"
)

func gapStats(name, text, ref string) {
	r := NewReference(ref)
	tx := NewReference(text)
	c := &comparison{text: tx.doc, ref: r.doc, kindred: kindred{text: tx.doc, ref: r.doc}}
	c.align(r.postings())
	ends, sent := 0, 0
	for _, s := range c.stretches {
		ends += 2
		if s.i == 0 || c.text.sentenceEnds(int(s.i)-1) {
			sent++
		}
		if c.text.sentenceEnds(int(s.end) - 1) {
			sent++
		}
	}
	e := Evidence{}
	for _, p := range c.parts() {
		e = e.plus(c.gather(p.pieces, nil))
	}
	one, more, runs, words, subs, mixed, uneq := 0, 0, 0, 0, 0, 0, 0
	for _, p := range c.parts() {
		for _, q := range p.pieces {
			words += int(q.refEnd - q.j)
			if q.sort >= added {
				n := int(q.end - q.i + q.refEnd - q.j)
				if n == 1 {
					one++
				} else {
					more += n
					runs++
				}
			}
			if q.sort == substituted {
				subs++
				if c.text.content(q.i, q.end) == 0 != (c.ref.content(q.j, q.refEnd) == 0) {
					mixed++
				}
				if q.end-q.i != q.refEnd-q.j {
					uneq++
				}
			}
		}
	}
	fmt.Printf("%-20s words %4d subs %3d  one %.3f more %.3f runs %.3f ends %d sentence %.2f mixed %.2f uneq %.2f gaps %.3f rarer %.2f known %.2f\n", name, words, subs, float64(one)/float64(words+1), float64(more)/float64(words+1), float64(runs)/float64(words+1), ends, float64(sent)/float64(ends+1), float64(mixed)/float64(subs+1), float64(uneq)/float64(subs+1), float64(e.Gaps)/float64(words+1), e.Rarer, float64(e.Known)/float64(subs+1))
}

func TestGap(t *testing.T) {
	dir := "/work/shared/data/spun/short-answers/"
	info, _ := os.ReadFile(dir + "file_information.csv")
	for _, class := range []string{"heavy", "light", "cut"} {
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
			gapStats(class, strings.ToValidUTF8(string(text), "'"), strings.ToValidUTF8(string(ref), "'"))
		}
	}
	data, _ := os.ReadFile("/work/shared/data/clean/novel-1.txt")
	rnd := rand.New(rand.NewPCG(7, 7))
	th, _ := spin.WordNet("/usr/share/wordnet")
	arts := spin.Articles(rnd, string(data), 100, 300)
	for _, rate := range []float64{.1, .2, .4, .7} {
		for k := range 12 {
			o := spin.Hard(rnd, rate)
			o.Extra = spin.Sentences(arts[30+k])
			gapStats(fmt.Sprint("spin ", rate), spin.Spin(rnd, th, arts[k], o).Text, arts[k])
		}
	}
	for k := range 10 {
		gapStats("reword .2", spin.Reword(rnd, th, arts[k], .2), arts[k])
	}
	for k := range 10 {
		gapStats("reword .5", spin.Reword(rnd, th, arts[k], .5), arts[k])
	}
}
