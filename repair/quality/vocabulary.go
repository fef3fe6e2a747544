package quality

import (
	"math"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestWord is C4's, in characters.
const longestWord = 1000

// flags say what a rule wants to know of a word, or of a line's words.
type flags uint8

const (
	letter flags = 1 << iota
	symbol       // a number sign, ellipsis or curly bracket
	long         // more than longestWord characters
	phrase       // a phrase that C4 looks for may lie here
)

// A word is one of the different words of a text.
type word struct {
	count int32 // its occurrences
	chars int32
	flags flags
}

// A vocabulary numbers the words of a text, so that each is looked at once
// and sequences of words can be compared by their numbers.
type vocabulary struct {
	numbers   map[string]int32
	words     []word
	text      []int32 // the numbers in the order of the text
	stopWords stopSet

	hashes, ellipses, curlyBrackets int
}

// newVocabulary expects the words of a text of size bytes of prose.
func newVocabulary(size int) vocabulary {
	different := min(size/10, 1<<12)
	return vocabulary{
		numbers: make(map[string]int32, different),
		words:   make([]word, 0, different),
		text:    make([]int32, 0, size/6+1),
	}
}

// add adds the words of a line. It returns how many there are and what flags
// they have together.
func (v *vocabulary) add(line string) (n int, all flags) {
	for {
		word, rest := nextWord(line)
		if word == "" {
			return n, all
		}
		line = rest
		all |= v.addWord(word)
		n++
	}
}

func (v *vocabulary) addWord(s string) flags {
	number, ok := v.numbers[s]
	if !ok {
		number = int32(len(v.words))
		v.numbers[s] = number
		w := newWord(s)
		v.words = append(v.words, w)
		if w.flags&letter != 0 {
			v.stopWords |= stopWord(s)
		}
	}
	w := &v.words[number]
	if len(v.text) < math.MaxInt32 { // words after that, some gigabytes on, don't count
		w.count++
		v.text = append(v.text, number)
	}
	if w.flags&symbol != 0 {
		v.hashes += strings.Count(s, "#")
		v.ellipses += strings.Count(s, "...") + strings.Count(s, "\u2026")
		v.curlyBrackets += strings.Count(s, "{")
	}
	return w.flags
}

// nextWord returns the first word of s, empty when there is none, and what
// follows it.
func nextWord(s string) (word, rest string) {
	start := 0
	for start < len(s) && asciiSpace(s[start]) {
		start++
	}
	if start < len(s) && s[start] >= utf8.RuneSelf {
		start = len(s) - len(strings.TrimLeftFunc(s[start:], unicode.IsSpace))
	}
	for i := start; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if asciiSpace(c) {
				return s[start:i], s[i:]
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			return s[start:i], s[i:]
		}
		i += n
	}
	return s[start:], ""
}

func asciiSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

func newWord(s string) word {
	var w word
	for i := 0; i < len(s); w.chars++ {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			w.flags |= asciiFlags(c)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case unicode.IsLetter(r):
			w.flags |= letter
		case r == '\u2026':
			w.flags |= symbol
		}
	}
	if w.chars > longestWord {
		w.flags |= long
	}
	if startsPhrase(s) {
		w.flags |= phrase
	}
	return w
}

func asciiFlags(c byte) flags {
	switch {
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		return letter
	case c == '#' || c == '.' || c == '{':
		return symbol
	}
	return 0
}

// addTo adds what the words of the text are together.
func (v *vocabulary) addTo(c *counts) {
	c.words = len(v.text)
	c.hashes, c.ellipses, c.curlyBrackets = v.hashes, v.ellipses, v.curlyBrackets
	c.stopWords = v.stopWords
	for i := range v.words {
		w := &v.words[i]
		n := int(w.count)
		c.wordChars += n * int(w.chars)
		if w.flags&letter != 0 {
			c.wordsWithLetter += n
		}
	}
}

// A stopSet has a bit for each of Gopher's stop words.
type stopSet uint8

var stopWords = [...]string{"the", "be", "to", "of", "and", "that", "have", "with"}

// stopWord returns the stop word that s is, in any case and with punctuation
// around it.
func stopWord(s string) stopSet {
	s = strings.TrimFunc(s, notLetter)
	if len(s) < 2 || len(s) > 4 {
		return 0
	}
	for i, w := range stopWords {
		if len(s) == len(w) && strings.EqualFold(s, w) {
			return 1 << i
		}
	}
	return 0
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

func (s stopSet) count() int { return bits.OnesCount8(uint8(s)) }
