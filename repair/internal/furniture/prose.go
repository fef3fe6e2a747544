package furniture

import (
	"math/bits"
	"strings"
)

// IsProse reports whether a line, without its end, is plainly text: then [Of]
// would say so, too, and that it is no cue. It is much quicker than Of, and says
// no when it is in doubt. Lines of more than MaxLine bytes are not for it.
//
// It goes by words in lower case behind a space. A line of prose has more of
// them than the longest line of furniture has words, and more than half as many
// as letters that are capitals or may be.
func IsProse(s string) bool {
	if len(s) < 4*maxCueWords || !isSentenceEnd(lastMark(s)) || strings.Contains(s, "\u00a9") {
		return false
	}
	lower, upper := 0, 0
	i := 0
	for ; i+9 <= len(s); i += 8 {
		x := load8(s[i:])
		lower += bits.OnesCount64(equal(x, ' ') & within(load8(s[i+1:]), 'a', 'z'))
		upper += bits.OnesCount64(within(x, 'A', 'Z') | x&highBits)
	}
	upper += len(s) - i
	return lower > maxCueWords && upper < 2*lower
}

const (
	eachByte = 0x0101010101010101
	highBits = 0x80 * eachByte
)

// equal returns the high bits of those bytes of x that are c.
func equal(x uint64, c byte) uint64 {
	x ^= uint64(c) * eachByte
	return ^(x&^highBits + 0x7f*eachByte | x) & highBits
}

// within returns the high bits of those bytes of x that are from a to b, both of
// ASCII.
func within(x uint64, a, b byte) uint64 {
	low := x &^ highBits
	return (low + uint64(0x80-a)*eachByte) &^ (low + uint64(0x7f-b)*eachByte) &^ x & highBits
}

func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
