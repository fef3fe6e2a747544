package repair_test

import (
	"strings"
	"testing"

	"github.com/textmend/textmend/repair"
)

// Words that hyphens divide at the ends of lines are joined if they are among
// the user's.
func TestBreaksUsersWords(t *testing.T) {
	words, err := repair.ReadWords(strings.NewReader("Silbentrennung\n\u00d6ffnungszeiten\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ in, want string }{
		{"Die Silben-\ntrennung ist neu.", "Die Silbentrennung\nist neu."},
		{"Unsere \u00d6ffnungs-\nzeiten sind neu.", "Unsere \u00d6ffnungszeiten\nsind neu."},
		{"Das Wetter-\nleuchten ist neu.", "Das Wetter-\nleuchten ist neu."},
		{"Silben-\nTrennung ist neu.", "Silben-\nTrennung ist neu."},
	} {
		o := repair.Options{Also: repair.Breaks, Words: words}
		if got := o.String(test.in); got != test.want {
			t.Errorf("with Words, String(%q) = %q, want %q", test.in, got, test.want)
		}
		o.Words = nil
		if got := o.String(test.in); got != test.in {
			t.Errorf("without Words, String(%q) = %q, want it unchanged", test.in, got)
		}
	}
}
