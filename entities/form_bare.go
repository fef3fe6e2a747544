package entities

// maxRun is how many letters and digits are looked at before a semicolon.
const maxRun = 64

// parseSemicolon reads a form without & that ends with the semicolon at i.
// The run of letters and digits before it may be longer than the name.
func (f *form) parseSemicolon(s string, low, i int) bool {
	run := i
	for run > low && i-run < maxRun && isWordByte(s[run-1]) {
		run--
	}
	if run == i {
		return false
	}
	if run > low && s[run-1] == '#' {
		return !(run-1 > low && s[run-2] == '&') && f.parseBareNumber(s, run-1, i)
	}
	return !(run > low && s[run-1] == '&') && f.parseBareName(s, run, i)
}

// parseBareNumber reads a number at the # at j that ends before the semicolon
// at i, or that is an ampersand for what comes after it.
func (f *form) parseBareNumber(s string, j, i int) bool {
	if !f.parseBody(s, j, AmpersandDeleted) || f.end <= i {
		return false
	}
	f.start = j
	return true
}

// parseBareName reads the name that ends a run of letters before the
// semicolon at i.
func (f *form) parseBareName(s string, run, i int) bool {
	if digitValue(s[i-1], true) >= 0 && f.parseBareHex(s, run, i) {
		return true
	}
	t := names()
	damage := AmpersandDeleted
	end := s[max(run, i-longestName-1):i]
	n := t.suffix(end)
	if upper := t.upperSuffix(end); upper != nil && (n == nil || len(n.name) < len(upper.name)) {
		n, damage = upper, damage|CaseChanged
	}
	if n == nil || n.certainty == rare {
		return false
	}
	if n.name == "napos" {
		n = t.byName["apos"] // donapos;t
	}
	start := i - len(n.name)
	if n.role != roleAmp || !f.parseBody(s, start, AmpersandDeleted) || f.end <= i {
		f.setName(n, i+1, damage)
	}
	f.start = start
	return true
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
func (f *form) parseBareHex(s string, run, i int) bool {
	j := i
	for j > run && i-j < 6 && digitValue(s[j-1], true) >= 0 {
		j--
	}
	for k := j; k < i; k++ {
		if s[k] == '0' && k > run && isLetter(rune(s[k-1])) && allDigits(s[k:i]) {
			return f.parseHashless(s, k, i)
		}
	}
	if j == i || j == run || s[j-1] != 'x' || j-1 == run && run > 0 && s[run-1] != '#' {
		return false
	}
	return f.parseHashless(s, j-1, i)
}

func (f *form) parseHashless(s string, j, i int) bool {
	if !f.parseNumber(s, j, AmpersandDeleted) || f.end != i+1 || f.certainty != unmistakable || f.number.digits < 2 {
		return false
	}
	f.start = j
	return true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}
