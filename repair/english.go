package repair

import "strings"

// What tells English, where a rule needs English words: words that English
// can't do without and that are rare in other languages of Latin script.

// englishSample is how many bytes of a text say whether it is English.
const englishSample = 16 << 10

// An englishCount is what a stretch of text has of English.
type englishCount struct {
	words   int
	telling int // words that other languages don't have
}

// countEnglish counts in s.
func (a *assessor) countEnglish(s string) englishCount {
	a.line.split(s, 0)
	c := englishCount{words: len(a.line.words)}
	for i, w := range a.line.words {
		word := s[w.from:w.to]
		if a.notes.of(word, a.line.hashes[i]).has&isTellingWord != 0 || isMisreadThe(word) {
			c.telling++
		}
	}
	return c
}

// isEnglish reports whether one word in 33 is telling, which leaves room for
// much damage: in intact text it is one in eight.
func isEnglish(c englishCount) bool { return c.telling*33 >= c.words && c.telling > 0 }

// isTelling reports whether word is one of the words that tell English.
func isTelling(word string) bool {
	var buf [5]byte
	if len(word) < 2 || len(word) > len(buf) {
		return false
	}
	for i := range len(word) {
		buf[i] = word[i] | 0x20
	}
	switch string(buf[:len(word)]) {
	case "the", "and", "that", "with", "this", "which", "they", "their", "there", "would", "from", "were", "been",
		"who", "said", "what", "when", "you", "your", "could", "into", "these", "those", "she", "have", "its", "our":
		return true
	}
	return false
}

// isMisreadThe reports whether word is what bad OCR makes of "the".
func isMisreadThe(word string) bool {
	return len(word) == 3 && strings.IndexByte("tTfFl", word[0]) >= 0 && strings.IndexByte("hb", word[1]) >= 0 && strings.IndexByte("eco", word[2]) >= 0
}
