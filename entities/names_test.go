package entities_test

import (
	"html"
	"os"
	"strings"
	"testing"

	"github.com/textmend/textmend/entities"
)

func TestLookup(t *testing.T) {
	data, err := os.ReadFile("names.txt")
	if err != nil {
		t.Fatal(err)
	}
	// The standard library lacks these two.
	lacking := map[string]string{"nGt": "\u226b\u20d2", "nLt": "\u226a\u20d2"}
	seen := make(map[string]bool)
	for line := range strings.Lines(string(data)) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		name = strings.TrimSuffix(name, "*")
		if seen[name] {
			t.Errorf("names.txt has %q twice", name)
		}
		seen[name] = true
		want, ok := lacking[name]
		if !ok {
			want = html.UnescapeString("&" + name + ";")
		}
		if got, ok := entities.Lookup(name); !ok || got != want {
			t.Errorf("Lookup(%q) = %+q, %t, want %+q, true", name, got, ok, want)
		}
	}
	if len(seen) != 2125 {
		t.Errorf("names.txt has %d names, want 2125", len(seen))
	}
}

func TestLookupUnknown(t *testing.T) {
	for _, name := range []string{"", "quott", "QUot", "EACUTE", "nbps", "quot;", "&quot", "&quot;", " quot", "#39", "39", "eacut", "\u00e9", "\xff", strings.Repeat("a", 1000)} {
		if got, ok := entities.Lookup(name); ok || got != "" {
			t.Errorf("Lookup(%.20q) = %q, %t, want \"\", false", name, got, ok)
		}
	}
}

func TestDamageText(t *testing.T) {
	for _, test := range []struct {
		d    entities.Damage
		text string
	}{
		{0, "intact"},
		{entities.AmpersandDeleted, "ampersand deleted"},
		{entities.AmpersandSpaced, "ampersand spaced"},
		{entities.AmpersandWord, "ampersand word"},
		{entities.Spaced, "spaced"},
		{entities.SemicolonDeleted, "semicolon deleted"},
		{entities.SemicolonChanged, "semicolon changed"},
		{entities.HashDeleted, "hash deleted"},
		{entities.Doubled, "doubled"},
		{entities.JSONEscaped, "json escaped"},
		{entities.BackslashDeleted, "backslash deleted"},
		{entities.PercentEncoded, "percent encoded"},
		{entities.OOXMLEscaped, "ooxml escaped"},
		{entities.Misspelt, "misspelt"},
		{entities.CaseChanged, "case changed"},
		{entities.Windows1252, "windows-1252"},
		{entities.Surrogates, "surrogates"},
		{entities.AmpersandDeleted | entities.Windows1252, "ampersand deleted,windows-1252"},
		{entities.Surrogates<<1 - 1, ""},
	} {
		text, err := test.d.MarshalText()
		if err != nil || test.text != "" && string(text) != test.text || test.d.String() != string(text) {
			t.Errorf("Damage(%#x).MarshalText() = %q, %v, String() = %q, want %q", uint32(test.d), text, err, test.d, test.text)
		}
		got := ^test.d
		if err := got.UnmarshalText(text); err != nil || got != test.d {
			t.Errorf("UnmarshalText(%q) gave %#x, %v, want %#x", text, uint32(got), err, uint32(test.d))
		}
	}
}

func TestDamageUnmarshalText(t *testing.T) {
	const before = entities.Doubled
	for _, test := range []struct {
		text string
		want entities.Damage
		ok   bool
	}{
		{"", 0, true},
		{"  ", 0, true},
		{" spaced , doubled ", entities.Spaced | entities.Doubled, true},
		{"spaced,spaced", entities.Spaced, true},
		{"broken", before, false},
		{"spaced,broken", before, false},
		{"Spaced", before, false},
		{"spaced doubled", before, false},
		{"0x10000", before, false},
	} {
		d := before
		if err := d.UnmarshalText([]byte(test.text)); (err == nil) != test.ok || d != test.want {
			t.Errorf("UnmarshalText(%q) gave %v, %v, want %v and ok %t", test.text, d, err, test.want, test.ok)
		}
	}
	unknown := entities.Spaced | entities.Surrogates<<1
	if text, err := unknown.MarshalText(); err == nil {
		t.Errorf("Damage(%#x).MarshalText() = %q, want an error", uint32(unknown), text)
	}
	if got, want := unknown.String(), "spaced,0x10000"; got != want {
		t.Errorf("Damage(%#x).String() = %q, want %q", uint32(unknown), got, want)
	}
}
