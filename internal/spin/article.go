package spin

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// Articles cuts a long text into pieces of least to most words each, drawn
// from rnd, that end where lines do. Lines that are not prose, such as code
// and tables, are left out.
func Articles(rnd *rand.Rand, text string, least, most int) []string {
	var articles []string
	var b strings.Builder
	words, want := 0, least+rnd.IntN(most-least+1)
	for line := range paragraphs(text) {
		n := countWords(line)
		if words+n > most && words >= least || words >= want {
			if words >= least {
				articles = append(articles, b.String())
			}
			b.Reset()
			words, want = 0, least+rnd.IntN(most-least+1)
		}
		if words+n > most { // a paragraph longer than an article
			line = head(line, most-words)
			n = countWords(line)
		}
		if n == 0 { // its first sentence is too long
			want = words
			continue
		}
		b.WriteString(line)
		b.WriteByte('\n')
		words += n
	}
	if words >= least {
		articles = append(articles, b.String())
	}
	return articles
}

// head returns the sentences at the start of a text that come to so many words
// at most.
func head(text string, words int) string {
	list := sentences(cut(text))
	n := 0
	for i, sentence := range list {
		for _, p := range sentence {
			if p.word {
				n++
			}
		}
		if n > words {
			return strings.TrimSpace(textOf(list[:i]))
		}
	}
	return text
}

// paragraphs calls yield for every paragraph of prose, on one line: one that
// blank lines end, or a line if it ends a sentence.
func paragraphs(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for block := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
			lines := strings.Split(strings.TrimSpace(block), "\n")
			for len(lines) > 0 {
				n := 1
				for n < len(lines) && !closes(lines[n-1]) {
					n++
				}
				paragraph := strings.Join(strings.Fields(strings.Join(lines[:n], " ")), " ")
				if prose(paragraph) && !yield(paragraph) {
					return
				}
				lines = lines[n:]
			}
		}
	}
}

// closes reports whether a line ends with a sentence.
func closes(line string) bool {
	line = strings.TrimRight(line, " \t\"'\u2019\u201d)")
	return line != "" && strings.ContainsAny(line[len(line)-1:], ".?!")
}

// prose reports whether a paragraph reads like sentences.
func prose(paragraph string) bool {
	letters, others := 0, 0
	for _, r := range paragraph {
		switch {
		case unicode.IsLetter(r) || r == ' ':
			letters++
		default:
			others++
		}
	}
	return countWords(paragraph) >= 8 && others*12 < letters && closes(paragraph)
}

// Sentences returns the sentences of a text.
func Sentences(text string) []string {
	var list []string
	for _, s := range sentences(cut(text)) {
		if words := strings.TrimSpace(textOf([]sentence{s})); words != "" {
			list = append(list, words)
		}
	}
	return list
}
