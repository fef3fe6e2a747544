// Package filter looks keys up in a binary fuse filter, a set that is read as
// it is stored: a byte in a table and an eighth for each key, no unpacking.
//
// A key that is in the set is always found; of those that are not, one in 256
// is found too. The filter is that of Graf and Lemire, "Binary Fuse Filters:
// Fast and Smaller Than Xor Filters" (2022), with three places for each key.
package filter

import "math/bits"

// SegmentLen is the length of a segment of the table. A key has its places in
// three segments that follow each other. The paper's optimum for a million
// keys.
const SegmentLen = 1 << 13

// Has reports whether a table has a key. The table's length is a multiple of
// SegmentLen and at least three times that.
func Has(table string, seed, key uint64) bool {
	p, print := Places(key, seed, len(table))
	return table[p[0]]^table[p[1]]^table[p[2]] == print
}

// Places returns where in a table of the length given a key has its places,
// and what they make together.
func Places(key, seed uint64, length int) (places [3]uint32, print byte) {
	h := mix(key + seed)
	first, _ := bits.Mul64(h, uint64(length-2*SegmentLen))
	p := uint32(first)
	const mask = SegmentLen - 1
	return [3]uint32{
		p,
		(p + SegmentLen) ^ uint32(h>>18)&mask,
		(p + 2*SegmentLen) ^ uint32(h)&mask,
	}, byte(h ^ h>>32)
}

// mix spreads every bit of a key over all bits: the finalizer of MurmurHash3.
func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
