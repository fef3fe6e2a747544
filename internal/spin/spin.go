// Package spin makes what package spun is measured on: texts as synonym
// spinners leave them, with the true substitutions, and texts that merely look
// like it: copies, excerpts, an editor's work.
//
// The spins are meant to be hard: function words change too, one word becomes
// several and back, senses and inflections are wrong, one mapping comes again
// and again, sentences are dropped, added and moved, and the thesaurus can be
// one that the detector does not have. Everything is drawn from the random
// source given, so that a seed always gives the same text.
package spin

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/lexicon"
)

// Options say how a text is spun. Shares are in [0,1].
type Options struct {
	Rate      float64  // share of the content words to be replaced
	Function  float64  // share of the function words that may be replaced
	Phrases   float64  // how often several words are preferred to one
	Sticky    float64  // how often a word gets the replacement that it got before
	WrongForm float64  // how often a replacement loses the inflection
	Digits    bool     // write numbers as digits
	Twice     bool     // spin what was spun
	Drop      float64  // share of sentences left out
	Add       float64  // sentences of Extra added, by the sentences there are
	Reorder   float64  // share of sentences that change place with the next
	Shuffle   bool     // change the order of the paragraphs
	Extra     []string // sentences that the reference does not have
}

// Hard returns options as spinners that were seen could have had, each
// somewhere in its range.
func Hard(rnd *rand.Rand, rate float64) Options {
	return Options{
		Rate:      rate,
		Function:  rate * (0.1 + 0.3*rnd.Float64()),
		Phrases:   0.25 * rnd.Float64(),
		Sticky:    0.6 + 0.4*rnd.Float64(),
		WrongForm: 0.2 * rnd.Float64(),
		Digits:    rnd.Float64() < 0.5,
		Twice:     rnd.Float64() < 0.3,
		Drop:      0.2 * rnd.Float64(),
		Add:       0.3 * rnd.Float64(),
		Reorder:   0.1 * rnd.Float64(),
		Shuffle:   rnd.Float64() < 0.2,
	}
}

// Spin spins a text. A text too short for it comes back as it was.
func Spin(rnd *rand.Rand, t *Thesaurus, text string, o Options) Result {
	s := &spinner{text: text, rnd: rnd, thesaurus: t, options: o, before: map[string]string{}}
	pieces := s.spin(cut(text))
	if o.Twice {
		pieces = s.again(pieces)
	}
	return join(s.arrange(pieces))
}

// A spinner spins one text.
type spinner struct {
	text      string
	rnd       *rand.Rand
	thesaurus *Thesaurus
	options   Options
	before    map[string]string // what a word was replaced by
}

// spin replaces words and phrases.
func (s *spinner) spin(pieces []piece) []piece {
	chosen := s.choose(pieces)
	var out []piece
	for i := 0; i < len(pieces); {
		n, text := s.replace(pieces, i, chosen)
		p := pieces[i]
		p.end = pieces[i+n-1].end
		if text != "" {
			p.text, p.changed = text, true
		}
		out = append(out, p)
		i += n
	}
	return out
}

// choose returns the words to be replaced: enough of them, drawn by lot, to
// come to the rate asked for with all their occurrences.
func (s *spinner) choose(pieces []piece) map[string]bool {
	counts := map[string]int{}
	content := 0
	for i := range pieces {
		word := strings.ToLower(pieces[i].text)
		if !pieces[i].word || functionWords[word] {
			continue
		}
		content++
		if _, _, ok := s.thesaurus.lookup(word); ok && !name(pieces, i) {
			counts[word]++
		}
	}
	words := slices.Sorted(maps.Keys(counts))
	s.rnd.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	chosen := map[string]bool{}
	left := int(s.options.Rate*float64(content) + 0.5)
	for _, word := range words {
		if left <= 0 {
			break
		}
		chosen[word] = true
		left -= counts[word]
	}
	return chosen
}

// replace returns what stands for the pieces from i on, and for how many of
// them; "" if the piece stays.
func (s *spinner) replace(pieces []piece, i int, chosen map[string]bool) (n int, text string) {
	if !pieces[i].word {
		return 1, ""
	}
	word := strings.ToLower(pieces[i].text)
	if name(pieces, i) {
		return 1, ""
	}
	if n, phrase := s.phrase(pieces, i); n > 1 && s.rnd.Float64() < s.options.Rate/2 {
		if text := s.synonym(phrase); text != "" {
			return n, likeCase(text, pieces[i].text)
		}
	}
	switch {
	case s.options.Digits && numbers[word] != "":
		return 1, numbers[word]
	case functionWords[word]:
		if s.rnd.Float64() >= s.options.Function || len(swaps[word]) == 0 {
			return 1, ""
		}
		text = swaps[word][s.rnd.IntN(len(swaps[word]))]
	case chosen[word]:
		text = s.synonym(word)
	}
	if text == "" || text == word {
		return 1, ""
	}
	return 1, likeCase(text, pieces[i].text)
}

// phrase returns the longest phrase of the thesaurus that starts at a piece,
// and the number of its pieces.
func (s *spinner) phrase(pieces []piece, i int) (n int, phrase string) {
	for words := phraseWords; words > 1; words-- {
		n := 2*words - 1
		if i+n > len(pieces) {
			continue
		}
		joined, plainSpaces := "", true
		for j, p := range pieces[i : i+n] {
			plainSpaces = plainSpaces && (p.word || p.text == " ") && !(p.word && j > 0 && name(pieces, i+j))
			joined += p.text
		}
		joined = strings.ToLower(joined)
		if plainSpaces && len(s.thesaurus.synonyms[joined]) > 0 {
			return n, joined
		}
	}
	return 1, ""
}

// synonym returns what a word or phrase in lower case is replaced by, "" if
// the thesaurus has nothing.
func (s *spinner) synonym(word string) string {
	if old := s.before[word]; old != "" && s.rnd.Float64() < s.options.Sticky {
		return old
	}
	base, f, ok := s.thesaurus.lookup(word)
	if !ok {
		return ""
	}
	text := s.pick(base)
	if s.rnd.Float64() >= s.options.WrongForm {
		text = s.thesaurus.inflect(text, f)
	}
	if s.before[word] == "" {
		s.before[word] = text
	}
	return text
}

// pick draws one of the synonyms: of a few, one of several words if it's time
// for that. Spinners don't mind how rare a word is; in what they print, words
// are 1 to 2 bits rarer than those they stand for.
func (s *spinner) pick(base string) string {
	list := s.thesaurus.synonyms[base]
	phrase := s.rnd.Float64() < s.options.Phrases
	best := list[s.rnd.IntN(len(list))]
	for range 3 {
		if strings.Contains(best, " ") == phrase {
			break
		}
		best = list[s.rnd.IntN(len(list))]
	}
	return best
}

// again spins words that were spun, within phrases too, and leaves the rest.
func (s *spinner) again(pieces []piece) []piece {
	for i := range pieces {
		p := &pieces[i]
		if !p.changed || s.rnd.Float64() > 0.5 {
			continue
		}
		words := strings.Split(p.text, " ")
		at := s.rnd.IntN(len(words))
		if word := strings.ToLower(words[at]); !functionWords[word] {
			if text := s.synonym(word); text != "" {
				words[at] = likeCase(text, words[at])
				p.text = strings.Join(words, " ")
			}
		}
	}
	return pieces
}

// name reports whether a word is to be taken for a name: it has a capital, and
// does not start a sentence, or is not in the lexicon but as a name. Numbers
// and parts of addresses and identifiers are like names.
func name(pieces []piece, i int) bool {
	first, _ := utf8.DecodeRuneInString(pieces[i].text)
	if unicode.IsDigit(first) || joined(pieces, i-1) || joined(pieces, i+1) {
		return true
	}
	if !unicode.IsUpper(first) {
		return false
	}
	starts := i == 0 || endsSentence(pieces[i-1].text) || strings.ContainsAny(pieces[i-1].text, "\"\u201c")
	return !starts || lexicon.Level(strings.ToLower(pieces[i].text)) == 0
}

// joined reports whether the piece between two words makes one of them, as the
// full stops of an address do.
func joined(pieces []piece, i int) bool {
	return i > 0 && i < len(pieces)-1 && !strings.ContainsAny(pieces[i].text, " \n\t-\u2013\u2014\u2019'\u201c\u201d\"()")
}

// likeCase writes a replacement with a capital if the word had one.
func likeCase(text, word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) {
		return text
	}
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}
