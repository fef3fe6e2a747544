package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A wrapLine is a line of a paragraph.
type wrapLine struct {
	start, end int  // without space at its end
	width      int  // in characters
	hyphen     bool // it ends in one, behind a letter
}

// appendWrapLines appends the lines of a paragraph.
func appendWrapLines(lines []wrapLine, s string) []wrapLine {
	for at := 0; at < len(s); {
		n := strings.IndexByte(s[at:], '\n') + 1
		if n == 0 {
			n = len(s) - at
		}
		line := strings.TrimRight(s[at:at+n], " \r\n")
		l := wrapLine{start: at, end: at + len(line), width: widthOf(line)}
		l.hyphen = strings.HasSuffix(line, "-") && lastLetters(line[:len(line)-1]) != ""
		lines = append(lines, l)
		at += n
	}
	return lines
}

// widthOf returns how many characters s has, without combining marks.
func widthOf(s string) int {
	n := 0
	for _, r := range s {
		if r < 0x300 || !unicode.Is(unicode.Mn, r) && !(0x1160 <= r && r <= 0x11ff) {
			n++
		}
	}
	return n
}

// wraps reports whether a line, without space around it, may be one of a
// paragraph that was broken for its width.
func wraps(s string) bool {
	width := widthOf(s)
	return width <= maxWidth && isPlainLine(s)
}

// isPlainLine reports whether a line has no marks of code, columns or lists.
func isPlainLine(s string) bool {
	if s == "" || strings.IndexByte(" \t-*+>|#:=", s[0]) >= 0 || strings.ContainsAny(s, "\t|{}<>") || strings.Contains(s, "   ") {
		return false
	}
	switch s[len(s)-1] {
	case ';', '\\', '=', ':':
		return false
	}
	if i := strings.IndexAny(s, ".)"); 0 < i && i <= 3 && isDigitByte(s[0]) {
		return false // 1. or 12)
	}
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsSpace(r) && r != '\u2022' && r != '\u00b7' && r != '\u2013' && r != '\u2014'
}

// isWrapped reports whether a paragraph was broken for its width, where width is
// that of those before it, or 0.
func isWrapped(s string, lines []wrapLine, width int) bool {
	room, lower, sentences := 0, 0, 0
	for i := range lines {
		l := &lines[i]
		line := s[l.start:l.end]
		if !isPlainLine(line) || hasCJK(line) {
			return false
		}
		room = max(room, l.width)
		if i > 0 && beginsLower(line) {
			lower++
		}
		if strings.IndexByte(".!?", line[len(line)-1]) >= 0 {
			sentences++
		}
	}
	breaks := len(lines) - 1
	if breaks == 0 || room < minWidth || room > maxWidth || 2*lower < breaks || sentences == len(lines) {
		return false
	}
	if len(lines) < minLines {
		if width != anyWidth && (width == 0 || room < width-8 || room > width+8) {
			return false
		}
		room = max(room, width)
	}
	for i := range lines[:breaks] {
		if !isFull(s, &lines[i], &lines[i+1], room) {
			return false
		}
	}
	return true
}

// anyWidth stands for the width that suits a paragraph.
const anyWidth = -1

// isFull reports whether a line had no room for the first word of the next, and
// the two can be joined.
func isFull(s string, l, next *wrapLine, room int) bool {
	line, rest := s[l.start:l.end], s[next.start:next.end]
	word, _, _ := strings.Cut(rest, " ")
	switch {
	case l.hyphen && l.width < room-8, !l.hyphen && l.width+1+widthOf(word) <= room:
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(line)
	return !leads(r, '\u00a0', '\u00a0') && r != '&' && !meetTwice(line, rest)
}

// maxRepeat is how many words may stand twice where two lines meet.
const maxRepeat = 12

// meetTwice reports whether left ends in the words that right begins with.
func meetTwice(left, right string) bool {
	l, r := strings.Fields(left), strings.Fields(right)
	for n := 1; n <= min(len(l), len(r), maxRepeat); n++ {
		same := true
		for i := range n {
			same = same && strings.EqualFold(l[len(l)-n+i], r[i])
		}
		if same {
			return true
		}
	}
	return false
}

// lastLetters and firstLetters return the letters that s ends or begins with.
func lastLetters(s string) string {
	i := len(s)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) {
			break
		}
		i -= n
	}
	return s[i:]
}

func firstLetters(s string) string {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) {
			break
		}
		i += n
	}
	return s[:i]
}

// beginsLower reports whether s begins with a letter that is no capital.
func beginsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsTitle(r)
}
