// Package corpus makes up any number of articles that read like those it was
// given, for measuring what holds among millions.
//
// An article is a walk through the words of the model's texts: each word
// follows on the two before it as it did somewhere there, so that grammar,
// function words and their order are those of real prose, and so are the
// phrases that many articles share. Articles come in groups on one subject:
// those of a group draw their names, their numbers and one word in four of the
// others from the same few of the group's own, and share some phrases, which
// makes them the nearest neighbours that such articles could have.
package corpus

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Model has what articles are made of. It is safe for concurrent use.
type Model struct {
	words   []string           // by number
	pairs   map[uint64][]int32 // what follows on two words
	starts  [][2]int32         // how sentences begin
	names   []string           // words that are names, each once
	content []string           // other long words, each once
}

// Group is how many articles have one subject.
const Group = 20

// New returns a model of texts.
func New(texts []string) *Model {
	m := &Model{pairs: map[uint64][]int32{}}
	numbers := map[string]int32{}
	for _, text := range texts {
		m.read(text, numbers)
	}
	m.sort()
	return m
}

// read adds a text, sentence by sentence.
func (m *Model) read(text string, numbers map[string]int32) {
	var before [2]int32
	n := 0 // words of the sentence so far
	for field := range strings.FieldsSeq(text) {
		word, ok := numbers[field]
		if !ok {
			word = int32(len(m.words))
			numbers[field] = word
			m.words = append(m.words, field)
		}
		switch {
		case n == 1:
			m.starts = append(m.starts, [2]int32{before[1], word})
		case n > 1:
			key := pair(before)
			m.pairs[key] = append(m.pairs[key], word)
		}
		before = [2]int32{before[1], word}
		n++
		if endsSentence(field) {
			n = 0
		}
	}
}

func pair(words [2]int32) uint64 { return uint64(uint32(words[0]))<<32 | uint64(uint32(words[1])) }

func endsSentence(word string) bool {
	return strings.IndexByte(".!?", word[len(word)-1]) >= 0 && len(word) > 3
}

// sort finds the words that a subject may have of its own.
func (m *Model) sort() {
	for _, word := range m.words {
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) || len(word) < 5:
		case unicode.IsUpper(r):
			m.names = append(m.names, word)
		default:
			m.content = append(m.content, word)
		}
	}
	slices.Sort(m.names)
	slices.Sort(m.content)
}

// A subject is what the articles of a group have in common.
type subject struct {
	names, content []string
	phrases        []string
}

func (m *Model) subject(seed uint64, group int) *subject {
	rnd := rand.New(rand.NewPCG(seed, uint64(group)<<32|1<<31))
	s := &subject{}
	for range 6 {
		s.names = append(s.names, m.names[rnd.IntN(len(m.names))])
	}
	for range 30 {
		s.content = append(s.content, m.content[rnd.IntN(len(m.content))])
	}
	for range 8 {
		words := strings.Fields(m.sentence(rnd, s))
		s.phrases = append(s.phrases, strings.Join(words[:min(len(words), 7)], " "))
	}
	return s
}

// Article returns an article of about so many words: the number i of those
// that the seed gives.
func (m *Model) Article(seed uint64, i, words int) string {
	return m.article(m.subject(seed, i/Group), rand.New(rand.NewPCG(seed, uint64(i))), words)
}

// Sibling returns an article on the subject of the article with that number
// which is none of those that Article returns.
func (m *Model) Sibling(seed uint64, i, words int) string {
	return m.article(m.subject(seed, i/Group), rand.New(rand.NewPCG(^seed, uint64(i))), words)
}

func (m *Model) article(s *subject, rnd *rand.Rand, words int) string {
	var b strings.Builder
	for n := 0; n < words; {
		sentence := m.sentence(rnd, s)
		if rnd.IntN(6) == 0 {
			sentence = s.phrases[rnd.IntN(len(s.phrases))] + " " + sentence
		}
		n += strings.Count(sentence, " ") + 1
		b.WriteString(sentence)
		if rnd.IntN(3) == 0 {
			b.WriteString("\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return strings.TrimRight(b.String(), " \n")
}

// maxSentence is where a sentence ends that finds no end.
const maxSentence = 40

// sentence walks through the model from how a sentence began to how one ended.
func (m *Model) sentence(rnd *rand.Rand, s *subject) string {
	at := m.starts[rnd.IntN(len(m.starts))]
	var b strings.Builder
	b.WriteString(m.words[at[0]])
	for n := 1; ; n++ {
		b.WriteByte(' ')
		word := m.words[at[1]]
		b.WriteString(m.about(rnd, s, word))
		next := m.pairs[pair(at)]
		if endsSentence(word) || len(next) == 0 || n == maxSentence {
			break
		}
		at = [2]int32{at[1], next[rnd.IntN(len(next))]}
	}
	sentence := strings.TrimRight(b.String(), ".,;:!?\u2014- ")
	return sentence + "."
}

// about returns word, or one of the subject's in its place.
func (m *Model) about(rnd *rand.Rand, s *subject, word string) string {
	core := strings.TrimRight(word, ".,;:!?")
	end := word[len(core):]
	r, _ := utf8.DecodeRuneInString(core)
	switch {
	case len(core) < 5:
	case unicode.IsUpper(r):
		return s.names[rnd.IntN(len(s.names))] + end
	case rnd.IntN(4) == 0:
		return s.content[rnd.IntN(len(s.content))] + end
	}
	return word
}
