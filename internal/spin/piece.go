package spin

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A piece is a word, or what stands between words, of a text in the making.
type piece struct {
	text       string
	start, end int  // where it comes from in the reference; -1 for what was added
	word       bool // a word; false for white space, punctuation and numbers
	changed    bool
}

// added reports whether the reference has nothing for the piece.
func (p *piece) added() bool { return p.start < 0 }

// cut takes a text apart.
func cut(text string) []piece {
	var pieces []piece
	for at := 0; at < len(text); {
		end := wordEnd(text, at)
		word := end > at
		if !word {
			end = at
			for end < len(text) && wordEnd(text, end) == end {
				_, size := utf8.DecodeRuneInString(text[end:])
				end += size
			}
		}
		pieces = append(pieces, piece{text: text[at:end], start: at, end: end, word: word})
		at = end
	}
	return pieces
}

// wordEnd returns where the word ends that starts at an offset, and the offset
// if none does. Apostrophes between letters belong to words, and digits that
// follow or lead letters.
func wordEnd(text string, at int) int {
	end := at
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			end += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[end+size:])
		if end == at || r != '\'' && r != '\u2019' || !unicode.IsLetter(next) {
			break
		}
		end += size
	}
	return end
}

// A sentence is its pieces, with the white space after it.
type sentence []piece

// sentences cuts pieces after full stops, question and exclamation marks that
// white space follows, and at line ends.
func sentences(pieces []piece) []sentence {
	var list []sentence
	start := 0
	for i, p := range pieces {
		if !p.word && endsSentence(p.text) || i == len(pieces)-1 {
			list = append(list, sentence(pieces[start:i+1]))
			start = i + 1
		}
	}
	return list
}

func endsSentence(between string) bool {
	i := strings.IndexAny(between, ".?!")
	return strings.Contains(between, "\n") || i >= 0 && strings.ContainsAny(between[i:], " \t")
}

// endsParagraph reports whether a paragraph ends with the sentence.
func (s sentence) endsParagraph() bool {
	return strings.Contains(s[len(s)-1].text, "\n")
}

// A Substitution is what stands at text[Start:End] for reference[RefStart:RefEnd].
type Substitution struct{ Start, End, RefStart, RefEnd int }

// A Result is a text made of another.
type Result struct {
	Text          string
	Substitutions []Substitution // in order of Start
	Rate          float64        // the share of content words of the derived part that were replaced
}

// join puts a text together.
func join(pieces []piece) Result {
	var b strings.Builder
	var r Result
	content, replaced := 0, 0
	for i := range pieces {
		p := &pieces[i]
		start := b.Len()
		b.WriteString(p.text)
		if !p.word || p.added() {
			continue
		}
		if p.changed {
			r.Substitutions = append(r.Substitutions, Substitution{start, b.Len(), p.start, p.end})
		}
		if p.changed || !functionWords[strings.ToLower(p.text)] {
			content++
			if p.changed {
				replaced++
			}
		}
	}
	r.Text = b.String()
	r.Rate = float64(replaced) / float64(max(1, content))
	return r
}
