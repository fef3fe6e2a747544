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
	if len(s) > 2 && s[1]&0xc0 == 0x80 { // most of it is of these, which need no table
		switch c := s[0]; {
		case 0xc2 <= c && c <= 0xdf:
			return lookup(rune(c&0x1f)<<6 | rune(s[1]&0x3f)), 2
		case 0xe1 <= c && c <= 0xec && s[2]&0xc0 == 0x80:
			return lookup(rune(c&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)), 3
		}
	}
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

const (
	// wordy marks letters and digits among the classes in ascii.
	wordy = 0x80
	// beyond stands in ascii for the first bytes of other characters.
	beyond = 0x7f
)

// ascii holds the classes of ASCII, with wordy set for letters and digits, and
// beyond for all other bytes. Nearly all of most texts is ASCII.
var ascii = [256]uint8{
	'\'': uint8(apostrophe), '.': uint8(point), ',': uint8(point),
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
	0x80: beyond, 0x81: beyond, 0x82: beyond, 0x83: beyond, 0x84: beyond, 0x85: beyond, 0x86: beyond, 0x87: beyond,
	0x88: beyond, 0x89: beyond, 0x8a: beyond, 0x8b: beyond, 0x8c: beyond, 0x8d: beyond, 0x8e: beyond, 0x8f: beyond,
	0x90: beyond, 0x91: beyond, 0x92: beyond, 0x93: beyond, 0x94: beyond, 0x95: beyond, 0x96: beyond, 0x97: beyond,
	0x98: beyond, 0x99: beyond, 0x9a: beyond, 0x9b: beyond, 0x9c: beyond, 0x9d: beyond, 0x9e: beyond, 0x9f: beyond,
	0xa0: beyond, 0xa1: beyond, 0xa2: beyond, 0xa3: beyond, 0xa4: beyond, 0xa5: beyond, 0xa6: beyond, 0xa7: beyond,
	0xa8: beyond, 0xa9: beyond, 0xaa: beyond, 0xab: beyond, 0xac: beyond, 0xad: beyond, 0xae: beyond, 0xaf: beyond,
	0xb0: beyond, 0xb1: beyond, 0xb2: beyond, 0xb3: beyond, 0xb4: beyond, 0xb5: beyond, 0xb6: beyond, 0xb7: beyond,
	0xb8: beyond, 0xb9: beyond, 0xba: beyond, 0xbb: beyond, 0xbc: beyond, 0xbd: beyond, 0xbe: beyond, 0xbf: beyond,
	0xc0: beyond, 0xc1: beyond, 0xc2: beyond, 0xc3: beyond, 0xc4: beyond, 0xc5: beyond, 0xc6: beyond, 0xc7: beyond,
	0xc8: beyond, 0xc9: beyond, 0xca: beyond, 0xcb: beyond, 0xcc: beyond, 0xcd: beyond, 0xce: beyond, 0xcf: beyond,
	0xd0: beyond, 0xd1: beyond, 0xd2: beyond, 0xd3: beyond, 0xd4: beyond, 0xd5: beyond, 0xd6: beyond, 0xd7: beyond,
	0xd8: beyond, 0xd9: beyond, 0xda: beyond, 0xdb: beyond, 0xdc: beyond, 0xdd: beyond, 0xde: beyond, 0xdf: beyond,
	0xe0: beyond, 0xe1: beyond, 0xe2: beyond, 0xe3: beyond, 0xe4: beyond, 0xe5: beyond, 0xe6: beyond, 0xe7: beyond,
	0xe8: beyond, 0xe9: beyond, 0xea: beyond, 0xeb: beyond, 0xec: beyond, 0xed: beyond, 0xee: beyond, 0xef: beyond,
	0xf0: beyond, 0xf1: beyond, 0xf2: beyond, 0xf3: beyond, 0xf4: beyond, 0xf5: beyond, 0xf6: beyond, 0xf7: beyond,
	0xf8: beyond, 0xf9: beyond, 0xfa: beyond, 0xfb: beyond, 0xfc: beyond, 0xfd: beyond, 0xfe: beyond, 0xff: beyond,
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
