package entities

import (
	"strings"
	"unicode"
)

// decideJSON settles an escape of JSON outside of JSON. Without its backslash
// it has to stand in a word.
func decideJSON(f *form, p *place) verdict {
	if f.number.hex && f.name[0] != '#' {
		return decideEscape(f, p)
	}
	if p.about() && !isLetter(p.before) && !p.joined {
		return leave
	}
	return sure
}

// decideEscape settles an escape of four digits. What follows from where it
// stands is cheap to see; then its line must not be of a program.
func decideEscape(f *form, p *place) verdict {
	latin := 0xa0 <= f.number.value && f.number.value <= 0xff
	if !f.number.punctuates() && f.role != roleLetter && !latin {
		return leave
	}
	v := sure
	if !isLetter(p.before) && !isLetter(p.after) && !beginsEscapedWord(f, p) && !(f.role == roleAmp && p.betweenWords()) ||
		f.damage&BackslashDeleted != 0 && !standsInWord(f, p) {
		inWord := latin && f.role == roleLetter && isLetter(p.before)
		if f.damage&BackslashDeleted != 0 && (!f.number.punctuates() && !inWord || endsInDigit(p) || unicode.IsDigit(p.after)) {
			return leave
		}
		v = doubtfulEscape
	}
	if !f.number.punctuates() && f.role != roleLetter {
		v = doubtfulEscape // 501\u00ae
	}
	if v == doubtfulEscape && !p.escapedNearby() {
		return leave // which is cheaper to see than what follows
	}
	if hasEscape(p.near()) || p.quoted() || isSetting(p.head()) || p.inString() || p.about() {
		return leave
	}
	return v
}

// escapedNearby reports whether the line has an escape in a word, repaired before
// the form or still to come.
func (p *place) escapedNearby() bool {
	e := p.around
	return e != nil && e.unescaped >= e.end()-len(p.left) || p.wordEscaped()
}

// wordEscaped reports whether the line goes on, within reach, to an escape in a
// word, which shows that its escapes are no code.
func (p *place) wordEscaped() bool {
	s := p.right[:min(len(p.right), reach)]
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	for i := 1; i+5 < len(s); i++ {
		if s[i] != 'u' {
			continue
		}
		before := s[i-1]
		if before == '\\' && i > 1 {
			before = s[i-2]
		}
		// A reference beside it may read a letter.
		if r, ok := hex4(s, i+1); ok && (isWordByte(before) || before == ';') && !isDigit(before) && mayJoin(s[i+5]) {
			n := number{value: r, digits: 4, hex: true}
			if n.punctuates() || isLetter(r) && r >= 0xa0 {
				return true
			}
		}
	}
	return false
}

// beginsEscapedWord reports whether an escape is the first of three letters or
// more of another script, behind a space or at the beginning of a line.
func beginsEscapedWord(f *form, p *place) bool {
	return f.damage&BackslashDeleted == 0 && f.role == roleLetter && f.number.value >= 0x370 && isBlank(p.before) &&
		escapesEnd(p.right[:min(len(p.right), 12)], 0) == 12 && p.joined
}

// betweenWords reports whether the form stands between two words, with one space
// on each side.
func (p *place) betweenWords() bool {
	return p.spaces == 1 && isLetter(p.beyond) && len(p.right) > 1 && p.right[0] == ' ' && isLetter(firstRune(p.right[1:]))
}

// standsInWord reports whether an escape without its backslash has what its
// character needs on both sides, and no digits.
func standsInWord(f *form, p *place) bool {
	if !f.number.punctuates() && f.number.value >= 0x180 || strings.ContainsFunc(p.pre, unicode.IsDigit) || strings.ContainsFunc(p.wordAfter(), unicode.IsDigit) && !strings.HasPrefix(p.right, "u00") {
		return false
	}
	switch f.role {
	case roleApostrophe:
		return isLetter(p.before) && p.contracts()
	case roleOpen:
		return !isLetter(p.before) && isLetter(p.after) && !f.number.decimal()
	case roleClose:
		return !isLetter(p.after) && !f.number.decimal()
	case roleAmp, roleLetter:
		return isLetter(p.before) && isLetter(p.after)
	}
	return false
}

// hasEscape reports whether s has escapes as the strings of programs do. Those
// of prose were repaired by the time anything behind them is looked at.
func hasEscape(s string) bool {
	for {
		i := strings.IndexByte(s, '\\')
		if i < 0 || i+1 == len(s) {
			return i >= 0
		}
		if strings.IndexByte(`nrtux"\`, s[i+1]) >= 0 {
			return true
		}
		s = s[i+1:]
	}
}

// quoted reports whether the word of the form begins with a quote, as a
// string of a program does.
func (p *place) quoted() bool {
	token := p.left[strings.LastIndexAny(p.left, " \t(")+1:]
	if e := p.around; e != nil && token != "" && e.unescaped == e.end()-len(token)+1 {
		return false // that quote was an escape itself
	}
	return token != "" && (strings.IndexByte("\"'`", token[0]) >= 0 || strings.IndexByte(token, '[') >= 0 || strings.Contains(token, ":\\"))
}

// inString reports whether the line is a string in quotes and no more, as a list
// of JSON has them: it begins with a quote, behind spaces or with a comma or a
// bracket, and nothing else, behind the next quote.
func (p *place) inString() bool {
	head := p.head()
	line := trimBlank(head)
	if line == "" || strings.IndexByte("\"'`", line[0]) < 0 {
		return false
	}
	if len(line) < len(head) {
		return true
	}
	if line[0] != '"' || strings.Count(p.left, `"`) > 1 {
		return false // it is closed
	}
	_, rest, closed := strings.Cut(p.right[:min(len(p.right), reach)], `"`)
	rest, _, _ = strings.Cut(rest, "\n")
	rest = strings.TrimRight(rest, " \r")
	return closed && rest != "" && strings.Trim(rest, ",:]}") == ""
}
