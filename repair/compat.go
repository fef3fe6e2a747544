package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	reasonFullWidth    = "full-width character"
	reasonHalfWidth    = "half-width katakana"
	reasonLigature     = "ligature"
	reasonPresentation = "presentation form"
)

// A compatFinder finds compatibility characters that say nothing but how a
// letter looked, and the ordinary ones that they stand for:
//
//   - full-width letters and digits (U+FF10 to U+FF5A), everywhere;
//   - full-width marks and signs (U+FF01 to U+FF60 but < > \ and the
//     grave accent, which could become markup, U+FFE0 to U+FFE6 but U+FFE3) and an ideographic space between two full-width characters, only
//     where no Chinese, Japanese or Korean letter stands in the line nearby;
//   - half-width katakana and its marks (U+FF61 to U+FF9F), with their voicing;
//   - ligatures of Latin and Armenian letters (U+FB00 to U+FB17);
//   - presentation forms of Hebrew (U+FB20 to U+FB28, U+FB4F) and Arabic
//     letters (U+FB50 to U+FDC7, U+FE70 to U+FEFC), but for marks that stand
//     alone and for words written as one sign (U+FDF0 to U+FDFF).
//
// All others stay, as they say more than how they look: superscripts,
// fractions, circled and Roman numbers, letters of mathematics, units and
// words in squares, vertical and small forms, the digraphs and ligatures of
// alphabets, the ellipsis, all other spaces.
type compatFinder struct {
	trail trail
	room  []byte
	nfc   composer
	nfkc  composer
	texts fixTexts
	clear int // up to where no letter of Chinese, Japanese or Korean is ahead
}

func (c *compatFinder) reset(*Options) { c.trail.reset() }

// maxCompat bounds how many bytes of compatibility characters are one fix.
const maxCompat = 512

func (c *compatFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	text := in.text
	c.clear = 0
	for i := 0; ; {
		n := strings.IndexByte(text[i:], 0xef)
		if n < 0 {
			return fixes, c.trail.settle(text, len(text))
		}
		if i += n; !in.last && len(text)-i < 2*maxCompat+farReach {
			return fixes, c.trail.settle(text, i)
		}
		if !isCompat(text[i:]) {
			i += 3
			continue
		}
		c.trail.follow(text, i)
		run := compatRun{cjk: c.nearCJK(text, i), out: c.room[:0], nfkc: &c.nfkc}
		end := run.read(text, i)
		c.room = run.out
		if run.changed && c.allows(text[end:]) && c.trail.quiet(view(run.out), text, end) {
			out := c.texts.of(run.out)
			fixes = append(fixes, Fix{Step: Compat, Start: i, End: end, Text: out, Reason: run.reason})
			c.trail.write(out, end)
		}
		i = end
	}
}

// allows reports whether what stands before the run is no markup that goes on
// in it, nor a backslash, and nothing beside it looks like UTF-8 that was read
// as something else.
func (c *compatFinder) allows(rest string) bool {
	left := c.trail.end()
	prev := c.nfc.lastRune(left)
	next, _ := c.nfc.firstRune(rest)
	if unicode.IsMark(prev) || isStray(prev) || isStray(next) || unicode.IsMark(next) {
		return false
	}
	if strings.IndexByte(left, '<') >= 0 && strings.LastIndexByte(left, '<') > strings.LastIndexByte(left, '>') {
		return false
	}
	return !strings.HasSuffix(left, "\\")
}

// isCompat reports whether s, which begins with the byte EF, begins with one of
// the characters that this step knows, which are all in U+FB00 to U+FFFF.
func isCompat(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return compatReason(c) != ""
}

// compatReason returns what kind of compatibility character c is, or "".
func compatReason(c rune) string {
	switch {
	case c == 0xff1c || c == 0xff1e || c == 0xff3c || c == 0xff40:
		return "" // < > \ ` could become markup
	case 0xff01 <= c && c <= 0xff60, 0xffe0 <= c && c <= 0xffe6 && c != 0xffe3:
		return reasonFullWidth
	case 0xff61 <= c && c <= 0xff9f:
		return reasonHalfWidth
	case 0xfb00 <= c && c <= 0xfb06, 0xfb13 <= c && c <= 0xfb17:
		return reasonLigature
	case 0xfb20 <= c && c <= 0xfb28, c == 0xfb4f,
		0xfb50 <= c && c <= 0xfbb1, 0xfbd3 <= c && c <= 0xfc5d, 0xfc64 <= c && c <= 0xfcf1, 0xfcf5 <= c && c <= 0xfd3d,
		0xfd50 <= c && c <= 0xfdc7, 0xfe80 <= c && c <= 0xfefc:
		return reasonPresentation
	}
	return ""
}

// A compatRun is a run of compatibility characters.
type compatRun struct {
	cjk     bool // Chinese, Japanese or Korean is near
	out     []byte
	reason  string // why the first that is replaced is
	changed bool
	nfkc    *composer
}

// read reads the run that begins at i in text, and returns its end.
func (r *compatRun) read(text string, i int) int {
	for from := i; i < len(text) && i-from < maxCompat-utf8.UTFMax; {
		c, n := utf8.DecodeRuneInString(text[i:])
		reason := compatReason(c)
		switch {
		case c == '\u3000' && i > from && !r.cjk && isFullWidth(text[i+n:]):
			r.replace(" ", reasonFullWidth)
		case reason == "":
			return i
		case c == 0xff9e || c == 0xff9f:
			r.voice(text[i : i+n])
		case reason == reasonFullWidth && r.cjk && !isWordRune(c):
			r.out = append(r.out, text[i:i+n]...)
		default:
			// A few have none, or one that does not differ.
			if plain := r.nfkc.of(text[i:i+n], norm.NFKC); plain != text[i:i+n] {
				r.replace(plain, reason)
			} else {
				r.out = append(r.out, plain...)
			}
		}
		i += n
	}
	return i
}

func (r *compatRun) replace(plain, reason string) {
	if !r.changed {
		r.changed, r.reason = true, reason
	}
	r.out = append(r.out, plain...)
}

// voice gives the voicing mark to the katakana before it, if that takes one.
func (r *compatRun) voice(mark string) {
	_, n := utf8.DecodeLastRune(r.out)
	last := len(r.out) - n
	voiced := norm.NFC.String(string(r.out[last:]) + norm.NFKC.String(mark))
	if _, n := utf8.DecodeRuneInString(voiced); n < len(voiced) || last == len(r.out) {
		r.out = append(r.out, mark...)
		return
	}
	r.out = r.out[:last]
	r.replace(voiced, reasonHalfWidth)
}

// isFullWidth reports whether s begins with a full-width character.
func isFullWidth(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return 0xff01 <= c && c <= 0xff5e
}

func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// nearCJK reports whether there is Chinese, Japanese or Korean in the line near
// the byte at i, which the trail ends at.
func (c *compatFinder) nearCJK(text string, i int) bool {
	before := c.trail.end()
	before = before[strings.LastIndexByte(before, '\n')+1:]
	if hasCJK(before) {
		return true
	}
	limit := runeStart(text, min(len(text), i+maxCompat+reach))
	if n := strings.IndexByte(text[i:limit], '\n'); n >= 0 {
		limit = i + n
	}
	if c.clear = max(c.clear, i); c.clear < limit {
		c.clear += nextCJK(text[c.clear:limit])
	}
	return c.clear < limit
}

// hasCJK reports whether s has a letter that nextCJK finds.
func hasCJK(s string) bool { return nextCJK(s) < len(s) }

// nextCJK returns where the next Han, kana, Hangul or Bopomofo letter stands in
// s, or its length.
func nextCJK(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] < 0xe1 {
			continue // it begins none
		}
		if c, _ := decodeRune(s[i:]); c != '\u3000' && isCJK(c) {
			return i
		}
	}
	return len(s)
}

func isCJK(c rune) bool {
	switch {
	case 0x1100 <= c && c <= 0x11ff, 0x2e80 <= c && c <= 0x31ff, 0x3400 <= c && c <= 0x9fff, 0xa960 <= c && c <= 0xa97f,
		0xac00 <= c && c <= 0xd7ff, 0xf900 <= c && c <= 0xfaff, 0xff61 <= c && c <= 0xffdc, 0x20000 <= c && c <= 0x3ffff:
		return true
	}
	return false
}
