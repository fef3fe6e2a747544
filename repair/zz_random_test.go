package repair

import (
	"io"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
)

var pieces = strings.Fields(`Ã © â € ™ â€™ â€œ Ã© Ã¢ Â£ Â Ð Ñ\u0081 Å ¡ ’ “ ” … é è » « É Î ± Г Ё В Ј Р і √ © ® ¬ ´ ├ ┤ ∆ ä½ å¥½ ï¿½ � í \u00bd ¸ ð Ÿ ˜ € \u0080 \u0081 \u009d \u00ad ß ü Ü Ì Ï _ å Û ÷ ‰ Ă Ĺ ľ Ä ƒ ž š Ž ° ô ‚ „ ¿ Ã\u0083 &acirc;&euro;&trade; &Atilde;&copy; &eacute; &nbsp; quot; amp; &#195; #169; a e i b t s X Z W don o the The ? ? . , ; 1 2 \u00a0 \u00a0 \u2003 🙂 ÃƒÂ© Ã¢â‚¬â„¢ РџСЂРёРІРµС‚ Привет мир \x92 \xe9 \x00 itâs donât ¥ ç Õ Þ ﬁ`)

func gen(r *rand.Rand) string {
	n := 1 + r.IntN(12)
	var b strings.Builder
	for range n {
		p := pieces[r.IntN(len(pieces))]
		if q, err := strconv.Unquote("\"" + p + "\""); err == nil {
			p = q
		}
		b.WriteString(p)
		if r.IntN(4) == 0 {
			b.WriteByte(' ')
		}
		if r.IntN(40) == 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
func TestRandom(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("N"))
	if n == 0 {
		t.Skip()
	}
	seed, _ := strconv.ParseUint(os.Getenv("SEED"), 10, 64)
	r := rand.New(rand.NewPCG(seed, 2))
	bad := 0
	opts := []Options{{}, {Skip: ^Encoding}, {Skip: Spaces}, {Skip: Entities}, {Skip: Controls}, {Skip: Controls | Entities}}
	for k := 0; k < n && bad < 12; k++ {
		s := gen(r)
		for _, o := range opts {
			once := o.String(s)
			twice := o.String(once)
			if once != twice {
				bad++
				t.Errorf("%v: %q\n  once  %q\n  twice %q", o.Skip, s, once, twice)
				break
			}
			if k%4 == 0 {
				got, _ := io.ReadAll(o.NewReader(iotest.OneByteReader(strings.NewReader(s))))
				if string(got) != once {
					bad++
					t.Errorf("reader: %v %q\n  %q\n  %q", o.Skip, s, got, once)
					break
				}
				x, f := o.Explain(s)
				if x != once || Apply(s, f) != x {
					bad++
					t.Errorf("explain %q", s)
				}
			}
		}
	}
}
