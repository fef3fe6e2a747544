package words

import (
	_ "embed"
	"unicode/utf8"
)

// A class is what a character does at the bounds of words.
type class uint8

const (
	other      class = iota // parts words
	letter                  // begins and continues a word
	digit                   // the same
	mark                    // continues a word
	formatting              // continues a word, and is no part of its folded form
	solo                    // is a word of its own, with the marks that follow
	apostrophe              // joins two letters
	point                   // joins two digits
)

// A property is what a character does, and how it folds.
type property struct {
	class class
	delta rune // to be added for the folded character
}

// trie numbers the properties of each character, in blocks of 64 characters.
// It begins with the length of its index; gen/main.go describes it.
//
//go:embed trie.bin
var trie string

const (
	blockBits = 6
	blockLen  = 1 << blockBits
)

// lookup returns the property of r.
func lookup(r rune) property {
	count := int(trie[0])<<8 | int(trie[1])
	at := int(r >> blockBits)
	if at >= count {
		return property{}
	}
	block := int(trie[2+2*at])<<8 | int(trie[3+2*at])
	return properties[trie[2+2*count+block*blockLen+int(r)&(blockLen-1)]]
}

// decode returns the property and the length of the first character of s,
// which is not empty. A byte that is not UTF-8 has the class other.
func decode(s string) (property, int) {
	r, size := utf8.DecodeRuneInString(s)
	return lookup(r), size
}

// classAt returns the class of the character at offset i of s, other at the
// end.
func classAt(s string, i int) class {
	if i >= len(s) {
		return other
	}
	p, _ := decode(s[i:])
	return p.class
}

// wordy marks letters and digits among the classes in ascii.
const wordy = 0x80

// ascii holds the classes of letters and digits of ASCII, with wordy set, and 0
// for all other bytes. A fixed table, as nearly all of most texts is ASCII.
var ascii = [256]uint8{
	'0': ascDigit, '1': ascDigit, '2': ascDigit, '3': ascDigit, '4': ascDigit,
	'5': ascDigit, '6': ascDigit, '7': ascDigit, '8': ascDigit, '9': ascDigit,
	'A': ascLetter, 'B': ascLetter, 'C': ascLetter, 'D': ascLetter, 'E': ascLetter, 'F': ascLetter, 'G': ascLetter,
	'H': ascLetter, 'I': ascLetter, 'J': ascLetter, 'K': ascLetter, 'L': ascLetter, 'M': ascLetter, 'N': ascLetter,
	'O': ascLetter, 'P': ascLetter, 'Q': ascLetter, 'R': ascLetter, 'S': ascLetter, 'T': ascLetter, 'U': ascLetter,
	'V': ascLetter, 'W': ascLetter, 'X': ascLetter, 'Y': ascLetter, 'Z': ascLetter,
	'a': ascLetter, 'b': ascLetter, 'c': ascLetter, 'd': ascLetter, 'e': ascLetter, 'f': ascLetter, 'g': ascLetter,
	'h': ascLetter, 'i': ascLetter, 'j': ascLetter, 'k': ascLetter, 'l': ascLetter, 'm': ascLetter, 'n': ascLetter,
	'o': ascLetter, 'p': ascLetter, 'q': ascLetter, 'r': ascLetter, 's': ascLetter, 't': ascLetter, 'u': ascLetter,
	'v': ascLetter, 'w': ascLetter, 'x': ascLetter, 'y': ascLetter, 'z': ascLetter,
}

const (
	ascLetter = wordy | uint8(letter)
	ascDigit  = wordy | uint8(digit)
)

// lower is how the characters of ASCII fold.
const lower = "" +
	"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f" +
	"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f" +
	" !\"#$%&'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_" +
	"'abcdefghijklmnopqrstuvwxyz{|}~\x7f"
