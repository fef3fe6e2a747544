package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// allows reports whether the text reads the same to the steps before this one,
// and to this one, when written stands for the group.
func (t *tagFinder) allows(text string, g *tagGroup, written string) bool {
	left, rest := t.trail.end(), text[g.end:]
	if opensTag(left) || !t.trail.quiet(written, text, g.end) {
		return false
	}
	l, _ := utf8.DecodeLastRuneInString(left)
	r, n := utf8.DecodeRuneInString(rest)
	if unicode.Is(unicode.M, r) || r == '\ufeff' {
		return false
	}
	return written != "" || n == 0 || !resembles(l, r)
}

// opensTag reports whether s ends in what may be the beginning of a tag.
func opensTag(s string) bool {
	i := len(s)
	for i > 0 && (isAlnum(s[i-1]) || s[i-1] == '/' || s[i-1] == '!' || s[i-1] == '-') {
		i--
	}
	return i > 0 && s[i-1] == '<'
}

// resembles reports whether two characters that come to stand side by side may
// be, or be part of, a character of UTF-8 that was read as something else. What
// it says of a letter does not depend on its form.
func resembles(l, r rune) bool {
	if becomesASCII(l) || becomesASCII(r) || compatReason(r) != "" || l == '\u00a0' || r == '\u00a0' {
		return false // Spaces may take a no-break space away
	}
	return l < 0x0530 || 0x1e00 <= l && l < 0x2c00
}

// becomesASCII reports whether r is ASCII, or is so in form C.
func becomesASCII(r rune) bool {
	return r < utf8.RuneSelf || r == '\u212a' || r == '\u037e' || r == '\u1fef'
}

// mentioned reports whether the words around the group speak of it.
func (t *tagFinder) mentioned(text string, g *tagGroup) bool {
	left, rest := t.trail.end(), text[g.end:min(len(text), g.end+reach)]
	left = left[strings.LastIndexByte(left, '\n')+1:]
	rest, _, _ = strings.Cut(rest, "\n")
	if strings.Count(left, "`")%2 == 1 && t.hasBackquote(text, g.end) {
		return true
	}
	if g.count > 1 {
		return false
	}
	switch w := nextName(rest); {
	case g.isCell(text) && len(rest) > 1 && rest[0] == '-' && asciiClass(rune(rest[1])).isLetter():
		return true // <td>-attributes
	case enclosed(left, rest) || mentionNouns[w] || w != "" && len(w) <= 3 && strings.HasPrefix(rest[1+len(w):], " </"):
		return true
	}
	w := lastName(left)
	if g.last.kind == html.EndTagToken {
		return w != "" && len(w) <= 3 && strings.HasSuffix(left[:len(left)-len(w)-1], "> ")
	}
	return g.last.kind == html.StartTagToken && g.last.alone && !g.last.attrs && articles[w]
}

// isCell reports whether the group is the start tag of a part of a table, with
// no attributes.
func (g *tagGroup) isCell(text string) bool {
	switch text[g.start:g.end] {
	case "<table>", "<tr>", "<td>", "<th>", "<tbody>":
		return true
	}
	return false
}

// hasBackquote reports whether there is a backquote outside of tags in text near
// and behind the byte at, in the same line.
func (t *tagFinder) hasBackquote(text string, at int) bool {
	for i, limit := at, min(len(text), at+reach); i < limit; {
		n := strings.IndexAny(text[i:limit], "`<\n")
		if n < 0 {
			break
		}
		if i += n; text[i] != '<' {
			return text[i] == '`'
		}
		i += max(1, t.opaque(text, i))
	}
	return false
}

// enclosed reports whether what stands between left and rest is all there is
// between two quotes or brackets.
func enclosed(left, rest string) bool {
	l, _ := utf8.DecodeLastRuneInString(left)
	r, _ := utf8.DecodeRuneInString(rest)
	switch l {
	case '"', '\'', '`':
		return r == l
	case '(':
		return r == ')'
	case '[':
		return r == ']'
	case '\u201c', '\u201e':
		return r == '\u201d' || r == '\u201c'
	case '\u2018':
		return r == '\u2019'
	case '\u00ab':
		return r == '\u00bb'
	}
	return false
}

// mentionNouns and articles are the words behind and before a tag that speak
// of it.
var (
	mentionNouns = map[string]bool{
		"tag": true, "tags": true, "element": true, "elements": true, "attribute": true, "attributes": true,
		"balise": true, "balises": true, "etiqueta": true, "etiquetas": true, "elemento": true, "Tag": true, "Tags": true,
		"Element": true, "Elemente": true, "placeholder": true,
	}
	articles = map[string]bool{
		"a": true, "an": true, "the": true, "The": true, "un": true, "une": true, "la": true, "el": true,
		"ein": true, "das": true, "der": true, "use": true, "Use": true,
	}
)

// nextName returns the word that s begins with behind a space.
func nextName(s string) string {
	if !strings.HasPrefix(s, " ") {
		return ""
	}
	i := 1
	for i < len(s) && isLetterByte(s[i]) {
		i++
	}
	return s[1:i]
}

// lastName returns the word that s ends with before a space.
func lastName(s string) string {
	s, ok := strings.CutSuffix(s, " ")
	if !ok {
		return ""
	}
	i := len(s)
	for i > 0 && isLetterByte(s[i-1]) {
		i--
	}
	return s[i:]
}

// A closeScan runs ahead and keeps where it last saw the end tag of each
// element.
type closeScan struct {
	at   int // how far it has come
	seen [elementCount]int
}

func (c *closeScan) reset() { *c = closeScan{} }

// has reports whether an end tag of the element with this index stands behind
// the byte at i in text, no further than pairReach.
func (c *closeScan) has(index int, text string, i int) bool {
	limit := min(len(text), i+pairReach)
	for c.at = max(c.at, i); c.at < limit; c.at += 2 {
		n := strings.Index(text[c.at:limit], "</")
		if n < 0 {
			c.at = limit - 1 // the next byte may be the slash
			break
		}
		c.at += n
		if e, _, ok := elementAt(text[c.at+2 : min(len(text), c.at+4+maxElement)]); ok {
			c.seen[e.index] = c.at
		}
	}
	return c.seen[index] > i
}

// settle makes the offsets relative to what is left when n bytes are settled.
func (c *closeScan) settle(n int) {
	if n == 0 {
		return
	}
	c.at = max(0, c.at-n)
	for i := range c.seen {
		c.seen[i] = max(0, c.seen[i]-n)
	}
}

// A lineScan runs ahead to the end of a line, or to the latent reference that
// stands before it. Once it said that there is one it says so for the rest of
// the line.
type lineScan struct {
	at    int // how far it has come
	found bool
	ref   bool // it found a reference, not the end of the line
	asked int  // where it was asked last
	stuck bool // it said that there is one
}

// lineReach is how long a line may be.
const lineReach = lookahead - tagWindow - reach

// latent reports whether there is a latent reference in text behind the byte
// from, in the same line; known is false if that takes more text. So long a
// line that its end is out of sight counts as one that has. opaque is that of a
// trail.
func (l *lineScan) latent(text string, from int, last bool, opaque func(string, int) int) (latent, known bool) {
	l.pass(text, from)
	if l.stuck {
		return true, true
	}
	if l.at < from {
		l.at, l.found, l.ref = from, false, false
	}
	limit := min(len(text), from+lineReach)
	for ; !l.found && l.at < limit; l.at++ {
		c := text[l.at]
		if c == '<' && opaque != nil {
			if !last && len(text)-l.at < maxTag {
				return false, false
			}
			if n := opaque(text, l.at); n > 0 {
				l.at += n - 1
				continue
			}
		}
		l.ref = latentMarks[c] && latentAt(text, l.at)
		if l.found = l.ref || c == '\n'; l.found {
			break
		}
	}
	switch {
	case l.found:
		l.stuck = l.ref
		return l.ref, true
	case limit == from+lineReach:
		l.stuck = true
		return true, true
	}
	return false, last
}

// pass goes on to the byte at, maybe in another line.
func (l *lineScan) pass(text string, at int) {
	if l.stuck && at > l.asked && strings.IndexByte(text[l.asked:at], '\n') >= 0 {
		l.stuck = false
	}
	l.asked = max(l.asked, at)
}

// settle makes offsets relative to what is left of text when n bytes are
// settled.
func (l *lineScan) settle(text string, n int) {
	l.pass(text, n)
	l.asked -= n
	if l.at -= n; l.at < 0 {
		l.at, l.found, l.ref = 0, false, false
	}
}
