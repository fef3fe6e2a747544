package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// writeLists makes a directory of word lists with the given texts by name.
func writeLists(t *testing.T, lists map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range lists {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestReadLists(t *testing.T) {
	dir := writeLists(t, map[string]string{
		"english-words.10":           "the\nit's\ndog\ndog's\nstone\n",
		"english-words.80":           "zzz\n",
		"american-words.35":          "color\nthe\n",
		"british_z-words.70":         "caf\xe9\n", // ISO-8859-1
		"canadian-words.20":          "clich\u00e9\nOK\n",
		"australian-words.10":        "arvo\n",
		"british_variant_1-words.10": "connexion\n",
		"english-contractions.40":    "I'd\ncan't\nPrud'hon\n",
		"english-upper.10":           "I\nI's\nStone\n",
		"english-proper-names.80":    "\u00c5ngstr\u00f6m\n",
		"english-proper-names.95":    "Clotilde\n",
		"english-abbreviations.60":   "quot\nLt\nkg\n",
		"special-hacker.50":          "foobar\n",
		"README":                     "readme\n",
	})
	want := map[string]byte{
		"the":      10 / sizeUnit,
		"it's":     10 / sizeUnit,
		"dog":      10 / sizeUnit,
		"stone":    10/sizeUnit | nameFlag,
		"color":    35 / sizeUnit,
		"café":     70 / sizeUnit,
		"cliché":   20 / sizeUnit,
		"ok":       20 / sizeUnit,
		"i'd":      40 / sizeUnit,
		"can't":    40 / sizeUnit,
		"prud'hon": nameFlag,
		"i":        10 / sizeUnit,
		"ångström": nameFlag,
		"kg":       nameFlag,
	}
	got, err := readLists(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lists (-want +got):\n%s", diff)
	}
}

func TestReadListsMissing(t *testing.T) {
	for name, dir := range map[string]string{
		"no directory": filepath.Join(t.TempDir(), "scowl"),
		"no lists":     writeLists(t, map[string]string{"README": "readme\n"}),
	} {
		_, err := readLists(dir)
		if err == nil || !strings.Contains(err.Error(), "install Debian's scowl") {
			t.Errorf("%s: error %v does not say what to install", name, err)
		}
	}
}

func TestEncode(t *testing.T) {
	list := map[string]byte{"cab": 2, "cable": nameFlag, "do": 14, "cad": 4}
	want := "\x00\x00\x00\x04\x00\x00\x00\x0d" +
		"\x00cab\x02" + "\x03le\x10" + "\x02d\x04" + "\x00do\x0e"
	// Map order varies, the output must not.
	for range 10 {
		got, err := encode(list)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Fatalf("encoded (-want +got):\n%s", diff)
		}
	}
}

func TestEncodeInvalid(t *testing.T) {
	for _, word := range []string{strings.Repeat("a", maxWord+1), "a\x01b"} {
		if _, err := encode(map[string]byte{word: 2}); err == nil {
			t.Errorf("%q: no error", word)
		}
	}
}
