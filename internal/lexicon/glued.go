package lexicon

import (
	_ "embed"
	"encoding/binary"
	"iter"
	"math/bits"
	"slices"
	"sync"
)

//go:generate go run ./gen/wholes

// wholes is the table that gen/wholes/main.go describes.
//
//go:embed wholes.bin
var wholes string

// Function words that are found glued to another word. Those that begin or
// end too many words, names or identifiers of their own, such as "is", "no"
// and "in", are looked for only where both parts are function words.
var (
	// glueFirst may stand before any word.
	glueFirst = [26][]string{
		0:         {"about", "and"},
		'b' - 'a': {"because", "been", "between", "but"},
		'c' - 'a': {"could"},
		'd' - 'a': {"during"},
		'h' - 'a': {"have"},
		'i' - 'a': {"into"},
		'o' - 'a': {"of"},
		's' - 'a': {"seven", "should"},
		't' - 'a': {"that", "the", "their", "these", "this", "those", "three", "two"},
		'w' - 'a': {"was", "were", "when", "which", "while", "would"},
	}
	// glueLast may stand behind any word, or behind a name if it is in
	// nameLast. By its last letter.
	glueLast = [26][]string{
		'd' - 'a': {"and", "could", "should", "would"},
		'e' - 'a': {"because", "have", "the", "these", "those", "three", "were"},
		'h' - 'a': {"which"},
		'n' - 'a': {"been", "between", "seven", "then", "when"},
		'o' - 'a': {"two"},
		'r' - 'a': {"their"},
		's' - 'a': {"was"},
		't' - 'a': {"about", "that"},
		'y' - 'a': {"they"},
	}
	// nameLast are function words and numerals that no name ends with.
	nameLast = []string{"because", "between", "could", "should", "their", "three", "two", "were", "which", "would"}
	numerals = []string{"seven", "three", "two"}
	// bothFirst and bothLast may stand before and behind one another.
	bothFirst = []string{
		"about", "after", "all", "and", "are", "as", "at", "be", "been", "before", "between", "but", "by", "for", "from",
		"had", "has", "have", "he", "her", "him", "his", "if", "in", "into", "is", "it", "of", "on", "or", "out",
		"over", "she", "so", "some", "than", "that", "the", "them", "then", "there", "they", "this", "through", "to", "under",
		"up", "was", "were", "what", "when", "where", "which", "who", "will", "with", "would",
	}
	bothLast = [26][]string{
		'd' - 'a': {"and", "could", "had", "should", "would"},
		'e' - 'a': {"are", "be", "have", "he", "she", "the", "these", "those", "were"},
		'f' - 'a': {"of"},
		'h' - 'a': {"which", "with"},
		'm' - 'a': {"from"},
		'n' - 'a': {"been", "in"},
		'o' - 'a': {"to"},
		'r' - 'a': {"for", "her", "our", "their"},
		's' - 'a': {"has", "his", "is", "its", "this", "was"},
		't' - 'a': {"at", "it", "that"},
		'y' - 'a': {"they"},
	}
)

// Lengths in bytes.
const (
	minGlued = 5 // of a word that may be two
	maxGlued = 24
	minRest  = 3 // of a part that is no function word, which is longer beside a short one
	minBoth  = 7 // of both, where one is no function word
)

// A Glue says what the parts of a word are.
type Glue uint8

// The kinds of Glue.
const (
	NoGlue       Glue = iota
	GlueBoth          // two function words: "inthe"
	GlueFirst         // a function word and a word: "andraised"
	GlueLast          // a word and a function word: "raisedand"
	GlueNumeral       // a numeral and a word: "twohospitals"
	GlueName          // what may be a name and a function word: "Kimwould"
	GlueNameLast      // what may be a name and a numeral: "Luhansktwo"
)

// Shapes are the beginnings and ends that glued words may have. Their use is
// to pass over other words fast.
type Shapes struct {
	begin, end [1 << shapeBits]uint8 // by a hash of four letters
}

const shapeBits = 12

// What four letters may be part of.
const (
	shapeBoth   = 1 << iota // two function words
	shapeSingle             // a function word and another
)

// GlueShapes returns the Shapes, which it makes once.
//
// It is safe for concurrent use.
var GlueShapes = sync.OnceValue(func() *Shapes {
	s := new(Shapes)
	for _, first := range bothFirst {
		for _, list := range bothLast {
			for _, last := range list {
				if word := first + last; len(word) >= minGlued {
					s.begin[shapeSlot(word[:4])] |= shapeBoth
					s.end[shapeSlot(word[len(word)-4:])] |= shapeBoth
				}
			}
		}
	}
	for c := 'a'; c <= 'z'; c++ {
		for i := range glueFirst {
			for _, f := range glueFirst[i] {
				if f != "of" {
					s.begin[shapeSlot((f + string(c))[:4])] |= shapeSingle
				}
			}
			for _, f := range glueLast[i] {
				f = string(c) + f
				s.end[shapeSlot(f[len(f)-4:])] |= shapeSingle
			}
		}
	}
	return s
})

// shapeSlot returns where the tables have four letters.
func shapeSlot(s string) uint32 {
	return letters(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24).slot()
}

// letters are four small letters, the first in the lowest byte.
type letters uint32

func (l letters) slot() uint32 { return uint32(l) * 0x9e3779b1 >> (32 - shapeBits) }

// of is the beginning of a word that may be "of" and another.
const of = 'o' | 'f'<<8

// Fit reports whether a word of n letters may be glued for all that its first
// and last four letters say, in lower case, the first in the lowest byte.
func (s *Shapes) Fit(first, last uint32, n int) bool {
	begin, end := s.begin[letters(first).slot()], s.end[letters(last).slot()]
	return (begin&end&shapeBoth|(begin|end)&shapeSingle)&fitLengths[uint(n)%uint(len(fitLengths))] != 0 || uint16(first) == of && n >= minBoth
}

// fitLengths says what a word of so many letters may be. What is longer than
// maxGlued does not matter.
var fitLengths = [32]uint8{
	5: shapeBoth, 6: shapeBoth, 7: 3, 8: 3, 9: 3, 10: 3, 11: 3, 12: 3, 13: 3, 14: 3, 15: 3, 16: 3, 17: 3, 18: 3, 19: 3, 20: 3, 21: 3, 22: 3, 23: 3, 24: 3,
}

// MayBeGlued reports whether word, which is ASCII letters, all of them small
// but for the first, has a function word for a beginning or an end, and SCOWL
// does not list it at any size, in any spelling, as a name or a variant. It
// takes one in some ten thousand of the words that are not listed for one that
// is. It does not unpack the list.
//
// It is safe for concurrent use.
func MayBeGlued(word string) bool {
	n := len(word)
	if n < minGlued || n > maxGlued || !mayBegin(word) && !mayEnd(word) {
		return false
	}
	var buf [maxWord]byte
	return !whole(buf[:fold(&buf, word)])
}

// mayBegin reports whether word begins as glued words do.
func mayBegin(word string) bool {
	n := len(word)
	if word[0] < 'a' {
		return false
	}
	for _, f := range glueFirst[(word[0]-'a')&31%26] {
		if n >= len(f)+minRest && n >= minBoth && word[:len(f)] == f {
			return true
		}
	}
	return false
}

// mayEnd reports whether word ends as glued words do.
func mayEnd(word string) bool {
	n := len(word)
	last := (word[n-1] - 'a') & 31 % 26
	for _, f := range glueLast[last] {
		if n >= len(f)+minRest && n >= minBoth && word[n-len(f):] == f {
			return true
		}
	}
	for _, f := range bothLast[last] {
		if k := n - len(f); k >= 2 && word[k:] == f && isFirst(word[:k]) {
			return true
		}
	}
	return false
}

// isFirst reports whether word is one of bothFirst.
func isFirst(word string) bool {
	var buf [maxGlued]byte
	copy(buf[:], word)
	buf[0] |= 0x20
	_, ok := slices.BinarySearch(bothFirst, string(buf[:len(word)]))
	return ok
}

// Parts yields where word, for which MayBeGlued reports true, may part in two,
// and what the parts are then. It is up to the caller to see whether the part
// that is no function word is one that may stand there.
//
// It is safe for concurrent use.
func Parts(word string) iter.Seq2[int, Glue] {
	return func(yield func(int, Glue) bool) {
		n := len(word)
		last := (word[n-1] - 'a') & 31 % 26
		for _, f := range bothLast[last] {
			if k := n - len(f); k >= 2 && word[k:] == f && isFirst(word[:k]) && !yield(k, GlueBoth) {
				return
			}
		}
		capital := word[0] < 'a'
		for _, f := range glueLast[last] {
			if n < len(f)+minRest || n < minBoth || word[n-len(f):] != f {
				continue
			}
			if kind := lastKind(f, capital); kind != NoGlue && !yield(n-len(f), kind) {
				return
			}
		}
		if capital {
			return
		}
		for _, f := range glueFirst[(word[0]-'a')&31%26] {
			if n < len(f)+minRest || n < minBoth || word[:len(f)] != f {
				continue
			}
			kind := GlueFirst
			if slices.Contains(numerals, f) {
				kind = GlueNumeral
			}
			if !yield(len(f), kind) {
				return
			}
		}
	}
}

// lastKind returns what a word is that ends with f.
func lastKind(f string, capital bool) Glue {
	numeral := slices.Contains(numerals, f)
	switch {
	case capital && !slices.Contains(nameLast, f), numeral && !capital:
		return NoGlue
	case numeral:
		return GlueNameLast
	case capital:
		return GlueName
	}
	return GlueLast
}

// whole reports whether a folded word is in the table of those that look as if
// they were two.
func whole(word []byte) bool {
	slots := len(wholes) / 2
	for index, mark := wholeSlot(word, slots); ; index = (index + 1) % slots {
		got := uint16(wholes[2*index]) | uint16(wholes[2*index+1])<<8
		if got == 0 || got == mark {
			return got == mark
		}
	}
}

// wholeSlot returns where a table of so many slots has word, if no other is
// there, and what it has there.
func wholeSlot(word []byte, slots int) (index int, mark uint16) {
	h := hash(word)
	return int(h>>16) % slots, uint16(h) | 1
}

// PackWholes returns the table of wholes.bin for those of the words, which are
// folded, that look as if they were two: marks of two bytes, little endian, at
// the places that their hashes give or the next ones that are free.
func PackWholes(words []string) []byte {
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		return len(w) < minGlued || len(w) > maxGlued || !mayBegin(w) && !mayEnd(w)
	})
	slots := 1 << bits.Len(uint(len(words)*5/4))
	table := make([]byte, 2*slots)
	for _, w := range words {
		index, mark := wholeSlot([]byte(w), slots)
		for binary.LittleEndian.Uint16(table[2*index:]) != 0 {
			index = (index + 1) % slots
		}
		binary.LittleEndian.PutUint16(table[2*index:], mark)
	}
	return table
}
