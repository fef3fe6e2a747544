package repair

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What plainRune takes begins a segment and is in form C.
func TestPlainRune(t *testing.T) {
	plain := 0
	for r := range rune(utf8.MaxRune + 1) {
		if !utf8.ValidRune(r) {
			continue
		}
		s := string(r)
		if r >= utf8.RuneSelf && plainRune(s) == 0 {
			continue
		}
		plain++
		if p := norm.NFC.PropertiesString(s); !p.BoundaryBefore() || !norm.NFC.IsNormalString(s) || plainPrefix(s) != len(s) {
			t.Errorf("%#x is not plain", r)
		}
	}
	if plain < 20000 {
		t.Errorf("%d plain characters, want more", plain)
	}
}
