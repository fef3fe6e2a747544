package repair

import "unicode/utf8"

// A tail is the last characters of a text, as repaired.
type tail struct {
	kept [tailLen]rune // before the text at hand, the last one first
	now  [tailLen]rune // before the place at hand
}

// tailLen is how many characters before a place can have a part in what is
// decided there.
const tailLen = 12

func (t *tail) clear() {
	for k := range t.kept {
		t.kept[k] = ' '
	}
}

// collect finds the last characters before i of a text with fixes, as many as
// are wanted.
func (t *tail) collect(text string, fixes []Fix, i, wanted int) {
	n := 0
	for k := len(fixes) - 1; k >= 0 && n < wanted; k-- {
		n = t.add(n, wanted, text[fixes[k].End:i])
		n = t.add(n, wanted, fixes[k].Text)
		i = fixes[k].Start
	}
	n = t.add(n, wanted, text[:i])
	copy(t.now[n:wanted], t.kept[:])
}

// take takes the end of a text as it is.
func (t *tail) take(text string) {
	for k := range t.now {
		r, n := utf8.DecodeLastRuneInString(text)
		if n == 0 {
			r = ' '
		}
		t.now[k] = r
		text = text[:len(text)-n]
	}
}

// add adds the last characters of s to the n that there are.
func (t *tail) add(n, wanted int, s string) int {
	for n < wanted && s != "" {
		r, size := rune(s[len(s)-1]), 1
		if r >= utf8.RuneSelf {
			r, size = decodeLastRune(s)
		}
		s = s[:len(s)-size]
		t.now[n] = r
		n++
	}
	return n
}

// settle forgets the text up to i but for its tail.
func (t *tail) settle(text string, fixes []Fix, i int) {
	if i > 0 {
		t.collect(text, fixes, i, tailLen)
		t.kept = t.now
	}
}

// context returns the context that ends with it.
func (t *tail) context() context { return plausible().context(t.now[1], t.now[0]) }
