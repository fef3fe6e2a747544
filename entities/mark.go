package entities

import "strings"

// A mark is one or more signs that programs have and prose does not, such as
// { or " = " or ->.

// marks are the bytes that may belong to a mark.
var marks = [256]bool{
	'{': true, '}': true, '`': true, '=': true, '(': true, '[': true, '"': true, '-': true, '&': true, '|': true, '+': true,
}

// hasMark reports whether s has a mark.
func hasMark(s string) bool {
	for i := range len(s) {
		if marks[s[i]] && markAt(s, i) >= 0 {
			return true
		}
	}
	return false
}

// markAt returns where the mark begins that s has at i, or -1.
func markAt(s string, i int) int {
	var before, next byte
	if i > 0 {
		before = s[i-1]
	}
	if i+1 < len(s) {
		next = s[i+1]
	}
	switch s[i] {
	case '{', '}', '`':
		return i
	case '=':
		switch {
		case next != 0 && strings.IndexByte("=>\"'&", next) >= 0:
			return i
		case before != 0 && strings.IndexByte(":!<>+-", before) >= 0, before == ' ' && next == ' ':
			return i - 1
		}
	case '(':
		switch {
		case next == ')':
			return i
		case next == '"' && isWordByte(before):
			return i - 1
		}
	case '[':
		if next == ']' || next == '"' {
			return i
		}
	case '"':
		return quoteMark(s, i, before)
	case '-':
		switch {
		case strings.HasPrefix(s[i:], "-->"):
			return i
		case next == '>' && isWordByte(before):
			return i - 1
		}
	case '&', '|':
		if next == s[i] {
			return i
		}
	case '+':
		if strings.HasPrefix(s[i:], "++)") {
			return i
		}
	}
	return -1
}

// quoteMark is markAt for a quote as JSON and calls have it.
func quoteMark(s string, i int, before byte) int {
	rest := s[i+1:]
	switch {
	case strings.HasPrefix(rest, `:"`), strings.HasPrefix(rest, `,"`), strings.HasPrefix(rest, `, "`), strings.HasPrefix(rest, `);`):
		return i
	case strings.HasPrefix(rest, ": ") && isWordByte(before):
		return i - 1
	}
	return -1
}

// longestMark is the length of the longest mark.
const longestMark = 4

// A markTrail remembers where marks are, so that no text is searched again for
// each of the forms behind it. Offsets are those of the repaired text.
type markTrail struct {
	from, to int // what was searched
	last     int // where the last mark there begins
}

var noMarks = markTrail{last: nowhere}

// cut forgets what is behind the offset at.
func (t *markTrail) cut(at int) {
	switch {
	case t.to <= at:
	case t.last+longestMark > at:
		*t = noMarks
	default:
		t.to = at
	}
}

// marked reports whether the last n bytes of the repaired text have a mark.
func (e *scanner) marked(n int) bool {
	s, base := e.s[:e.done], 0
	if !e.raw {
		s, base = view(e.out), e.base
	}
	t := &e.marks
	at := base + len(s)
	from := at - n
	if from < t.from || from > t.to {
		*t = markTrail{from: from, to: from, last: nowhere}
	}
	for i := max(from, t.to-longestMark+1) - base; i < len(s); i++ {
		if marks[s[i]] {
			if start := markAt(s, i); start >= 0 {
				t.last = max(t.last, base+start)
			}
		}
	}
	t.to = at
	return t.last >= from
}
