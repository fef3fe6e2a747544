package ladder

import (
	"math"
	"strings"
	"unicode"
)

// A Damaged text is one rung of the ladder.
type Damaged struct {
	Text    string
	Words   int // of the article, plus those that the damage added
	Damaged int // of these
}

// Share returns the share of the words that are damaged.
func (d Damaged) Share() float64 {
	if d.Words == 0 {
		return 0
	}
	return float64(d.Damaged) / float64(d.Words)
}

// Damage damages a share of the words of an article, between 0 and 1, or as
// many as it can if it has too few that a damage of this kind can happen to.
func Damage(article string, kind Kind, share float64, seed uint64) Damaged {
	doc := newDocument(article, seed)
	d := Damaged{Words: len(doc.words)}
	switch kind {
	case Doubled:
		// The words that are added make the text longer.
		share = min(share, 0.99)
		d.Damaged = doc.double(int(math.Round(share / (1 - share) * float64(d.Words))))
		d.Words += d.Damaged
	case Glued:
		d.Damaged = doc.glue(int(math.Round(share * float64(d.Words))))
	default:
		d.Damaged = doc.each(wordDamage[kind], int(math.Round(share*float64(d.Words))))
	}
	d.Text = doc.String()
	return d
}

// A document is a text in words and what stands between them. Like a real
// one it has one style of quotation marks, and one reason for all its damage.
type document struct {
	spaces []string // before each word, and one at the end
	words  []string
	random random
	curly  bool // quotation marks
	cause  int  // a number that stands for what went wrong
	quote  bool // is open, of those that decorate added
}

func newDocument(text string, seed uint64) *document {
	doc := &document{random: random{seed}}
	for text != "" {
		word := strings.TrimLeftFunc(text, unicode.IsSpace)
		doc.spaces = append(doc.spaces, text[:len(text)-len(word)])
		end := strings.IndexFunc(word, unicode.IsSpace)
		if end < 0 {
			end = len(word)
		}
		if end > 0 {
			doc.words = append(doc.words, word[:end])
		}
		text = word[end:]
	}
	if len(doc.spaces) == len(doc.words) {
		doc.spaces = append(doc.spaces, "")
	}
	doc.curly = doc.random.below(2) == 0
	doc.cause = doc.random.below(1 << 16)
	return doc
}

func (doc *document) String() string {
	var b strings.Builder
	for i, word := range doc.words {
		b.WriteString(doc.spaces[i])
		b.WriteString(word)
	}
	b.WriteString(doc.spaces[len(doc.spaces)-1])
	return b.String()
}

// each damages up to n words, as they come in a random order, and returns how
// many it damaged. What is chosen is damaged in the order of the text, so that
// quotation marks open and close.
func (doc *document) each(damage func(*document, string) (string, bool), n int) int {
	chosen := make([]bool, len(doc.words))
	possible := 0
	for _, i := range doc.random.order(len(doc.words)) {
		if possible == n {
			break
		}
		if _, chosen[i] = damage(doc, doc.words[i]); chosen[i] {
			possible++
		}
	}
	doc.quote = false
	damaged := 0
	for i, word := range doc.words {
		// Chance may have it that a word comes out as it was this time.
		for tries := 0; chosen[i] && tries < 16; tries++ {
			if word, ok := damage(doc, word); ok {
				doc.words[i] = word
				damaged++
				break
			}
		}
	}
	return damaged
}

// glue takes away the space between two words until n are without it on one
// side, and returns how many are.
func (doc *document) glue(n int) int {
	touched := make([]bool, len(doc.words))
	glued := 0
	for _, i := range doc.random.order(len(doc.words)) {
		if glued+1 >= n && glued > 0 {
			break
		}
		if i == 0 || touched[i-1] || touched[i] || !doc.canGlue(i) {
			continue
		}
		doc.spaces[i] = ""
		touched[i-1], touched[i] = true, true
		glued += 2
	}
	return glued
}

// canGlue reports whether a letter stands on both sides of the space before
// word i, or the end of a sentence before it.
func (doc *document) canGlue(i int) bool {
	before, after := []rune(doc.words[i-1]), []rune(doc.words[i])
	last := before[len(before)-1]
	return doc.spaces[i] != "" && unicode.IsLetter(after[0]) &&
		(unicode.IsLetter(last) || strings.ContainsRune(".!?", last) && unicode.IsUpper(after[0]))
}

// double repeats phrases of one to four words until n words were added, or as
// many as come nearest to it, and returns how many were.
func (doc *document) double(n int) int {
	phrases := doc.phrases()
	added := 0
	for len(phrases) > 0 && added < n {
		for _, i := range doc.random.order(len(phrases)) {
			length := phrases[i].end - phrases[i].start
			if added+length/2 >= n && added > 0 {
				doc.repeat(phrases)
				return added
			}
			phrases[i].copies++
			added += length
		}
	}
	doc.repeat(phrases)
	return added
}

// A span is a phrase that may stand more than once.
type span struct{ start, end, copies int }

// phrases cuts the text into phrases that lie inside of a sentence.
func (doc *document) phrases() []span {
	var list []span
	for start := 0; start < len(doc.words); {
		end := start
		for length := doc.phraseLength(); end < len(doc.words) && end-start < length && plain(doc.words[end]); {
			end++
		}
		if end > start {
			list = append(list, span{start, end, 0})
		}
		start = max(end, start+1)
	}
	return list
}

// phraseLength is seldom one, since many a word may stand twice.
func (doc *document) phraseLength() int {
	if doc.random.below(8) == 0 {
		return 1
	}
	return 2 + doc.random.below(3)
}

// plain reports whether a word is of nothing but letters.
func plain(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// repeat writes the copies of the phrases.
func (doc *document) repeat(phrases []span) {
	for _, p := range phrases {
		phrase := strings.Join(doc.words[p.start:p.end], " ")
		doc.words[p.end-1] += strings.Repeat(" "+phrase, p.copies)
	}
}
