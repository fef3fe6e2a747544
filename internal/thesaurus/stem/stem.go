// Package stem folds the inflections of English words, so that a thesaurus
// finds "visits" and "visited" where it lists "visit".
//
// A stem is a key, not a word: "cities" and "city" give "citi", "rated" and
// "rating" give "rat". Two words may share one by accident, as "hoped" and
// "hopped" do; what matters here is that one word has the same in all its forms.
package stem

import (
	"strings"
	"unicode/utf8"
)

// A Folder knows the forms that no rule folds, "said" of "say". The zero
// value knows none. It is safe for concurrent use.
type Folder struct {
	bases map[string]string
}

// NewFolder returns a Folder for irregular forms: a form, a space, its base
// and a newline each.
func NewFolder(irregular string) *Folder {
	f := &Folder{bases: make(map[string]string, strings.Count(irregular, "\n"))}
	for line := range strings.Lines(irregular) {
		form, base, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		f.bases[form] = base
	}
	return f
}

// Hash returns a hash of the stems of a phrase, whose words are separated by
// spaces or hyphens. It is the same on every run and machine.
func (f *Folder) Hash(phrase string) uint64 {
	h := uint64(offset)
	start := 0
	for end := range len(phrase) + 1 {
		if end < len(phrase) && phrase[end] != ' ' && phrase[end] != '-' {
			continue
		}
		if end > start {
			h = f.hashWord(h, phrase[start:end])
		}
		start = end + 1
	}
	return h
}

// Pair returns a hash of two hashes of phrases, the same for either order.
func Pair(a, b uint64) uint64 {
	return mix(mix(min(a, b)) + max(a, b))
}

// mix spreads every bit of h over all bits: the finalizer of MurmurHash3.
func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

const (
	offset = 0xcbf29ce484222325 // FNV-1a, 64 bits
	prime  = 0x100000001b3
)

// hashWord adds the stem of a word to a hash.
func (f *Folder) hashWord(h uint64, word string) uint64 {
	stem, tail := f.fold(word)
	for i := range len(stem) {
		h = (h ^ uint64(stem[i])) * prime
	}
	if tail != 0 {
		h = (h ^ uint64(tail)) * prime
	}
	return (h ^ ' ') * prime
}

// Word returns the stem of a word in lower case.
func (f *Folder) Word(word string) string {
	stem, tail := f.fold(word)
	if tail != 0 {
		return stem + string(rune(tail))
	}
	return stem
}

// fold returns the stem of a word: a piece of the word, or of its base, and
// the letter that follows it unless that is 0.
func (f *Folder) fold(word string) (stem string, tail byte) {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "\u2019s")
	if base, ok := f.bases[word]; ok {
		word = base
	}
	n := len(word)
	switch {
	case n > 4 && strings.HasSuffix(word, "ies"):
		return word[:n-3], 'i'
	case n > 4 && (strings.HasSuffix(word, "man") || strings.HasSuffix(word, "men")):
		return word[:n-2], 'n'
	}
	word = undouble(participle(singular(word)))
	if len(word) > 2 && word[len(word)-1] == 'e' {
		word = word[:len(word)-1]
	}
	if len(word) > 2 && word[len(word)-1] == 'y' {
		return word[:len(word)-1], 'i'
	}
	return word, 0
}

// singular takes the s of plurals and verbs off a word.
func singular(word string) string {
	n := len(word)
	switch {
	case n <= 3 || word[n-1] != 's':
		return word
	case strings.HasSuffix(word, "sses"):
		return word[:n-2]
	case strings.IndexByte("sui", word[n-2]) >= 0:
		return word
	}
	return word[:n-1]
}

// participle takes ed or ing off a word that keeps a vowel without it.
func participle(word string) string {
	rest, ok := strings.CutSuffix(word, "ing")
	if !ok {
		rest, ok = strings.CutSuffix(word, "ed")
		ok = ok && !strings.HasSuffix(rest, "e") // need, speed
	}
	if ok && len(rest) >= 2 && strings.ContainsAny(rest, "aeiouy") {
		return rest
	}
	return word
}

// undouble drops one of two like consonants at the end.
func undouble(word string) string {
	n := len(word)
	if n <= 3 || word[n-1] != word[n-2] || word[n-1] >= utf8.RuneSelf || strings.IndexByte("aeiouy", word[n-1]) >= 0 {
		return word
	}
	return word[:n-1]
}
