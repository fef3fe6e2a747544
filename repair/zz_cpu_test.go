package repair

import (
	"fmt"
	"golang.org/x/text/encoding/charmap"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(0, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
func TestCPU(t *testing.T) {
	if os.Getenv("CPU") == "" {
		t.Skip()
	}
	english := "The minister said that talks would go on, and that nothing had been agreed on so far.\n"
	french := "Le ministre a déclaré « jeudi » qu’aucun accord n’était prêt ; l’été sera décisif à Genève.\n"
	russian := "Министр заявил в четверг, что переговоры продолжатся и решения пока нет.\n"
	chinese := "部长星期四表示，谈判将继续进行，目前还没有达成任何协议。\n"
	for _, b := range []struct{ name, s string }{{"English", english}, {"French", french}, {"Russian", russian}, {"Chinese", chinese}, {"French misread", misreadUTF8(french, charmap.Windows1252)}, {"Russian misread", misreadUTF8(russian, charmap.Windows1251)}, {"Chinese misread", misreadUTF8(chinese, charmap.ISO8859_1)}} {
		s := strings.Repeat(b.s, 1<<20/len(b.s))
		m := new(mojibakeFinder)
		var fixes []Fix
		m.reset(nil)
		fixes, _ = m.find(&input{text: s, first: true, last: true}, fixes[:0])
		c0 := cpu()
		n := 0
		for cpu()-c0 < 300*time.Millisecond {
			m.reset(nil)
			fixes, _ = m.find(&input{text: s, first: true, last: true}, fixes[:0])
			n++
		}
		fmt.Printf("%-16s %7.0f MB/s cpu, %d fixes\n", b.name, float64(n*len(s))/float64((cpu()-c0).Nanoseconds())*1000, len(fixes))
	}
}
func TestCPUReal(t *testing.T) {
	if os.Getenv("CPU") == "" {
		t.Skip()
	}
	for _, l := range []string{"fra", "deu", "pol", "vie", "tur", "rus", "ell", "arb", "hin", "jpn", "zho-CN"} {
		b, _ := os.ReadFile("/work/shared/data/clean/news-" + l + ".txt")
		clean := string(b)
		for _, k := range []string{"clean", "misread"} {
			s := clean
			if k == "misread" {
				s = misreadUTF8(clean, charmap.Windows1252)
			}
			m := new(mojibakeFinder)
			var fixes []Fix
			m.reset(nil)
			fixes, _ = m.find(&input{text: s, first: true, last: true}, fixes[:0])
			c0 := cpu()
			n := 0
			for cpu()-c0 < 200*time.Millisecond {
				m.reset(nil)
				fixes, _ = m.find(&input{text: s, first: true, last: true}, fixes[:0])
				n++
			}
			fmt.Printf("%-8s %-8s %7.0f MB/s cpu, %d fixes per MB\n", l, k, float64(n*len(s))/float64((cpu()-c0).Nanoseconds())*1000, len(fixes)*1000000/len(s))
		}
	}
}
