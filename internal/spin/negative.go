package spin

import (
	"math/rand/v2"
	"strings"
)

// Retype returns a copy as another system would set it: quotes and dashes of
// the other kind, and other white space between paragraphs.
func Retype(rnd *rand.Rand, text string) string {
	straight := strings.NewReplacer("\u2019", "'", "\u2018", "'", "\u201c", "\"", "\u201d", "\"", "\u2013", "-")
	curly := strings.NewReplacer("'", "\u2019", " \"", " \u201c", "\"", "\u201d", " - ", " \u2013 ")
	if rnd.IntN(2) == 0 {
		text = straight.Replace(text)
	} else {
		text = curly.Replace(text)
	}
	switch rnd.IntN(3) {
	case 0:
		return strings.ReplaceAll(text, "\n", "\n\n")
	case 1:
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}

// Excerpt returns some sentences in a row, the share of them given at least.
func Excerpt(rnd *rand.Rand, text string, share float64) string {
	list := sentences(cut(text))
	n := min(len(list), max(1, int(share*float64(len(list))+0.9)))
	start := rnd.IntN(len(list) - n + 1)
	return textOf(list[start : start+n])
}

// textOf puts sentences together.
func textOf(list []sentence) string {
	var b strings.Builder
	for _, sentence := range list {
		for _, p := range sentence {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// Edit returns a text as an editor would leave it: sentences and clauses are
// cut, a few words changed, here a synonym and there a tense, dates and
// numbers written otherwise. The share says how many of the words that an
// editor may change are changed; 0.3 is much.
func Edit(rnd *rand.Rand, t *Thesaurus, text string, share float64) string {
	s := &spinner{text: text, rnd: rnd, thesaurus: t, before: map[string]string{}}
	pieces := cut(text)
	content := 0
	for i := range pieces {
		p := &pieces[i]
		word := strings.ToLower(p.text)
		if !p.word {
			continue
		}
		if new := editorial[word]; new != "" && rnd.Float64() < share {
			p.text = likeCase(new, p.text)
			continue
		}
		if functionWords[word] || name(pieces, i) {
			continue
		}
		// One of a hundred words at the share of 0.3.
		if content++; rnd.Float64() < share/30 {
			if text := s.synonym(word); text != "" {
				p.text = likeCase(text, p.text)
			}
		}
	}
	list := sentences(pieces)
	s.options.Drop = share / 2
	list = s.drop(list)
	for i := range list {
		if rnd.Float64() < share/2 {
			list[i] = cutClause(list[i])
		}
	}
	return textOf(list)
}

// cutClause drops what stands between the first two commas of a sentence, or
// between the last comma and the end.
func cutClause(s sentence) sentence {
	var commas []int
	for i, p := range s {
		if !p.word && strings.HasPrefix(p.text, ",") {
			commas = append(commas, i)
		}
	}
	switch {
	case len(commas) >= 2 && commas[1]-commas[0] < 16:
		rest := append(sentence{}, s[:commas[0]]...)
		rest = append(rest, piece{text: " ", start: -1})
		return append(rest, s[commas[1]+1:]...)
	case len(commas) >= 1 && len(s)-commas[len(commas)-1] < 16:
		return append(append(sentence{}, s[:commas[len(commas)-1]]...), s[len(s)-1])
	}
	return s
}

// Mix returns a text of which the share given, a few sentences in a row, is
// taken from one text and the rest from another.
func Mix(rnd *rand.Rand, text, own string, share float64) string {
	taken, rest := sentences(cut(Excerpt(rnd, text, share))), sentences(cut(own))
	words := share * float64(countWords(text))
	for len(rest) > 1 && float64(countWords(textOf(rest))) > words/share*(1-share)+30 {
		rest = rest[:len(rest)-1]
	}
	at := rnd.IntN(len(rest) + 1)
	parts := []string{strings.TrimSpace(textOf(rest[:at])), strings.TrimSpace(textOf(taken)), strings.TrimSpace(textOf(rest[at:]))}
	return strings.TrimSpace(strings.Join(parts, "\n"))
}

// Concatenate returns both texts, in either order.
func Concatenate(rnd *rand.Rand, text, other string) string {
	if rnd.IntN(2) == 0 {
		return other + "\n" + text
	}
	return text + "\n" + other
}

func countWords(text string) int {
	n := 0
	for _, p := range cut(text) {
		if p.word {
			n++
		}
	}
	return n
}
