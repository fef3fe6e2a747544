package stem

import "testing"

func TestWord(t *testing.T) {
	folder := NewFolder("said say\nmet meet\nbought buy\n")
	// Each row holds forms of one word.
	rows := [][]string{
		{"say", "says", "saying", "said"},
		{"meet", "meets", "meeting", "met"},
		{"woman", "women", "woman's", "women\u2019s"},
		{"claim", "claims", "claimed", "claiming"},
		{"rate", "rates", "rated", "rating"},
		{"use", "uses", "used", "using"},
		{"stop", "stops", "stopped", "stopping"},
		{"pass", "passes", "passed", "passing"},
		{"city", "cities"},
		{"carry", "carries", "carried", "carrying"},
		{"play", "plays", "played", "playing"},
		{"box", "boxes", "boxed"},
		{"need", "needs", "needed", "needing"},
		{"german"},
		{"germ", "germs"},
		{"cooperation", "cooperations"},
	}
	seen := map[string]string{}
	for _, row := range rows {
		want := folder.Word(row[0])
		for _, form := range row {
			if got := folder.Word(form); got != want {
				t.Errorf("Word(%q) = %q, want %q as for %q", form, got, want, row[0])
			}
		}
		if other, ok := seen[want]; ok {
			t.Errorf("%q and %q have the stem %q", row[0], other, want)
		}
		seen[want] = row[0]
	}
	for _, whole := range []string{"", "s", "is", "bus", "this", "analysis", "king", "bed", "thing", "class", "\u00e9"} {
		got := folder.Word(whole)
		if want := undouble(whole); got != want {
			t.Errorf("Word(%q) = %q, want %q", whole, got, want)
		}
	}
}

func TestHash(t *testing.T) {
	folder := NewFolder("said say\n")
	same := [][2]string{{"said", "says"}, {"go to", "going to"}, {"self-respect", "self respect"}, {"cities", "city"}, {" a  b-", "a b"}}
	for _, p := range same {
		if folder.Hash(p[0]) != folder.Hash(p[1]) {
			t.Errorf("Hash(%q) != Hash(%q)", p[0], p[1])
		}
	}
	differ := [][2]string{{"", "a"}, {"go to", "goto"}, {"a b", "b a"}, {"city", "cit"}}
	for _, p := range differ {
		if folder.Hash(p[0]) == folder.Hash(p[1]) {
			t.Errorf("Hash(%q) == Hash(%q)", p[0], p[1])
		}
	}
}

func FuzzHashAgreesWithWord(f *testing.F) {
	f.Add("cities")
	f.Add("said's")
	folder := NewFolder("said say\nties tie\n")
	f.Fuzz(func(t *testing.T, word string) {
		for i := range len(word) {
			if word[i] == ' ' || word[i] == '-' {
				t.Skip("a phrase")
			}
		}
		h := uint64(offset)
		stem := folder.Word(word)
		for i := range len(stem) {
			h = (h ^ uint64(stem[i])) * prime
		}
		if h = (h ^ ' ') * prime; word != "" && folder.Hash(word) != h {
			t.Errorf("Hash(%q) is not that of its stem %q", word, stem)
		}
	})
}

func TestPair(t *testing.T) {
	seen := map[uint64]bool{}
	for a := range uint64(200) {
		for b := range a {
			if Pair(a, b) != Pair(b, a) {
				t.Fatalf("Pair(%d, %d) depends on the order", a, b)
			}
			if seen[Pair(a, b)] {
				t.Fatalf("Pair(%d, %d) is that of another pair", a, b)
			}
			seen[Pair(a, b)] = true
		}
	}
}
