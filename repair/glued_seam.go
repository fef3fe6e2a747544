package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/lexicon"
)

// seam returns where a second word seems to begin in word, as the case of its
// letters shows, or 0: small letters before one capital or more, with which
// the word ends or goes on in small letters ("localsUse", "sidesMOSCOW"), or
// three capitals or more before small letters ("PARISWhile", "ANDseparate").
func seam(word string) int {
	var shape, offsets [maxGluedWord]byte
	n := 0
	for i, r := range word {
		if i >= len(offsets) {
			return 0
		}
		offsets[n] = byte(i)
		switch {
		case r < utf8.RuneSelf:
			shape[n] = byte(r)
		case unicode.IsUpper(r):
			shape[n] = 'X'
		default:
			shape[n] = 'x'
		}
		n++
	}
	if n == len(word) {
		return seamASCII(word)
	}
	return int(offsets[seamASCII(string(shape[:n]))])
}

// seamASCII is seam for a word of ASCII letters.
func seamASCII(word string) int {
	n := len(word)
	i := 1
	for i < n && isSmall(word[i]) {
		i++
	}
	if i > 1 || isSmall(word[0]) {
		at := i
		for i < n && isCapital(word[i]) {
			i++
		}
		capitals := i - at
		for i < n && isSmall(word[i]) {
			i++
		}
		if i < n || n-at < 2 || capitals == 0 || capitals > 1 && at+capitals < n || isCapital(word[0]) && !isStarter(word[at:]) {
			return 0
		}
		return at
	}
	for i < n && isCapital(word[i]) {
		i++
	}
	capitals := i
	for i < n && isSmall(word[i]) {
		i++
	}
	switch {
	case i < n || i == capitals || capitals < 3:
		return 0
	case isStarter(word[capitals-1:]):
		return capitals - 1
	case isFunctionCapitals(word[:capitals]):
		return capitals
	}
	return 0
}

// isStarter reports whether the word often begins a sentence and is no second
// part of a name.
func isStarter(word string) bool { return classOf(word)&startsSentence != 0 }

// seamed reports whether a word that has capitals behind its first letter has
// a seam.
func seamed(word string) bool { return len(word) <= maxGluedWord && seamASCII(word) > 0 }

// seamReason returns why token i is two words, of which the second begins at
// offset k in it, or "" if it is not.
func (s *sentence) seamReason(i, k int) string {
	word := s.word(i)
	left, right := word[:k], word[k:]
	at := s.compound(i)
	if s.known(word) || !s.known(left) || !s.known(right) || !s.alone(at) || s.hasIdentifiers(i) {
		return ""
	}
	switch {
	case isSmall(right[0]):
		if len(right) > 2 && isCommon(right) && s.english() {
			return reasonGluedFunction
		}
	case len(right) > 3 && isBeforeName(left) && (isOnlyName(right) || left == "the" && s.goesOnWithName(i)):
		if s.english() {
			return reasonGluedFunction
		}
	case s.startsSentence(i, left, right):
		return reasonGluedSentence
	}
	return ""
}

// goesOnWithName reports whether a space and then a word with a capital follows
// token i, as in "theUnited States", but not in "set theImage to".
func (s *sentence) goesOnWithName(i int) bool {
	return s.goesOnWithWord(i) && isCapital(s.word(i + 1)[0])
}

// compound returns token i with the words that hyphens join to its beginning.
func (s *sentence) compound(i int) span {
	at := s.tokens[i].span
	for ; i > 0 && s.text[at.from-1] == '-' && s.tokens[i-1].to == at.from-1 && s.tokens[i-1].plain; i-- {
		at.from = s.tokens[i-1].from
	}
	return at
}

// isFunctionCapitals reports whether the word, in capitals, is a function word
// that few words begin with.
func isFunctionCapitals(word string) bool {
	switch word {
	case "AND", "THE", "THAT", "WITH", "FROM", "BUT", "THIS", "WHICH", "WHEN":
		return true
	}
	return false
}

// isBeforeName reports whether the word is a function word after which a name
// may stand, and with which no identifier begins.
func isBeforeName(word string) bool {
	switch word {
	case "and", "the", "of", "in", "that", "with", "at", "who", "when", "between", "against", "for":
		return true
	}
	return false
}

// isOnlyName reports whether the word is listed as a name and nothing else.
func isOnlyName(word string) bool {
	return lexicon.Name(word) && lexicon.Level(strings.ToLower(word)) == 0
}

// hasIdentifiers reports whether a word of the sentence beside token i has a
// seam and is not listed, as names of things in programs are.
func (s *sentence) hasIdentifiers(i int) bool {
	for j := range s.tokens {
		if j != i && !s.tokens[j].plain && strings.Contains(s.word(j), "_") {
			return true
		}
		if j != i && s.tokens[j].plain && s.tokens[j].ascii && seamed(s.word(j)) && !s.known(s.word(j)) {
			return true
		}
	}
	return false
}

// Words on both sides of the place where a sentence starts.
const (
	minSentence = 4  // of the sentence that starts, the first included
	minHeadline = 2  // before it, where the first word does not tell that one starts
	minProse    = 10 // in all, there
)

// startsSentence reports whether a sentence starts with right, the second part
// of token i, of which left is the first.
func (s *sentence) startsSentence(i int, left, right string) bool {
	if i == 0 || len(s.tokens)-i < minSentence || len(left) < 3 || len(right) < 2 || !s.isReadable() {
		return false
	}
	rest := s.text[s.tokens[i].to:]
	class := classOf(right)
	switch {
	case class&startsSentence != 0 && (class&(preposition|conjunction) == 0 && right != "It" || isCapital(left[0]) && len(left) > 3 && isOnlyName(left)):
		return true
	case isCapital(left[0]) || i < minHeadline:
		return false
	case isCapital(right[1]):
		return len(right) > 2 && (isDateline(rest) || lexicon.Name(right) && len(right) > 4)
	}
	return len(s.tokens) >= minProse && s.goesOnWithWord(i) && len(left) > 3 && len(right) > 2 && (isPlural(left) || !s.english()) &&
		!hasAnySuffix(right, "ed", "ing") && classOf(s.word(i-1))&determiner == 0 && classOf(left) == 0 && !isTerm(left)
}

// isDateline reports whether rest goes on as a report does behind the place
// that it comes from.
func isDateline(rest string) bool {
	for _, dash := range []string{" - ", " \u2014 ", " \u2013 ", " ("} {
		if strings.HasPrefix(rest, dash) {
			return true
		}
	}
	return false
}

// isTerm reports whether the word is one that names in programs begin with.
func isTerm(word string) bool {
	switch word {
	case "args", "bytes", "class", "items", "options", "params", "settings", "values", "keys", "files", "flags", "bits",
		"fields", "rows", "columns", "lines", "words", "chars", "events", "tags", "nodes", "users", "tests",
		"folders", "steps", "names", "types", "groups", "pages", "links", "images", "points", "results", "objects", "modules":
		return true
	}
	return false
}

// quoteSeam returns where a word begins that follows an apostrophe and small
// letters with a capital, or 0.
func quoteSeam(word string) int {
	k := strings.IndexAny(word, "'\u2019")
	n := apostrophe(word[k:])
	if k < 4 || k+n+2 > len(word) || !isSmall(word[k-1]) || !isCapital(word[k+n]) || strings.ContainsAny(word[k+n:], "'\u2019") {
		return 0
	}
	return k + n
}

// isGluedApostrophe reports whether token i is two words: one that a single
// quotation mark closes, which opened before, and one that begins at offset k.
func (s *sentence) isGluedApostrophe(i, k int) bool {
	word := s.word(i)
	left, right := word[:k], word[k:]
	left = strings.TrimRight(left, "'\u2019")
	return s.known(left) && s.known(right) && s.alone(s.compound(i)) && s.hasOpen(s.tokens[i].from, word[len(left):k]) && s.isReadable()
}

// hasOpen reports whether the single quotation mark that mark closes opened
// before offset at of the text, and did not close there.
func (s *sentence) hasOpen(at int, mark string) bool {
	opener := mark
	if mark == "\u2019" {
		opener = "\u2018"
	}
	open := false
	for i := 0; i < at; i++ {
		for _, m := range []string{opener, mark} {
			if strings.HasPrefix(s.text[i:], m) {
				opens, closes := sides(s.text, i, len(m))
				open = opens && m == opener || open && !closes
				break
			}
		}
	}
	return open
}

// isGluedQuote reports whether nothing but a closing double quotation mark
// stands between token i, which begins with a capital, and the one before.
func (s *sentence) isGluedQuote(i int) bool {
	t, before := &s.tokens[i], &s.tokens[i-1]
	mark := s.text[before.to:t.from]
	if mark != "\"" && mark != "\u201d" || !before.plain || !isCapital(s.text[t.from]) || before.to-before.from < 4 || !isSmall(s.text[before.to-1]) {
		return false
	}
	at := span{s.compound(i - 1).from, t.to}
	return s.known(s.word(i-1)) && s.known(s.word(i)) && s.alone(at) && s.hasOpenDouble(before.to, mark) && s.isReadable()
}

// hasOpenDouble reports whether the double quotation mark at offset at of the
// text closes what opened in the sentence.
func (s *sentence) hasOpenDouble(at int, mark string) bool {
	opener := mark
	if mark == "\u201d" {
		opener = "\u201c"
	}
	open := false
	for i := 0; i < at; i++ {
		if strings.HasPrefix(s.text[i:], opener) {
			open = mark != opener || !open
		} else if strings.HasPrefix(s.text[i:], mark) {
			open = false
		}
	}
	return open
}
