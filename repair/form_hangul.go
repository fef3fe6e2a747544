package repair

// Hangul in form D is the letters of its syllables, jamo, which stand in three
// blocks: those that a syllable begins with, its vowel, and what may end it.
// What becomes of them is reckoned (The Unicode Standard, 3.12).

// A jamoBlock is letters of one kind.
type jamoBlock struct{ first, count rune }

var (
	leadJamo  = jamoBlock{0x1100, 19}
	vowelJamo = jamoBlock{0x1161, 21}
	trailJamo = jamoBlock{0x11a8, 27}
)

// jamo returns the place in the block of the letter that s begins with, or -1.
func jamo(s string, block jamoBlock) rune {
	if len(s) < 3 || s[0] != 0xe1 {
		return -1
	}
	r, _ := decodeRune(s)
	if r -= block.first; r < 0 || r >= block.count {
		return -1
	}
	return r
}

func isJamo(s string, block jamoBlock) bool { return jamo(s, block) >= 0 }

// beginsJamo reports whether s begins with the first two letters of a syllable.
func beginsJamo(s string) bool {
	return len(s) >= 6 && isJamo(s, leadJamo) && isJamo(s[3:], vowelJamo)
}

// syllable returns the syllable that the letters of s are, or 0 if they are no
// whole one or there is more.
func syllable(s string) rune {
	if len(s) != 6 && len(s) != 9 || !beginsJamo(s) {
		return 0
	}
	r := 0xac00 + (jamo(s, leadJamo)*vowelJamo.count+jamo(s[3:], vowelJamo))*(trailJamo.count+1)
	if len(s) == 6 {
		return r
	}
	end := jamo(s[6:], trailJamo)
	if end < 0 {
		return 0
	}
	return r + 1 + end
}
