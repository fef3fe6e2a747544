package quality

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dropped is a reason for which C4 drops a line.
type dropped uint8

const (
	noTerminalMark dropped = iota
	fewWords
	longWord
	javascript
	policy
	droppedKinds
)

// faults has a bit for each reason.
type faults uint8

// lineWords is the least that a line may have.
const lineWords = 3

// policies are what C4 takes for notices about cookies and terms.
var policies = [...]string{"terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies"}

// KeptLines yields the lines of a page that C4's rules for lines keep, in
// order and without the white space around them. Together they are the text
// that C4 has of the page, if the page passes the rules of [C4]. It is safe
// for concurrent use.
func KeptLines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.SplitSeq(s, "\n") {
			line = strings.TrimSpace(line)
			if line == "" {
				continue
			}
			n, flags := lookAtWords(line)
			if faultsOf(line, endOf(line), n, flags) == 0 && !yield(line) {
				return
			}
		}
	}
}

// lookAtWords returns how many words a line has, and those of their flags
// that C4 asks for.
func lookAtWords(line string) (n int, all flags) {
	for {
		word, rest := nextWord(line)
		if word == "" {
			return n, all
		}
		line = rest
		n++
		if len(word) > longestWord && utf8.RuneCountInString(word) > longestWord {
			all |= long
		}
		if startsPhrase(word) {
			all |= phrase
		}
	}
}

// faultsOf returns what is wrong with a line, when its end, the number of its
// words and their flags are known.
func faultsOf(line string, end ending, words int, flags flags) faults {
	var f faults
	if end != terminal {
		f |= 1 << noTerminalMark
	}
	if words < lineWords {
		f |= 1 << fewWords
	}
	if flags&long != 0 {
		f |= 1 << longWord
	}
	if flags&phrase == 0 {
		return f
	}
	if containsFold(line, "javascript") {
		f |= 1 << javascript
	}
	for _, p := range policies {
		if containsFold(line, p) {
			return f | 1<<policy
		}
	}
	return f
}

// startsPhrase reports whether a phrase that C4 looks for may begin in a
// word, or end in it. It is there so that few lines are searched for them.
func startsPhrase(word string) bool {
	switch {
	case len(word) < len("terms"):
		return false
	case endsFold(word, "terms"), endsFold(word, "privacy"), endsFold(word, "lorem"):
		return true
	}
	return containsFold(word, "cookie") || containsFold(word, "javascript")
}

// endsFold reports whether s ends in a suffix of lower-case ASCII, in any case.
func endsFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// containsFold reports whether a phrase of lower-case ASCII is in s, in any
// case.
func containsFold(s, phrase string) bool {
	for i := 0; i+len(phrase) <= len(s); i++ {
		if s[i]|0x20 == phrase[0] && strings.EqualFold(s[i:i+len(phrase)], phrase) {
			return true
		}
	}
	return false
}

// sentences counts those of a line that C4 keeps, which ends with one.
func sentences(line string) int {
	n := 1
	for i := 0; i < len(line); {
		c := line[i]
		if c < utf8.RuneSelf && c != '.' && c != '!' && c != '?' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		i += size
		if isTerminal(r) {
			rest := strings.TrimLeftFunc(line[i:], isMark)
			i = len(line) - len(rest)
			if rest != "" && startsSentence(r, rest) {
				n++
			}
		}
	}
	return n
}

// startsSentence reports whether what follows a terminal mark is another
// sentence.
func startsSentence(mark rune, rest string) bool {
	const ideographicSpace = '\u3000' // the marks from here on need no space
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(next) == len(rest) {
		return mark > ideographicSpace
	}
	r, _ := utf8.DecodeRuneInString(next)
	return next != "" && !unicode.IsLower(r) && !unicode.IsDigit(r)
}
