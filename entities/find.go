package entities

import "strings"

// triggers are the bytes of which every form has one. A reference has & or ;
// or is an escape that begins with one of the next three, or is an escape that
// lost its backslash and has a 0 among its first digits.
const triggers = `;&\%_0`

// isTrigger has the triggers.
var isTrigger = [256]bool{';': true, '&': true, '\\': true, '%': true, '_': true, '0': true}

// block is how much of the input is searched for one trigger at a time: as
// much as stays in the fastest cache.
const block = 16 << 10

// A finder finds the triggers in a text, in order. One that can't belong to a
// form is told from what stands next to it, so that in prose the search itself
// is nearly all it costs.
type finder struct {
	at    [len(triggers)]int // where each trigger stands next, or end
	first int                // the trigger that is next
	other int                // where the one after it stands
	end   int                // where the block ends
}

// reset lets the finder begin anew at the byte from.
func (t *finder) reset(from int) {
	t.end = from
	for k := range t.at {
		t.at[k] = from
	}
	t.order()
}

// order finds the trigger that is next.
func (t *finder) order() {
	t.first, t.other = 0, t.end
	for k := 1; k < len(triggers); k++ {
		if t.at[k] < t.at[t.first] {
			t.other = t.at[t.first]
			t.first = k
		} else {
			t.other = min(t.other, t.at[k])
		}
	}
}

// next returns the offset of the next trigger in s, or -1. Where s is not whole
// one at its end may turn out to belong to no form.
func (t *finder) next(s string, whole bool) int {
	for {
		i := t.at[t.first]
		if i < t.end {
			t.at[t.first] = t.search(s, t.first, i+1, whole)
			if t.at[t.first] > t.other {
				t.order()
			}
			return i
		}
		if t.end >= len(s) {
			return -1
		}
		from := t.end
		t.end = min(len(s), t.end+block)
		for k := range t.at {
			t.at[k] = t.search(s, k, from, whole)
		}
		t.order()
	}
}

// peek reports whether s has a trigger, which next returns then.
func (t *finder) peek(s string) bool {
	i := t.next(s, true)
	if i < 0 {
		return false
	}
	t.at[strings.IndexByte(triggers, s[i])] = i
	t.order()
	return true
}

// search returns where trigger k stands in the block, at from or behind it.
func (t *finder) search(s string, k, from int, whole bool) int {
	for from < t.end {
		i := strings.IndexByte(s[from:t.end], triggers[k])
		if i < 0 {
			break
		}
		i += from
		if mayBelong(s, i, whole) {
			return i
		}
		if from = i + 1; triggers[k] == '0' && i > 1 {
			from = max(from, escapesEnd(s, i-2)) // as JSON has them, many in a row
		}
	}
	return t.end
}

// pass lets the finder go on at the byte to.
func (t *finder) pass(s string, to int, whole bool) {
	if to >= t.end {
		t.reset(to)
		return
	}
	for k := range t.at {
		if t.at[k] < to {
			t.at[k] = t.search(s, k, to, whole)
		}
	}
	t.order()
}

// mayBelong reports whether the trigger at i may belong to a form.
func mayBelong(s string, i int, whole bool) bool {
	switch s[i] {
	case ';':
		return i > 0 && mayEnd(s, i)
	case '&':
		j := i + 1
		for j < len(s) && s[j] == ' ' && j <= i+2 {
			j++
		}
		return j == len(s) && !whole || j < len(s) && (isWordByte(s[j]) || s[j] == '#')
	case '\\':
		return i+1 == len(s) && !whole || i+1 < len(s) && s[i+1] == 'u'
	case '%':
		return i+1 == len(s) && !whole || i+1 < len(s) && s[i+1] == '2'
	case '_':
		return i+1 == len(s) && !whole || i+1 < len(s) && s[i+1] == 'x'
	}
	u := i - 1
	if u > 0 && s[u] == '2' {
		u--
	}
	return u >= 0 && s[u] == 'u' && (u == 0 || s[u-1] != '\\') // or else the backslash finds it
}

// mayEnd reports whether a name or number may end before the semicolon at i, by
// the last three letters before it.
func mayEnd(s string, i int) bool {
	c := s[i-1]
	switch {
	case isDigit(c):
		return true
	case !isWordByte(c):
		return false
	}
	var before [2]byte
	if i > 2 {
		before = [2]byte{s[i-3], s[i-2]}
	} else if i > 1 {
		before[1] = s[i-2]
	}
	return names().endings.has(before[0], before[1], c) || digitValue(c, true) >= 0 && afterX(s, i)
}

// afterX reports whether hexadecimal digits before the byte at i follow an x.
func afterX(s string, i int) bool {
	j := i
	for j > 0 && i-j < 8 && digitValue(s[j-1], true) >= 0 {
		j--
	}
	return j > 0 && s[j-1]|0x20 == 'x'
}

// endings are three letters or digits, by the lower bits of each.
type endings [1 << 15 / 64]uint64

func (t *endings) has(a, b, c byte) bool {
	k := uint(a&31)<<10 | uint(b&31)<<5 | uint(c&31)
	return t[k/64]>>(k%64)&1 != 0
}

// add adds what name ends with, whatever stands before it.
func (t *endings) add(name string) {
	c, b, rest := name[len(name)-1], name[len(name)-2], name[:len(name)-2]
	for a := range byte(32) {
		if rest == "" || rest[len(rest)-1]&31 == a {
			k := uint(a)<<10 | uint(b&31)<<5 | uint(c&31)
			t[k/64] |= 1 << (k % 64)
		}
	}
}
