package repair

import (
	"strings"

	"github.com/textmend/textmend/internal/lexicon"
)

const (
	reasonGluedFunction = "function word glued to another word"
	reasonGluedSentence = "sentence glued to the word before"
	reasonGluedQuote    = "word glued to a closing quotation mark"
)

// maxGluedWord bounds the words that are looked at, in bytes.
const maxGluedWord = 48

// findGlued finds the words that lost what stood between them.
func (s *sentence) findGlued() {
	for i := range s.tokens {
		t := &s.tokens[i]
		if !t.plain || t.to-t.from > maxGluedWord || !t.ascii && s.words == nil {
			continue
		}
		word := s.word(i)
		switch k := seam(word); {
		case i > 0 && s.isGluedQuote(i):
			s.part(t.from, reasonGluedQuote)
		case t.quoted:
			if k := quoteSeam(word); k > 0 && s.isGluedApostrophe(i, k) {
				s.part(t.from+k, reasonGluedQuote)
			}
		case k > 0:
			if reason := s.seamReason(i, k); reason != "" {
				s.part(t.from+k, reason)
			}
		case t.ascii && lexicon.MayBeGlued(word):
			if k := s.functionSeam(i); k > 0 {
				s.part(t.from+k, reasonGluedFunction)
			}
		}
	}
}

// part adds a fix that puts a space at an offset.
func (s *sentence) part(at int, reason string) { s.fix(Glued, span{at, at}, " ", reason) }

// functionSeam returns where token i parts into a function word and another
// word, or 0 if it does not or might do so in more than one way.
func (s *sentence) functionSeam(i int) (at int) {
	word := s.word(i)
	if s.known(word) || !s.alone(s.tokens[i].span) {
		return 0
	}
	for k, kind := range lexicon.Parts(word) {
		if !s.mayPart(i, kind, word[:k], word[k:]) {
			continue
		}
		if kind == lexicon.GlueBoth {
			return k
		}
		if at != 0 {
			return 0
		}
		at = k
	}
	return at
}

// mayPart reports whether token i, which is left and right, is those two words
// glued to one another, one of which is a function word.
func (s *sentence) mayPart(i int, kind lexicon.Glue, left, right string) bool {
	if !s.english() && !(s.goesOn(i) && s.englishBut()) {
		return false
	}
	switch kind {
	case lexicon.GlueBoth:
		return s.goesOn(i)
	case lexicon.GlueFirst:
		return isCommon(right) && (i > 0 || classOf(left)&determiner != 0)
	case lexicon.GlueLast:
		return isCommon(left) && i > 0
	case lexicon.GlueNumeral:
		return isCommon(right) && isPlural(right) && i > 0
	case lexicon.GlueName:
		return s.goesOn(i)
	case lexicon.GlueNameLast:
		return s.goesOn(i) && isPlural(s.word(i+1))
	}
	return false
}

// isCommon reports whether the word is a common one, the commoner the shorter.
func isCommon(word string) bool {
	l := lexicon.Level(word)
	switch len(word) {
	case 3:
		return 0 < l && l <= 10
	case 4:
		return 0 < l && l <= 35
	}
	return 0 < l && l <= 50
}

// isPlural reports whether the word looks like the plural of a listed noun.
func isPlural(word string) bool {
	switch word {
	case "people", "men", "women", "children":
		return true
	}
	stem, ok := strings.CutSuffix(word, "s")
	return ok && (lexicon.Level(stem) > 0 || hasAnySuffix(stem, "ie", "che", "she", "xe", "sse"))
}

// goesOn reports whether a space and then a word in small letters follows
// token i.
func (s *sentence) goesOn(i int) bool {
	return s.goesOnWithWord(i) && isSmall(s.word(i + 1)[0])
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// goesOnWithWord reports whether a space and then a word follows token i.
func (s *sentence) goesOnWithWord(i int) bool {
	return i+1 < len(s.tokens) && s.tokens[i+1].spaced && s.tokens[i+1].plain
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}
