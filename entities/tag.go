package entities

import "strings"

// inTag reports whether a form that lost its & is part of a tag whose other
// parts are there, too: lt; before the name of an element and gt;, gt; behind
// < and such a name, or a quote around the value of an attribute between them.
// What else stands around a tag, such as addresses, does not speak against it.
func (p *place) inTag(f *form) bool {
	if f.damage != AmpersandDeleted {
		return false
	}
	switch f.text {
	case "<":
		return !strings.HasSuffix(p.left, "<") && opensTag(p.right)
	case ">":
		s := p.tagSoFar()
		return s == betweenAttributes || s == inValue
	case `"`:
		s := p.tagSoFar()
		return s == beforeValue || s == inQuotes && endsValue(p.right)
	}
	return false
}

// breaksValue reports whether the form stands in the value of an attribute and
// would end it, or is an escape that its reader, a script, undoes.
func (p *place) breaksValue(f *form) bool {
	return (f.damage&(JSONEscaped|PercentEncoded) != 0 || strings.ContainsAny(f.text, `<>"`)) && p.tagSoFar() == inQuotes
}

// endsValue reports whether s is what stands behind the value of an attribute.
func endsValue(s string) bool {
	s = strings.TrimLeft(s[:min(len(s), maxTag)], " ")
	if s == "" || s[0] == '>' || s[0] == '/' || strings.HasPrefix(s, "gt;") {
		return true
	}
	n := attributeName(s)
	return n > 0 && strings.HasPrefix(s[n:], "=")
}

// maxTag is the length of the longest tag that is told as one.
const maxTag = 2 * reach

// opensTag reports whether s, behind lt;, begins with an element's name and the
// end of its tag, or with such a name and an attribute.
func opensTag(s string) bool {
	s = strings.TrimPrefix(s, "/")
	n := 0
	for n < len(s) && n < maxElement+len("gt") && isWordByte(s[n]) {
		n++
	}
	name, rest := s[:n], s[n:]
	if element, ok := strings.CutSuffix(name, "gt"); ok && isElement(element) && strings.HasPrefix(rest, ";") {
		return true
	}
	if !isElement(name) {
		return false
	}
	if strings.HasPrefix(rest, "/gt;") || strings.HasPrefix(rest, " /gt;") {
		return true
	}
	if !strings.HasPrefix(rest, " ") {
		return false
	}
	rest = rest[1:]
	n = attributeName(rest)
	return n > 0 && strings.HasPrefix(rest[n:], "=") && !strings.HasPrefix(rest[n:], "==")
}

// How far a tag has come.
type tagState int

const (
	noTag             tagState = iota
	betweenAttributes          // behind the name, a value in quotes, or a slash
	beforeValue                // behind =
	inQuotes
	inValue // that has no quotes
)

// tagSoFar says in which part of a tag the text before the form ends.
func (p *place) tagSoFar() tagState { return tagAtEnd(p.left) }

// tagAtEnd says in which part of a tag s ends.
func tagAtEnd(s string) tagState {
	s = s[max(0, len(s)-maxTag):]
	open := strings.IndexByte(s, '<') // many times as fast as LastIndexByte
	if open < 0 {
		return noTag
	}
	open += strings.LastIndexByte(s[open:], '<')
	s = strings.TrimPrefix(s[open+1:], "/")
	n := 0
	for n < len(s) && isWordByte(s[n]) {
		n++
	}
	if !isElement(s[:n]) {
		return noTag
	}
	return attributes(s[n:])
}

// attributes says in which part of a tag s ends, which begins behind its name.
func attributes(s string) tagState {
	for s != "" {
		blank := s[0] == ' '
		s = strings.TrimLeft(s, " ")
		if s == "" || s == "/" {
			break
		}
		n := attributeName(s)
		if n == 0 || !blank {
			return noTag
		}
		if s = s[n:]; !strings.HasPrefix(s, "=") {
			continue
		}
		if s = s[1:]; s == "" {
			return beforeValue
		}
		if s[0] == '"' {
			end := strings.IndexByte(s[1:], '"')
			if end < 0 {
				return inQuotes
			}
			s = s[end+2:]
			continue
		}
		end := strings.IndexAny(s, " \"'<>=")
		if end < 0 {
			return inValue
		}
		s = s[end:]
	}
	return betweenAttributes
}

// attributeName returns the length of the name of an attribute that s begins
// with, or 0.
func attributeName(s string) int {
	n := 0
	for n < len(s) && (isLetter(rune(s[n])) && s[n] < 0x80 || s[n] == '-' && n > 0) {
		n++
	}
	return n
}

// maxElement is the length of the longest name that isElement knows.
const maxElement = len("blockquote")

// isElement reports whether name is that of an element of HTML that a text is
// marked up with.
func isElement(name string) bool {
	if len(name) > maxElement {
		return false
	}
	var room [maxWord]byte
	switch lower(name, &room) {
	case "a", "abbr", "address", "article", "aside", "audio", "b", "big", "blockquote", "br", "caption", "center",
		"cite", "code", "dd", "del", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer",
		"h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "iframe", "img", "ins", "li", "mark", "nobr", "noscript",
		"object", "ol", "p", "picture", "pre", "q", "s", "script", "section", "small", "source", "span", "strike",
		"strong", "style", "sub", "sup", "table", "tbody", "td", "th", "thead", "time", "tr", "tt", "u", "ul", "video":
		return true
	}
	return false
}
