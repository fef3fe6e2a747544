package repair

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const reasonContraction = "apostrophe that lost two bytes"

// contractions are the English words that an apostrophe is put behind, by what
// follows it.
var contractions = map[string][]string{
	"t":  {"ain", "aren", "can", "couldn", "didn", "doesn", "don", "hadn", "hasn", "haven", "isn", "mustn", "needn", "shouldn", "wasn", "weren", "won", "wouldn"},
	"s":  {"he", "here", "how", "it", "let", "she", "that", "there", "what", "where", "who"},
	"m":  {"i"},
	"d":  {"he", "i", "it", "she", "they", "we", "you"},
	"re": {"they", "we", "you"},
	"ll": {"he", "i", "it", "she", "that", "there", "they", "we", "you"},
	"ve": {"could", "i", "should", "they", "we", "would", "you"},
}

// contractionEnd reports whether s, behind the letter U+00E2, is what stands
// behind an apostrophe, and returns the words that it can stand behind.
func contractionEnd(s string) ([]string, bool) {
	n := 0
	for n < len(s) && n < 3 && isWordByte(s[n]) {
		n++
	}
	if n == 0 || n > 2 {
		return nil, false
	}
	if next, _ := utf8.DecodeRuneInString(s[n:]); next >= utf8.RuneSelf && plausible().classOf(next).isLetter() {
		return nil, false
	}
	stems, ok := contractions[strings.ToLower(s[:n])]
	return stems, ok
}

// contraction reports whether the letter U+00E2 at i of a text is the first of
// the three bytes of an apostrophe, the others of which were controls that
// something removed: it stands where English has one, and no language has the
// word that it would make.
func (m *mojibakeFinder) contraction(text string, fixes []Fix, i int) bool {
	stems, ok := contractionEnd(text[i+len("\u00e2"):])
	if !ok {
		return false
	}
	m.tail.collect(text, fixes, i, tailLen)
	var stem [tailLen]byte
	from := len(stem)
	for _, r := range m.tail.now {
		if r >= utf8.RuneSelf || !isWordByte(byte(r)) {
			if plausible().classOf(r).isLetter() {
				return false
			}
			break
		}
		from--
		stem[from] = byte(r)
	}
	return slices.Contains(stems, strings.ToLower(string(stem[from:])))
}
