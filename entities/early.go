package entities

import "github.com/textmend/textmend/internal/lexicon"

// isProse reports whether a name before a semicolon is the end of an ordinary
// word of prose, as in "hearing;" or "many times;". It sees at once what decide
// would find out, so that clean text is not slowed down by its semicolons. The
// form is as it was read, and nothing around it is known.
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

// mayJoin reports whether c, right behind a form, may make it joined.
func mayJoin(c byte) bool {
	return c >= 0x80 || isWordByte(c) || c == '&' || c == '#' || c == '\\' || c == '%'
}

func hasAnd(s string) bool { return len(s) >= 3 && s[len(s)-3:] == "and" }
