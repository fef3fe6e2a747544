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
	if plain < 32000 {
		t.Errorf("%d plain characters, want more", plain)
	}
}

func TestBeginsSegment(t *testing.T) {
	for r := range rune(utf8.MaxRune + 1) {
		if !utf8.ValidRune(r) {
			continue
		}
		n, begins := beginsSegment(string(r))
		if p := norm.NFC.PropertiesString(string(r)); begins != p.BoundaryBefore() || n != utf8.RuneLen(r) {
			t.Errorf("beginsSegment(%#x) = %d, %t", r, n, begins)
		}
	}
}

func TestSyllable(t *testing.T) {
	for r := rune(0xac00); r < 0xd7a4; r++ {
		if d := norm.NFD.String(string(r)); syllable(d) != r {
			t.Errorf("syllable(%+q) = %#x, want %#x", d, syllable(d), r)
		}
	}
	for _, s := range []string{"", "\u1100", "\u1100\u1161\u0301", "\u1161\u1100", "\u1100\u1161\u11a7", "\u1113\u1161", "\u1100\u1161\u11a8\u11a8", "\uac00\u11a8"} {
		if r := syllable(s); r != 0 {
			t.Errorf("syllable(%+q) = %#x, want 0", s, r)
		}
	}
}
