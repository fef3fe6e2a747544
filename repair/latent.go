package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/textmend/textmend/entities"
)

// A latent reference is what Entities read and left alone, and might read as a
// reference if other text came to stand around it: what stands before a
// semicolon and ends in a name of HTML, an ampersand or a backslash before a
// letter, and the like. The steps that come after Entities make no edit that
// brings one about, and none so near to one that Entities would see another
// place. What is asked here is wider than what Entities goes by: it may say
// yes to prose, which costs a repair, and never no to a reference.

// near is how far from an edit a latent reference may be that forbids it: more
// than Entities looks at on either side of a reference, together with the
// length of one. It counts in letters without their marks, as [lettersIn] does,
// since no step makes more of those, and as there are no fewer bytes.
const near = 176

// reach is how many bytes on either side of an edit are looked at for other
// reasons, and farReach how many of them for latent references: near letters, of
// any script.
const (
	reach    = 192
	farReach = 1280
)

// A trail is the end of the text so far as it reads after the fixes of a step,
// with what is known of the latent references in it and ahead.
type trail struct {
	tail    []byte // its last bytes, trailSize or more if there are so many
	at      int    // where it ends, in in.text
	scanned int    // up to where the latent references in tail are known
	last    int    // 1 more than where the last of them stands, or 0

	// opaque, if there is one, returns the length of what text has at a < and
	// that is no text, or 0: what is in there does not count.
	opaque func(text string, at int) int

	ahead int // up to where those in in.text are known, behind at
	next  int // 1 more than where the first of them stands, or 0
}

// trailSize is how much of the text a trail has, and maxJoint how much of it is
// looked at together with what follows: no reference is longer, but for its
// doublings.
const (
	trailSize = farReach + maxJoint
	maxJoint  = 64
)

// reset begins another text.
func (t *trail) reset() { *t = trail{tail: t.tail[:0], opaque: t.opaque} }

// follow goes on to the byte at in text, to which there is no fix.
func (t *trail) follow(text string, at int) {
	if at <= t.at {
		return
	}
	if at-t.at > trailSize {
		t.tail, t.scanned, t.last = t.tail[:0], 0, 0
	}
	t.write(text[max(t.at, at-trailSize):at], at)
}

// write goes on to the byte at, where s has been written.
func (t *trail) write(s string, at int) {
	t.at = at
	if len(t.tail)+len(s) > 8*trailSize {
		t.scan()
		gone := max(0, len(t.tail)-trailSize)
		t.tail = t.tail[:copy(t.tail, t.tail[gone:])]
		t.scanned, t.last = max(0, t.scanned-gone), max(0, t.last-gone)
	}
	t.tail = append(t.tail, s[max(0, len(s)-trailSize):]...)
}

// scan looks for latent references in the tail, but for its last bytes: what
// follows decides about those.
func (t *trail) scan() {
	s := view(t.tail)
	limit := len(s) - undecidedMark
	for t.scanned < limit {
		i := nextLatent(s, t.scanned, limit)
		if t.scanned = i; i < limit {
			t.scanned, t.last = i+1, i+1
		}
	}
}

// settle makes offsets relative to what is left of text when n bytes are
// settled.
func (t *trail) settle(text string, n int) int {
	t.follow(text, n)
	t.at -= n
	t.ahead = max(0, t.ahead-n)
	t.next = max(0, t.next-n)
	return n
}

// end returns the end of the text so far, no more than reach bytes of it. It
// is valid until the next call of a method.
func (t *trail) end() string { return view(t.tail[max(0, len(t.tail)-reach):]) }

// quiet reports whether the text reads the same to Entities when written stands
// for text[t.at:to]: there is no latent reference near it, nor in what
// comes to stand together.
func (t *trail) quiet(written, text string, to int) bool {
	var room [4 * maxJoint]byte
	left := t.tail[max(0, len(t.tail)-maxJoint):]
	joint := append(append(room[:0], left...), written...)
	rest := text[to:min(len(text), to+maxJoint)]
	end := strings.IndexAny(rest, "\n<")
	if end >= 0 {
		rest = rest[:end+1]
	}
	joint = append(joint, rest...)
	limit := len(joint)
	if end < 0 && to+maxJoint < len(text) {
		limit = max(0, limit-undecidedMark)
	}
	at := min(limit, max(0, len(left)-undecidedMark))
	return nextLatent(view(joint), at, limit) == limit && !t.latentBefore() && !t.latentBehind(text, to)
}

// undecidedMark is how many of the last bytes of a text may be the mark of a latent
// reference if others follow.
const undecidedMark = 4

// latentBefore reports whether there is a latent reference near the end of the
// text so far.
func (t *trail) latentBefore() bool {
	t.scan()
	return t.last > 0 && len(t.tail)-t.last < farReach && isNear(view(t.tail[t.last:]))
}

// latentBehind reports whether there is a latent reference near what precedes
// text[to:].
func (t *trail) latentBehind(text string, to int) bool {
	if t.ahead < to || t.next > 0 && t.next <= to {
		t.ahead, t.next = to, 0
	}
	for limit := min(len(text), to+farReach); t.next == 0 && t.ahead < limit; {
		i := t.nextMark(text, t.ahead, limit)
		switch {
		case i == limit:
			t.ahead = limit
		case text[i] == '<':
			t.ahead = i + max(1, t.opaque(text, i))
		default:
			t.ahead, t.next = i+1, i+1
		}
	}
	return t.next > 0 && t.next <= to+farReach && isNear(text[to:t.next-1])
}

// nextMark returns where the mark of the next latent reference stands, or a <
// that opaque is to look at, or limit.
func (t *trail) nextMark(text string, at, limit int) int {
	if t.opaque != nil {
		if i := strings.IndexByte(text[at:limit], '<'); i >= 0 {
			limit = at + i
		}
	}
	return nextLatent(text, at, limit)
}

// isNear reports whether what stands between an edit and a latent reference has
// less than near letters. That another line begins there does not count: a step
// may have put it there.
func isNear(between string) bool { return lettersIn(between, near) < near }

// lettersIn counts the characters of s up to limit or more: those that are no
// marks, as they are when Form and Compat are done with them.
func lettersIn(s string, limit int) int {
	n := 0
	for i, r := range s {
		switch {
		case n >= limit:
			return n
		case r < 0x300:
			n++
		case unicode.Is(unicode.M, r) || 0x1160 <= r && r <= 0x11ff || r == 0xff9e || r == 0xff9f:
		case 0xfb00 <= r && r <= 0xfdff && compatReason(r) != "":
			n += utf8.RuneCountInString(norm.NFKC.String(s[i : i+utf8.RuneLen(r)]))
		default:
			n++
		}
	}
	return n
}

// hasLatent reports whether there is a latent reference in s.
func hasLatent(s string) bool { return nextLatent(s, 0, len(s)) < len(s) }

// latentMarks are the bytes without which there is no reference.
var latentMarks = [256]bool{'&': true, ';': true, '\\': true, '%': true, '_': true, '0': true}

// nextLatent returns where the mark of the next latent reference stands in s,
// from the byte at on and before limit, or limit.
func nextLatent(s string, at, limit int) int {
	for i := at; i < limit; i++ {
		if latentMarks[s[i]] && latentAt(s, i) {
			return i
		}
	}
	return limit
}

// latentAt reports whether the mark at s[i] may be that of a reference.
func latentAt(s string, i int) bool {
	switch s[i] {
	case '&':
		return opensReference(s[i+1:])
	case '\\':
		return i+1 == len(s) || s[i+1] == 'u' && (i+2 == len(s) || isHex(s[i+2]))
	case '%':
		return strings.HasPrefix(s[i:], "%26") || strings.HasPrefix("%26", s[i:])
	case '_':
		return i+1 == len(s) || s[i+1] == 'x'
	case '0':
		return isAfterU(s, i)
	}
	return endsAsReference(s[:i])
}

// opensReference reports whether s, which an ampersand is before, begins with a
// number or a name of two letters or more. A letter that has a mark is none:
// Form may compose them.
func opensReference(s string) bool {
	n := 0
	for n < len(s) && n < 3 && isAlnum(s[n]) {
		n++
	}
	if n > 0 && n < len(s) && (s[n] == 0xcc || s[n] == 0xcd) {
		n--
	}
	return n == len(s) || s[0] == '#' || n >= 2
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
