package repair

import (
	"strings"

	"github.com/textmend/textmend/internal/lexicon"
)

const (
	reasonDoubledWord   = "word written twice"
	reasonDoubledPhrase = "phrase written twice"
)

// maxPhrase is how many words a phrase has that is looked for twice, at most.
const maxPhrase = 12

// findDoubled finds words and phrases that were written twice or more often.
func (s *sentence) findDoubled() {
	for i := 1; i < len(s.tokens); {
		n := s.repeats(i)
		if n == 0 {
			i++
			continue
		}
		// Further copies go too.
		end := i + n
		for end+n <= len(s.tokens) && s.same(i, end, n) {
			end += n
		}
		reason := reasonDoubledPhrase
		if n == 1 {
			reason = reasonDoubledWord
		}
		s.fix(Doubled, span{s.tokens[i-1].to, s.tokens[end-1].to}, "", reason)
		i = end
	}
}

// repeats returns the number of words that begin at token i and should not
// stand there, as they stand right before it too.
func (s *sentence) repeats(i int) int {
	if !s.tokens[i].spaced || !s.tokens[i].plain {
		return 0
	}
	for n := 2; n <= maxPhrase && n <= i && i+n <= len(s.tokens) && s.tokens[i-n+1].spaced; n++ {
		if !s.same(i-n, i, n) || s.word(i) == s.word(i-1) && n == 2 {
			continue
		}
		if s.isDoubledPhrase(i-n, n) {
			return n
		}
		return 0
	}
	if s.isDoubledWord(i) {
		return 1
	}
	return 0
}

// same reports whether the n words at tokens i and j are the same, one space
// between them and before those at j.
func (s *sentence) same(i, j, n int) bool {
	for k := range n {
		if !s.tokens[j+k].spaced || !s.tokens[j+k].plain || !s.tokens[j+k].ascii && s.words == nil || s.word(i+k) != s.word(j+k) {
			return false
		}
	}
	return true
}

// neverTwice reports whether the word is one that nobody means to write twice
// in a row, or hardly ever, which what follows can show. Many that seem to be
// such are not: "the house we had had", "what it is is", "log in in", "give her
// her coat".
func neverTwice(word string) bool {
	switch word {
	case "the", "The", "a", "A", "an", "An", "of", "Of", "our", "Our", "their", "Their", "its", "Its", "your", "Your":
		return true
	}
	return twiceBefore(word)
}

// twiceBefore reports whether nobody means to write the word twice before "the"
// and the like. "It comes from from to to" is about words.
func twiceBefore(word string) bool {
	switch word {
	case "with", "from", "for", "to", "at", "into", "than", "between":
		return true
	}
	return false
}

// isDoubledWord reports whether token i is the word before it once more.
func (s *sentence) isDoubledWord(i int) bool {
	word, before := s.word(i), s.word(i-1)
	if !isSmall(word[0]) || !neverTwice(word) || len(before) != len(word) || before[1:] != word[1:] || before[0]|0x20 != word[0] {
		return false
	}
	if !s.goesOnWithWord(i) || twiceBefore(word) && classOf(s.word(i+1))&determiner == 0 {
		return false
	}
	switch {
	case word == "a" && (len(s.word(i+1)) < 3 || !s.tokens[i-1].spaced):
		return false // "from a a to a z" is about letters, "(a a scalar)" about a number
	case word == "to" && i > 1 && takesInfinitive(s.word(i-2)):
		return false // "how to to this" lost a letter
	}
	return s.alone(span{s.tokens[i-1].from, s.tokens[i].to}) && s.english()
}

// takesInfinitive reports whether "to" and a verb follow the word as a rule, so
// that of two the second may be a verb that was misspelt.
func takesInfinitive(word string) bool {
	switch word {
	case "how", "what", "when", "where", "whether", "which", "who", "way", "ways", "want", "wants", "wanted", "need", "needs",
		"needed", "have", "has", "had", "able", "try", "tries", "tried", "trying", "like", "going", "used", "how's", "is", "was":
		return true
	}
	return false
}

// isDoubledPhrase reports whether the n words at token i, which stand there
// twice, were meant once. They are if they stand in the middle of a sentence,
// what is repeated is no more than they, and they are no phrase that makes
// sense twice.
func (s *sentence) isDoubledPhrase(i, n int) bool {
	end := i + 2*n
	for end+n <= len(s.tokens) && s.same(i, end, n) {
		end += n
	}
	return s.inside(i, end) && !s.rotates(i, end, n) && s.alone(span{s.tokens[i].from, s.tokens[end-1].to}) &&
		!s.isVerse() && !s.isName(i, n) && (s.english() && s.meantOnce(i, n) || s.usersOwn() && s.listed(i, n))
}

// inside reports whether words stand before token i and from token end on, and
// nothing but spaces between. Before it there may be none if a form of "to have"
// or the like begins there, as no sentence does.
func (s *sentence) inside(i, end int) bool {
	if end == len(s.tokens) || !s.tokens[end].spaced || !s.tokens[end].plain {
		return false
	}
	if i == 0 {
		return classOf(s.word(0))&auxiliary != 0 && strings.HasSuffix(s.word(1), "ed")
	}
	return s.tokens[i].spaced && s.tokens[i-1].plain
}

// rotates reports whether the words around a phrase of n words go on with it,
// as in "more and more and more".
func (s *sentence) rotates(i, end, n int) bool {
	return s.wordBefore(i) == s.word(i+n-1) || s.word(end) == s.word(i)
}

// wordBefore returns the word before token i, "" if there is none.
func (s *sentence) wordBefore(i int) string {
	if i == 0 {
		return ""
	}
	return s.word(i - 1)
}

// isVerse reports whether the lines so far were as short as those of a poem.
func (s *sentence) isVerse() bool { return s.before.short > 1 }

// isName reports whether the n words at token i begin with a capital, as names
// and items of lists do.
func (s *sentence) isName(i, n int) bool {
	c := s.word(i)[0]
	return c < 'a' || c > 'z' && c < 0x80
}

// listed reports whether the n words at token i are all the user's.
func (s *sentence) listed(i, n int) bool {
	for k := range n {
		if !s.words.has(s.word(i + k)) {
			return false
		}
	}
	return true
}

// meantOnce reports whether the n words at token i are a phrase that makes no
// sense twice in English.
func (s *sentence) meantOnce(i, n int) bool {
	first, last, before := classOf(s.word(i)), classOf(s.word(i+n-1)), classOf(s.wordBefore(i))
	switch {
	case first&(pronoun|relative|conjunction) != 0, before&(relative|pronoun) != 0:
		return false // "whoever knows her knows her well", "what he did he did alone"
	case s.word(i) == "as" || s.word(i) == "per" || isNaming(s.wordBefore(i)):
		return false // "as good as good can be", "per second per second", "call a spade a spade"
	case n == 2:
		return s.pairMeantOnce(i, first, last)
	case first&auxiliary != 0 && s.hasRelative(i):
		return false // "the man who can swim can swim"
	}
	long := false
	for k := range n {
		word := s.word(i + k)
		if lexicon.Level(word) == 0 && !lexicon.Known(word) {
			return false
		}
		long = long || len(word) > 4
	}
	return (long || first != 0) && last&conjunction == 0
}

// isNaming reports whether the word is a verb after which a thing and what it
// is called or made stand side by side.
func isNaming(word string) bool {
	return hasAnyPrefix(word, "call", "nam", "consider", "ma", "label", "deem", "giv", "gave", "let", "keep", "kept")
}

// pairMeantOnce is meantOnce for two words.
func (s *sentence) pairMeantOnce(i int, first, last wordClass) bool {
	a, b := s.word(i), s.word(i+1)
	after := classOf(s.word(i + 4))
	switch {
	case last&determiner != 0:
		return first != 0 || lexicon.Level(a) != 0
	case first&auxiliary != 0:
		return last&auxiliary == 0 && len(b) > 2 && !s.hasRelative(i) || b == "been" || b == "be"
	case first&determiner != 0:
		return a != "a" && a != "an" && last == 0 && ordinary(b) && len(b) > 3 && after&(pronoun|relative) == 0
	case first&preposition != 0:
		return last == 0 && len(b) > 2 && a != "than"
	case last&preposition != 0:
		return first == 0 && ordinary(a) && (strings.HasSuffix(a, "ed") || b == "of" && a != "kind" && a != "sort" && a != "best")
	case first|last != 0:
		return false
	}
	// "hurt people hurt people", "tick tock tick tock"
	return len(a) > 4 && len(b) > 4 && b[len(b)-1] != 's' && b != "people" && b != "women" && b != "children" &&
		ordinary(a) && ordinary(b)
}

// ordinary reports whether the word is one that everybody knows.
func ordinary(word string) bool {
	l := lexicon.Level(word)
	return 0 < l && l <= 50
}

// hasRelative reports whether a word that a relative clause begins with stands
// before token i, in the same stretch of words.
func (s *sentence) hasRelative(i int) bool {
	for ; i > 0 && s.tokens[i].spaced; i-- {
		if classOf(s.word(i-1))&relative != 0 {
			return true
		}
	}
	return false
}
