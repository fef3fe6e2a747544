package spin

import (
	"math/rand/v2"
	"strings"

	"github.com/textmend/textmend/internal/lexicon"
)

// Reword returns a text as a person leaves it who says the same in other words:
// synonyms that are common, and fewer than a spinner's, but also other function
// words and forms, words left out and put in, clauses that change places,
// sentences that are dropped or joined. The share, in [0,1], says how much of
// each; at 0.5 about one word in three is another one or gone.
func Reword(rnd *rand.Rand, t *Thesaurus, text string, share float64) string {
	s := &spinner{text: text, rnd: rnd, thesaurus: t, before: map[string]string{}}
	var list []sentence
	for _, sentence := range sentences(cut(text)) {
		if rnd.Float64() < share/3 {
			continue
		}
		list = append(list, s.reword(sentence, share))
	}
	if len(list) == 0 {
		return text
	}
	for i := 0; i+1 < len(list); i++ {
		if rnd.Float64() < share/4 {
			list[i], list[i+1] = list[i+1], list[i]
			i++
		}
	}
	return textOf(list)
}

// reword rewords a sentence.
func (s *spinner) reword(list sentence, share float64) sentence {
	if s.rnd.Float64() < share {
		list = swapClauses(list)
	}
	if s.rnd.Float64() < share/2 {
		list = cutClause(list)
	}
	var out sentence
	for i := 0; i < len(list); i++ {
		p := list[i]
		word := strings.ToLower(p.text)
		if !p.word || name(list, i) {
			out = append(out, p)
			continue
		}
		draw := s.rnd.Float64()
		function := functionWords[word]
		switch {
		case function && draw < share*0.3 && len(swaps[word]) > 0:
			p.text = likeCase(swaps[word][s.rnd.IntN(len(swaps[word]))], p.text)
		case function && draw < share*0.5:
			if i+1 < len(list) && list[i+1].text == " " {
				i++
			}
			continue
		case !function && draw < share*0.3:
			p.text = likeCase(s.common(word, p.text), p.text)
		case !function && draw < share*0.4:
			p.text = likeCase(s.otherForm(word), p.text)
		case !function && draw < share*0.55:
			if i+1 < len(list) && list[i+1].text == " " {
				i++
			}
			continue
		case draw > 1-share*0.12:
			out = append(out, piece{text: fillers[s.rnd.IntN(len(fillers))], start: -1, word: true}, piece{text: " ", start: -1})
		}
		out = append(out, p)
	}
	return out
}

// fillers are words that people put between others.
var fillers = []string{
	"also", "often", "usually", "the", "a", "some", "very", "then", "other", "main", "different", "certain", "simply",
	"basically", "in general", "for example", "which is", "that is", "of the", "kind of", "such", "same", "whole", "both",
}

// common returns the commonest of some synonyms of a word, or the word.
func (s *spinner) common(word, old string) string {
	base, f, ok := s.thesaurus.lookup(word)
	if !ok {
		return old
	}
	list := s.thesaurus.synonyms[base]
	best := ""
	for range 8 {
		candidate := list[s.rnd.IntN(len(list))]
		if strings.Contains(candidate, " ") || lexicon.Level(candidate) == 0 {
			continue
		}
		if best == "" || lexicon.Level(candidate) < lexicon.Level(best) {
			best = candidate
		}
	}
	if best == "" || lexicon.Level(best) > lexicon.Level(base) {
		return old
	}
	return s.thesaurus.inflect(best, f)
}

// otherForm inflects a word otherwise.
func (s *spinner) otherForm(word string) string {
	base, f, ok := s.thesaurus.lookup(word)
	if !ok {
		return word
	}
	if f == plain {
		return s.thesaurus.inflect(base, []form{withS, withEd, withIng}[s.rnd.IntN(3)])
	}
	return base
}

// swapClauses lets what stands before the first comma of a sentence and what
// stands behind it change places.
func swapClauses(list sentence) sentence {
	for i, p := range list {
		if !p.word && strings.HasPrefix(p.text, ", ") && i > 2 && i < len(list)-4 {
			last := list[len(list)-1]
			out := append(sentence{}, list[i+1:len(list)-1]...)
			out = append(append(out, p), list[:i]...)
			return append(out, last)
		}
	}
	return list
}
