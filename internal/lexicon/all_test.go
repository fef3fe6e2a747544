package lexicon

import "testing"

func TestAll(t *testing.T) {
	n, last := 0, ""
	for word, level := range All() {
		if word <= last {
			t.Fatalf("All gives %q after %q", word, last)
		}
		if got := Level(word); got != level {
			t.Fatalf("All gives %q size %d, Level %d", word, level, got)
		}
		last = word
		n++
	}
	if n < 80_000 {
		t.Errorf("All gives %d words", n)
	}
	for range All() {
		break // and may be left early
	}
}
