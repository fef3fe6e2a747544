package repair

import (
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
	// In a loop, minStep words in a row stand a phrase before, too: it is
	// enough to look at every so many.
	const minStep = 2 * (minLoop - 1)
	end := 0 // of the last loop
	for i := minStep; i < len(a.hashes); i += minStep {
		for p := 2; p <= min(i-end, maxLoop); p++ {
			if a.hashes[i] == a.hashes[i-p] {
				end = a.loopAt(i, p, end)
			}
		}
	}
}

// loopAt notes the loop of phrases of p words that the word i is in, if it is
// in one, and returns the end of the last loop, which was end before.
func (a *assessor) loopAt(i, p, end int) int {
	first, last := i, i+1
	for first-p > end && a.hashes[first-1] == a.hashes[first-1-p] {
		first--
	}
	for last < len(a.hashes) && a.hashes[last] == a.hashes[last-p] {
		last++
	}
	if last-first < p*(minLoop-1) || allSame(a.hashes[first-p:first]) {
		return end
	}
	a.add(Repeated, reasonLoop, a.line[first].from, a.line[last-1].to)
	a.looped = true
	return last
}

// findTwice finds, in a line of English, phrases of two words or more that stand
// twice with no more than a space between, and that String left, since a
// careful reader can't be sure that they weren't meant. A loop has it said.
func (a *assessor) findTwice() {
	if a.looped {
		return
	}
	for i := 2; i < len(a.hashes); i++ {
		for p := 2; p <= min(i, maxLoop); p++ {
			if a.hashes[i] == a.hashes[i-p] && a.isTwice(i, p) {
				a.add(Repeated, reasonTwiceInRow, a.line[i].from, a.line[i+p-1].to)
				i += p
				break
			}
		}
	}
}

// isTwice reports whether the p words from i on are those before them, with
// single spaces between all of them.
func (a *assessor) isTwice(i, p int) bool {
	if i+p > len(a.hashes) || allSame(a.hashes[i-p:i]) {
		return false
	}
	for k := i; k < i+p; k++ {
		if a.hashes[k] != a.hashes[k-p] {
			return false
		}
	}
	for k := i - p + 1; k < i+p; k++ {
		if gap := a.text[a.line[k-1].to:a.line[k].from]; gap != " " {
			return false
		}
	}
	return true
}

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
	const factor = 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio
	h := uint64(len(s))
	for ; len(s) >= 8; s = s[8:] {
		h = (h ^ (uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56)) * factor
		h ^= h >> 32
	}
	rest := uint64(0)
	for i := range len(s) {
		rest = rest<<8 | uint64(s[i])
	}
	h = (h ^ rest) * factor
	return h ^ h>>32
}
