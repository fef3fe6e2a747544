package spun

import (
	"encoding/binary"
	"math"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/words"
)

// A document is a text cut into words.
type document struct {
	raw   string
	text  string // raw with character references, intact or damaged, read
	edits []edit // where the two differ

	folds  string   // the words as they are compared, with a space after each
	foldAt []uint32 // where each of them begins in folds, and the end
	hashes []uint64 // of the folded words
	spans  []span   // of the words, in text
	kinds  []kind   // of the words
	solos  int      // words that are a letter of a script without spaces
	names  int      // words that are names by their capital

	keysOnce sync.Once
	keys     []atomic.Uint64 // by which the thesaurus knows the words, as far as somebody asked
}

// thesaurusKeys returns room for the keys of the words.
func (d *document) thesaurusKeys() []atomic.Uint64 {
	d.keysOnce.Do(func() { d.keys = make([]atomic.Uint64, d.words()) })
	return d.keys
}

// A span is a stretch of a document's text, in bytes.
type span struct{ start, end uint32 }

// A kind is what is known of a word.
type kind uint8

const (
	function kind = 1 << iota // orders other words
	solo                      // a letter of a script without spaces
	fact                      // a name or a number, by its first letter
)

// common is of the words that count less than others where they are kept.
const common = function | solo

// An edit is a place where a document's text differs from its raw form.
type edit struct{ start, end, rawStart, rawEnd int }

// newDocument cuts a text into words. Of a text longer than 2 GiB, the rest is
// left out.
func newDocument(raw string, functionWords set) *document {
	if len(raw) > math.MaxInt32 {
		raw = cutAt(raw, math.MaxInt32)
	}
	d := &document{raw: raw, text: raw}
	d.readReferences()
	d.cut(functionWords)
	return d
}

// cutAt returns the first n bytes of s, or a little less so as not to cut a
// character.
func cutAt(s string, n int) string {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// readReferences replaces the character references of the text by what they
// stand for.
func (d *document) readReferences() {
	var b strings.Builder
	last := 0
	for r := range entities.All(d.raw) {
		b.WriteString(d.raw[last:r.Start])
		start := b.Len()
		b.WriteString(r.Text)
		d.edits = append(d.edits, edit{start, b.Len(), r.Start, r.End})
		last = r.End
	}
	if last > 0 || len(d.edits) > 0 {
		b.WriteString(d.raw[last:])
		d.text = b.String()
	}
}

// cut finds the words.
func (d *document) cut(functionWords set) {
	guess := len(d.text)/6 + 1
	d.hashes = make([]uint64, 0, guess)
	d.spans = make([]span, 0, guess)
	d.kinds = make([]kind, 0, guess)
	d.foldAt = make([]uint32, 0, guess+1)
	folds := make([]byte, 0, len(d.text)+1)
	count := 0
	for start, end := words.Next(d.text, 0); start < end; start, end = words.Next(d.text, end) {
		word := d.text[start:end]
		d.foldAt = append(d.foldAt, uint32(len(folds)))
		folds = words.Fold(folds, word)
		folded := folds[d.foldAt[len(d.foldAt)-1]:]
		folds = append(folds, ' ')
		hash := hashWord(folded)
		var k kind
		switch {
		case functionWords.has(hash):
			k = function
			count++
		case words.Solo(word):
			k = solo
			d.solos++
		case isDigit(word[0]):
			k = fact
		case isCapital(word, folded) && len(d.spans) > 0 && !d.opens(int(d.spans[len(d.spans)-1].end), start):
			k = fact
			d.names++
		}
		d.hashes = append(d.hashes, hash)
		d.spans = append(d.spans, span{uint32(start), uint32(end)})
		d.kinds = append(d.kinds, k)
	}
	d.foldAt = append(d.foldAt, uint32(len(folds)))
	d.folds = string(folds)
	if count*8 < len(d.hashes) {
		d.takeShortWords()
	}
	if d.names > mostNames*len(d.hashes)/100 {
		d.forgetNames()
	}
}

// mostNames is how many of 100 words begin with a capital within a sentence at
// most, if that is for names. In news in languages that write names so it is 4
// to 22, in German, which writes all nouns so, 25 to 40.
const mostNames = 24

// forgetNames takes back that words with a capital are names.
func (d *document) forgetNames() {
	for i, s := range d.spans {
		if !isDigit(d.text[s.start]) {
			d.kinds[i] &^= fact
		}
	}
	d.names = 0
}

// isCapital reports whether a word begins with a capital, which folding has
// changed.
func isCapital(word string, folded []byte) bool {
	if word[0] < utf8.RuneSelf {
		return 'A' <= word[0] && word[0] <= 'Z'
	}
	_, size := utf8.DecodeRuneInString(word)
	return len(folded) < size || word[:size] != string(folded[:size])
}

// opens reports whether what stands from one word to the next begins a
// sentence, a quotation or a heading's words, so that a capital is no sign of
// a name.
func (d *document) opens(from, to int) bool {
	for _, r := range d.text[from:to] {
		if !isPlain(r) {
			return true
		}
	}
	return false
}

// isPlain reports whether a mark stands within a sentence.
func isPlain(r rune) bool {
	switch r {
	case ' ', ',', '-', '/', '&', '(', '\'', '\u00a0', '\u2013', '\u2019':
		return true
	}
	return false
}

// takeShortWords takes words of up to three letters for function words, as
// most of them are in most languages. It is for texts that have hardly any of
// those listed.
func (d *document) takeShortWords() {
	for i, s := range d.spans {
		if d.kinds[i]&common == 0 && s.end-s.start <= 3*utf8.UTFMax && utf8.RuneCountInString(d.text[s.start:s.end]) <= 3 {
			d.kinds[i] |= function
		}
	}
}

// words returns the number of words.
func (d *document) words() int { return len(d.hashes) }

// unspaced reports whether most of the text is in a script that has no spaces,
// so that its words are unknown.
func (d *document) unspaced() bool { return float64(d.solos) > mostSolo*float64(d.words()) }

// isFunction reports whether word i is a function word.
func (d *document) isFunction(i int) bool { return d.kinds[i]&function != 0 }

// folded returns the words from i to before j, which are at least one, as they
// are compared, with spaces between them.
func (d *document) folded(i, j int32) string { return d.folds[d.foldAt[i] : d.foldAt[j]-1] }

// place returns the bounds in the raw text of the words from i to before j,
// which are at least one.
func (d *document) place(i, j int) (start, end int) {
	start, _ = d.rawAt(int(d.spans[i].start))
	_, end = d.rawAt(int(d.spans[j-1].end) - 1)
	return start, end
}

// rawAt returns the bounds of what stands in the raw text for the byte at i.
func (d *document) rawAt(i int) (start, end int) {
	n := sort.Search(len(d.edits), func(n int) bool { return d.edits[n].start > i })
	if n == 0 {
		return i, i + 1
	}
	e := d.edits[n-1]
	if i < e.end {
		return e.rawStart, e.rawEnd
	}
	i += e.rawEnd - e.end
	return i, i + 1
}

// hashWord returns a hash that is the same on every run and machine. Words are
// taken for equal if their hashes are.
func hashWord(word []byte) uint64 {
	h := uint64(len(word))
	for ; len(word) >= 8; word = word[8:] {
		h = mix(h ^ binary.LittleEndian.Uint64(word))
	}
	var rest uint64
	for _, c := range word {
		rest = rest<<8 | uint64(c)
	}
	return mix(h ^ rest)
}

// mix spreads each bit of h over all: the finalizer of MurmurHash3.
func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// pair returns the hash of two words in order.
func pair(a, b uint64) uint64 { return mix(a*3 + b) }

// startsWithDigit reports whether word i begins with a digit of ASCII.
func (d *document) startsWithDigit(i int32) bool { return isDigit(d.text[d.spans[i].start]) }

// content returns the number of content words from i to before end.
func (d *document) content(i, end int32) int {
	n := 0
	for _, k := range d.kinds[i:end] {
		if k&function == 0 {
			n++
		}
	}
	return n
}

// facts returns the number of names and numbers from i to before end.
func (d *document) facts(i, end int32) int {
	n := 0
	for _, k := range d.kinds[i:end] {
		if k&fact != 0 {
			n++
		}
	}
	return n
}

// numbers returns the number of words from i to before end that begin with a
// digit.
func (d *document) numbers(i, end int32) int {
	n := 0
	for ; i < end; i++ {
		if d.startsWithDigit(i) {
			n++
		}
	}
	return n
}
