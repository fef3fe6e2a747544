package repair

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/textmend/textmend/internal/lexicon"
	"github.com/textmend/textmend/internal/words"
)

// Sizes of SCOWL up to which a word is common enough to be what was meant.
const (
	commonWord = 50
	basicWord  = 20
)

// A slip is what may have happened to a word.
type slip struct {
	kind   slipKind
	weight slipWeight
}

type slipKind uint8

const (
	noSlip slipKind = iota
	slipMisread
	slipScrambled
	slipMistyped
	slipGlued
	slipUnknown
)

var slipReasons = [...]string{
	slipMisread:   "letters misread",
	slipScrambled: "letters in the wrong order",
	slipMistyped:  "letter too many",
	slipGlued:     "words run together",
	slipUnknown:   "no word of the language",
}

func (k slipKind) reason() string { return slipReasons[k] }

// A slipWeight says what a slip is worth.
type slipWeight uint8

const (
	weak  slipWeight = iota // it counts in a text that is garbled
	doubt                   // and speaks for the text's being garbled
	sure                    // it counts anywhere
)

// slipOf says by which slip word, which is not listed, may have come of a
// common one. It returns none for what is formed as English words are, and for
// names.
func slipOf(word string) slip {
	var buf [64]byte
	if len(word) > len(buf) {
		return slip{}
	}
	folded := words.Fold(buf[:0], word)
	lower := string(folded)
	switch kind := charactersOf(lower); {
	case kind == strangeCharacters:
		return slip{}
	case kind == misreadCharacters:
		if isMisread(lower) || isMisreadAll(lower) {
			return slip{slipMisread, sure}
		}
		if lower == word {
			return slip{slipUnknown, weak}
		}
		return slip{}
	case lexicon.Known(lower): // as an abbreviation or a name
		if isMisread(lower) {
			return slip{slipMisread, doubt}
		}
		return slip{}
	case len(lower) == 2:
		if isBasicPair(lower) {
			return slip{slipScrambled, doubt}
		}
		return slip{}
	case isFormed(folded):
		return slip{}
	}
	switch capitalsOf(word) {
	case allCapitals:
		return slip{}
	case innerCapitals:
		return slipOfSeam(word, folded)
	case oneCapital:
		return slipOfName(folded)
	}
	return slipOfPlain(folded)
}

// slipOfMarked is slipOf for a word with marks that OCR puts for letters.
func slipOfMarked(word string) slip {
	lower := strings.ToLower(word)
	if isMisread(lower) || isMisreadAll(lower) {
		return slip{slipMisread, sure}
	}
	if charactersOf(lower) == misreadCharacters && !isMark(word[0]) && !isMark(word[len(word)-1]) {
		return slip{slipUnknown, weak}
	}
	return slip{}
}

// slipOfName is slipOf for what begins with a capital, and may be a name.
func slipOfName(lower []byte) slip {
	switch {
	case isAnagram(lower):
		return slip{slipScrambled, doubt}
	case isMisread(string(lower)), isMisreadAll(string(lower)):
		return slip{slipMisread, doubt}
	case splitsInTwo(lower) != noSplit:
		return slip{slipGlued, weak}
	}
	return slip{}
}

// slipOfSeam is slipOf for a word with a capital inside. Identifiers have them,
// and what a space was lost before: a name, or the first word of a sentence.
func slipOfSeam(word string, lower []byte) slip {
	at := 1 + strings.IndexFunc(word[1:], unicode.IsUpper)
	if at < 2 || len(lower) != len(word) {
		return slip{}
	}
	left, right := word[:at], word[at:]
	switch {
	case !lexicon.Known(left) || len(right) < 2 || !lexicon.Known(right):
		return slip{}
	case lower[0] == word[0] && lexicon.Name(right):
		return slip{slipGlued, doubt}
	}
	return slip{slipGlued, weak}
}

// slipOfPlain is slipOf for small letters.
func slipOfPlain(lower []byte) slip {
	switch {
	case isAnagram(lower) && (len(lower) > shortWord || hasSwap(lower)):
		return slip{slipScrambled, sure}
	case isMisread(string(lower)):
		return slip{slipMisread, sure}
	case isMisreadAll(string(lower)):
		if len(lower) > shortWord {
			return slip{slipMisread, sure}
		}
		return slip{slipMisread, doubt}
	case isAnagram(lower):
		return slip{slipScrambled, doubt}
	}
	switch mistyped, inside := isMistyped(lower); {
	case inside:
		return slip{slipMistyped, sure}
	case mistyped:
		return slip{slipMistyped, doubt}
	}
	switch splitsInTwo(lower) {
	case functionSplit:
		return slip{slipGlued, sure}
	case commonSplit:
		return slip{slipGlued, doubt}
	case anySplit:
		return slip{slipGlued, weak}
	}
	return slip{slipUnknown, weak}
}

// What characters a word has.
const (
	plainCharacters   = iota // letters of English
	misreadCharacters        // others among them that OCR puts in their place
	strangeCharacters        // others, too
)

// charactersOf says what a word in lower case is written with.
func charactersOf(word string) int {
	kind, letters := plainCharacters, 0
	for _, c := range word {
		switch {
		case 'a' <= c && c <= 'z':
			letters++
		case c < 0x100 && alikeOf()[c] != 0:
			kind = misreadCharacters
		default:
			return strangeCharacters
		}
	}
	if 2*letters < len(word) {
		return strangeCharacters
	}
	return kind
}

// How a word is capitalised.
const (
	noCapital = iota
	oneCapital
	innerCapitals
	allCapitals
)

func capitalsOf(word string) int {
	switch {
	case strings.ToLower(word) == word:
		return noCapital
	case strings.ToUpper(word) == word:
		return allCapitals
	case strings.ToLower(word[1:]) == word[1:]:
		return oneCapital
	}
	return innerCapitals
}

// isBasicPair reports whether the two letters are those of a basic word, in
// the other order.
func isBasicPair(word string) bool {
	switch word {
	case "fo", "ot", "ni", "si", "ti", "sa", "ta", "no", "yb", "eh", "eb", "na", "ew", "ro", "ym", "od", "og", "fi":
		return true
	}
	return false
}

// common reports whether word is an ordinary word of SCOWL's size or smaller.
func common(word []byte, size uint8) bool {
	level := lexicon.Level(string(word))
	return level > 0 && level <= size
}

// isMistyped reports whether word is a basic one with a letter too many, and
// whether that may be one inside: at its ends it may well be meant.
func isMistyped(word []byte) (mistyped, inside bool) {
	if len(word) < 5 {
		return false, false
	}
	var buf [64]byte
	for i := range word {
		if common(append(append(buf[:0], word[:i]...), word[i+1:]...), basicWord) {
			mistyped = true
			inside = inside || 0 < i && i < len(word)-1
		}
	}
	return mistyped, inside
}

// How a word comes apart in two.
type split uint8

const (
	noSplit       split = iota
	anySplit            // into words that a list has
	commonSplit         // into common words of three letters or more, or basic ones of two
	functionSplit       // into common words, one of which no compound has
)

// splitsInTwo says how word comes apart, in the way that says most.
func splitsInTwo(word []byte) split {
	best := noSplit
	for i := 1; i < len(word); i++ {
		left, right := word[:i], word[i:]
		l, r := levelOfPart(left), levelOfPart(right)
		switch {
		case l == 0 || r == 0:
		case len(word) >= 5 && (isFunction(string(left)) || isFunction(string(right))) && l <= basicWord && r <= basicWord:
			return functionSplit
		case i >= 3 && i+3 <= len(word) && l <= commonWord && r <= commonWord,
			i >= 2 && i+2 <= len(word) && len(word) >= 5 && l <= basicWord && r <= basicWord:
			best = commonSplit
		case len(word) >= 4:
			best = max(best, anySplit)
		}
	}
	return best
}

// levelOfPart is lexicon.Level for a part of a word. Of single letters only "a"
// is a word.
func levelOfPart(part []byte) uint8 {
	if len(part) == 1 && part[0] != 'a' {
		return 0
	}
	return lexicon.Level(string(part))
}

// isFunction reports whether word is a function word that begins and ends no
// compound.
func isFunction(word string) bool {
	switch word {
	case "the", "and", "of", "that", "with", "was", "were", "his", "their", "this", "from", "is", "are", "has", "had",
		"have", "which", "would", "been", "they", "to":
		return true
	}
	return false
}

// formations are what English words are formed with.
var prefixes = [...]string{
	"un", "re", "pre", "under", "over", "non", "mis", "out", "de", "anti", "sub", "super", "inter", "counter",
	"co", "bio", "cyber", "micro", "multi", "mega", "auto", "mini", "post", "semi", "ultra", "up", "down", "back",
}

var suffixes = [...]string{
	"s", "es", "ed", "d", "ing", "er", "ers", "r", "or", "ors", "ly", "ness", "less", "like", "wise", "able", "ably",
	"ability", "ish", "y", "ism", "ist", "ists", "ize", "ized", "izes", "izing", "ise", "ised", "ises", "ising",
	"isation", "ization", "ation", "ations", "hood", "ship", "dom", "ward", "wards", "ee", "ees", "ery", "ful", "al", "ic", "ity",
}

// isFormed reports whether word is a listed one with an ending or a beginning
// that English forms words with, or both.
func isFormed(word []byte) bool {
	if isInflected(word) {
		return true
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(string(word), p); ok && len(rest) >= 4 && (lexicon.Level(rest) > 0 || isInflected([]byte(rest))) {
			return true
		}
	}
	return false
}

func isInflected(word []byte) bool {
	var buf [33]byte
	for _, s := range suffixes {
		stem, ok := strings.CutSuffix(string(word), s)
		if !ok || len(stem) < 4 {
			continue
		}
		if lexicon.Level(stem) > 0 || lexicon.Level(string(append(append(buf[:0], stem...), 'e'))) > 0 {
			return true
		}
		if n := len(stem); stem[n-1] == stem[n-2] && lexicon.Level(stem[:n-1]) > 0 {
			return true
		}
		if n := len(stem); stem[n-1] == 'i' && lexicon.Level(string(append(append(buf[:0], stem[:n-1]...), 'y'))) > 0 {
			return true
		}
	}
	return false
}

// anagrams has a hash of the letters of each common word, whatever their
// order, sorted.
var anagrams = sync.OnceValue(func() []uint64 {
	var all []uint64
	for word, level := range lexicon.All() {
		if level <= commonWord && len(word) >= 4 || level <= basicWord && len(word) == 3 {
			all = append(all, letterSum([]byte(word)))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
})

// isAnagram reports whether word has the letters of a common word.
func isAnagram(word []byte) bool {
	_, ok := slices.BinarySearch(anagrams(), letterSum(word))
	return ok
}

// shortWord is how many letters a word has, at most, that has those of others by
// chance.
const shortWord = 5

// hasSwap reports whether a common word comes of exchanging two letters that
// stand side by side in word.
func hasSwap(word []byte) bool {
	for i := range word[1:] {
		word[i], word[i+1] = word[i+1], word[i]
		found := common(word, commonWord)
		word[i], word[i+1] = word[i+1], word[i]
		if found {
			return true
		}
	}
	return false
}

// letterSum returns a sum of hashes of the letters, which is the same in
// whatever order they stand.
func letterSum(word []byte) uint64 {
	sum := uint64(0)
	for _, c := range word {
		h := (uint64(c) + 1) * 0x9e3779b97f4a7c15
		h ^= h >> 29
		h *= 0xbf58476d1ce4e5b9
		sum += h ^ h>>32
	}
	return sum
}
