package entities

import "strings"

// A mark is one or more signs that programs have and prose does not, such as
// { or " = " or ->.

// What a byte that is special may be where it stands near a form.
const (
	markByte = 1 << iota // part of a mark
	stopByte             // the end of a clause: part of a reference, or a newline
)

var special = [256]uint8{
	'{': markByte, '}': markByte, '`': markByte, '=': markByte, '(': markByte, '[': markByte, '"': markByte,
	'>': markByte, '|': markByte, '+': markByte, '&': markByte | stopByte,
	';': stopByte, '\n': stopByte, '\\': stopByte, '%': stopByte, '_': stopByte,
}

// nextSpecial returns the index of the first byte of s that is special, at i or
// behind it, or the length of s.
func nextSpecial(s string, i int) int {
	for ; len(s)-i >= 8; i += 8 {
		t := s[i : i+8]
		if special[t[0]]|special[t[1]]|special[t[2]]|special[t[3]]|special[t[4]]|special[t[5]]|special[t[6]]|special[t[7]] != 0 {
			break
		}
	}
	for i < len(s) && special[s[i]] == 0 {
		i++
	}
	return i
}

// clauseEnd returns where the clause ends that s begins with, and the first
// byte in it that may belong to a mark.
func clauseEnd(s string) (end, first int) {
	first = len(s)
	i := nextSpecial(s, 0)
	for ; i < len(s); i = nextSpecial(s, i+1) {
		if special[s[i]]&stopByte == 0 {
			first = min(first, i)
		} else if s[i] != '_' || beginsBreak(s[i:]) {
			break
		}
	}
	return i, min(first, i)
}

// markAhead reports whether clause has a mark.
func (p *place) markAhead() bool {
	s := p.clause()
	if p.special < len(s) && hasMark(s) {
		return true
	}
	p.plain = len(s)
	return false
}

// hasMark reports whether s has a mark.
func hasMark(s string) bool {
	for i := nextSpecial(s, 0); i < len(s); i = nextSpecial(s, i+1) {
		if markAt(s, i) >= 0 {
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
		case next == '"' && tagAtEnd(s[:i]) == betweenAttributes:
			return -1 // <a href="
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
	case '>':
		if before == '-' && i > 1 && (s[i-2] == '-' || isWordByte(s[i-2])) {
			return i - 2
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

// marked reports whether the last n bytes of the repaired text have a mark.
func (e *scanner) marked(n int) bool {
	s, base := e.text()
	t := &e.marks
	from := base + len(s) - n
	i := t.begin(from, base+len(s), longestMark-1) - base
	if end := e.free.to - base; i < end {
		t.searchMarks(s, base, i, min(e.free.from-base, end))
		i = end
	}
	t.searchMarks(s, base, i, len(s))
	return t.last >= from
}

// searchMarks looks for marks in s, which begins at the offset base, from the
// index i to before the index end.
func (t *trail) searchMarks(s string, base, i, end int) {
	if i >= end {
		return
	}
	for i = nextSpecial(s[:end], i); i < end; i = nextSpecial(s[:end], i+1) {
		if start := markAt(s, i); start >= 0 {
			t.last = max(t.last, base+start)
		}
	}
}
