package spin

import "strings"

// A form is an inflection.
type form int

const (
	plain form = iota
	withS      // plurals and the third person
	withEd
	withIng
)

// endings are what a form puts after a word, and what stands there in the
// base instead.
var endings = []struct {
	form      form
	has, base string
}{
	{withS, "ies", "y"}, {withS, "es", ""}, {withS, "s", ""},
	{withEd, "ied", "y"}, {withEd, "ed", "e"}, {withEd, "ed", ""},
	{withIng, "ing", "e"}, {withIng, "ing", ""},
}

// lookup finds a word in the thesaurus, under its base if need be, and tells
// its form. ok is false if the thesaurus does not have it. Words of one or two
// letters are left to those who list function words.
func (t *Thesaurus) lookup(word string) (base string, f form, ok bool) {
	if len(word) < 3 {
		return word, plain, false
	}
	if base, ok := t.irregular[word]; ok && len(t.synonyms[base]) > 0 {
		if strings.HasSuffix(word, "s") {
			return base, withS, true
		}
		return base, withEd, true
	}
	for _, e := range endings {
		rest, found := strings.CutSuffix(word, e.has)
		if !found || len(rest) < 2 {
			continue
		}
		if base := rest + e.base; len(t.synonyms[base]) > 0 {
			return base, e.form, true
		}
		if base := rest[:len(rest)-1]; e.form != withS && e.base == "" && base[len(base)-1] == rest[len(rest)-1] && len(t.synonyms[base]) > 0 {
			return base, e.form, true
		}
	}
	return word, plain, len(t.synonyms[word]) > 0
}

// inflect puts a word or a phrase into a form: verbs at the front of a phrase,
// nouns at its end, as far as a spinner can tell.
func (t *Thesaurus) inflect(phrase string, f form) string {
	if f == plain {
		return phrase
	}
	at := 0
	if f == withS {
		at = strings.LastIndexByte(phrase, ' ') + 1
	}
	end := strings.IndexByte(phrase[at:], ' ')
	if end < 0 {
		return phrase[:at] + t.inflectWord(phrase[at:], f)
	}
	return phrase[:at] + t.inflectWord(phrase[at:at+end], f) + phrase[at+end:]
}

func (t *Thesaurus) inflectWord(word string, f form) string {
	if f == withEd {
		for _, form := range t.forms[word] {
			if !strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ing") {
				return form
			}
		}
	}
	stem := word
	switch {
	case len(word) < 2 || word[len(word)-1] == 's' && f == withS:
		return word
	case strings.HasSuffix(word, "y") && !vowel(word[len(word)-2]) && f != withIng:
		stem = word[:len(word)-1] + "i"
		if f == withS {
			return stem + "es"
		}
	case strings.HasSuffix(word, "e") && f != withS:
		stem = word[:len(word)-1]
	case doubles(word) && f != withS:
		stem = word + word[len(word)-1:]
	case f == withS && (strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "sh") || strings.HasSuffix(word, "x")):
		return word + "es"
	}
	return stem + map[form]string{withS: "s", withEd: "ed", withIng: "ing"}[f]
}

// doubles reports whether a short word doubles its last letter, as stop does.
func doubles(word string) bool {
	n := len(word)
	if n < 3 || n > 4 || !vowel(word[n-2]) || strings.IndexByte("wxy", word[n-1]) >= 0 {
		return false
	}
	return strings.IndexFunc(word[:n-2]+word[n-1:], func(r rune) bool { return vowel(byte(r)) }) < 0
}

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
