package lexicon

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMayBeGlued(t *testing.T) {
	for word, want := range map[string]bool{
		"andraised": true, "thathe": true, "inthe": true, "thefiscal": true, "twohospitals": true, "Luhansktwo": true,
		"raisedand": true, "ofthe": true, "Inthe": true, "thethe": true, "waswhich": true, "ofgovernment": true,
		// Words of every size, names and variants.
		"android": false, "husband": false, "England": false, "Ireland": false, "thermal": false, "other": false,
		"within": false, "therefore": false, "whatsoever": false, "Goethe": false, "menthe": false, "theropod": false,
		"thousands": false, "between": false, "thereinbefore": false, "officers": false, "twofolds": false,
		// No function word at either end, or too little left, or too much.
		"carmaking": false, "gamepads": false, "": false, "t": false, "the": false, "thex": false, "xthe": false,
		"thexxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": false,
		// Capitals elsewhere are up to the caller.
		"Andraised": false,
	} {
		if got := MayBeGlued(word); got != want {
			t.Errorf("MayBeGlued(%q) = %t, want %t", word, got, want)
		}
	}
}

func TestParts(t *testing.T) {
	type part struct {
		Left string
		Kind Glue
	}
	for word, want := range map[string][]part{
		"andraised":    {{"and", GlueFirst}},
		"raisedthat":   {{"raised", GlueLast}},
		"thathe":       {{"that", GlueBoth}},
		"twohospitals": {{"two", GlueNumeral}},
		"Luhansktwo":   {{"Luhansk", GlueNameLast}},
		"Kimwould":     {{"Kim", GlueName}},
		"raisedtwo":    nil,
		"Raisedthe":    nil,
		"theyears":     {{"the", GlueFirst}},
		"thesecond":    {{"the", GlueFirst}, {"these", GlueFirst}},
	} {
		var got []part
		for at, kind := range Parts(word) {
			got = append(got, part{word[:at], kind})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Parts(%q) (-want +got):\n%s", word, diff)
		}
	}
}

// Shapes pass over no word that may be glued.
func TestShapesFit(t *testing.T) {
	var words []string
	for _, first := range bothFirst {
		for _, list := range bothLast {
			for _, last := range list {
				words = append(words, first+last)
			}
		}
	}
	for i := range glueFirst {
		for _, rest := range []string{"house", "xyzzy", "raised", "abc", "qqqqqqq"} {
			for _, f := range glueFirst[i] {
				words = append(words, f+rest)
			}
			for _, f := range glueLast[i] {
				words = append(words, rest+f)
			}
		}
	}
	four := func(s string) uint32 {
		return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
	}
	shapes := GlueShapes()
	glued := 0
	for _, w := range words {
		if !MayBeGlued(w) {
			continue
		}
		glued++
		if !shapes.Fit(four(w), four(w[len(w)-4:]), len(w)) {
			t.Errorf("Fit of %q is false, but MayBeGlued true", w)
		}
	}
	if glued < len(words)/2 {
		t.Errorf("only %d of %d words may be glued", glued, len(words))
	}
}

func TestListsSorted(t *testing.T) {
	if !slices.IsSorted(bothFirst) {
		t.Error("bothFirst is not sorted, and isFirst searches it by halves")
	}
}

// No word that the package lists looks glued.
func TestListedAreWhole(t *testing.T) {
	n := 0
	records := load().records
	for i := 1; i < len(records); n++ {
		word := records[i+2 : i+2+int(records[i])]
		i += 2 + len(word)
		if ascii(word) && MayBeGlued(word) {
			t.Errorf("MayBeGlued(%q) = true, but it is listed", word)
		}
	}
	if n < 100000 {
		t.Errorf("looked at %d words only", n)
	}
}

func ascii(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

func BenchmarkMayBeGlued(b *testing.B) {
	words := []string{"therefore", "husband", "officers", "andraised", "government"}
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			MayBeGlued(w)
		}
	}
}
