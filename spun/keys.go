package spun

import (
	"iter"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/words"
)

// Keys returns the fingerprints that [Index] finds texts by, in the order of
// the text, some of them more than once: two texts that share a few of them
// are worth comparing. Group by them to find spun pairs on an engine of your
// own; see the package comment for what that takes.
//
// A spinner changes content words and leaves what orders them, so a key is one
// of these, hashed:
//
//   - seven function words in a row, whatever stands between them: one in two
//     of them, chosen by its hash;
//   - three names or numbers in a row, whatever stands between them;
//   - three other words in a row, one in eight, which finds copies of texts
//     that have few function words.
//
// Function words are those of English; in a text that has few of these, the
// words of at most three characters. Where words are written without spaces,
// each character is a word, and so seven of them in a row are a key. A text of
// 200 words has about 70 keys; one without seven words may have none.
//
// Keys are the same in every release with the same major version, and on every
// machine: hash, folding and word boundaries are the module's own. Any bytes
// are text. Repair damaged text first: its damage is in its keys, too. Keys is
// safe for concurrent use.
func Keys(text string) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		k := keyMaker{english: hasEnglish(text)}
		for at := 0; ; {
			from, to := words.Next(text, at)
			if from == len(text) {
				return
			}
			k.pass(text[at:from])
			if key, ok := k.next(text[from:to]); ok && !yield(key) {
				return
			}
			at = to
		}
	}
}

// How many words in a row make a key of each kind, and of how many such keys
// one is kept.
const (
	functionRun, functionKept = 7, 2
	nameRun                   = 3
	contentRun, contentKept   = 3, 8
)

// What keeps keys of different kinds apart.
const (
	functionSeed = 0x9ae16a3b2f90404f
	nameSeed     = 0xc949d7c7509e6557
	contentSeed  = 0xff51afd7ed558ccd
)

// A keyMaker makes keys of the words it is given.
type keyMaker struct {
	english   bool
	begun     bool // a word of the sentence was there
	functions run
	names     run
	contents  run
	folded    [64]byte
}

// pass takes what stands between two words.
func (k *keyMaker) pass(between string) {
	for i := range len(between) {
		switch between[i] {
		case '.', '!', '?', '\n', ':':
			k.begun = false
		}
	}
}

// next takes the next word and returns the key that it completes, if any.
func (k *keyMaker) next(word string) (key uint64, ok bool) {
	folded := words.Fold(k.folded[:0], word)
	h := hashKeyWord(folded)
	capital := k.begun && firstRune(string(folded)) != firstRune(word)
	k.begun = true
	switch {
	case k.isFunction(folded):
		key, ok = k.functions.add(h, functionRun, functionSeed)
		return key, ok && key>>40%functionKept == 0
	case capital || '0' <= folded[0] && folded[0] <= '9':
		return k.names.add(h, nameRun, nameSeed)
	}
	key, ok = k.contents.add(h, contentRun, contentSeed)
	return key, ok && key>>40%contentKept == 0
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func (k *keyMaker) isFunction(word []byte) bool {
	if k.english {
		return isKeyWord(word)
	}
	return isShort(word)
}

// isShort reports whether word has at most three characters.
func isShort(word []byte) bool {
	n := 0
	for _, c := range word {
		if c&0xc0 != 0x80 {
			n++
		}
	}
	return n <= 3
}

// englishShare is the share of function words, one in so many, that English has
// and other languages don't.
const (
	englishShare = 6
	keySample    = 200 // words that are looked at for it
)

// hasEnglish reports whether the beginning of text has the function words of
// English.
func hasEnglish(text string) bool {
	var buf [64]byte
	n, functions := 0, 0
	for at := 0; n < keySample; n++ {
		from, to := words.Next(text, at)
		if from == len(text) {
			break
		}
		if to-from <= maxKeyWord && isKeyWord(words.Fold(buf[:0], text[from:to])) {
			functions++
		}
		at = to
	}
	return functions*englishShare >= n
}

// A run is the last words of one kind.
type run struct {
	hashes [8]uint64
	n      int
}

// add adds a word and returns the key of the last size words, if there are
// that many.
func (r *run) add(h uint64, size int, seed uint64) (uint64, bool) {
	r.hashes[r.n%len(r.hashes)] = h
	r.n++
	if r.n < size {
		return 0, false
	}
	key := seed
	for i := r.n - size; i < r.n; i++ {
		key = mixKey(key ^ r.hashes[i%len(r.hashes)])
	}
	return key, true
}

// hashKeyWord is FNV-1a, mixed.
func hashKeyWord(word []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range word {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return mixKey(h)
}

// mixKey is the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
func mixKey(h uint64) uint64 {
	h += 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
