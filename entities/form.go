package entities

import (
	"strings"
	"unicode"
	"unicode/utf16"
)

// A form is a stretch of text that may be a reference, whatever decides that.
type form struct {
	start, end int    // without spaces around it
	name       string // an escape's has its digits only: see label
	text       string
	number     number // of a numeric reference
	damage     Damage
	class
	mentioned bool    // it is spoken of, and so is what it is made of
	alien     bool    // what it would read is a control, which is no text
	and       uint8   // how many bytes of "and" or "et" the form took in
	otherwise verdict // what holds if those were a word
}

// wellFormed reports whether a browser reads the form as it is meant.
func (f *form) wellFormed() bool { return f.damage&^Windows1252 == 0 }

// label returns what a Reference has as its name.
func (f *form) label() string {
	if f.number.digits > 0 && f.name[0] != '#' {
		return "#x" + f.name
	}
	return f.name
}

// dropAnd gives back the "and" that a form took for its ampersand.
func (f *form) dropAnd() {
	if f.damage&AmpersandWord == 0 {
		return
	}
	f.start += int(f.and)
	f.damage = f.damage&^AmpersandWord | AmpersandDeleted
}

const intact Damage = 0

// maxBody bounds what stands between the & and the ; of a reference without
// its doublings, and maxDoubled how many bytes of doublings one form takes.
const (
	maxBody    = 48
	maxDoubled = 2048
)

// parse reads into f the form that s has at i, where one of the bytes stands
// that all forms have, and reports whether there is one. It looks back no
// further than low.
func (f *form) parse(s string, low, i int) bool {
	switch s[i] {
	case '&':
		return f.parseAmpersand(s, i)
	case ';':
		return f.parseSemicolon(s, low, i)
	case '\\':
		return f.parseBackslash(s, i)
	case '%':
		return f.parsePercent(s, i)
	case '_':
		return f.parseOOXML(s, i)
	case '0':
		return f.parseBareEscape(s, low, i)
	}
	return false
}

// parseAmpersand reads a form that begins with & at i.
func (f *form) parseAmpersand(s string, i int) bool {
	j := i + 1
	var damage Damage
	for j < len(s) && s[j] == ' ' && j <= i+2 {
		j++
		damage = Spaced
	}
	if !f.parseBody(s, j, damage) {
		return false
	}
	f.start = i
	return true
}

// parseBody reads what stands after an ampersand: doublings, then a name or a
// number, and the semicolon or what is left of it.
func (f *form) parseBody(s string, j int, damage Damage) bool {
	return f.parseDoubled(s, j, damage, maxDoubled)
}

// parseDoubled reads as many bytes of doublings as room says.
func (f *form) parseDoubled(s string, j int, damage Damage, room int) bool {
	start := j
	for j-start < room {
		n := doubling(s[j:])
		if n == 0 || !beginsBody(s[j+n:]) {
			break
		}
		j += n
		damage |= Doubled
	}
	if j < len(s) && (s[j] == '#' || isDigit(s[j]) || s[j] == 'x' && j+1 < len(s) && isDigit(s[j+1])) && f.parseNumber(s, j, damage) {
		return true
	}
	return f.parseName(s, j, damage) || j > start && f.parseLastAmp(s, start, j, damage)
}

// parseLastAmp takes the last of the amp; from start to j for the reference
// itself, which was not doubled if it is the only one.
func (f *form) parseLastAmp(s string, start, j int, damage Damage) bool {
	for _, amp := range [...]string{"amp;", "AMP;", "#38;", "#038;", "#x26;"} {
		if strings.HasSuffix(s[start:j], amp) {
			if j-len(amp) == start {
				damage &^= Doubled
			}
			return f.parseDoubled(s, j-len(amp), damage, 0)
		}
	}
	return false
}

// doubling returns the length of the escaped ampersand, its own & left out,
// that s begins with, or 0.
func doubling(s string) int {
	if len(s) < 5 {
		return either(s == "amp;" || s == "AMP;" || s == "#38;", len(s), 0)
	}
	switch {
	case s[0] == '#' && s[1] == '3' && s[2] == '8' && s[3] == ';', s[:4] == "amp;", s[:4] == "AMP;":
		return 4
	case s[0] == '#' && s[4] == ';' && (s[1:4] == "038" || s[1:4] == "x26"):
		return 5
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
	return s[:i] == "amp" || names().byName[s[:i]] != nil
}

// parseNumber reads a number at j, with its # or without.
func (f *form) parseNumber(s string, j int, damage Damage) bool {
	i := j
	if s[i] == '#' {
		i++
		if damage&AmpersandDeleted == 0 && i+1 < len(s) && s[i] == ' ' && isWordByte(s[i+1]) {
			i++ // don &# 39; t
			damage |= Spaced
		}
	} else {
		damage |= HashDeleted
	}
	digits := i
	n, size, ok := readNumber(s[i:])
	if !ok {
		return false
	}
	i += size
	end, lost := semicolon(s, i)
	if lost == SemicolonDeleted && n.hex && n.digits > 2 {
		if k := hexEnd(s, j, digits+1, n); k < i {
			n, size, _ = readNumber(s[digits:k])
			i, end = digits+size, digits+size
		}
	}
	if utf16.IsSurrogate(n.value) {
		return f.parseSurrogates(s, j, end, n, damage|lost)
	}
	text, windows, ok := n.text()
	if !ok || damage&HashDeleted != 0 && (lost != 0 || n.digits < 2) {
		return false
	}
	if lost&SemicolonChanged != 0 && !commaReplaces(roleOf(text), s[end:]) {
		end, lost = i, SemicolonDeleted
	}
	name := s[j:i]
	if damage&HashDeleted != 0 || digits > j+1 {
		name = "#" + s[digits:i]
	}
	f.fill(end, name, text, damage|windows|lost)
	f.describe(n)
	return true
}

// describe fills in what follows from the number of a form.
func (f *form) describe(n number) {
	f.number = n
	f.class = class{role: roleOf(f.text)}
	if n.punctuates() || f.role == roleLetter {
		f.certainty = unmistakable
	}
	f.alien = n.value < ' ' && strings.IndexByte("\t\n\f\r", byte(n.value)) < 0 || n.value == 0x7f
}

// parseSurrogates reads the second number of a UTF-16 pair, with or without
// the &, and with one space before it where the & became one.
func (f *form) parseSurrogates(s string, start, j int, high number, damage Damage) bool {
	first := j
	if j < len(s) && s[j] == ' ' {
		j++
	}
	if j < len(s) && s[j] == '&' {
		j++
	}
	if j == len(s) || s[j] != '#' {
		return false
	}
	low, size, ok := readNumber(s[j+1:])
	j += 1 + size
	r := utf16.DecodeRune(high.value, low.value)
	if !ok || r == 0xfffd || j == len(s) || s[j] != ';' {
		return false
	}
	name := strings.TrimSuffix(s[start:first], ";")
	if name[0] != '#' {
		name = "#" + name
	}
	*f = form{end: j + 1, name: name, text: string(r), damage: damage | Surrogates}
	f.describe(number{value: r, digits: high.digits})
	f.certainty = unmistakable
	return true
}

// commaReplaces reports whether a comma between a reference of that role and
// rest is its semicolon: a letter or digit follows at once, as behind no other
// comma, or the reference is a dash or an ampersand, and space follows.
func commaReplaces(r role, rest string) bool {
	next := firstRune(rest)
	return isLetter(next) || unicode.IsDigit(next) || next == ' ' && (r == roleDash || r == roleAmp)
}

// semicolon returns where a reference ends whose body ends at i, and what its
// semicolon lost, which a comma may have replaced: see commaReplaces.
func semicolon(s string, i int) (end int, lost Damage) {
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
func (f *form) parseName(s string, j int, damage Damage) bool {
	i := j
	for i < len(s) && i-j < maxBody && isWordByte(s[i]) {
		i++
	}
	if i == j {
		return false
	}
	t := names()
	end, lost := semicolon(s, i)
	whole := lost&(SemicolonDeleted|SemicolonChanged) == 0
	n, spelt := t.byName[s[j:i]], intact
	if n == nil && whole {
		n, spelt = t.findDamaged(s[j:i])
	}
	if n != nil && (whole || lost == SemicolonChanged && (n.role == roleAmp || n.certainty == unmistakable && commaReplaces(n.role, s[end:]))) {
		f.setName(n, end, damage|lost|spelt)
		return true
	}
	n = t.prefix(s[j:i], func(n *name) bool { return n.bare || n.certainty == unmistakable || n.name == "apos" || n.isAccented() })
	if n != nil && whole && !beginsBody(s[j+len(n.name):]) {
		return false
	}
	if n == nil || len(n.name) < i-j && n.certainty != unmistakable && n.role != roleAmp && n.name != "apos" && !n.isAccented() {
		return false
	}
	f.setName(n, j+len(n.name), damage|SemicolonDeleted)
	return true
}

// isAccented reports whether the name is that of a letter with an accent that
// ends words of some language.
func (n *name) isAccented() bool { return n.certainty == risky && !isLetterName(n.name) }

// isLetterName reports whether name is what a letter is called.
func isLetterName(name string) bool {
	return name == "eth" || name == "thorn" || name == "ETH" || name == "THORN"
}

// setName makes f a reference of the name n that ends at end.
func (f *form) setName(n *name, end int, damage Damage) {
	f.fill(end, n.name, n.text, damage)
	f.number, f.alien = number{}, false
	f.class = n.class
}

// fill begins f anew, but for what follows from its name or number. It is
// quicker than to copy a whole form.
func (f *form) fill(end int, name, text string, damage Damage) {
	f.start, f.end, f.name, f.text, f.damage = 0, end, name, text, damage
	f.mentioned, f.and, f.otherwise = false, 0, 0
}

// findDamaged returns the name that s is in upper case, or with two
// neighbouring letters exchanged.
func (t *nameTable) findDamaged(s string) (*name, Damage) {
	if n := t.upper[s]; n != nil && n.common {
		return n, CaseChanged
	}
	if n := t.misspelt(s); n != nil {
		return n, Misspelt
	}
	return nil, intact
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
