package sources

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// write makes a directory of files with the given texts by name.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// gather returns a function that notes its arguments, and where it does.
func gather() (*[]string, func(a, b string)) {
	var got []string
	return &got, func(a, b string) { got = append(got, a+"|"+b) }
}

func TestMoby(t *testing.T) {
	dir := write(t, map[string]string{"words.txt": "big,Large,huge thing,big\r\nlone\r\n\r\nsmall,wee"})
	got, each := gather()
	if err := Moby(filepath.Join(dir, "words.txt"), each); err != nil {
		t.Fatal(err)
	}
	want := []string{"big|large", "big|huge thing", "small|wee"}
	if diff := cmp.Diff(want, *got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// wordNet is a WordNet of four synsets.
func wordNet() map[string]string {
	return map[string]string{
		"data.noun": "  1 the licence\n" +
			"00000010 06 n 02 Head_of_state 0 chief 0 001 @ 00000020 n 0000 | who | leads\n" +
			"00000020 18 n 01 person 0 002 ~ 00000010 n 0000 ! 00000010 n 0000 | a human\n",
		"data.verb": "",
		"data.adj": "00000030 00 a 02 big(p) 0 large 0 001 & 00000040 a 0000 | size\n" +
			"00000040 00 s 01 vast 0 000 | very\n",
		"data.adv": "",
		"verb.exc": "said say\n",
		"noun.exc": "women woman\n",
		"adj.exc":  "better good well\n",
	}
}

func TestWordNet(t *testing.T) {
	got, each := gather()
	if err := WordNet(write(t, wordNet()), each); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"head of state|chief", "head of state|person", "chief|person", "person|head of state", "person|chief",
		"big|large", "big|vast", "large|vast",
	}
	if diff := cmp.Diff(want, *got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestIrregular(t *testing.T) {
	got, each := gather()
	if err := Irregular(write(t, wordNet()), each); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"said|say", "women|woman", "better|good"}, *got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTroubleNamesTheFile(t *testing.T) {
	none := func(a, b string) {}
	for name, bad := range map[string]string{
		"data.noun": "00000010 06 n zz chief\n",
		"data.verb": "00000010 06 v 02 say 0 000\n",
		"data.adj":  "00000010\n",
		"data.adv":  "00000010 06 r 01 well 0 003 ! 00000010\n",
	} {
		files := wordNet()
		files[name] = bad
		if err := WordNet(write(t, files), none); err == nil || !strings.Contains(err.Error(), name+":1: ") {
			t.Errorf("%s: error %v does not name file and line", name, err)
		}
	}
	empty := t.TempDir()
	if err := WordNet(empty, none); err == nil || !strings.Contains(err.Error(), "data.noun") {
		t.Errorf("no WordNet: %v", err)
	}
	if err := Irregular(write(t, map[string]string{"verb.exc": "said\n"}), none); err == nil || !strings.Contains(err.Error(), "verb.exc") {
		t.Errorf("a form without base: %v", err)
	}
	if err := Moby(filepath.Join(empty, "words.txt"), none); err == nil || !strings.Contains(err.Error(), "words.txt") {
		t.Errorf("no Moby: %v", err)
	}
}
