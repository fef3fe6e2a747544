package repair

import (
	"math/bits"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A misreading is a way in which the bytes of UTF-8 are taken for characters,
// one for each byte. It is an index into misreadings.
type misreading int

// A misreadingKind is what is known of a misreading.
type misreadingKind struct {
	table *charmap.Charmap
	prior int  // what speaks against it before the text is seen
	c1    bool // it leaves bytes below 0xA0 as control characters
	mac   bool // what was read was written in Mac Roman, and read as Latin-1
}

// misreadings lists them. Where two are as likely, the earlier one is taken.
var misreadings = [...]misreadingKind{
	{table: charmap.Windows1252, c1: true}, // ISO 8859-1 too
	{table: charmap.Windows1251, prior: 1},
	{table: charmap.Windows1250, prior: 1},
	{table: charmap.Windows1253, prior: 2},
	{table: charmap.Windows1254, prior: 1},
	{table: charmap.Windows1257, prior: 1},
	{table: charmap.ISO8859_2, prior: 2, c1: true},
	{table: charmap.Macintosh, prior: 3},
	{table: charmap.CodePage437, prior: 2},
	{table: charmap.Windows1252, prior: 1, mac: true},
}

// The misreadings that are known by name.
const (
	asWindows1252 misreading = iota
	asWindows1251
	asWindows1250
	asLatin2 misreading = 6
)

// A misreadingSet has a bit for each of them.
type misreadingSet uint16

func (s misreadingSet) first() misreading     { return misreading(bits.TrailingZeros16(uint16(s))) }
func (s misreadingSet) has(c misreading) bool { return s>>c&1 != 0 }

// A character is what the bytes of UTF-8 can have been taken for.
type character struct {
	bytes [len(misreadings)]byte // what it stands for in each misreading, or 0
	lead  [5]misreadingSet       // where that begins a sequence of 2, 3 or 4
	begin misreadingSet          // where that begins any
	trail misreadingSet          // where that continues one
}

// maxIndexed bounds the characters that are found by their number.
const maxIndexed = 0x2600

// legacyTables are what the misreadings need.
type legacyTables struct {
	index      [maxIndexed]uint16 // into characters
	others     map[rune]uint16    // for those that are not below maxIndexed
	characters []character        // the first is for all that are not in any
}

// id returns the index of r in characters.
func (t *legacyTables) id(r rune) uint16 {
	switch {
	case r < maxIndexed:
		return t.index[r]
	case r < 0xf000 || r > 0xffff:
		return 0
	}
	return t.others[r] // an apple and two ligatures
}

var legacy = sync.OnceValue(func() *legacyTables {
	t := &legacyTables{others: map[rune]uint16{}, characters: make([]character, 1, 512)}
	for c := range misreadings {
		for b := 0x80; b < 0x100; b++ {
			for _, r := range misread(misreading(c), byte(b)) {
				t.add(misreading(c), byte(b), r)
			}
		}
	}
	return t
})

// misread returns the characters that a byte can have become: one, or two
// where some programs leave a control character of Latin-1 as it is.
func misread(c misreading, b byte) []rune {
	m := &misreadings[c]
	r := m.table.DecodeByte(b)
	if r == utf8.RuneError {
		r = rune(b) // as browsers read what a table leaves undefined
	}
	if m.mac {
		b, ok := charmap.Macintosh.EncodeRune(r)
		switch {
		case !ok:
			return nil
		case b < 0xa0:
			return []rune{rune(b), charmap.Windows1252.DecodeByte(b)}
		}
		return []rune{rune(b)}
	}
	if m.c1 && b < 0xa0 {
		return []rune{r, rune(b)}
	}
	return []rune{r}
}

// add enters that a byte of UTF-8 can have become r.
func (t *legacyTables) add(c misreading, b byte, r rune) {
	if r < utf8.RuneSelf || r == utf8.RuneError {
		return
	}
	id := t.id(r)
	if id == 0 {
		id = uint16(len(t.characters))
		t.characters = append(t.characters, character{})
		if r < maxIndexed {
			t.index[r] = id
		} else {
			t.others[r] = id
		}
	}
	x := &t.characters[id]
	if x.bytes[c] != 0 {
		return
	}
	x.bytes[c] = b
	if n := sequenceLen(b); n > 1 {
		x.lead[n] |= 1 << c
		x.begin |= 1 << c
	} else if b < 0xc0 {
		x.trail |= 1 << c
	}
}

// sequenceLen returns how many bytes the sequence of UTF-8 has that begins
// with b, or 0.
func sequenceLen(b byte) int {
	switch {
	case 0xc2 <= b && b <= 0xdf:
		return 2
	case 0xe0 <= b && b <= 0xef:
		return 3
	case 0xf0 <= b && b <= 0xf4:
		return 4
	}
	return 0
}
