package entities

import "strings"

// maxRun is how many letters and digits are looked at before a semicolon.
const maxRun = 64

// parseSemicolon reads a form without & that ends with the semicolon at i.
// The run of letters and digits before it may be longer than the name.
func parseSemicolon(s string, low, i int) (form, bool) {
	run := i
	for run > low && i-run < maxRun && isWordByte(s[run-1]) {
		run--
	}
	if run == i {
		return form{}, false
	}
	if run > low && s[run-1] == '#' {
		if run-1 > low && s[run-2] == '&' {
			return form{}, false
		}
		return parseBareNumber(s, run-1, i)
	}
	if run > low && s[run-1] == '&' {
		return form{}, false
	}
	return parseBareName(s, run, i)
}

// parseBareNumber reads a number at the # at j that ends before the semicolon
// at i, or that is an ampersand for what comes after it.
func parseBareNumber(s string, j, i int) (form, bool) {
	f, ok := parseBody(s, j, AmpersandDeleted)
	if !ok || f.end <= i {
		return form{}, false
	}
	f.start = j
	return f, true
}

// parseBareName reads the name that ends a run of letters before the
// semicolon at i.
func parseBareName(s string, run, i int) (form, bool) {
	if f, ok := parseBareHex(s, run, i); ok {
		return f, true
	}
	damage := AmpersandDeleted
	n := names().suffix(s[max(run, i-longestName-1):i])
	if upper := names().upperSuffix(s[max(run, i-longestName-1):i]); upper != nil && (n == nil || len(n.name) < len(upper.name)) {
		n, damage = upper, damage|CaseChanged
	}
	if n == nil || n.certainty == rare {
		return form{}, false
	}
	start := i - len(n.name)
	f := named(n, i+1, damage)
	if n.role == roleAmp {
		if inner, ok := parseBody(s, start, AmpersandDeleted); ok && inner.end > i {
			f = inner
		}
	}
	f.start = start
	return f, true
}

// upperSuffix returns the unmistakable name that s ends with in upper case,
// where upper case is no name of its own: PEACUTE.
func (t *nameTable) upperSuffix(s string) *name {
	if s == "" || s[len(s)-1] < 'A' || s[len(s)-1] > 'Z' {
		return nil
	}
	for k := max(0, len(s)-8); k < len(s)-3; k++ {
		if n := t.upper[s[k:]]; n != nil && n.certainty == unmistakable {
			return n
		}
	}
	return nil
}

// parseBareHex reads x27; and 039; where they end a run of letters: Donx27;t.
func parseBareHex(s string, run, i int) (form, bool) {
	j := i
	for j > run && i-j < 6 && digitValue(s[j-1], true) >= 0 {
		j--
	}
	for k := j; k < i; k++ {
		if s[k] == '0' && k > run && isLetter(rune(s[k-1])) && strings.IndexFunc(s[k:i], isNoDigit) < 0 {
			return parseHashless(s, k, run, i)
		}
	}
	if j == i || j == run || s[j-1] != 'x' || j-1 == run && run > 0 && s[run-1] != '#' {
		return form{}, false
	}
	return parseHashless(s, j-1, run, i)
}

func isNoDigit(r rune) bool { return r < '0' || r > '9' }

func parseHashless(s string, j, run, i int) (form, bool) {
	f, ok := parseNumber(s, j, AmpersandDeleted)
	if !ok || f.end != i+1 || f.certainty != unmistakable || f.number.digits < 2 {
		return form{}, false
	}
	f.start = j
	return f, true
}
