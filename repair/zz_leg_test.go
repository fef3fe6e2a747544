package repair

import (
	"fmt"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func latin(s string) string { return misreadUTF8(s, charmap.Windows1252) }
func TestLeg(t *testing.T) {
	if os.Getenv("LEG") == "" {
		t.Skip()
	}
	for _, x := range []struct {
		l  string
		e  encoding.Encoding
		as func(string) string
		n  string
	}{
		{"rus", charmap.Windows1251, latin, "1251 as 1252"}, {"rus", charmap.KOI8R, latin, "koi as 1252"}, {"ukr", charmap.Windows1251, latin, "1251 as 1252"},
		{"rus", charmap.Windows1251, func(s string) string { return misreadUTF8(s, charmap.KOI8R) }, "1251 as koi"}, {"rus", charmap.KOI8R, func(s string) string { return misreadUTF8(s, charmap.Windows1251) }, "koi as 1251"},
		{"jpn", japanese.ShiftJIS, latin, "sjis as 1252"}, {"jpn", japanese.EUCJP, latin, "euc as 1252"}, {"zho-CN", simplifiedchinese.GBK, latin, "gbk as 1252"}, {"kor", korean.EUCKR, latin, "euckr as 1252"},
		{"rus", charmap.Windows1251, nil, "1251 raw"}, {"rus", charmap.KOI8R, nil, "koi raw"}, {"jpn", japanese.ShiftJIS, nil, "sjis raw"}, {"jpn", japanese.EUCJP, nil, "euc raw"}, {"zho-CN", simplifiedchinese.GBK, nil, "gbk raw"}, {"kor", korean.EUCKR, nil, "euckr raw"},
	} {
		b, _ := os.ReadFile("/work/shared/data/clean/news-" + x.l + ".txt")
		enc := encoding.HTMLEscapeUnsupported(x.e.NewEncoder())
		all, right, wrong, wall, wr, ww := 0, 0, 0, 0, 0, 0
		shown := 0
		for _, line := range strings.Split(strings.TrimRight(string(b), "\n"), "\n") {
			line = strings.TrimRight(line, "\r")
			if len(line) == 0 {
				continue
			}
			raw, err := x.e.NewEncoder().String(line)
			if err != nil {
				continue
			}
			_ = enc
			s := raw
			if x.as != nil {
				s = x.as(raw)
			}
			got := Options{}.String(s)
			all++
			if got == line {
				right++
			} else if got != s {
				wrong++
				if shown < 2 && os.Getenv("LEG") == "2" {
					shown++
					fmt.Printf("  %q\n  -> %.200q\n", s, got)
				}
			}
			words := strings.Fields(line)
			w := words[len(words)/2]
			raw, _ = x.e.NewEncoder().String(w)
			if !utf8.ValidString(raw) || strings.IndexFunc(raw, func(r rune) bool { return r > 127 }) >= 0 {
				s = raw
				if x.as != nil {
					s = x.as(raw)
				}
				got = Options{}.String(s)
				wall++
				if got == w {
					wr++
				} else if got != s {
					ww++
				}
			}
		}
		fmt.Printf("%-8s %-14s lines %5.1f%% right %5.1f%% wrong of %d; words %5.1f %5.1f\n", x.l, x.n, 100*float64(right)/float64(all), 100*float64(wrong)/float64(all), all, 100*float64(wr)/float64(wall), 100*float64(ww)/float64(wall))
	}
}
func TestBits(t *testing.T) {
	s := os.Getenv("B")
	if s == "" {
		t.Skip()
	}
	l := new(legacyFinder)
	l.take(s, charmap.Windows1252)
	fmt.Println("plain", plainBits(view(l.line)), "utf8", utf8Bits(view(l.line)), "kind", lineKind(s))
	for e := range legacyEncodings {
		fmt.Println(e, legacyBits(view(l.line), e))
	}
}
