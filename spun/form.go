package spun

import (
	"strconv"
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

// sameJoined reports whether two phrases are the same but for spaces.
func sameJoined(a, b string) bool {
	return a[0] == b[0] && a[len(a)-1] == b[len(b)-1] && strings.ReplaceAll(a, " ", "") == strings.ReplaceAll(b, " ", "")
}

// sameNumber reports whether one of two words is a number in digits and the
// other the same in English.
func sameNumber(a, b string) bool {
	if isDigit(a[0]) == isDigit(b[0]) {
		return false
	}
	if isDigit(b[0]) {
		a, b = b, a
	}
	return number(b) == a
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// number returns the digits of a number of one word, "" for another word.
func number(word string) string {
	const units = " one two three four five six seven eight nine ten eleven twelve thirteen" +
		" fourteen fifteen sixteen seventeen eighteen nineteen "
	const tens = " ten twenty thirty forty fifty sixty seventy eighty ninety "
	if n := ordinal(units, word); n > 0 {
		return strconv.Itoa(n)
	}
	if n := ordinal(tens, word); n > 0 {
		return strconv.Itoa(10 * n)
	}
	switch word {
	case "hundred":
		return "100"
	case "thousand":
		return "1000"
	case "first":
		return "1st"
	case "second":
		return "2nd"
	case "third":
		return "3rd"
	}
	return ""
}

// ordinal returns which word of a list it is, from 1 on, or 0.
func ordinal(list, word string) int {
	at := strings.Index(list, " "+word+" ")
	if at < 0 {
		return 0
	}
	return strings.Count(list[:at+1], " ")
}
