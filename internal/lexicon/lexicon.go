// Package lexicon tells English words from other strings of letters.
//
// Its list comes from SCOWL (Spell Checker Oriented Word Lists), as packaged
// by Debian: the American, British and Canadian words of SCOWL sizes 10 to 70
// with their contractions, capitalised words and abbreviations, and proper
// names up to size 80. Possessives in 's are not listed, nor are spellings
// that SCOWL files as variants, nor abbreviations that read like remains of
// HTML, such as "quot". COPYRIGHT.scowl holds the notices of SCOWL.
//
// A SCOWL size is a rank of commonness and has no unit: 10 (commonest), 20,
// 35, 40, 50, 55, 60 and 70 (rare).
//
// The list is unpacked on first use, which takes some tens of milliseconds
// and about 3 MB of memory. All functions are safe for concurrent use, and
// apart from that first call none of them allocates.
package lexicon

import (
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"io"
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:generate go run ./gen

// packed is the list in the format that gen/main.go describes.
//
//go:embed words.bin
var packed string

// Parts of the packed format, as in gen/main.go.
const (
	headerLen = 8    // number of words, length of the words
	sizeUnit  = 5    // SCOWL sizes are stored in steps of this
	nameFlag  = 0x10 // proper name, capitalised word or abbreviation
	sizeMask  = 0x0f
	flagsEnd  = 0x20 // flags are below, bytes of words are not
	maxWord   = 64   // longest word in bytes
)

// load unpacks the list, once.
var load = sync.OnceValue(func() *table { return build(packed) })

// Level returns the SCOWL size, 10 (commonest) to 70 (rare), at which word is
// listed as an ordinary word, and 0 when it is not listed or only as a name or
// abbreviation. The match is exact and the list is in lower case, in UTF-8,
// with ' as the apostrophe; it is up to the caller to fold word.
//
// It is safe for concurrent use.
func Level(word string) uint8 {
	return load().find([]byte(word)) & sizeMask * sizeUnit
}

// Known reports whether word is listed by SCOWL at all: as an ordinary word,
// a proper name or an abbreviation. It ignores the case of ASCII and Latin-1
// letters, the only ones in the list, and takes ’ (U+2019) for '.
//
// It is safe for concurrent use.
func Known(word string) bool {
	return folded(word) != 0
}

// Name reports whether SCOWL lists word as a proper name, a word written with
// a capital or an abbreviation, whether or not it is an ordinary word too. It
// folds word as Known does.
//
// It is safe for concurrent use.
func Name(word string) bool {
	return folded(word)&nameFlag != 0
}

// folded returns the flags of word after folding, 0 when it is not listed.
func folded(word string) byte {
	// Most words of a text are in lower case, and copying them would take
	// longer than finding them.
	if plain(word) {
		return load().find([]byte(word))
	}
	var buf [maxWord]byte
	n := fold(&buf, word)
	return load().find(buf[:n])
}

// plain reports whether word is ASCII without capitals, so that folding would
// not change it.
func plain(word string) bool {
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

// fold writes word to buf with letters in lower case and ’ as ', and returns
// the length written. It returns 0, the length of no word, if buf is too
// short, as no listed word is that long. The caller's buffer keeps the folded
// word off the heap.
func fold(buf *[maxWord]byte, word string) int {
	n := 0
	for i := 0; i < len(word); i++ {
		if n == len(buf) {
			return 0
		}
		c := word[i]
		switch {
		case c < utf8.RuneSelf:
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
		case strings.HasPrefix(word[i:], "’"):
			c = '\''
			i += len("’") - 1
		case latinUpper(c) && i > 0 && word[i-1] == 0xc3:
			// À to Þ are 0x20 below à to þ, within the second byte.
			c += 0x20
		}
		buf[n] = c
		n++
	}
	return n
}

// latinUpper reports whether c, following 0xc3 in UTF-8, makes a capital
// letter: À to Þ apart from the multiplication sign.
func latinUpper(c byte) bool {
	return 0x80 <= c && c <= 0x9e && c != 0x97
}

// A table is an open-addressing hash table of words.
//
// It keeps the words in one string and refers to them by offset, so that the
// garbage collector sees two objects rather than one for each word.
type table struct {
	// records holds for each word its length, its flags and its bytes,
	// after one byte of padding.
	records string
	// slots holds offsets into records in the lower offsetBits bits. Nothing
	// starts at the padding, so a slot of 0 is free. The other bits repeat
	// the top bits of the hash, so that nearly all slots of other words are
	// passed over without a look at their records, which are far apart in
	// memory. The number of slots is a power of two.
	slots []uint32
}

const (
	offsetBits = 24
	offsetMask = 1<<offsetBits - 1
)

// find returns the flags of word, 0 when it is not in the table.
func (t *table) find(word []byte) byte {
	h := hash(word)
	mask := uint32(len(t.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		slot := t.slots[i]
		if slot == 0 {
			return 0
		}
		if (slot^h)>>offsetBits != 0 {
			continue
		}
		record := t.records[slot&offsetMask:]
		if int(record[0]) == len(word) && record[2:2+len(word)] == string(word) {
			return record[1]
		}
	}
}

// insert adds the record at offset start for a word not yet in the table.
func (t *table) insert(word []byte, start int) {
	h := hash(word)
	mask := uint32(len(t.slots) - 1)
	i := h & mask
	for t.slots[i] != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = h&^offsetMask | uint32(start)
}

// hash mixes in eight bytes at a time by multiplication and takes the upper
// half, into which every bit has been carried. It is fixed so that runs are
// alike; nobody can add words to the table, so crafted collisions are no
// concern.
func hash(word []byte) uint32 {
	const factor = 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio
	h := uint64(len(word))
	for ; len(word) >= 8; word = word[8:] {
		h = (h ^ binary.LittleEndian.Uint64(word)) * factor
		h ^= h >> 32
	}
	rest := uint64(0)
	for _, c := range word {
		rest = rest<<8 | uint64(c)
	}
	h = (h ^ rest) * factor
	h = (h ^ h>>32) * factor
	return uint32(h >> 32)
}

// build unpacks the list. As the list is part of the program it panics if
// that fails, which takes a broken build.
func build(packed string) *table {
	list, err := io.ReadAll(flate.NewReader(strings.NewReader(packed)))
	if err != nil {
		panic("lexicon: words.bin: " + err.Error())
	}
	count := int(binary.BigEndian.Uint32(list))
	length := int(binary.BigEndian.Uint32(list[4:]))
	// The words fill at most 2/3 of the slots, as runs of filled slots grow
	// long beyond that.
	t := &table{slots: make([]uint32, 1<<bits.Len(uint(count*3/2)))}
	var records strings.Builder
	records.Grow(1 + 2*count + length)
	records.WriteByte(0)
	var word []byte
	for rest := list[headerLen:]; len(rest) > 0; {
		n := suffixLen(rest[1:])
		word = append(word[:rest[0]], rest[1:1+n]...)
		flags := rest[1+n]
		rest = rest[1+n+1:]
		t.insert(word, records.Len())
		records.WriteByte(byte(len(word)))
		records.WriteByte(flags)
		records.Write(word)
	}
	t.records = records.String()
	return t
}

// suffixLen returns the number of bytes before the flags.
func suffixLen(rest []byte) int {
	n := 0
	for rest[n] >= flagsEnd {
		n++
	}
	return n
}
