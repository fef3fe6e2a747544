package repair

import "strings"

// A listing is code, markup or a table, as documentation sets them apart from
// what it says: lines between two fences, of ``` or ~~~, and lines that are
// indented by a tab or four spaces behind an empty one.
type listing struct {
	fence    string // that ends it
	indented bool
	within   bool // the last line that is not empty was not the end of a paragraph
}

// has reports whether the next line, before rest, is one of a listing.
func (l *listing) has(line, rest string) bool {
	text := strings.TrimLeft(line, " \t")
	switch {
	case l.fence != "":
		if strings.HasPrefix(text, l.fence) {
			l.fence = ""
		}
		return true
	case strings.HasPrefix(text, "```"), strings.HasPrefix(text, "~~~"):
		if fence := text[:3]; strings.Contains(rest, fence) {
			l.fence = fence
			return true
		}
	case strings.Trim(text, "\r\n") == "":
		l.within = false
		return l.indented
	}
	l.indented = isIndented(line) && (l.indented || !l.within)
	l.within = true
	return l.indented
}

func isIndented(line string) bool { return line[0] == '\t' || strings.HasPrefix(line, "    ") }

// isMarkdown reports whether a text is Markdown, which may have HTML for
// markup: two of its lines are headings, fences or have a link.
func isMarkdown(text string) bool {
	signs := 0
	for line := range strings.Lines(text) {
		switch hashes := len(line) - len(strings.TrimLeft(line, "#")); {
		case 1 <= hashes && hashes <= 6 && strings.HasPrefix(line[hashes:], " "),
			strings.HasPrefix(line, "```"), strings.Contains(line, "](http"):
			if signs++; signs == 2 {
				return true
			}
		}
	}
	return false
}

// appendSpan appends s to list, or to the last of it that it follows on.
func appendSpan(list []span, s span) []span {
	if n := len(list); n > 0 && list[n-1].to == s.from {
		list[n-1].to = s.to
		return list
	}
	return append(list, s)
}
