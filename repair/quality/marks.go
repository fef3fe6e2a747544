package quality

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ending is how a line ends.
type ending uint8

const (
	unfinished ending = iota
	terminal          // in a terminal mark or a closing quotation mark
	ellipsis
)

// endOf returns how a line that ends in no white space ends.
func endOf(line string) ending {
	r, _ := utf8.DecodeLastRuneInString(line)
	switch {
	case r == '\u2026' || strings.HasSuffix(line, "..."):
		return ellipsis
	case isTerminal(r) || isClosingQuote(r):
		return terminal
	}
	return unfinished
}

// isTerminal reports whether r ends sentences in some script.
func isTerminal(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return unicode.Is(unicode.Sentence_Terminal, r)
}

// isClosingQuote reports whether r closes a quotation in some language.
func isClosingQuote(r rune) bool {
	switch r {
	case '"', '\'', '\u2019', '\u201d', // English
		'\u2018', '\u201c', '\u00ab', '\u00bb', '\u2039', '\u203a', // German, French and others
		'\u300d', '\u300f', '\uff02', '\uff63', '\u301e', '\u301f': // Chinese and Japanese
		return true
	}
	return false
}

// isMark reports whether r may stand between the end of a sentence and the
// space that follows.
func isMark(r rune) bool {
	return r == ')' || r == ']' || r == '\uff09' || isTerminal(r) || isClosingQuote(r)
}

// startsWithBullet reports whether a line that starts with no white space is
// an item of a list.
func startsWithBullet(line string) bool {
	switch line[0] {
	case '-', '*', '+':
		r, n := utf8.DecodeRuneInString(line[1:])
		return n > 0 && unicode.IsSpace(r)
	}
	if line[0] < utf8.RuneSelf {
		return false
	}
	switch r, _ := utf8.DecodeRuneInString(line); r {
	case '\u00b7', '\u2022', '\u2023', '\u2043', '\u2219', // · • ‣ ⁃ ∙
		'\u25a0', '\u25a1', '\u25aa', '\u25ab', '\u25b6', '\u25ba', // ■ □ ▪ ▫ ▶ ►
		'\u25cb', '\u25cf', '\u25e6', '\u2666', '\u2713', // ○ ● ◦ ♦ ✓
		'\u2756', '\u27a2', '\u27a4': // ❖ ➢ ➤
		return true
	}
	return false
}
