package repair

import (
	"strings"

	"github.com/textmend/textmend/entities"
)

// A latent reference is what Entities read and left alone, and might read as a
// reference if other text came to stand around it: what stands before a
// semicolon and ends in a name of HTML, an ampersand or a backslash before a
// letter, and the like. The steps that come after Entities make no edit that
// brings one about, and none so near to one that Entities would see another
// place. What is asked here is wider than what Entities goes by: it may say
// yes to prose, which costs a repair, and never no to a reference.

// reach is how far from an edit a latent reference is looked for, in bytes. It
// is more than Entities looks at on either side of a reference, together with
// the length of one.
const reach = 192

// A trail is the end of the text so far as it reads after the fixes of a step.
type trail struct {
	tail []byte // its last bytes, at least reach if there are so many
	at   int    // where it ends, in in.text
}

// follow goes on to the byte at in text, to which there is no fix.
func (t *trail) follow(text string, at int) {
	if at > t.at {
		t.write(text[max(t.at, at-reach):at], at)
	}
}

// write goes on to the byte at, where s has been written.
func (t *trail) write(s string, at int) {
	t.at = at
	if len(t.tail)+len(s) > 4*reach {
		t.tail = t.tail[:copy(t.tail, t.tail[max(0, len(t.tail)-reach):])]
	}
	t.tail = append(t.tail, s[max(0, len(s)-reach):]...)
}

// settle makes at relative to what is left of text when n bytes are settled.
func (t *trail) settle(text string, n int) int {
	t.follow(text, n)
	t.at -= n
	return n
}

// reset begins another text.
func (t *trail) reset() { t.tail, t.at = t.tail[:0], 0 }

// end returns the end of the text so far, no more than reach bytes of it. It
// is valid until the next call of a method.
func (t *trail) end() string { return view(t.tail[max(0, len(t.tail)-reach):]) }

// quiet reports whether the text reads the same to Entities when written
// follows the trail, and rest follows that: there is no latent reference near.
func (t *trail) quiet(written, rest string) bool {
	var room [3 * reach]byte
	around := append(room[:0], t.end()...)
	around = around[strings.LastIndexByte(view(around), '\n')+1:]
	around = append(around, written...)
	rest = rest[:min(len(rest), reach)]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return !hasLatent(view(append(around, rest...)))
}

// A latent is what is known of the latent references in a text, for a step
// with so many edits that it cannot look around for each.
type latent struct {
	last    int // where the last one before the edit stands
	next    int // where the next one stands, at or behind the edit
	scanned int // up to where they are known
}

// far stands for where no latent reference is.
const far = -2 * reach

func (l *latent) reset() { *l = latent{far, far, far} }

// near reports whether there is a latent reference near text[from:to], which
// follows the trail.
func (l *latent) near(t *trail, text string, from, to int) bool {
	if l.scanned < from {
		l.last, l.next, l.scanned = far, far, from
		if hasLatent(t.end()) {
			l.last = from
		}
	}
	limit := min(len(text), to+reach)
	for {
		if l.next == far && l.scanned < limit {
			if i := nextLatent(text[:limit], l.scanned); i < limit {
				l.next = i
			}
			l.scanned = limit
		}
		if l.next == far || l.next >= from {
			break
		}
		l.last, l.scanned, l.next = l.next, l.next+1, far
	}
	return l.last > from-reach || l.next != far && l.next < to+reach
}

// settle makes what is known relative to what is left when n bytes are settled.
func (l *latent) settle(n int) {
	l.last, l.scanned = max(far, l.last-n), max(far, l.scanned-n)
	if l.next != far {
		l.next = max(far+1, l.next-n)
	}
}

// hasLatent reports whether there is a latent reference in s.
func hasLatent(s string) bool { return nextLatent(s, 0) < len(s) }

// latentMarks are the bytes without which there is no reference.
var latentMarks = [256]bool{'&': true, ';': true, '\\': true, '%': true, '_': true, '0': true}

// nextLatent returns where the mark of the next latent reference stands in s,
// from the byte at on, or the length of s.
func nextLatent(s string, at int) int {
	for i := at; i < len(s); i++ {
		if latentMarks[s[i]] && latentAt(s, i) {
			return i
		}
	}
	return len(s)
}

// latentAt reports whether the mark at s[i] may be that of a reference.
func latentAt(s string, i int) bool {
	switch s[i] {
	case '&':
		return i+1 == len(s) || s[i+1] == '#' || isAlnum(s[i+1])
	case '\\':
		return i+1 == len(s) || isAlnum(s[i+1])
	case '%':
		return i+1 == len(s) || isHex(s[i+1])
	case '_':
		return i+1 == len(s) || s[i+1] == 'x'
	case '0':
		return isAfterU(s, i)
	}
	return endsAsReference(s[:i])
}

// isAfterU reports whether s[i] is one of the four digits that follow a u.
func isAfterU(s string, i int) bool {
	for n := 1; n <= 4 && n <= i; n++ {
		if s[i-n]|0x20 == 'u' {
			return true
		}
		if !isHex(s[i-n]) {
			break
		}
	}
	return false
}

// longestName is the length of the longest name of HTML.
const longestName = 31

// endsAsReference reports whether s, which a semicolon follows, ends in a name
// of HTML, or a number that a # or & may belong to.
func endsAsReference(s string) bool {
	s = strings.TrimRight(s, " ")
	i := len(s)
	digit := false
	for i > 0 && len(s)-i < longestName && isAlnum(s[i-1]) {
		i--
		digit = digit || s[i] <= '9'
	}
	switch run := s[i:]; {
	case run == "":
		return false
	case digit:
		before := strings.TrimRight(s[:i], " ")
		return len(run) > 4 || run[0] > '9' || strings.HasSuffix(before, "#") || strings.HasSuffix(before, "&")
	}
	for ; len(s)-i >= 2; i++ {
		if isName(s[i:]) {
			return true
		}
	}
	return false
}

// isName reports whether HTML has the name, as it is or in lower case.
func isName(name string) bool {
	if _, ok := entities.Lookup(name); ok {
		return true
	}
	var room [longestName]byte
	lower := room[:copy(room[:], name)]
	changed := false
	for i, c := range lower {
		if 'A' <= c && c <= 'Z' {
			lower[i] = c | 0x20
			changed = true
		}
	}
	if !changed {
		return false
	}
	_, ok := entities.Lookup(view(lower))
	return ok
}

func isLetterByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigitByte(c byte) bool  { return '0' <= c && c <= '9' }
func isAlnum(c byte) bool      { return isLetterByte(c) || isDigitByte(c) }
func isHex(c byte) bool        { return isDigitByte(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }
