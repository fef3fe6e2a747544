package repair

import (
	"html"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

func TestK(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("N"))
	if n == 0 {
		t.Skip()
	}
	seed, _ := strconv.ParseUint(os.Getenv("SEED"), 10, 64)
	r := rand.New(rand.NewPCG(seed, 3))
	m := new(mojibakeFinder)
	f := func(s string) string {
		m.reset(nil)
		in := input{text: s, first: true, last: true}
		fx, _ := m.find(&in, nil)
		return Apply(s, fx)
	}
	var hist [10]int
	for k := 0; k < n; k++ {
		s := html.UnescapeString(gen(r))
		var b []Fix
		bf := &byteFinder{guess: true}
		in := input{text: s, first: true, last: true}
		b, _ = bf.find(&in, nil)
		s = Apply(s, b)
		c := 0
		for c < 9 {
			q := f(s)
			if q == s {
				break
			}
			s = q
			c++
		}
		hist[c]++
		if c >= 4 {
			t.Logf("%q", s)
		}
	}
	t.Log(hist)
}
