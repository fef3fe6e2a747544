package spin

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Refill returns a text that was made from the same template as another, as
// reports of matches, the weather, courts and results are: its sentences with
// other names and numbers, and with the share given of its other content words
// replaced by words that mean something else. They are drawn from a third text,
// in the same form, or are relatives, as "rain" is of "snow".
func Refill(rnd *rand.Rand, t *Thesaurus, text, donor string, share float64) string {
	r := refiller{
		spinner: spinner{text: text, rnd: rnd, thesaurus: t, before: map[string]string{}},
		donors:  map[string][]string{},
		kin:     0.4 * rnd.Float64(),
	}
	for pieces, i := cut(donor), 0; i < len(pieces); i++ {
		if word := pieces[i].text; pieces[i].word && !functionWords[strings.ToLower(word)] {
			kind := shape(pieces, i)
			r.donors[kind] = append(r.donors[kind], word)
		}
	}
	pieces := cut(text)
	chosen := map[string]bool{}
	for i := range pieces {
		p := &pieces[i]
		word := strings.ToLower(p.text)
		if !p.word || functionWords[word] {
			continue
		}
		if _, known := chosen[word]; !known {
			chosen[word] = rnd.Float64() < share || name(pieces, i) && rnd.Float64() < 0.9
		}
		if chosen[word] {
			p.text = r.other(pieces, i)
		}
	}
	list := sentences(pieces)
	r.options.Drop = 0.15 * rnd.Float64()
	return textOf(r.drop(list))
}

// Facts reports whether a text could be made from a template: whether a name or
// a number stands among twenty words.
func Facts(text string) bool {
	facts, words := 0, 0
	pieces := cut(text)
	for i := range pieces {
		if pieces[i].word {
			words++
			if kind := shape(pieces, i); kind == "name" || kind == "number" {
				facts++
			}
		}
	}
	return facts*20 >= words
}

// A refiller replaces words by others of the same kind.
type refiller struct {
	spinner
	donors map[string][]string
	kin    float64 // how often the other word is a relative
}

// other returns what stands for a piece, always the same for the same word.
func (r *refiller) other(pieces []piece, i int) string {
	word := pieces[i].text
	kind := shape(pieces, i)
	key := strings.ToLower(word)
	new := r.before[key]
	if new == "" {
		switch donors := r.donors[kind]; {
		case kind == "number":
			new = strconv.Itoa(r.rnd.IntN(10 * max(1, len(word)*len(word)*len(word))))
		case kind != "name" && r.rnd.Float64() < r.kin:
			new = r.synonym(key)
		case len(donors) > 0:
			new = donors[r.rnd.IntN(len(donors))]
		}
		r.before[key] = new
	}
	if new == "" {
		return word
	}
	if kind == "name" {
		return new
	}
	return likeCase(strings.ToLower(new), word)
}

// shape tells names, numbers and the forms of other words apart.
func shape(pieces []piece, i int) string {
	word := pieces[i].text
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsDigit(first):
		return "number"
	case unicode.IsUpper(first) && name(pieces, i):
		return "name"
	}
	for _, ending := range []string{"ing", "ed", "ly", "s"} {
		if strings.HasSuffix(word, ending) {
			return ending
		}
	}
	return ""
}
