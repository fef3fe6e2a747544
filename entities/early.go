package entities

import (
	"strings"

	"github.com/textmend/textmend/internal/lexicon"
)

// What is decided here is decided as decide would, only sooner: it is most of
// what there is, in clean texts and in damaged ones.

// isProse reports whether a name before a semicolon is the end of an ordinary
// word of prose, as in "hearing;" or "many times;".
func (e *scanner) isProse(f *form) bool {
	if f.certainty == unmistakable || f.damage != AmpersandDeleted || f.number.digits > 0 || f.end < len(e.s) && mayJoin(e.s[f.end]) {
		return false
	}
	run := f.start
	for run > e.low && f.start-run < maxRun && isWordByte(e.s[run-1]) {
		run--
	}
	if run <= e.low && run > 0 {
		return false // more letters may stand before it
	}
	pre, whole := e.s[run:f.start], e.s[run:f.end-1]
	switch {
	case f.certainty == risky:
		return pre != "" && e.seen.own&f.own() == 0 && lexicon.Known(whole)
	case f.certainty != word || hasAnd(pre):
		return false
	case f.role == roleAmp:
		return pre != "" && !isUpper(pre) && lexicon.Known(whole)
	}
	return needsNeighbour(f.name) || pre != "" && lexicon.Known(whole)
}

// isPlain reports whether a form that lost its & is a reference beyond doubt
// for what touches it in the input: a name that ends no word, or the number of
// a quote or dash within a word. Code and addresses are still to be ruled out.
func (e *scanner) isPlain(f *form) bool {
	if f.certainty != unmistakable || f.damage != AmpersandDeleted || f.alien || f.start < e.low+2 || f.end == len(e.s) {
		return false
	}
	before, after := e.s[f.start-1], e.s[f.end]
	joined := isWordByte(after)
	switch {
	case !joined && (mayJoin(after) || after == '_') || before >= 0x80 || before < ' ' && before != '\n':
		return false
	case f.number.digits > 0:
		return f.role != roleLetter && !f.number.undefined() && isLetter(rune(before)) && isLetter(rune(after)) && e.isPlainPre(f)
	case isWordByte(before):
		return (joined || f.role != roleQuote) && e.isPlainPre(f)
	case joined && before == ' ':
		return (f.role == roleQuote || f.role == roleOpen) && e.s[f.start-2] > ' ' && e.seen.balance > 0
	case joined:
		return before != '=' && before != '*' && before != '\\'
	}
	switch before {
	case ' ', '\n', '=', '*', '\\', '$', '@', '"', '\'', '`', '(', '[':
		return false
	case '.':
		return isLowerByte(e.s[f.start-2]) && !strings.HasSuffix(e.s[:f.start-1], "self") && !strings.HasSuffix(e.s[:f.start-1], "this") &&
			f.start > e.low+3 && isLowerByte(e.s[f.start-3]) && !strings.HasSuffix(e.s[:f.start-1], "obj")
	}
	return true
}

func isLowerByte(c byte) bool { return 'a' <= c && c <= 'z' }

// isPlainPre reports whether the letters before a form are known, and no word
// with its name, nor an "and" or "et" in its place.
func (e *scanner) isPlainPre(f *form) bool {
	run := f.start - 1
	for run > e.low && isWordByte(e.s[run-1]) {
		run--
	}
	pre := e.s[run:f.start]
	switch {
	case run <= e.low && run > 0 || len(pre) > maxRun || hasAnd(pre) || strings.HasSuffix(pre, "et"):
		return false
	case f.number.digits > 0:
		return f.number.digits == 2 || f.number.digits > 3 && f.number.digits != 6 || !isColorWord(pre)
	}
	return (f.role == roleSpace || !lexicon.Known(e.s[run:f.end-1])) && (pre != "e" || f.role != roleDash)
}

// isPlainToken reports whether what stands before the form, up to a space, is
// short and has no part of an address or of a list of numbers.
func (e *scanner) isPlainToken(f *form) bool {
	s := e.s[max(e.low, f.start-reach):f.start]
	i := len(s) - 1
	for i >= 0 && tokenBytes[s[i]] == 0 {
		i--
	}
	return i >= 0 && tokenBytes[s[i]] == tokenStart && !strings.HasPrefix(s[i+1:], "www.")
}

// What the bytes of a token are, where they matter.
const (
	tokenStart = iota + 1 // stands before it
	tokenOdd              // may be part of an address, or of a list of numbers
)

var tokenBytes = [256]uint8{
	' ': tokenStart, '\n': tokenStart, '#': tokenOdd, '/': tokenOdd, '?': tokenOdd, '\t': tokenOdd, 0xa0: tokenOdd,
}

// acceptPlain repairs f if it isPlain and not in code or an address.
func (e *scanner) acceptPlain(f *form) bool {
	if !e.isPlain(f) || !e.isPlainToken(f) || !e.opts.takes(f) {
		return false
	}
	e.extend(f.start)
	right := e.s[f.end:min(len(e.s), f.end+reach)]
	end, first := clauseEnd(right)
	if first < end && hasMark(right[:end]) || e.inCodeLine() || e.marked(min(reach, e.end()-e.line)) {
		return false
	}
	e.plain = f.end + end
	e.skip = f.end
	sign := either(e.s[f.start-1] <= ' ', 0, 1)
	if e.probing() || f.role == roleLetter || !e.seen.isFull(sign) {
		e.prior = e.seen
		e.note(event{at: e.done, any: true, letter: f.role == roleLetter, sign: sign})
	}
	e.hold()
	e.apply(f)
	return true
}

// mayJoin reports whether c, right behind a form, may make it joined.
func mayJoin(c byte) bool {
	return c >= 0x80 || isWordByte(c) || c == '&' || c == '#' || c == '\\' || c == '%'
}

func hasAnd(s string) bool { return len(s) >= 3 && s[len(s)-3:] == "and" }
