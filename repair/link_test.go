package repair

import (
	"math/rand"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// cutParts are what a step looks back or ahead on, in lines that are longer
// than what it gets at a time.
func cutParts(t *testing.T) []string {
	const russian = "\u041c\u0438\u043d\u0438\u0441\u0442\u0440 \u0441\u043a\u0430\u0437\u0430\u043b, \u0447\u0442\u043e \u0441\u0442\u0440\u0430\u043d\u044b "
	koi8, err := charmap.KOI8R.NewEncoder().String(russian)
	if err != nil {
		t.Fatal(err)
	}
	read, err := charmap.Windows1252.NewDecoder().String(koi8)
	if err != nil {
		t.Fatal(err)
	}
	return []string{
		koi8, read, "\u00c3\u00a9", "\u00c2\u00a6\u00cb\u00a6\u00c3", "A\u0192\u00e8 ", "pr;", "#195;", "#169; ", "&#226;", "\u20ac", "\u00e2", "\u00e9", "\xe9", "\x83\xe8",
		"\u00a0", " ", "don#39;t ", "the Fender amp; ", "x", "\x1a", "caf\u00e9 ", "word ",
	}
}

// The steps give the same, however the text comes to them in parts.
func TestCuts(t *testing.T) {
	parts := cutParts(t)
	r := rand.New(rand.NewSource(1))
	times := 1000
	if testing.Short() {
		times = 300
	}
	for range times {
		var b strings.Builder
		for range 1 + r.Intn(4) {
			b.WriteString(strings.Repeat(parts[len(parts)-1-r.Intn(2)], r.Intn(1000)))
			for range r.Intn(100) {
				b.WriteString(parts[r.Intn(len(parts))])
			}
		}
		s := b.String()
		o := new(Options)
		want, _ := o.run(s)
		var got []byte
		c, sink := o.chain(), func(text string, _ []Fix) { got = append(got, text...) }
		size := 1 + r.Intn(pushSize)
		rest := s
		for ; len(rest) > size; rest = rest[size:] {
			c.push(rest[:size], nil, false, sink)
		}
		if c.push(rest, nil, true, sink); string(got) != want {
			i := 0
			for got[i] == want[i] {
				i++
			}
			t.Fatalf("%q in parts of %d differs at %d: %.60q, want %.60q", s, size, i, got[i:], want[i:])
		}
	}
}
