package repair

import (
	"fmt"
	"os"
	"strconv"
	"testing"
)

func TestOne(t *testing.T) {
	q := os.Getenv("Q")
	if q == "" {
		t.Skip()
	}
	s, err := strconv.Unquote("\"" + q + "\"")
	if err != nil {
		t.Fatal(err)
	}
	for k := 0; k < 3; k++ {
		m := new(mojibakeFinder)
		m.reset(nil)
		in := input{text: s, first: true, last: true}
		f, _ := m.find(&in, nil)
		fmt.Printf("%q\n", s)
		m.reset(nil)
		for i := 0; i < len(s); {
			i, _ = m.next(s, i)
			if i >= len(s) {
				break
			}
			r := m.read(contextBefore(s, i), s, i, anyMisreading)
			if r != nil {
				fmt.Printf("   %d %q -> %q as %d all %b gain %d doubtful %v rival %d lossy %v\n", i, s[i:i+r.n], string(r.runes), r.as, r.all, r.gain, r.doubtful, r.rival, r.lossy)
			}
			i += runeLen(s[i])
		}
		for _, x := range f {
			fmt.Printf("  fix %q -> %q\n", s[x.Start:x.End], x.Text)
		}
		s = Apply(s, f)
	}
}
