package spun_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/textmend/textmend/spun"
)

const megabyte = 1 << 20

// TestBadInput compares what nobody would call texts.
func TestBadInput(t *testing.T) {
	cyrillic := strings.Repeat("\u0421\u043e\u0432\u0435\u0442 \u0441\u043e\u0431\u0440\u0430\u043b\u0441\u044f \u0432\u043e \u0432\u0442\u043e\u0440\u043d\u0438\u043a \u043d\u0430 \u0437\u0430\u0441\u0435\u0434\u0430\u043d\u0438\u0435. ", 20)
	binary := strings.Repeat("\x00\x01\xff\xfe\x80", 1000)
	for _, test := range []struct {
		name, text, reference string
		want                  spun.Verdict
	}{
		{"both empty", "", "", spun.Undecided},
		{"empty text", "", reference, spun.Undecided},
		{"empty reference", text, "", spun.Undecided},
		{"one word", "council", reference, spun.Undecided},
		{"one word of reference", text, "council", spun.Undecided},
		{"only signs", "?! \u2026 --", "?! \u2026 --", spun.Undecided},
		{"binary", binary, binary, spun.Undecided},
		{"two scripts", cyrillic, reference, spun.Unrelated},
		{"a text within binary", binary + reference + binary, reference, spun.Copy},
		{"one endless word", strings.Repeat("a", 10*megabyte), reference, spun.Undecided},
		{"one word again and again", strings.Repeat("a ", 5*megabyte), strings.Repeat("a ", 5*megabyte), spun.Copy},
		{"one word again and again, fewer times", strings.Repeat("a ", megabyte), strings.Repeat("a ", 5*megabyte), spun.Copy},
		{"two words in turn, shifted", strings.Repeat("a b ", megabyte), strings.Repeat("b a ", megabyte), spun.Related},
	} {
		r := spun.Compare(test.text, test.reference)
		checkReport(t, r, test.text, test.reference)
		if r.Verdict != test.want {
			t.Errorf("%s: %v, want %v", test.name, r.Verdict, test.want)
		}
	}
}

// TestMemory checks that memory grows with the length of the texts, and no
// faster.
func TestMemory(t *testing.T) {
	allocated := func(words int) uint64 {
		text, reference := spin(words, 1), spin(words, 2)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r := spun.Compare(text, reference)
		runtime.ReadMemStats(&after)
		if r.Aligned < words/2 {
			t.Fatalf("%d of %d words are aligned", r.Aligned, words)
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	small, large := allocated(5_000), allocated(50_000)
	if large > 15*small {
		t.Errorf("5,000 words allocate %d bytes, 50,000 words %d", small, large)
	}
}

// spin returns a text of so many words of a made-up language, in which one
// content word in six is another one, depending on a seed.
func spin(words, seed int) string {
	var b strings.Builder
	state, other := uint32(1), uint32(seed)
	next := func(state *uint32) uint32 {
		*state = *state*1664525 + 1013904223
		return *state >> 8
	}
	syllables := []string{"ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zu", "dra", "ple", "sto", "gri", "fru", "cha"}
	functionWords := strings.Fields("the of and to in that is was for on with as by at from")
	for i := range words {
		draw, changed := next(&state), next(&other)
		switch {
		case draw%5 < 2:
			b.WriteString(functionWords[draw/5%15])
		default:
			if changed%6 == 0 {
				draw = changed
			}
			for n := draw / 7; n > 0; n /= 16 {
				b.WriteString(syllables[n%16])
				if n < 1<<10 {
					break
				}
			}
		}
		if b.WriteByte(' '); i%17 == 16 {
			b.WriteString("\n")
		}
	}
	return b.String()
}

// TestLittleLeft has one sentence that shows where it is from, and others of
// which next to no word is left.
func TestLittleLeft(t *testing.T) {
	reference := "The old lighthouse at the mouth of the bay was sold on Friday to a retired teacher who wants to open a small museum in it. " +
		"She said that the tower had stood empty for eleven years and that the stairs would have to be repaired first. " +
		"The town will pay for a new road along the shore, which should be ready before the summer. " +
		"Fishermen who keep their boats nearby welcomed the plan. " +
		"The first visitors are expected in June, when the schools close for the holidays."
	text := "The ancient lighthouse at the jaws of the bay was peddled on Friday to a pensioned teacher who desires to open a little museum in it. " +
		"She remarked how this spire has remained vacant for 11 seasons as well as how these steps must get mended beforehand. " +
		"Municipality is going to fund one fresh lane by your coast, that ought to be finished prior to the warm months. " +
		"Anglers which store vessels close by hailed this scheme. " +
		"Initial guests have been awaited during June, once academies shut for their vacation."
	if r := spun.Compare(text, reference); r.Verdict != spun.Spun || r.Aligned < 50 {
		t.Errorf("verdict %v, %d words aligned, want spun and most of them\n%v", r.Verdict, r.Aligned, r)
	}
}
