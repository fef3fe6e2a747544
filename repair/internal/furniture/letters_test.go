package furniture

import (
	"testing"
	"unicode"
)

func TestIsLetter(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if isLetter(r) != unicode.IsLetter(r) {
			t.Errorf("isLetter(%#x) = %t", r, isLetter(r))
		}
		if isPunct(r) && (unicode.IsMark(r) || unicode.IsDigit(r)) {
			t.Errorf("%#x is no punctuation", r)
		}
		if isUnspaced(r) && (unicode.IsUpper(r) || unicode.IsLower(r)) {
			t.Errorf("%#x is of a script without spaces and has case", r)
		}
	}
}

func TestKindOfPair(t *testing.T) {
	for r := rune(0x80); r < 0x800; r++ {
		want := uint8(otherKind)
		switch {
		case r != 0xaa && r != 0xb5 && r != 0xba && (r < 0x100 || 0x400 <= r && r < 0x460) && unicode.IsLower(r):
			want = lowerKind
		case (r < 0x100 || 0x400 <= r && r < 0x460) && unicode.IsUpper(r):
			want = upperKind
		}
		if got := kindOfPair(string(r)); got != want {
			t.Errorf("kindOfPair(%q) = %d, want %d", r, got, want)
		}
	}
}
