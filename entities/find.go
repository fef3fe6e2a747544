package entities

import "strings"

// triggers are the bytes of which every form has one. A reference has & or ;
// or is an escape that begins with one of the next three, or is an escape that
// lost its backslash and has a 0 among its first digits.
const triggers = `;&\%_0`

// block is how much of the input is searched for one trigger at a time: as
// much as stays in the fastest cache.
const block = 16 << 10

// A finder finds the triggers in a text, in order. One that is common in prose
// is told from a form at once, so that the search itself is all it costs.
type finder struct {
	at  [len(triggers)]int // where each trigger stands next, or end
	end int                // where the block ends
}

// reset lets the finder begin anew at the byte from.
func (t *finder) reset(from int) {
	t.end = from
	for k := range t.at {
		t.at[k] = from
	}
}

// next returns the offset of the next trigger in s, or -1.
func (t *finder) next(s string) int {
	for {
		first := 0
		for k := 1; k < len(triggers); k++ {
			if t.at[k] < t.at[first] {
				first = k
			}
		}
		i := t.at[first]
		if i < t.end {
			t.at[first] = t.search(s, first, i+1)
			return i
		}
		if t.end >= len(s) {
			return -1
		}
		from := t.end
		t.end = min(len(s), t.end+block)
		for k := range t.at {
			t.at[k] = t.search(s, k, from)
		}
	}
}

// search returns where trigger k stands in the block, at from or behind it.
func (t *finder) search(s string, k, from int) int {
	for from < t.end {
		i := strings.IndexByte(s[from:t.end], triggers[k])
		if i < 0 {
			break
		}
		i += from
		if triggers[k] != '0' || i > 0 && (s[i-1] == 'u' || s[i-1] == '2' && i > 1 && s[i-2] == 'u') {
			return i
		}
		from = i + 1
	}
	return t.end
}
