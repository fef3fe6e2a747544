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
		if isUnspaced(r) && (unicode.IsUpper(r) || unicode.IsLower(r)) {
			t.Errorf("%#x is of a script without spaces and has case", r)
		}
	}
}
