package spun

import (
	"strings"
	"unicode/utf8"
)

// sameWord reports whether two folded words that differ are forms of one: an
// inflection, a possessive, or another spelling.
func sameWord(a, b string) bool {
	if len(a) > longestWord || len(b) > longestWord {
		return false
	}
	a, b = strings.TrimSuffix(a, "'s"), strings.TrimSuffix(b, "'s")
	return a == b || sameStart(a, b) || oneSlip(a, b)
}

// longestWord is the length in bytes beyond which a word is no word of a
// language.
const longestWord = 64

// sameStart reports whether two words beyond ASCII differ in a short ending
// only, as they do in languages that inflect.
func sameStart(a, b string) bool {
	if isASCII(a) && isASCII(b) {
		return false
	}
	x, y := []rune(a), []rune(b)
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n >= 4 && max(len(x), len(y))-n <= 3 && n*3 >= max(len(x), len(y))*2
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// oneSlip reports whether two words of at least six bytes differ in one letter
// only, added, lost or changed, or in two that changed places: misspellings, and
// "colour" against "color". The first letter has to be the same.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) < 6 || len(b)-len(a) > 1 || a[0] != b[0] {
		return false
	}
	start := 0
	for start < len(a) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < len(a)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	p, q := a[start:len(a)-end], b[start:len(b)-end]
	return len(q) <= 1 || len(p) == 2 && len(q) == 2 && p[0] == q[1] && p[1] == q[0]
}

// joined returns a phrase without its spaces.
func joined(phrase string) string { return strings.ReplaceAll(phrase, " ", "") }

// sameNumber reports whether one of two words is a number in digits and the
// other the same in English.
func sameNumber(a, b string) bool {
	return numberWords[a] == b && b != "" || numberWords[b] == a && a != ""
}

var numberWords = map[string]string{
	"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
	"fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
	"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
	"hundred": "100", "thousand": "1000", "first": "1st", "second": "2nd", "third": "3rd",
}
