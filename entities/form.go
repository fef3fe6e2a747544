package entities

import (
	"strings"
	"unicode/utf16"
)

// A form is a stretch of text that may be a reference, whatever decides that.
type form struct {
	start, end int // without spaces around it
	name       string
	text       string
	number     number // of a numeric reference
	class
	damage Damage
	alien  bool // what it would read is a control, which is no text

	and       int     // how many bytes of "and" or "et" the form took in
	otherwise verdict // what holds if those were a word
}

// wellFormed reports whether a browser reads the form as it is meant.
func (f *form) wellFormed() bool { return f.damage&^Windows1252 == 0 }

// dropAnd gives back the "and" that a form took for its ampersand.
func (f *form) dropAnd() {
	if f.damage&AmpersandWord == 0 {
		return
	}
	f.start += f.and
	f.damage = f.damage&^AmpersandWord | AmpersandDeleted
}

const intact Damage = 0

// maxBody bounds what stands between the & and the ; of a reference without
// its doublings, and maxDoubled how many bytes of doublings one form takes.
const (
	maxBody    = 48
	maxDoubled = 2048
)

// parse returns the form that s has at i, where one of the bytes stands that
// all forms have. It looks back no further than low.
func parse(s string, low, i int) (form, bool) {
	switch s[i] {
	case '&':
		return parseAmpersand(s, i)
	case ';':
		return parseSemicolon(s, low, i)
	case '\\':
		return parseBackslash(s, i)
	case '%':
		return parsePercent(s, i)
	case '_':
		return parseOOXML(s, i)
	case '0':
		return parseBareEscape(s, low, i)
	}
	return form{}, false
}

// parseAmpersand reads a form that begins with & at i.
func parseAmpersand(s string, i int) (form, bool) {
	j := i + 1
	var damage Damage
	for j < len(s) && s[j] == ' ' && j <= i+2 {
		j++
		damage = Spaced
	}
	f, ok := parseBody(s, j, damage)
	f.start = i
	return f, ok
}

// parseBody reads what stands after an ampersand: doublings, then a name or a
// number, and the semicolon or what is left of it.
func parseBody(s string, j int, damage Damage) (form, bool) {
	return parseDoubled(s, j, damage, maxDoubled)
}

// parseDoubled reads as many bytes of doublings as room says.
func parseDoubled(s string, j int, damage Damage, room int) (form, bool) {
	start := j
	for j-start < room {
		n := doubling(s[j:])
		if n == 0 || !beginsBody(s[j+n:]) {
			break
		}
		j += n
		damage |= Doubled
	}
	var f form
	var ok bool
	if j < len(s) && (s[j] == '#' || isDigit(s[j]) || s[j] == 'x' && j+1 < len(s) && isDigit(s[j+1])) {
		f, ok = parseNumber(s, j, damage)
	}
	if !ok {
		f, ok = parseName(s, j, damage)
	}
	if !ok && j > start {
		return parseLastAmp(s, start, j, damage)
	}
	return f, ok
}

// parseLastAmp takes the last of the amp; from start to j for the reference
// itself, which was not doubled if it is the only one.
func parseLastAmp(s string, start, j int, damage Damage) (form, bool) {
	for _, amp := range [...]string{"amp;", "AMP;", "#38;", "#038;", "#x26;"} {
		if strings.HasSuffix(s[start:j], amp) {
			if j-len(amp) == start {
				damage &^= Doubled
			}
			return parseDoubled(s, j-len(amp), damage, 0)
		}
	}
	return form{}, false
}

// doubling returns the length of the escaped ampersand, its own & left out,
// that s begins with, or 0.
func doubling(s string) int {
	if len(s) < 4 || s[0]|0x20 != 'a' && (s[0] != '#' || s[1] != '3' && s[1] != '0' && s[1] != 'x') {
		return 0
	}
	for _, amp := range [...]string{"amp;", "#38;", "#038;", "#x26;", "AMP;"} {
		if strings.HasPrefix(s, amp) {
			return len(amp)
		}
	}
	return 0
}

// beginsBody reports whether s begins with a whole name or number and its
// semicolon, so that an ampersand before it makes a reference.
func beginsBody(s string) bool {
	i := 0
	if strings.HasPrefix(s, "#") {
		n, end, ok := readNumber(s[1:])
		_, _, char := n.text()
		return ok && (char || utf16.IsSurrogate(n.value)) && end+1 < len(s) && s[end+1] == ';'
	}
	for i < len(s) && i <= longestName && isWordByte(s[i]) {
		i++
	}
	if i == 0 || i == len(s) || s[i] != ';' {
		return false
	}
	return names().byName[s[:i]] != nil
}

// parseNumber reads a number at j, with its # or without.
func parseNumber(s string, j int, damage Damage) (form, bool) {
	f := form{damage: damage}
	i := j
	if s[i] == '#' {
		i++
	} else {
		f.damage |= HashDeleted
	}
	n, size, ok := readNumber(s[i:])
	if !ok {
		return f, false
	}
	i += size
	end, lost := semicolon(s, i, damage)
	if utf16.IsSurrogate(n.value) {
		return parseSurrogates(s, j, end, n, f.damage|lost)
	}
	text, windows, ok := n.text()
	if !ok || f.damage&HashDeleted != 0 && (lost != 0 || n.digits < 2) {
		return f, false
	}
	if lost&SemicolonChanged != 0 && !(end < len(s) && isWordByte(s[end])) {
		end, lost = i, SemicolonDeleted
	}
	f.end, f.text, f.damage = end, text, f.damage|windows|lost
	f.describe(n, s[j:i])
	return f, true
}

// describe fills in what follows from the number of a form, written as digits.
func (f *form) describe(n number, digits string) {
	f.number = n
	if f.name = digits; digits[0] != '#' {
		f.name = "#" + digits
	}
	f.role = roleOf(f.text)
	f.certainty = rare
	if n.punctuates() || f.role == roleLetter {
		f.certainty = unmistakable
	}
	f.alien = n.value < ' ' && strings.IndexByte("\t\n\f\r", byte(n.value)) < 0 || n.value == 0x7f
}

// parseSurrogates reads the second number of a UTF-16 pair, with or without
// the &, and with one space before it where the & became one.
func parseSurrogates(s string, start, j int, high number, damage Damage) (form, bool) {
	first := j
	for j < len(s) && s[j] == ' ' && j == first {
		j++
	}
	if j < len(s) && s[j] == '&' {
		j++
	}
	if j == len(s) || s[j] != '#' {
		return form{}, false
	}
	low, size, ok := readNumber(s[j+1:])
	j += 1 + size
	r := utf16.DecodeRune(high.value, low.value)
	if !ok || r == 0xfffd || j == len(s) || s[j] != ';' {
		return form{}, false
	}
	f := form{end: j + 1, text: string(r), damage: damage | Surrogates}
	f.describe(number{value: r, digits: high.digits}, strings.TrimSuffix(s[start:first], ";"))
	f.certainty = unmistakable
	return f, true
}

// semicolon returns where a reference ends whose body ends at i, and what its
// semicolon lost. A comma takes its place where a letter follows at once.
func semicolon(s string, i int, damage Damage) (end int, lost Damage) {
	switch {
	case i < len(s) && s[i] == ';':
		return i + 1, 0
	case strings.HasPrefix(s[i:], " ;"):
		return i + 2, Spaced
	case i < len(s) && s[i] == ',':
		return i + 1, SemicolonChanged
	}
	return i, SemicolonDeleted
}

// parseName reads a name at j, behind an ampersand.
func parseName(s string, j int, damage Damage) (form, bool) {
	i := j
	for i < len(s) && i-j < maxBody && isWordByte(s[i]) {
		i++
	}
	if i == j {
		return form{}, false
	}
	n, spelt := names().find(s[j:i])
	end, lost := semicolon(s, i, damage)
	whole := lost&(SemicolonDeleted|SemicolonChanged) == 0
	switch {
	case n != nil && whole:
		return named(n, end, damage|lost|spelt), true
	case n != nil && spelt == 0 && lost == SemicolonChanged && n.role == roleAmp:
		return named(n, end, damage|lost), true
	}
	n = names().prefix(s[j:i], func(n *name) bool { return n.bare || n.certainty == unmistakable })
	if n != nil && whole && !beginsBody(s[j+len(n.name):]) {
		return form{}, false
	}
	if n == nil || n.certainty != unmistakable && n.role != roleAmp && len(n.name) < i-j {
		return form{}, false
	}
	return named(n, j+len(n.name), damage|SemicolonDeleted), true
}

func named(n *name, end int, damage Damage) form {
	return form{name: n.name, text: n.text, class: n.class, end: end, damage: damage}
}

// find returns the name that s is: as it stands, in upper case, or with two
// neighbouring letters exchanged.
func (t *nameTable) find(s string) (*name, Damage) {
	if n := t.byName[s]; n != nil {
		return n, intact
	}
	if n := t.upper[s]; n != nil && n.common {
		return n, CaseChanged
	}
	if n := t.misspelt(s); n != nil {
		return n, Misspelt
	}
	return nil, 0
}

// misspelt returns the one common name of four letters or more that s becomes
// when two neighbouring letters change places.
func (t *nameTable) misspelt(s string) *name {
	if len(s) < 4 || len(s) > 8 {
		return nil
	}
	var found *name
	var swapped [8]byte
	for i := range len(s) - 1 {
		copy(swapped[:], s)
		swapped[i], swapped[i+1] = s[i+1], s[i]
		n := t.byName[string(swapped[:len(s)])]
		if n == nil || n.certainty != unmistakable || n == found {
			continue
		}
		if found != nil {
			return nil
		}
		found = n
	}
	return found
}
