package repair

import (
	"html"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

func TestM(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("N"))
	if n == 0 {
		t.Skip()
	}
	seed, _ := strconv.ParseUint(os.Getenv("SEED"), 10, 64)
	r := rand.New(rand.NewPCG(seed, 3))
	bad := 0
	m := new(mojibakeFinder)
	f := func(s string) string {
		m.reset(nil)
		in := input{text: s, first: true, last: true}
		fx, _ := m.find(&in, nil)
		return Apply(s, fx)
	}
	for k := 0; k < n && bad < 15; k++ {
		s := html.UnescapeString(gen(r))
		var b []Fix
		bf := &byteFinder{guess: true}
		in := input{text: s, first: true, last: true}
		b, _ = bf.find(&in, nil)
		s = Apply(s, b)
		once := f(s)
		twice := f(once)
		if once != twice {
			m2 := m
			m = new(mojibakeFinder)
			o3 := f(s)
			t3 := f(o3)
			if o3 != once || t3 != twice {
				t.Errorf("STATE")
			}
			m = m2
			bad++
			t.Errorf("%q\n  once  %q\n  twice %q", s, once, twice)
		}
	}
}
