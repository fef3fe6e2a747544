package repair

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/lexicon"
	"github.com/textmend/textmend/internal/words"
)

// A wordLine has the words of a line, by their places in the text.
type wordLine struct {
	words  []span
	hashes []uint64 // of the words
	near   []int    // words that stand up to maxLoop words before, too, and a few that don't

	count uint32      // of words in all lines, with a gap between lines
	last  [256]uint32 // what count was when a word was there last, by a part of its hash
}

// split splits s, which begins at offset in the text, into words.
func (l *wordLine) split(s string, offset int) {
	l.words, l.hashes, l.near = l.words[:0], l.hashes[:0], l.near[:0]
	l.count += maxLoop + 1
	for at := 0; at < len(s); {
		n, x := plainWord(s[at:])
		switch {
		case n > 0:
			l.add(span{offset + at, offset + at + n}, hashShort(x, n))
			at += n + 1
		case n == 0:
			at++
		default:
			from, to := nextWord(s, at)
			if from == len(s) {
				return
			}
			l.add(span{offset + from, offset + to}, hashOf(s[from:to]))
			at = to
		}
	}
}

func (l *wordLine) add(w span, hash uint64) {
	slot := &l.last[hash>>56]
	if l.count-*slot <= maxLoop {
		l.near = append(l.near, len(l.words))
	}
	*slot = l.count
	l.count++
	l.words = append(l.words, w)
	l.hashes = append(l.hashes, hash)
}

// plainWord returns the length of the word of up to seven ASCII letters that s
// begins with, and its bytes; 0 if it begins with a mark of ASCII or a space,
// and -1 if it takes a closer look to say.
func plainWord(s string) (n int, x uint64) {
	if len(s) < 8 {
		return -1, 0
	}
	x = load8(s)
	other := nonLetters(x)
	n = bits.TrailingZeros64(other) / 8
	if n == 8 || !isParting(s[n]) {
		return -1, 0
	}
	return n, x & (1<<(8*n) - 1)
}

// isParting reports whether c is a mark of ASCII that parts any words, or a
// space.
func isParting(c byte) bool {
	return c < utf8.RuneSelf && c != '\'' && (c < '0' || c > '9')
}

// nextWord is words.Next, but for a lost character within a word, which does
// not make two of it.
func nextWord(s string, at int) (from, to int) {
	from, to = words.Next(s, at)
	for to < len(s) && s[to] == 0xef && strings.HasPrefix(s[to:], "\ufffd") {
		rest := strings.TrimLeft(s[to:], "\ufffd")
		next, end := words.Next(rest, 0)
		if next > 0 || end == 0 {
			break
		}
		to = len(s) - len(rest) + end
	}
	return from, to
}

func countWords(s string) int {
	n := 0
	for at := 0; ; n++ {
		from, to := nextWord(s, at)
		if from == len(s) {
			return n
		}
		at = to
	}
}

// A wordNote is what is known of a word.
type wordNote struct {
	hash uint64 // of the word, 0 for none
	has  noteSet
	slip slip // what it may be if it is not listed
}

// A noteSet is a set of things that are known of a word.
type noteSet uint8

const (
	isTellingWord noteSet = 1 << iota // it tells English
	isListedWord                      // a list has it
	knowsListed                       // whether one has it was looked up
	knowsSlip                         // slip was found out
)

// wordNotes are the notes about words that were looked at before, as most words
// of a text are there many times. Of those that fall on one place the last
// stays.
type wordNotes [1 << 14]wordNote

// of returns the note about the word, which has that hash. It is valid until
// the next call.
func (n *wordNotes) of(word string, hash uint64) *wordNote {
	note := &n[hash%uint64(len(n))]
	if note.hash != hash {
		*note = wordNote{hash: hash}
		if isTelling(word) {
			note.has = isTellingWord
		}
	}
	return note
}

// isListed reports whether the word is listed, if need be without its "'s".
func (n *wordNote) isListed(word string) bool {
	if n.has&knowsListed == 0 {
		n.has |= knowsListed
		if word = strings.TrimSuffix(word, "'s"); len(word) < 2 || lexicon.Known(word) && !isSmallAbbreviation(word) {
			n.has |= isListedWord
		}
	}
	return n.has&isListedWord != 0
}

// isSmallAbbreviation reports whether a word in small letters is listed as an
// abbreviation or a name only. OCR makes thc of the, and aud of and.
func isSmallAbbreviation(word string) bool {
	return len(word) <= 3 && capitalsOf(word) == noCapital && lexicon.Level(word) == 0
}

// slipOf returns what slip the word may be, which is not listed.
func (n *wordNote) slipOf(word string) slip {
	if n.has&knowsSlip == 0 {
		n.has |= knowsSlip
		n.slip = slipOf(strings.TrimSuffix(word, "'s"))
	}
	return n.slip
}
