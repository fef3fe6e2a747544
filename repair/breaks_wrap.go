package repair

import (
	"strings"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/lexicon"
	"github.com/textmend/textmend/repair/internal/furniture"
)

const (
	reasonWrap   = "line break inside a paragraph"
	reasonHyphen = "hyphen at the end of a line"
)

// A wrapFinder joins the lines of paragraphs that were broken for their width
// alone, and words that a hyphen divides at the end of a line.
//
// A paragraph is lines between empty ones. It was broken for its width if no
// line but the last had room for the word that the next begins with, where the
// longest of them shows how much room there was; and if half of its lines go on
// in lower case. That takes minLines of them, or fewer of the width that the
// text had before. Lines that are indented, begin as items of lists do, or have
// marks of code or columns stay, as do paragraphs of more than maxParagraph
// bytes and those in which Entities would then see a reference.
//
// A divided word is joined where it is an English word, one of the user's, or
// stood in the text before. In a paragraph that is joined any other hyphen stays.
type wrapFinder struct {
	width  int // of the paragraph that was joined last
	words  seenLines
	users  *Words
	skip   bool // the paragraph at hand is too long
	listed bool // Lines is to find text in what is joined
	lines  []wrapLine
}

const (
	minLines     = 4
	minWidth     = 45
	maxWidth     = 130
	maxParagraph = 8 << 10
)

func (w *wrapFinder) reset(o *Options) {
	w.listed = o.takes(Lines)
	w.users = o.Words
	w.width, w.skip = 0, false
	w.words.reset()
}

func (w *wrapFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	text, i := in.text, 0
	for i < len(text) {
		if !w.skip {
			n, known := emptyLine(text[i:], in.last)
			if !known {
				break
			}
			if n > 0 {
				i += n
				continue
			}
		}
		n, ends := paragraphLen(text[i:], in.last)
		switch {
		case w.skip:
			i += n
			if w.skip = !ends; !ends {
				return fixes, i
			}
		case n > maxParagraph:
			w.skip = true
		case !ends:
			return fixes, i
		default:
			fixes = w.paragraph(fixes, text[i:i+n], i)
			i += n
		}
	}
	return fixes, i
}

// maxEmpty is how many bytes of space an empty line has, at most.
const maxEmpty = 256

// emptyLine returns the length of the empty line that s begins with, its end
// included, or 0; known is false if that takes more of s.
func emptyLine(s string, last bool) (n int, known bool) {
	for n < len(s) && n < maxEmpty {
		switch s[n] {
		case '\n':
			return n + 1, true
		case ' ', '\t', '\r', '\f':
			n++
		default:
			return 0, true
		}
	}
	if n == maxEmpty {
		return 0, true
	}
	return n, last
}

// paragraphLen returns the length of the paragraph, or what is left of it, that
// s begins with; ends is false if more may follow. Then it is as much as there
// certainly is of it.
func paragraphLen(s string, last bool) (n int, ends bool) {
	for {
		i := strings.IndexByte(s[n:], '\n')
		if i < 0 {
			break
		}
		empty, known := emptyLine(s[n+i+1:], last)
		if !known {
			return n + i, false
		}
		if n += i + 1; empty > 0 {
			return n, true
		}
	}
	return len(s), last
}

// paragraph appends the fixes for a paragraph, which begins at base in the
// text at hand.
func (w *wrapFinder) paragraph(fixes []Fix, s string, base int) []Fix {
	known := len(fixes)
	w.lines = appendWrapLines(w.lines[:0], s)
	switch {
	case len(w.lines) < 2:
	case isWrapped(s, w.lines, w.width):
		fixes = w.join(fixes, s, base)
	default:
		fixes = w.mend(fixes, s, base)
	}
	if len(fixes) > known {
		fixed := Apply(s, shifted(fixes[known:], -base))
		shifted(fixes[known:], base)
		if hasLatent(fixed) && entities.Repair(fixed) != fixed || w.listed && !isText(fixed) {
			fixes = fixes[:known]
		} else {
			s = fixed
		}
	}
	w.learn(s)
	return fixes
}

// isText reports whether Lines sees text in each line of a paragraph.
func isText(s string) bool {
	for line := range strings.Lines(s) {
		if l := furniture.Of(line); len(line) <= furniture.MaxLine && !l.IsText() {
			return false
		}
	}
	return true
}

// shifted adds n to the offsets of the fixes, and returns them.
func shifted(fixes []Fix, n int) []Fix {
	for i := range fixes {
		fixes[i].Start += n
		fixes[i].End += n
	}
	return fixes
}

// join appends the fixes that make one line of the paragraph.
func (w *wrapFinder) join(fixes []Fix, s string, base int) []Fix {
	room := 0
	for i := range w.lines[:len(w.lines)-1] {
		l, next := &w.lines[i], &w.lines[i+1]
		f := Fix{Step: Breaks, Start: base + l.end, End: base + next.start, Text: " ", Reason: reasonWrap}
		if l.hyphen {
			f.Text = ""
			if w.isDivided(s, l, next) {
				f.Start--
				f.Reason = reasonHyphen
			}
		}
		fixes = append(fixes, f)
		room = max(room, l.width)
	}
	if len(w.lines) >= minLines {
		w.width = room
	}
	return fixes
}

// mend appends the fixes that join the words that are divided at the ends of
// lines, which stay lines: unless that makes a paragraph to be joined of them.
func (w *wrapFinder) mend(fixes []Fix, s string, base int) []Fix {
	known := len(fixes)
	for i := range w.lines[:len(w.lines)-1] {
		l, next := &w.lines[i], &w.lines[i+1]
		if !l.hyphen || !w.isDivided(s, l, next) {
			continue
		}
		end := next.start + strings.IndexByte(s[next.start:next.end]+" ", ' ')
		f := Fix{Step: Breaks, Start: l.end - 1, End: end, Text: s[next.start:end], Reason: reasonHyphen}
		if end < next.end {
			f.End++
			f.Text += s[l.end:next.start]
		} else {
			continue // it would take the line with it
		}
		f.Text = strings.Clone(f.Text)
		fixes = append(fixes, f)
	}
	if len(fixes) == known {
		return fixes
	}
	mended := Apply(s, fixes[known:])
	if isWrapped(mended, appendWrapLines(nil, mended), anyWidth) || hasDivided(w, mended) {
		return fixes[:known]
	}
	shifted(fixes[known:], base)
	return fixes
}

// hasDivided reports whether a paragraph has a word that mend would join.
func hasDivided(w *wrapFinder, s string) bool {
	lines := appendWrapLines(nil, s)
	for i := range lines[:len(lines)-1] {
		if lines[i].hyphen && w.isDivided(s, &lines[i], &lines[i+1]) {
			return true
		}
	}
	return false
}

// isDivided reports whether the hyphen at the end of a line divides a word.
func (w *wrapFinder) isDivided(s string, l, next *wrapLine) bool {
	before, after := s[l.start:l.end-1], s[next.start:next.end]
	left, right := lastLetters(before), firstLetters(after)
	if left == "" || right == "" || !beginsLower(right) || inName(before[:len(before)-len(left)], after[len(right):]) {
		return false
	}
	word := strings.ToLower(left) + right
	return lexicon.Level(word) > 0 || w.words.has(word) || w.users.has(word)
}

// inName reports whether a word that has these around it is part of an address
// or another name: something other than a mark of opening touches it before, or
// a point and a letter behind.
func inName(before, after string) bool {
	if before != "" && strings.IndexByte("./@_:\\-", before[len(before)-1]) >= 0 {
		return true
	}
	return len(after) > 1 && strings.IndexByte("./@_:\\", after[0]) >= 0 && after[1] != ' '
}

// learn takes in the longer words of a paragraph.
func (w *wrapFinder) learn(s string) {
	const longWord = 6
	for i := 0; i < len(s); i++ {
		n := wordEnd(s[i:])
		if n >= longWord && !(i+n < len(s) && (s[i+n] == '-' || s[i+n] >= 0x80)) && !(i > 0 && (s[i-1] == '-' || s[i-1] >= 0x80)) {
			var room [64]byte
			w.words.add(view(appendLower(room[:0], s[i:i+min(n, len(room))])))
		}
		i += n
	}
}

// appendLower appends letters of ASCII in lower case.
func appendLower(dst []byte, s string) []byte {
	for i := range len(s) {
		dst = append(dst, s[i]|0x20)
	}
	return dst
}
