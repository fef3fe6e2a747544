package repair

import (
	"slices"
	"strings"
	"sync"

	"github.com/textmend/textmend/internal/lexicon"
)

// What bad OCR makes of words.

// alike are characters that OCR takes for one another, under the first of each.
var alike = [...]string{"oce0a@\u00e9\u00e8\u00ea\u00eb\u00f3\u00f2\u00f6\u00e1\u00e0\u00e4", "il1!|tfj+\u00ed\u00ec\u00ef", "nu\u00fa\u00fc", "vy", "bh68", "s5$", "gq9"}

// digraphs are two letters that OCR takes for one, and that one.
var digraphs = [...]struct{ seen, meant string }{
	{"rn", "m"}, {"cl", "d"}, {"vv", "w"}, {"ri", "n"}, {"ii", "u"}, {"li", "h"}, {"ti", "n"},
}

// skeleton appends the word, in lower case, with what OCR can't tell apart made
// the same. It returns nil for what is not written in such characters.
func skeleton(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c, size := rune(word[i]), 1
		if i+1 < len(word) {
			if meant := digraph(word[i : i+2]); meant != 0 {
				c, size = rune(meant), 2
			}
		}
		if c >= 0x80 {
			if c != 0xc3 || i+1 == len(word) {
				return nil
			}
			c, size = 0xc0|rune(word[i+1]&0x3f), 2
			if c < 0xe0 {
				c |= 0x20
			}
		}
		f := alikeOf()[c]
		if f == 0 {
			return nil
		}
		dst = append(dst, f)
		i += size
	}
	return dst
}

func digraph(two string) byte {
	for i := range digraphs {
		if digraphs[i].seen == two {
			return digraphs[i].meant[0]
		}
	}
	return 0
}

// alikeOf has for each character of Latin-1 the one that stands for those alike.
var alikeOf = sync.OnceValue(func() *[256]byte {
	var table [256]byte
	for c := 'a'; c <= 'z'; c++ {
		table[c] = byte(c)
	}
	for _, set := range alike {
		for _, c := range set {
			table[c] = set[0]
		}
	}
	return &table
})

// skeletons has a hash of the skeleton of each common word of five letters or
// more, sorted.
var skeletons = sync.OnceValue(func() []uint64 {
	var all []uint64
	var buf [64]byte
	for word, level := range lexicon.All() {
		if level <= commonWord && len(word) >= 5 && len(word) <= len(buf) {
			if s := skeleton(buf[:0], word); s != nil {
				all = append(all, hashOf(string(s)))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
})

// isMisreadAll reports whether a common word reads like this one to bad OCR,
// however many of its letters were misread.
func isMisreadAll(word string) bool {
	var buf [64]byte
	if len(word) < 5 || len(word) > len(buf) {
		return false
	}
	s := skeleton(buf[:0], word)
	if s == nil {
		return false
	}
	_, ok := slices.BinarySearch(skeletons(), hashOf(string(s)))
	return ok
}

// misreadLetters are letters that bad OCR puts for others, both ways.
var misreadLetters = [...][2]string{
	{"rn", "m"}, {"cl", "d"}, {"li", "h"}, {"vv", "w"}, {"ii", "n"}, {"ri", "n"}, {"nn", "m"},
	{"h", "b"}, {"c", "e"}, {"l", "i"}, {"l", "t"}, {"u", "n"}, {"f", "t"}, {"o", "e"}, {"a", "o"},
	{"0", "o"}, {"1", "l"}, {"1", "i"}, {"5", "s"}, {"8", "b"}, {"6", "b"}, {"9", "g"},
	{"!", "i"}, {"|", "l"}, {"+", "t"}, {"\u00e9", "e"},
}

// isMisread reports whether word is a common one but for one misreading; if it
// is short, one of the commonest.
func isMisread(word string) bool {
	size := uint8(commonWord)
	if len(word) < 5 {
		size = basicWord
	}
	for _, m := range misreadLetters {
		if misreadAs(word, m[0], m[1], size) || misreadAs(word, m[1], m[0], size) {
			return true
		}
	}
	return false
}

// misreadAs reports whether word is a common one if, at one place, meant
// stands where seen does.
func misreadAs(word, seen, meant string, size uint8) bool {
	var buf [70]byte
	for at := 0; ; at++ {
		i := strings.Index(word[at:], seen)
		if i < 0 {
			return false
		}
		at += i
		tried := append(append(append(buf[:0], word[:at]...), meant...), word[at+len(seen):]...)
		if common(tried, size) {
			return true
		}
	}
}

// isMark reports whether c is a mark that OCR puts for a letter.
func isMark(c byte) bool {
	switch c {
	case '!', '|', '+', '$', '@':
		return true
	}
	return false
}
