package repair

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/textmend/textmend/entities"
)

// A place is where in a document a piece of text stands, which says how it is
// written there.
type place uint8

const (
	inText place = iota
	inDoubleQuotes
	inSingleQuotes
	inNoQuotes
)

// An atom is a part of a document's text that stands for another text, or that
// would if other characters followed it: a character reference, or what begins
// as one does; a < and the letters behind it.
type atom struct {
	start, end int    // in the bytes of the document
	text       string // "" if it is what the document has
	open       bool   // what follows may change what it stands for
}

// decoded returns the text that a stands for.
func (a *atom) decoded(raw []byte) string {
	if a.text != "" {
		return a.text
	}
	return string(raw[a.start:a.end])
}

// nextAtom returns the first atom at or behind a place, or one at the end. What
// is between the place and the atom stands for itself.
func nextAtom(raw []byte, at int, p place) atom {
	for i := at; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '&':
			return reference(raw, i, p)
		case c == '<' && p == inText:
			end := i + 1
			for end < len(raw) && (isLetter(raw[end]) || raw[end] == '/') {
				end++
			}
			return atom{start: i, end: end, open: true}
		}
	}
	return atom{start: len(raw), end: len(raw)}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isAlphanumeric(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' }

// reference returns the atom that begins with the & at i: all that could belong
// to the reference. Which part of it does, if any, html knows.
func reference(raw []byte, i int, p place) atom {
	a := atom{start: i, end: i + 1, open: true}
	if a.end < len(raw) && raw[a.end] == '#' {
		a.end++
	}
	for a.end < len(raw) && isAlphanumeric(raw[a.end]) {
		a.end++
	}
	if a.end < len(raw) && raw[a.end] == ';' {
		a.end++
		a.open = false
	}
	s := view(raw[a.start:a.end])
	if !a.open && s[1] != '#' {
		if text, ok := entities.Lookup(s[1 : len(s)-1]); ok {
			a.text = text
			return a
		}
	}
	if a.end-a.start == 1 || p != inText && s[1] != '#' && !isBareName(raw, a) {
		return a
	}
	if text := html.UnescapeString(s); text != s {
		a.text = text
	}
	return a
}

// isBareName reports whether a is a reference in the value of an attribute
// although it has no semicolon: its name is one of the old ones, and neither
// an = nor more of a name stands behind it.
func isBareName(raw []byte, a atom) bool {
	s := string(raw[a.start:a.end])
	return a.open && (a.end == len(raw) || raw[a.end] != '=') &&
		html.UnescapeString(s) == html.UnescapeString(s+";")
}

// appendDecoded appends the text that raw stands for. In the text of a
// document, every space and line end is a space, as a browser shows it.
func appendDecoded(dst, raw []byte, p place) []byte {
	from := len(dst)
	for at := 0; at < len(raw); {
		a := nextAtom(raw, at, p)
		dst = append(dst, raw[at:a.start]...)
		dst = append(dst, a.decoded(raw)...)
		at = a.end
	}
	if p == inText {
		for i, c := range dst[from:] {
			if c < ' ' && isTagSpace(c) {
				dst[from+i] = ' '
			}
		}
	}
	return dst
}

// appendEscaped appends text as it is written at a place, as browsers do
// (13.3 of the HTML standard), but for < and > in attributes, which it escapes
// too. Without quotes around it, whatever could end a value is escaped.
func appendEscaped(dst []byte, text string, p place) []byte {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '&':
			dst = append(dst, "&amp;"...)
		case c == '<':
			dst = append(dst, "&lt;"...)
		case c == '>':
			dst = append(dst, "&gt;"...)
		case strings.HasPrefix(text[i:], "\u00a0"):
			dst = append(dst, "&nbsp;"...)
			i++
		case c == '"' && (p == inDoubleQuotes || p == inNoQuotes):
			dst = append(dst, "&quot;"...)
		case c == '\'' && p == inSingleQuotes, c == '\r', p == inNoQuotes && strings.IndexByte("\t\n\f '=`", c) >= 0:
			dst = append(strconv.AppendInt(append(dst, "&#"...), int64(c), 10), ';')
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
