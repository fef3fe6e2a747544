package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/lexicon"
)

const (
	reasonLostApostrophe = "apostrophe lost to a question mark"
	reasonWrongClosing   = "closing quotation mark of another kind"
	reasonWrongOpening   = "opening quotation mark of another kind"
)

// quotes is what the quotation marks of a text show.
type quotes struct {
	double  rune // the mark that opened what is quoted in this line, or 0
	at      int  // where in the sentence it stands, negative if before
	single  bool // U+2018 opened something in this line
	unclear bool // the marks of this line cannot be told apart
	low     bool // U+201E was seen, which U+201C closes
}

func (q *quotes) begin() { q.at = -1 }

func (q *quotes) endLine() { q.double, q.single, q.unclear = 0, false, false }

// A wrongQuote is a quotation mark that should be another.
type wrongQuote struct {
	at   int  // where it stands
	want rune // what should stand there, 0 if nothing is wrong
}

// quote takes in the quotation mark at offset i of s, which is r, and returns
// what is wrong with it or the one that opened.
func (q *quotes) quote(s string, i int, r rune) (wrong wrongQuote) {
	if r == '\u201e' {
		q.low = true
	}
	opens, closes := sides(s, i, utf8.RuneLen(r))
	switch {
	case q.unclear:
	case r == '\u2018' || r == '\u2019':
		return q.quoteSingle(s, i, r, opens, closes)
	case opens == closes && r == '"' && digitBefore(s, i) && q.double == 0: // inches
	case opens == closes, opens && q.double != 0, opens && r != '"' && r != '\u201c':
		q.unclear = true
	case opens:
		q.double, q.at = r, i
	case q.double != 0:
		wrong = q.closeDouble(s, i, r)
		q.double = 0
	}
	return wrong
}

// closeDouble takes in that r, at offset i of s, closes what is quoted.
func (q *quotes) closeDouble(s string, i int, r rune) (wrong wrongQuote) {
	n := utf8.RuneLen(r)
	switch {
	case !plainAround(s, i, n):
	case q.double == '\u201c' && (r == '\u201c' || r == '"' && !digitBefore(s, i)):
		return wrongQuote{i, '\u201d'}
	case q.double == '"' && r == '\u201d' && q.at >= 0 && plainAround(s, q.at, 1):
		return wrongQuote{q.at, '\u201c'}
	}
	return wrong
}

// quoteSingle takes in a single quotation mark, which may be an apostrophe.
func (q *quotes) quoteSingle(s string, i int, r rune, opens, closes bool) (wrong wrongQuote) {
	switch {
	case opens && r == '\u2018':
		q.single = true
	case closes && q.single:
		q.single = false
		if r == '\u2018' && plainAround(s, i, utf8.RuneLen(r)) {
			return wrongQuote{i, '\u2019'}
		}
	}
	return wrong
}

// sides reports whether the mark of n bytes at offset i of s stands where one
// opens, and where one closes.
func sides(s string, i, n int) (opens, closes bool) {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	if i == 0 {
		before = ' '
	}
	if i+n == len(s) {
		after = ' '
	}
	gapBefore, gapAfter := opensGap(before), closesGap(after)
	switch {
	case gapBefore && !gapAfter:
		return true, false
	case gapAfter && !gapBefore:
		return false, true
	}
	return opensNested(before) && !gapAfter, closesNested(after) && !gapBefore
}

// opensGap reports whether r stands before what opens.
func opensGap(r rune) bool {
	switch r {
	case ' ', '(', '[', '{', '/', '-', '\u2013', '\u2014':
		return true
	}
	return unicode.IsSpace(r)
}

// closesGap reports whether r stands behind what closes.
func closesGap(r rune) bool {
	switch r {
	case ' ', '.', ',', ';', ':', '!', '?', ')', ']', '}', '/', '-', '\u2013', '\u2014', '\u2026':
		return true
	}
	return unicode.IsSpace(r)
}

func opensNested(r rune) bool { return r == '"' || r == '\'' || r == '\u201c' || r == '\u2018' }

func closesNested(r rune) bool { return r == '"' || r == '\'' || r == '\u201d' || r == '\u2019' }

// plainAround reports whether the mark of n bytes at offset i of s, which may
// be replaced, stands between ASCII characters that no other step reads
// together with it.
func plainAround(s string, i, n int) bool {
	return (i == 0 || plainBeside(s[i-1])) && (i+n == len(s) || plainBeside(s[i+n]))
}

func plainBeside(c byte) bool {
	return byteKinds[c] == letterByte || strings.IndexByte(" \n\r\t.,:!?()-'\"", c) >= 0
}

func digitBefore(s string, i int) bool { return i > 0 && '0' <= s[i-1] && s[i-1] <= '9' }

// insideWord reports whether the byte at offset i of s stands between letters.
func insideWord(s string, i int) bool {
	return i > 0 && i+1 < len(s) && byteKinds[s[i-1]] == letterByte && byteKinds[s[i+1]] == letterByte
}

// findQuotes finds the marks that should be others, and the apostrophes that
// became question marks.
func (s *sentence) findQuotes() {
	p := s.before
	p.begin()
	for i := 0; i < len(s.text); {
		switch c := s.text[i]; {
		case c == '?' && insideWord(s.text, i):
			s.findLost(i, p.curly)
			i++
		case c == '"' || c == '\'' || c >= 0x80:
			n, wrong, _ := p.mark(s.text, i)
			if wrong.want != 0 && s.trusts(&p) {
				s.addQuote(wrong)
			}
			i += n
		default:
			i++
		}
	}
}

// trusts reports whether curled quotation marks open and close here as they do
// in English.
func (s *sentence) trusts(p *prior) bool { return !p.low && s.english() }

// addQuote adds the fix for a mark.
func (s *sentence) addQuote(w wrongQuote) {
	_, n := utf8.DecodeRuneInString(s.text[w.at:])
	reason := reasonWrongClosing
	if w.want == '\u201c' {
		reason = reasonWrongOpening
	}
	s.fix(Quotes, span{w.at, w.at + n}, string(w.want), reason)
}

// findLost adds a fix if the question mark at offset i, between two letters,
// was an apostrophe. It is one where that makes a word, or the possessive of
// one, that no question ends before: not in "What?s".
func (s *sentence) findLost(i int, curly bool) {
	from, to := i, i+1
	for from > 0 && byteKinds[s.text[from-1]] == letterByte {
		from--
	}
	for to < len(s.text) && byteKinds[s.text[to]] == letterByte {
		to++
	}
	stem, rest := s.text[from:i], s.text[i+1:to]
	if len(stem)+len(rest) > maxLost || classOf(stem)&asks != 0 || !s.alone(span{from, to}) {
		return
	}
	mark := "'"
	if curly {
		mark = "\u2019"
	}
	if s.contracts(stem, rest) || s.words.has(stem+"'"+rest) || s.words.has(stem+"\u2019"+rest) {
		s.fix(Quotes, span{i, i + 1}, mark, reasonLostApostrophe)
	}
}

// maxLost is how many letters a word has that lost an apostrophe, at most.
const maxLost = 32

// contracts reports whether an apostrophe between stem and rest makes an
// English word of them.
func (s *sentence) contracts(stem, rest string) bool {
	listed := lexicon.Known(stem + "'" + rest)
	switch rest {
	case "t", "ll", "re", "ve", "d", "m":
		return listed
	case "s":
		return listed || classOf(stem) == 0 && len(stem) > 1 && (lexicon.Known(stem) || stem[0] < 'a') && s.english()
	}
	return listed && len(rest) > 3 && s.english() // O'Brien, o'clock
}
