package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	reasonLostCharacter = "character lost"
	reasonQuestionMark  = "question mark for a lost character"
	reasonLostAmpersand = "ampersand lost"
)

// findLost finds what was lost for good: U+FFFD in or beside words, a question
// mark within a word, and three spaces where one and an ampersand were.
func (a *assessor) findLost() {
	a.findReplacements()
	a.findQuestionMarks()
	a.findAmpersands()
}

// nextRun returns the next run of a mark in text from the byte at on, or false
// if there is none.
func nextRun(text string, at int, mark string) (run span, ok bool) {
	i := strings.Index(text[at:], mark)
	if i < 0 {
		return span{}, false
	}
	run = span{at + i, at + i + len(mark)}
	for strings.HasPrefix(text[run.to:], mark) {
		run.to += len(mark)
	}
	return run, true
}

// findReplacements finds runs of U+FFFD. One in a word, or beside it, damages
// that; two or more that stand apart were a word.
func (a *assessor) findReplacements() {
	const mark = "\ufffd"
	for run, ok := nextRun(a.text, 0, mark); ok; run, ok = nextRun(a.text, run.to, mark) {
		a.add(Lost, reasonLostCharacter, run.from, run.to)
		d := &a.beyond[len(a.beyond)-1]
		d.touch = span{wordBefore(a.text, run.from), wordBehind(a.text, run.to)}
		if d.touch == run && run.to-run.from > len(mark) {
			d.more = 1
		}
	}
}

// findQuestionMarks finds a question mark between small letters, or more than
// one, in what is no address.
func (a *assessor) findQuestionMarks() {
	const mark = "?"
	for run, ok := nextRun(a.text, 0, mark); ok; run, ok = nextRun(a.text, run.to, mark) {
		from, at := run.from, run.to
		before, _ := utf8.DecodeLastRuneInString(a.text[:from])
		after, _ := utf8.DecodeRuneInString(a.text[at:])
		if unicode.IsLetter(before) && unicode.IsLower(after) && from >= 2 && !isBlankByte(a.text[from-2]) && !isAddress(tokenAround(a.text, from)) {
			a.add(Lost, reasonQuestionMark, from, at)
			a.beyond[len(a.beyond)-1].touch = span{from - 1, at + 1}
		}
	}
}

// addressReach bounds how much of a text without spaces is looked at as one.
const addressReach = 256

// tokenAround returns what stands between spaces around the byte at.
func tokenAround(text string, at int) string {
	from := max(0, at-addressReach)
	from += 1 + strings.LastIndexAny(text[from:at], " \n\t")
	to := min(len(text), at+addressReach)
	if i := strings.IndexAny(text[at:to], " \n\t"); i >= 0 {
		to = at + i
	}
	return text[from:to]
}

// isAddress reports whether a token is a URL, a path, a query or code.
func isAddress(token string) bool {
	return strings.ContainsAny(token, "/=\\<>{}[]()&_@*|+^$") || strings.Contains(token, "www.") || strings.Count(token, ".") > 1
}

// findAmpersands finds what "&" left where it became a space: three spaces
// between words of a line that has no others.
func (a *assessor) findAmpersands() {
	const mark = " "
	for at := 0; ; {
		i := strings.Index(a.text[at:], "   ")
		if i < 0 {
			return
		}
		run, _ := nextRun(a.text, at+i, mark)
		at = run.to
		if run.to-run.from == 3 && a.joinsNames(run.from, run.to) {
			a.mention(Lost, reasonLostAmpersand, run.from+1, run.from+2)
		}
	}
}

// joinsNames reports whether the gap stands between words of prose, both of
// which begin with a capital, in a line without other such gaps.
func (a *assessor) joinsNames(from, to int) bool {
	line := lineAround(a.text, from)
	if strings.Count(line, "  ") > 1 || strings.IndexByte(line, '\t') >= 0 || strings.IndexByte(line, '|') >= 0 || len(line) < 40 {
		return false
	}
	after, _ := utf8.DecodeRuneInString(a.text[to:])
	if !unicode.IsUpper(after) {
		return false
	}
	before := a.text[max(0, from-addressReach):from]
	before = before[strings.LastIndexAny(before, " \n")+1:]
	first, _ := utf8.DecodeRuneInString(before)
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsUpper(first) && unicode.IsLetter(last)
}

// isSplitPair reports whether word i of the line, a single capital, and the one
// before it are two of those that are written with "&" and nothing else, such as
// R&D, and have a space in its place. In prose a small word, a number or a mark
// follows them: before a name they would be initials.
func (a *assessor) isSplitPair(i int) bool {
	pair := span{a.line.words[i-1].from, a.line.words[i].to}
	switch a.text[pair.from:pair.to] {
	case "AT T":
		return true
	case "R D", "Q A", "S P", "B B", "P L", "T N", "P O", "F B", "T C", "B Q", "P P", "R B", "R R", "G T":
	default:
		return false
	}
	if i >= 2 && a.line.words[i-2].to-a.line.words[i-2].from == 1 {
		return false
	}
	rest := a.text[pair.to:]
	if i+1 < len(a.line.words) && strings.HasPrefix(rest, " ") {
		next, _ := utf8.DecodeRuneInString(rest[1:])
		return unicode.IsLower(next) || unicode.IsDigit(next)
	}
	return rest == "" || strings.IndexByte(".,;:!?)'\"\r\n", rest[0]) >= 0
}

// lineAround returns the line of text in which the byte at stands, or as much
// of it as lies within 4 KiB on each side.
func lineAround(text string, at int) string {
	const reach = 4 << 10
	from := max(0, at-reach)
	from += 1 + strings.LastIndexByte(text[from:at], '\n')
	to := min(len(text), at+reach)
	if i := strings.IndexByte(text[at:to], '\n'); i >= 0 {
		to = at + i
	}
	return text[from:to]
}
