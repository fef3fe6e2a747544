// Command gen writes the tables of package words from those of package unicode:
// trie.bin, which says for each character which of the properties it has, and
// properties.go, the list of them.
//
// The tables are frozen: fingerprints that are stored for years depend on them.
// Under a toolchain that has another version of Unicode the program leaves them
// as they are, so that nobody changes them by accident. Go 1.26 has the right
// one.
package main

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"go/format"
	"log"
	"os"
	"path/filepath"
	"unicode"
)

// unicodeVersion is the version of Unicode that the tables are of.
const unicodeVersion = "15.0.0"

// The classes of package words, in its order.
const (
	other = iota
	letter
	digit
	mark
	formatting
	solo
	apostrophe
	point
)

var classNames = []string{"other", "letter", "digit", "mark", "formatting", "solo", "apostrophe", "point"}

// spaceless are the scripts that are written without spaces between words.
var spaceless = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
	unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham, unicode.Tai_Viet, unicode.Ahom,
	unicode.Javanese, unicode.Balinese,
	unicode.Tangut, unicode.Nushu, unicode.Khitan_Small_Script,
}

// apostrophes join two letters. The middle dot is Catalan's, U+05F3 and U+05F4
// are Hebrew's.
const apostrophes = "'\u2019\u2018\uff07\u00b7\u2027\u05f3\u05f4"

// points join two digits. U+066B and U+066C are Arabic's.
const points = ".,\uff0e\uff0c\u066b\u066c"

// folds are the foldings that are not of case.
var folds = map[rune]rune{
	'\u2018': '\'', '\u2019': '\'', '\u201b': '\'', '\u2032': '\'', '\u02bc': '\'', '\u02bb': '\'', '\u00b4': '\'', '`': '\'',
	'\u201c': '"', '\u201d': '"', '\u201f': '"', '\u2033': '"',
}

// A property is what package words knows of a character.
type property struct {
	class int
	delta rune // to add for the folded character
}

func main() {
	dir := flag.String("dir", ".", "directory to write to")
	flag.Parse()
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	if unicode.Version != unicodeVersion {
		log.Printf("nothing done: this toolchain has Unicode %s, the tables are of %s", unicode.Version, unicodeVersion)
		return
	}
	trie, list := build()
	if err := os.WriteFile(filepath.Join(*dir, "trie.bin"), trie, 0o666); err != nil {
		log.Fatal(err)
	}
	source, err := source(list)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*dir, "properties.go"), source, 0o666); err != nil {
		log.Fatal(err)
	}
}

// Shape of the trie: blocks of blockLen characters, and for each block of
// characters the number of the block that describes it, in two bytes. The
// index stands first and ends where every further character has property 0.
const (
	blockBits = 6
	blockLen  = 1 << blockBits
)

// build returns the trie, preceded by the length of its index in two bytes, and
// the properties in the order of their first use. Numbers are big endian.
func build() (trie []byte, list []property) {
	numbers := map[property]byte{{}: 0}
	list = []property{{}}
	blockNumbers := map[[blockLen]byte]uint16{{}: 0}
	blocks := make([]byte, blockLen)
	var index []uint16
	for first := rune(0); first <= unicode.MaxRune; first += blockLen {
		var block [blockLen]byte
		for i := range block {
			p := propertyOf(first + rune(i))
			number, ok := numbers[p]
			if !ok {
				if len(list) > 255 {
					log.Fatal("more properties than a byte can number")
				}
				number = byte(len(list))
				numbers[p] = number
				list = append(list, p)
			}
			block[i] = number
		}
		number, ok := blockNumbers[block]
		if !ok {
			number = uint16(len(blocks) / blockLen)
			blockNumbers[block] = number
			blocks = append(blocks, block[:]...)
		}
		index = append(index, number)
	}
	for index[len(index)-1] == 0 {
		index = index[:len(index)-1]
	}
	trie = binary.BigEndian.AppendUint16(nil, uint16(len(index)))
	for _, number := range index {
		trie = binary.BigEndian.AppendUint16(trie, number)
	}
	return append(trie, blocks...), list
}

func propertyOf(r rune) property {
	return property{classOf(r), fold(r) - r}
}

func classOf(r rune) int {
	switch {
	case r == utf8Error:
		return other
	case contains(apostrophes, r):
		return apostrophe
	case contains(points, r):
		return point
	case unicode.Is(unicode.M, r):
		return mark
	case unicode.Is(unicode.Cf, r) && r != zeroWidthSpace && !unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return formatting
	case unicode.Is(unicode.Nd, r):
		return digit
	case unicode.In(r, unicode.L, unicode.Nl) && spacelessLetter(r):
		return solo
	case unicode.In(r, unicode.L, unicode.Nl):
		return letter
	}
	return other
}

// zeroWidthSpace parts words, although Unicode calls it a formatting character.
const zeroWidthSpace = '\u200b'

// utf8Error is what decoding gives for an invalid byte.
const utf8Error = '\ufffd'

// spacelessLetter adds to the spaceless scripts the marks of Kana that several
// scripts share: the long vowel and the half-width voicing.
func spacelessLetter(r rune) bool {
	return unicode.In(r, spaceless...) || r == '\u30fc' || r == '\uff70' || r == '\uff9e' || r == '\uff9f' ||
		r == '\u3006' || '\u3031' <= r && r <= '\u3035' || r == '\u303c'
}

func contains(list string, r rune) bool {
	for _, c := range list {
		if c == r {
			return true
		}
	}
	return false
}

// fold returns the folded character: one for all the forms that unicode's
// simple folding takes for equal, in lower case where it has one.
func fold(r rune) rune {
	if '\uff01' <= r && r <= '\uff5e' {
		r -= '\uff01' - '!'
	}
	if f, ok := folds[r]; ok {
		return f
	}
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return unicode.ToLower(least)
}

// source returns properties.go.
func source(list []property) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "// Code generated by gen/main.go from Unicode %s; DO NOT EDIT.\n\npackage words\n\n", unicodeVersion)
	fmt.Fprintf(&b, "// properties is what there is to know of characters; trie.bin numbers it.\n")
	fmt.Fprintf(&b, "var properties = [...]property{\n")
	for _, p := range list {
		fmt.Fprintf(&b, "{%s, %d},\n", classNames[p.class], p.delta)
	}
	b.WriteString("}\n")
	return format.Source(b.Bytes())
}
