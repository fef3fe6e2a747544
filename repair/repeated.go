package repair

import (
	"slices"
	"strings"

	"github.com/textmend/textmend/internal/words"
)

const (
	reasonRepeatedLine = "line repeated"
	reasonLoop         = "phrase repeated over and over"
	reasonTwiceInRow   = "phrase twice in a row"
)

// minLoop is how often a phrase stands in a row before that is a loop, which
// machine translation falls into, and not a chorus.
const minLoop = 4

// maxLoop is the length in words of the longest phrase that is looked for.
const maxLoop = 8

// A lineSet has the places of lines by their hash. Of lines that fall on one
// place the last stays.
type lineSet [512]span

// findRepeatedLines mentions lines of five words or more that stood before.
// That may be a chorus, a table or a list: it damages no words.
func (a *assessor) findRepeatedLines() {
	if strings.IndexByte(a.text, '\n') < 0 {
		return
	}
	clear(a.seen[:])
	next := 0
	for line := range strings.Lines(a.text) {
		at := next + len(line) - len(strings.TrimLeft(line, " \t"))
		next += len(line)
		line = strings.TrimSpace(line)
		if len(line) < 24 || !hasWords(line, 5) {
			continue
		}
		slot := &a.seen[hashOf(line)%uint64(len(a.seen))]
		if old := *slot; a.text[old.from:old.to] == line {
			a.mention(Repeated, reasonRepeatedLine, at, at+len(line))
			continue
		}
		*slot = span{at, at + len(line)}
	}
}

// findLoops finds phrases of two words or more, of which not all are the same,
// that follow on themselves in a line. All but the first damage the text.
func (a *assessor) findLoops() {
	a.looped = false
	hashes, end := a.line.hashes, 0 // of the last loop
	for _, i := range a.line.near {
		for p := 2; p <= min(i-end, maxLoop); p++ {
			if hashes[i] == hashes[i-p] {
				end = a.loopAt(i, p, end)
			}
		}
	}
}

// loopAt notes the loop of phrases of p words that the word i is in, if it is
// in one, and returns the end of the last loop, which was end before.
func (a *assessor) loopAt(i, p, end int) int {
	hashes := a.line.hashes
	first, last := i, i+1
	for first-p > end && hashes[first-1] == hashes[first-1-p] {
		first--
	}
	for last < len(hashes) && hashes[last] == hashes[last-p] {
		last++
	}
	switch {
	case last-first < p*(minLoop-1):
		return end
	case !allSame(hashes[first-p:first]) && a.isRunning(first-p, last):
		a.add(Repeated, reasonLoop, a.line.words[first].from, a.line.words[last-1].to)
		a.looped = true
	}
	return last
}

// isRunning reports whether half of the words from first to last of the line
// have a space before them, or stand side by side as in scripts without spaces:
// those of a pattern or of code have marks.
func (a *assessor) isRunning(first, last int) bool {
	running := 0
	for i := first + 1; i < last; i++ {
		if gap := a.text[a.line.words[i-1].to:a.line.words[i].from]; gap == "" || strings.IndexByte(gap, ' ') >= 0 {
			running++
		}
	}
	return 2*running >= last-first-1
}

// findTwice finds phrases of two words or more that stand twice with no more
// than a space between, in any language, and that String left, since a careful
// reader can't be sure that they weren't meant. A loop has it said.
func (a *assessor) findTwice() {
	if a.looped {
		return
	}
	hashes, next := a.line.hashes, 2
	for _, i := range a.line.near {
		for p := 2; i >= next && p <= min(i, maxLoop); p++ {
			if hashes[i] == hashes[i-p] && a.isTwice(i, p) {
				a.add(Repeated, reasonTwiceInRow, a.line.words[i].from, a.line.words[i+p-1].to)
				next = i + p
			}
		}
	}
}

// isTwice reports whether the p words from i on are those before them, with
// single spaces between all of them, and are not just numbers and letters.
func (a *assessor) isTwice(i, p int) bool {
	hashes, words := a.line.hashes, a.line.words
	if i+p > len(hashes) || allSame(hashes[i-p:i]) {
		return false
	}
	for k := i; k < i+p; k++ {
		if hashes[k] != hashes[k-p] {
			return false
		}
	}
	for k := i - p + 1; k < i+p; k++ {
		if gap := a.text[words[k-1].to:words[k].from]; gap != " " {
			return false
		}
	}
	return slices.ContainsFunc(words[i:i+p], a.isLong)
}

// isLong reports whether the word at w has three letters or more, about.
func (a *assessor) isLong(w span) bool { return w.to-w.from >= 3 && !isDigitByte(a.text[w.from]) }

func allSame(hashes []uint64) bool {
	for _, h := range hashes {
		if h != hashes[0] {
			return false
		}
	}
	return true
}

// hasWords reports whether s has n words.
func hasWords(s string, n int) bool {
	for at := 0; n > 0; n-- {
		from, to := words.Next(s, at)
		if from == len(s) {
			return false
		}
		at = to
	}
	return true
}

// hashOf returns a hash of s, the same on every machine.
func hashOf(s string) uint64 {
	h := uint64(len(s))
	for ; len(s) >= 8; s = s[8:] {
		h = (h ^ load8(s)) * hashFactor
		h ^= h >> 32
	}
	return hashEnd(h, bytesAtEnd(s))
}

// hashShort is hashOf for n bytes, fewer than eight, the first of which is the
// lowest of x.
func hashShort(x uint64, n int) uint64 { return hashEnd(uint64(n), x) }

func hashEnd(h, x uint64) uint64 {
	h = (h ^ x) * hashFactor
	return h ^ h>>32
}
