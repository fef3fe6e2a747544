package repair

import (
	"strings"
	"sync"
)

// A wordClass says what an English function word may be: one or more of these.
type wordClass uint16

const (
	determiner wordClass = 1 << iota
	preposition
	conjunction
	auxiliary
	pronoun        // that a clause begins with
	relative       // that a relative clause begins with
	clearlyEnglish // hardly a word of any other language
	startsSentence // often the first word of one, and the second part of no name
	asks           // a question may end with it, or be it
)

var classLists = []struct {
	class wordClass
	words string
}{
	{determiner, "the a an this these those their our your his its every each my"},
	{preposition, "of in at from with into during between under over through against about by to for on upon after before without per as than"},
	{conjunction, "and or but nor because if when while that although though until since unless so then"},
	{auxiliary, "has have had is are was were be been will would can could may might must shall should does did do"},
	{pronoun, "i you he she it we they there who what whoever whatever one"},
	{relative, "who whom whose whoever which what whatever that when whenever where wherever if how"},
	{clearlyEnglish, "the and that with which this from they their would has been were not who said by it his you what when there your about into than could should these those because of to is are was for have had will but as at be or if while after before under over she we our its through between during against without also more other some only just out up an in on so no all two if how where"},
	{asks, "what who whom how why when where which huh eh what yes no ok okay really right so"},
	{startsSentence, "the this these those they he she there while after although however his her their its our many but it in when a an"},
}

var wordClasses = sync.OnceValue(func() map[string]wordClass {
	m := make(map[string]wordClass)
	for _, list := range classLists {
		for word := range strings.FieldsSeq(list.words) {
			m[word] |= list.class
		}
	}
	return m
})

// classOf returns what the word may be as an English function word, 0 if it is
// none. The case of its letters does not matter.
func classOf(word string) wordClass {
	var buf [10]byte
	if len(word) > len(buf) {
		return 0
	}
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return wordClasses()[string(buf[:len(word)])]
}
