package repair

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/lexicon"
)

// A sentence is one at work, with room that it uses again for the next.
type sentence struct {
	steps  Step // those of Quotes, Doubled and Glued that are taken
	words  *Words
	text   string
	before prior // what the text before it shows
	tokens []token
	found  []Fix // what they found
	lang   language
}

// A token is a word of a sentence, or something like one.
type token struct {
	span
	plain  bool // letters, and apostrophes between them; else digits or an underscore too
	ascii  bool
	quoted bool // an apostrophe stands in it
	spaced bool // nothing but one space stands before it, and before that a token
}

func (s *sentence) reset(o *Options) {
	s.steps, s.words = 0, o.Words
	for step := Quotes; step <= Glued; step <<= 1 {
		if o.takes(step) {
			s.steps |= step
		}
	}
}

// mend takes the steps on text, and reports whether they found anything, which
// s.found has. Where what they found touches, only the first of them counts.
func (s *sentence) mend(text string, steps Step) bool {
	s.text, s.lang, s.found = text, language{}, s.found[:0]
	s.tokens = appendTokens(s.tokens[:0], text)
	if steps&Quotes != 0 {
		s.findQuotes()
	}
	if steps&Doubled != 0 {
		s.findDoubled()
	}
	if steps&Glued != 0 {
		s.findGlued()
	}
	s.sortFound()
	return len(s.found) > 0
}

// sortFound puts what the steps found in the order of offsets.
func (s *sentence) sortFound() {
	if len(s.found) == 0 {
		return
	}
	first := s.found[0].Step
	slices.SortStableFunc(s.found, func(a, b Fix) int { return cmp.Compare(a.Start, b.Start) })
	for i := range s.found[1:] {
		if s.found[i].End >= s.found[i+1].Start {
			s.found = slices.DeleteFunc(s.found, func(f Fix) bool { return f.Step != first })
			return
		}
	}
}

func (s *sentence) fix(step Step, at span, text, reason string) {
	s.found = append(s.found, Fix{Step: step, Start: at.from, End: at.to, Text: text, Reason: reason})
}

// word returns the text of token i.
func (s *sentence) word(i int) string { return s.text[s.tokens[i].from:s.tokens[i].to] }

// appendTokens appends the tokens of s.
func appendTokens(tokens []token, s string) []token {
	end := 0 // of the token before
	for i := 0; i < len(s); {
		if !tokenStart(s, i) {
			i++
			continue
		}
		t := token{plain: true, ascii: true}
		t.from, t.to = i, t.scan(s, i)
		t.spaced = end > 0 && t.from == end+1 && s[end] == ' '
		tokens = append(tokens, t)
		i = t.to
		end = i
	}
	return tokens
}

// tokenStart reports whether a letter, a digit or an underscore stands at
// offset i of s.
func tokenStart(s string, i int) bool {
	c := s[i]
	if c < utf8.RuneSelf {
		return byteKinds[c] == letterByte || '0' <= c && c <= '9' || c == '_'
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// scan returns where the token ends that begins at offset i of s.
func (t *token) scan(s string, i int) int {
	for i < len(s) {
		if byteKinds[s[i]] == letterByte {
			i++
			continue
		}
		if tokenStart(s, i) {
			_, n := utf8.DecodeRuneInString(s[i:])
			t.ascii = t.ascii && n == 1
			t.plain = t.plain && n > 1
			i += n
			continue
		}
		n := apostrophe(s[i:])
		if n == 0 || i+n == len(s) || !tokenStart(s, i+n) {
			break
		}
		t.quoted = true
		i += n
	}
	return i
}

// apostrophe returns the length of the apostrophe that s begins with.
func apostrophe(s string) int {
	switch {
	case s[0] == '\'':
		return 1
	case strings.HasPrefix(s, "\u2019"):
		return len("\u2019")
	}
	return 0
}

// alone reports whether the span of the text, a word or more, has space around
// it or plain punctuation with space beyond, so that it is no part of anything
// longer, such as an address, a name with a hyphen or a reference.
func (s *sentence) alone(at span) bool {
	before, after := s.text[:at.from], s.text[at.to:]
	for before != "" && !endsInSpace(before) {
		_, n := utf8.DecodeLastRuneInString(before)
		if !opensWord(before[len(before)-n:]) {
			return false
		}
		before = before[:len(before)-n]
	}
	for after != "" && !strings.ContainsRune(" \t\r\n", rune(after[0])) {
		_, n := utf8.DecodeRuneInString(after)
		if !closesWord(after[:n]) {
			return false
		}
		after = after[n:]
	}
	return true
}

func endsInSpace(s string) bool { return strings.ContainsRune(" \t\r\n", rune(s[len(s)-1])) }

func opensWord(mark string) bool { return strings.Contains("\"'(\u2018\u201c", mark) }

func closesWord(mark string) bool { return strings.Contains("\"').,:!?\u2019\u201d\u2026", mark) }

// A language says what a sentence is written in, as far as that was asked for.
type language struct {
	asked bool
	words int // plain ones
	known int // those of them that are English, or of the user's list
	clear int // those that are English and hardly anything else
}

// language counts the words of the sentence.
func (s *sentence) language() *language {
	l := &s.lang
	if l.asked {
		return l
	}
	l.asked = true
	for i := range s.tokens {
		if !s.tokens[i].plain {
			continue
		}
		l.words++
		if s.known(s.word(i)) {
			l.known++
		}
		if classOf(s.word(i))&clearlyEnglish != 0 {
			l.clear++
		}
	}
	return l
}

// minEnglish is how many words it takes to say what a sentence is written in.
const minEnglish = 3

// english reports whether the sentence is English: two words of three are, and
// one of them at least is of no other language, or seven of eight are.
func (s *sentence) english() bool {
	l := s.language()
	return l.clear > 0 && l.known >= minEnglish && 3*l.known >= 2*l.words || l.known > minEnglish && 8*l.known >= 7*l.words
}

// englishBut reports whether the sentence is English, or is so short that it
// cannot be said but all of its words are, except for one.
func (s *sentence) englishBut() bool {
	l := s.language()
	return s.english() || 1 < l.words && l.words <= minEnglish+1 && l.known == l.words-1
}

// usersOwn reports whether the words of the sentence are the user's.
func (s *sentence) usersOwn() bool {
	if s.words == nil {
		return false
	}
	n, known := 0, 0
	for i := range s.tokens {
		if s.tokens[i].plain {
			n++
			if s.words.has(s.word(i)) {
				known++
			}
		}
	}
	return known >= minEnglish && 3*known >= 2*n
}

// isReadable reports whether the sentence is in a language whose words are known.
func (s *sentence) isReadable() bool { return s.english() || s.usersOwn() }

// known reports whether the word is a listed one or the possessive of one.
func (s *sentence) known(word string) bool {
	if lexicon.Known(word) || s.words.has(word) {
		return true
	}
	stem, ok := strings.CutSuffix(word, "'s")
	if !ok {
		stem, ok = strings.CutSuffix(word, "\u2019s")
	}
	return ok && lexicon.Known(stem)
}
