package utf16form

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, c := range []struct {
		name, s string
		want    Form
	}{
		{"empty", "", UTF8},
		{"plain", "plain text", UTF8},
		{"little endian mark", "\xff\xfea\x00", LittleEndian},
		{"big endian mark", "\xfe\xff\x00a", BigEndian},
		{"little endian NULs", "t\x00e\x00x\x00t\x00", LittleEndian},
		{"big endian NULs", "\x00t\x00e\x00x\x00t", BigEndian},
		{"UTF-32 mark", "\xff\xfe\x00\x00a\x00\x00\x00", UTF8},
		{"a lone NUL", "some text\x00 and more", UTF8},
		{"NULs on both sides", strings.Repeat("a\x00\x00b", 9), UTF8},
		{"Russian with spaces", strings.Repeat("\x1f\x04 \x00", 40), LittleEndian},
	} {
		if got := Of(c.s); got != c.want {
			t.Errorf("%s: Of(%q) = %d, want %d", c.name, c.s, got, c.want)
		}
	}
}
