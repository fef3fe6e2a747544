package repair

import (
	"slices"
	"strings"
)

const reasonTwoForms = "word twice in two forms"

// readLine looks at the words of a line if it is English: it has the words
// that tell, or it is one of an English text, most of whose words are listed.
func (a *assessor) readLine(line span) {
	switch c := a.countLine(); {
	case c.words == 0 || isTable(a.text[line.from:line.to]):
	case a.isEnglish(c), a.english && a.isListed():
		a.findGarbled()
	case a.english:
		a.unsure = append(a.unsure, line)
	}
}

// countLine counts the words of the line, and those that tell until that is
// clear.
func (a *assessor) countLine() englishCount {
	c := englishCount{words: len(a.line.words)}
	for i, w := range a.line.words {
		if a.notes.of(a.text[w.from:w.to], a.line.hashes[i]).has&isTellingWord != 0 {
			if c.telling++; c.telling >= 2 && a.isEnglish(c) {
				break
			}
		}
	}
	return c
}

// isEnglish reports whether a line is English. In a text of another language it
// has to tell so plainly, as the title of a book may stand in any line.
func (a *assessor) isEnglish(c englishCount) bool {
	if a.english {
		return isEnglish(c)
	}
	return c.telling >= 2 && c.telling*12 >= c.words
}

// readListing looks at the words of an indented line if it is clearly English:
// that may be the first of a paragraph, or an item of a list. It leaves those
// between fences alone.
func (a *assessor) readListing(fenced bool) {
	if fenced {
		return
	}
	if c := a.countLine(); c.telling >= 2 && a.isEnglish(c) {
		a.findGarbled()
	}
}

// isListed reports whether two words of three of the line are listed, but for
// those of one and two letters, which any language may have.
func (a *assessor) isListed() bool {
	listed, long := 0, 0
	for i, w := range a.line.words {
		if word := a.text[w.from:w.to]; len(word) > 2 {
			long++
			if a.notes.of(word, a.line.hashes[i]).isListed(word) {
				listed++
			}
		}
	}
	return listed*3 >= long*2
}

// isTable reports whether a line is set in columns, as tables of programs'
// documentation are: indented, and with a gap in it.
func isTable(line string) bool {
	text := strings.TrimLeft(line, " \t")
	return (line[0] == '\t' || len(line)-len(text) >= 4) && (strings.Contains(text, "  ") || strings.IndexByte(strings.TrimRight(text, "\r\n"), '\t') >= 0)
}

// readUnsure looks at the lines of an English text that may be of another
// language: in a text of which a sixth is garbled they may be, too.
func (a *assessor) readUnsure() {
	if len(a.unsure) == 0 || 6*(len(a.beyond)+len(a.doubtful)) < a.inEnglish {
		return
	}
	for _, line := range a.unsure {
		a.line.split(a.text[line.from:line.to], line.from)
		a.findGarbled()
	}
}

// findGarbled finds words in a line of English that no language would write.
//
// A word counts as garbled when no list has it and it is one slip away from a
// common one: two letters exchanged by bad OCR, letters in another order, one
// too many, a small word run together with another. One that is none of these
// may be a term, a name or dialect, and is in doubt.
func (a *assessor) findGarbled() {
	a.inEnglish += len(a.line.words)
	for i := 0; i < len(a.line.words); i++ {
		w := a.line.words[i]
		word := a.text[w.from:w.to]
		if a.text[w.to-1] == 's' && i > 0 && a.isPlural(i) {
			a.add(Garbled, reasonTwoForms, a.line.words[i-1].from, w.to)
		}
		if len(word) == 1 && i > 0 && a.isSplitPair(i) {
			a.add(Lost, reasonLostAmpersand, a.line.words[i-1].from, w.to)
		}
		if token := w; a.isMarked(w) {
			token = a.markedToken(i)
			for i+1 < len(a.line.words) && a.line.words[i+1].to <= token.to {
				i++
			}
			if token != w {
				a.note(slipOfMarked(a.text[token.from:token.to]), token)
				continue
			}
		}
		note := a.notes.of(word, a.line.hashes[i])
		if note.isListed(word) || a.inToken(w) {
			continue
		}
		s := note.slipOf(word)
		if s.weight == sure && (a.isStrange(i-1) || a.isStrange(i+1)) {
			s.weight = doubt
		}
		a.note(s, w)
	}
}

// isStrange reports whether word i of the line, if there is one, is not listed
// and no name: in a text that is not garbled, what stands beside it is of
// another language, or of a dialect.
func (a *assessor) isStrange(i int) bool {
	if i < 0 || i >= len(a.line.words) {
		return false
	}
	w := a.line.words[i]
	word := a.text[w.from:w.to]
	return len(word) > 1 && !isCapital(word[0]) && !isDigitByte(word[0]) && !a.notes.of(word, a.line.hashes[i]).isListed(word)
}

// isMarked reports whether one of the marks that OCR puts for letters stands
// beside the word at w.
func (a *assessor) isMarked(w span) bool {
	return w.from > 0 && isMark(a.text[w.from-1]) || w.to < len(a.text) && isMark(a.text[w.to])
}

// markedToken returns the word i of the line with the marks that OCR may have
// put for letters of it, and what they join it with; just the word where there
// are none.
func (a *assessor) markedToken(i int) span {
	w := a.line.words[i]
	isOutside := func(at int) bool { return at < 0 || at >= len(a.text) || isBlankByte(a.text[at]) }
	if from := w.from - 1; from >= 0 && isMark(a.text[from]) && isOutside(from-1) {
		w.from = from
	}
	for w.to < len(a.text) && isMark(a.text[w.to]) {
		to := w.to + 1
		if i+1 < len(a.line.words) && a.line.words[i+1].from == to {
			i++
			w.to = a.line.words[i].to
			continue
		}
		if a.text[w.to] == '!' { // that ends a sentence
			break
		}
		w.to = to
	}
	return w
}

// isPlural reports whether word i of the line is the one before it with an s,
// but for capitals.
func (a *assessor) isPlural(i int) bool {
	before, w := a.line.words[i-1], a.line.words[i]
	first, word := a.text[before.from:before.to], a.text[w.from:w.to]
	return w.from-before.to == 1 && len(word) == len(first)+1 && len(first) >= 4 && strings.EqualFold(first, word[:len(first)])
}

// inToken reports whether the word at w is a part of something larger: of a
// compound, a name of a program, an address.
func (a *assessor) inToken(w span) bool {
	if w.from > 0 {
		if c := a.text[w.from-1]; c < 0x80 && strings.IndexByte(" \n\t(\"'", c) < 0 {
			return true
		}
	}
	rest := a.text[w.to:min(len(a.text), w.to+4)]
	rest = strings.TrimLeft(rest, ".,;:!?)\"'")
	return rest != "" && rest[0] < 0x80 && strings.IndexByte(" \n\r\t", rest[0]) < 0
}

// garbledShare is the share of words, one in so many, that only a garbled text
// has so many strange ones of.
const garbledShare = 33

// minGarbled is how many different strange words a garbled text has at least.
const minGarbled = 5

// A doubtful word is garbled if much of the text is.
type doubtful struct {
	damage
	weight slipWeight
}

// note notes a word, or what else stands at w, with a slip.
func (a *assessor) note(s slip, w span) {
	if s.kind == noSlip {
		return
	}
	d := damage{Finding: Finding{Step: Garbled, Start: w.from, End: w.to, Reason: s.kind.reason()}, touch: w}
	if s.kind == slipGlued {
		d.more = 1
	}
	if s.weight == sure {
		a.beyond = append(a.beyond, d)
	} else {
		a.doubtful = append(a.doubtful, doubtful{d, s.weight})
	}
}

// settleDoubtful decides about the words in doubt, among them those of which
// it is sure how they may have come about, but which stand more than once, as
// terms do. They are garbled where one in garbledShare words of the English of
// the text is, or is in doubt for a good reason, each word counted once. Those
// that are in doubt for a weak one are terms where they stand three times.
func (a *assessor) settleDoubtful() {
	if len(a.beyond)+len(a.doubtful) == 0 {
		return
	}
	seen := make(map[string]int)
	different := 0
	for _, d := range a.beyond {
		if d.Step == Garbled {
			different += first(seen, a.text[d.Start:d.End])
		}
	}
	for _, d := range a.doubtful {
		if n := first(seen, a.text[d.Start:d.End]); d.weight == doubt {
			different += n
		}
	}
	garbled := different >= minGarbled && different*garbledShare >= a.inEnglish
	a.beyond = slices.DeleteFunc(a.beyond, func(d damage) bool {
		return d.Step == Garbled && !garbled && seen[a.text[d.Start:d.End]] > 1
	})
	for _, d := range a.doubtful {
		if garbled && (d.weight == doubt || seen[a.text[d.Start:d.End]] < 3) {
			a.beyond = append(a.beyond, d.damage)
		}
	}
}

// first counts one more of word, and returns 1 if it is the first.
func first(seen map[string]int, word string) int {
	if seen[word]++; seen[word] > 1 {
		return 0
	}
	return 1
}
