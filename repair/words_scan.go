package repair

import (
	"math/bits"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/lexicon"
)

// A prior is what the text before a place shows, as it reads after repair.
type prior struct {
	lines
	quotes
	curly bool // its last apostrophe was U+2019
}

// lines is what the lines of a text show.
type lines struct {
	length int // of the line at hand so far, in bytes
	short  int // lines right before it that are as short as those of verse
}

// maxVerse is how long a line of verse is at most, in bytes.
const maxVerse = 60

// add takes in the next part of a line.
func (l *lines) add(s string) {
	l.length += len(s)
	if s == "" || s[len(s)-1] != '\n' {
		return
	}
	switch {
	case l.length >= maxVerse:
		l.short = 0
	case l.length > len("\r\n"):
		l.short++
	}
	l.length = 0
}

// pairs remembers pairs of words and where in the sentence they ended, as far
// as it takes to see that one comes again.
type pairs [256]uint64

// Kinds of bytes, as scan takes them.
const (
	letterByte = 'a'
	lineByte   = 'n' // ends a line
	stopByte   = 's' // may end a sentence
	quoteByte  = 'q'
	codeByte   = 'c' // of code, tables and references; sentences with one are left alone
	highByte   = 'h' // not ASCII
	// What is none of these parts words, or is a space.
)

// byteKinds has the kind of each byte.
const byteKinds = "" +
	"---------cn---------------------" +
	"-sqc--cq------s------------ccccs" +
	"-aaaaaaaaaaaaaaaaaaaaaaaaaa-c-cc" +
	"caaaaaaaaaaaaaaaaaaaaaaaaaacccc-" +
	"hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh" +
	"hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh" +
	"hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh" +
	"hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh"

// scan goes over the sentence that begins at offset at of text, and returns
// where it ends, or -1 if text ends earlier, and the steps that could find
// something in it. It takes what the sentence shows into w.before.
func (w *wordFinder) scan(text string, at int) (end int, found Step) {
	w.before.begin()
	s := text[at:]
	run := uint64(0) // tells one stretch of words, with a space between, from another
	code := false
	for i := 0; i < len(s); {
		var hit Step
		i, hit = w.scanWords(s, i, run)
		found |= hit
		if i == len(s) {
			break
		}
		run += hashFactor
		switch byteKinds[s[i]] {
		case lineByte:
			i++
			w.before.ends(s[:i])
			return at + i, w.unless(code, found)
		case stopByte:
			if s[i] == '?' && insideWord(s, i) {
				found |= Quotes
			}
			if end, _ := stopEnd(s, i); end > 0 {
				found |= w.marks(s, span{i + 1, end})
				w.before.ends(s[:end])
				return at + end, w.unless(code, found)
			}
			i++
		case quoteByte, highByte:
			n, hit := w.mark(s, i)
			found |= hit
			i += n
		case codeByte:
			code = true
			i++
		default:
			code = code || i+1 < len(s) && isCodePair(s[i], s[i+1])
			i++
		}
	}
	w.before.ends(s)
	return -1, w.unless(code, found)
}

// scanWords goes over the words of ASCII letters that begin at offset i of s,
// if any do, with one space between them. It returns where what follows them
// begins, and the steps that could find something in them.
func (w *wordFinder) scanWords(s string, i int, run uint64) (end int, found Step) {
	shapes, seen := w.shapes, &w.seen
	for last := uint64(0); i < len(s) && byteKinds[s[i]] == letterByte; {
		x := uint64(0)
		if i+8 <= len(s) {
			x = load8(s[i : i+8])
		} else {
			x = bytesAt(s, i)
		}
		gap := ^x & gapBits << 1
		word := (gap&-gap)>>7 - 1 // the bytes before the first gap
		if other := nonLetters(x); other&word != 0 {
			gap, word = other, (other&-other)>>7-1
		}
		from, n := i, bits.TrailingZeros64(gap)/8
		hash, capitals := (x|lowerBits)&word, ^x&lowerBits&word&^0xff
		begin, end := uint32(hash), uint32(hash<<(64-8*n&63)>>32)
		if gap == 0 {
			hash, n, capitals = scanLong(s[i:])
			end = lastFour(s[:i+n])
		}
		i += n
		if (shapes.Fit(begin, end, n) || capitals != 0) && mayBeGlued(s[from:i], capitals != 0) {
			found |= Glued
		}
		h := (last*hashFactor ^ hash + run) * hashFactor
		if before := seen.again(h, i); before != 0 && repeats(s, before, i) || last == hash && neverTwice(s[from:i]) {
			found |= Doubled
		}
		last = hash
		if i < len(s) && s[i] == ' ' {
			i++
		}
	}
	return i, found
}

// unless returns those of the steps in found that are taken, if the sentence
// is no code.
func (w *wordFinder) unless(code bool, found Step) Step {
	if code {
		return 0
	}
	return found & w.steps
}

// isCodePair reports whether a and b stand together in code and in addresses,
// and not in prose.
func isCodePair(a, b byte) bool {
	return a == '(' && b == ')' || a == ':' && b == ':' || a == '/' && b == '/'
}

// marks takes in the marks and quotes of m, which end the sentence s.
func (w *wordFinder) marks(s string, m span) (found Step) {
	for i := m.from; i < m.to; {
		n, hit := w.mark(s, i)
		found |= hit
		i += n
	}
	return found
}

// mark takes in the mark at offset i of s, or more of them that say nothing,
// and returns how many bytes they are and the steps that could find something.
// Where the user has words, letters that are not ASCII matter to all of them.
func (w *wordFinder) mark(s string, i int) (n int, found Step) {
	n, wrong, seam := w.before.mark(s, i)
	switch {
	case w.words != nil && s[i] >= 0x80:
		return n, Quotes | Doubled | Glued
	case wrong.want != 0:
		return n, Quotes
	case seam:
		return n, Glued
	}
	return n, 0
}

// mark takes in the mark at offset i of s, or more of them that say nothing.
// It returns how many bytes they are, what mark should stand there or, for one
// that closes, where that opened, and whether two words could be glued to it.
func (p *prior) mark(s string, i int) (n int, wrong wrongQuote, seam bool) {
	r := rune(s[i])
	switch {
	case isQuote(s[i:]):
		r = 0x2000 | rune(s[i+2]&0x3f)
	case r >= 0x80:
		for n = 1; i+n < len(s) && s[i+n] >= 0x80 && s[i+n] != 0xe2; {
			n++
		}
		return n, wrong, false
	case r != '"' && r != '\'':
		return 1, wrong, false
	}
	n = utf8.RuneLen(r)
	if i > 0 && i+n < len(s) && byteKinds[s[i-1]] == letterByte && byteKinds[s[i+n]] == letterByte {
		if r == '\'' || r == '\u2019' {
			p.curly = r != '\''
		}
		seam = isSmall(s[i-1]) && isCapital(s[i+n])
	}
	if r != '\'' {
		wrong = p.quote(s, i, r)
	}
	return n, wrong, seam
}

// ends takes in that s was the sentence or the last part of it.
func (p *prior) ends(s string) {
	p.add(s)
	if s != "" && s[len(s)-1] == '\n' {
		p.endLine()
	}
}

// again returns where the pair of words that hashes to h ended before, 0 if it
// did not come before in the sentence, and remembers that it ends at end. Now
// and then it is mistaken, and where it forgot a pair for another.
func (p *pairs) again(h uint64, end int) int {
	slot := &p[h>>56]
	old := *slot
	*slot = h<<32 | uint64(uint32(end))
	if old>>32 != h&(1<<32-1) {
		return 0
	}
	return int(uint32(old))
}

// repeats reports whether what lies between from and to in s stands right
// before from too, or is one of the words that are never written twice.
func repeats(s string, from, to int) bool {
	n := to - from
	return 0 < n && n <= from && n <= maxPhraseBytes && s[from-n:from] == s[from:to]
}

// maxPhraseBytes bounds the phrases that are looked for twice.
const maxPhraseBytes = 128

const (
	hashFactor = 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio
	eachByte   = 0x0101010101010101
	highBits   = 0x80 * eachByte
	lowerBits  = 0x20 * eachByte
	gapBits    = 0x40 * eachByte // letters have it, and what stands between words does not
)

// bytesAt returns the eight bytes of s from i on, zeros where there are none.
func bytesAt(s string, i int) uint64 {
	if i+8 <= len(s) {
		return load8(s[i : i+8])
	}
	return bytesAtEnd(s[i:])
}

func bytesAtEnd(s string) (x uint64) {
	for i := range len(s) {
		x |= uint64(s[i]) << (8 * i)
	}
	return x
}

// scanLong returns the hash of the word that s begins with, of eight letters
// and more, its length, and not 0 if a capital stands behind its first letter.
func scanLong(s string) (hash uint64, n int, capitals uint64) {
	for {
		x := bytesAt(s, n)
		other := nonLetters(x)
		word := ^uint64(0)
		if other != 0 {
			word = (other&-other)>>7 - 1
		}
		capitals |= ^x & lowerBits & word
		if n == 0 {
			capitals &^= 0xff
		}
		hash = bits.RotateLeft64(hash*hashFactor, 32) ^ (x|lowerBits)&word
		if other != 0 {
			return hash, n + bits.TrailingZeros64(other)/8, capitals
		}
		n += 8
		if n == len(s) {
			return hash, n, capitals
		}
	}
}

// lastFour returns the four letters that s ends with, in lower case.
func lastFour(s string) uint32 {
	s = s[len(s)-4:]
	return uint32(s[0]|0x20) | uint32(s[1]|0x20)<<8 | uint32(s[2]|0x20)<<16 | uint32(s[3]|0x20)<<24
}

// mayBeGlued reports whether a word of ASCII letters could be two, for all that
// it shows itself. In a mixed one a capital stands behind the first letter.
func mayBeGlued(word string, mixed bool) bool {
	if mixed {
		return seamed(word)
	}
	return lexicon.MayBeGlued(word)
}

// nonLetters returns the high bits of those bytes of x that are no ASCII
// letters.
func nonLetters(x uint64) uint64 {
	low := (x | lowerBits) &^ highBits
	fromA := low + (0x80-'a')*eachByte
	pastZ := low + (0x80-'z'-1)*eachByte
	return ^(fromA &^ pastZ &^ x) & highBits
}
