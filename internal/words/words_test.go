package words_test

import (
	"hash/fnv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/prose"
	"github.com/textmend/textmend/internal/words"
)

// split returns the words of s.
func split(s string) []string {
	list := []string{}
	for start, end := words.Next(s, 0); start < end; start, end = words.Next(s, end) {
		list = append(list, s[start:end])
	}
	return list
}

// Words are given with | between them.
var boundaryTests = []struct {
	name, in, want string
}{
	{"empty", "", ""},
	{"no word", " \t\n-—…!?", ""},
	{"one letter", "a", "a"},
	{"sentence", "The cat sat.", "The|cat|sat"},
	{"apostrophe", "don't l\u2019\u00e9t\u00e9 O'Neill", "don't|l\u2019\u00e9t\u00e9|O'Neill"},
	{"apostrophe at the ends", "'tis the boys' ball", "tis|the|boys|ball"},
	{"two apostrophes", "a''b a'\u2019b", "a|b|a|b"},
	{"apostrophe at a digit", "90's 5'b a'5", "90|s|5|b|a|5"},
	{"two quoted words", "\u2018one\u2019 \u2018two\u2019", "one|two"},
	{"numbers", "1,234.56 1. 2 3,x .5 1..2 v2.10", "1,234.56|1|2|3|x|5|1|2|v2.10"},
	{"abbreviation", "U.S. e.g.", "U|S|e|g"},
	{"hyphens", "long-standing 1910-45 snake_case", "long|standing|1910|45|snake|case"},
	{"letters and digits", "Covid19 2nd 3M", "Covid19|2nd|3M"},
	{"composed and decomposed", "caf\u00e9 cafe\u0301 \u0301x", "caf\u00e9|cafe\u0301|x"},
	{"soft hyphen", "news\u00adpaper", "news\u00adpaper"},
	{"zero-width space", "a\u200bb", "a|b"},
	{"full width", "\uff21\uff22\uff23 \uff11\uff0c\uff12", "\uff21\uff22\uff23|\uff11\uff0c\uff12"},
	{"Greek", "\u039f \u03bb\u03cc\u03b3\u03bf\u03c2.", "\u039f|\u03bb\u03cc\u03b3\u03bf\u03c2"},
	{"Cyrillic", "\u041c\u043e\u0441\u043a\u0432\u0430, \u043f\u02bc\u044f\u0442\u044c", "\u041c\u043e\u0441\u043a\u0432\u0430|\u043f\u02bc\u044f\u0442\u044c"},
	{"Hebrew", "\u05e6\u05d4\u05f4\u05dc \u05e9\u05dc\u05d5\u05dd", "\u05e6\u05d4\u05f4\u05dc|\u05e9\u05dc\u05d5\u05dd"},
	{"Arabic", "\u0627\u0644\u0633\u0644\u0627\u0645\u060c \u0661\u066b\u0662", "\u0627\u0644\u0633\u0644\u0627\u0645|\u0661\u066b\u0662"},
	{"Persian with a joiner", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"},
	{"Hindi", "\u0939\u093f\u0928\u094d\u0926\u0940 \u0939\u0948\u0964", "\u0939\u093f\u0928\u094d\u0926\u0940|\u0939\u0948"},
	{"Catalan", "col\u00b7legi", "col\u00b7legi"},
	{"Korean", "\ud55c\uad6d\uc5b4 \ubb38\uc7a5", "\ud55c\uad6d\uc5b4|\ubb38\uc7a5"},
	{"Chinese", "\u4e2d\u6587\u3002\u5b57", "\u4e2d|\u6587|\u5b57"},
	{"Japanese", "\u30c6\u30b9\u30c8\u30fc\u306f", "\u30c6|\u30b9|\u30c8|\u30fc|\u306f"},
	{"Thai with marks", "\u0e17\u0e35\u0e48\u0e19\u0e35\u0e48", "\u0e17\u0e35\u0e48|\u0e19\u0e35\u0e48"},
	{"Khmer", "\u1781\u17d2\u1798\u17c2", "\u1781\u17d2|\u1798\u17c2"},
	{"Chinese beside Latin", "\u7528Go1.26\u5199", "\u7528|Go1.26|\u5199"},
	{"beyond the BMP", "\U00010400\U00010428 \U00020000", "\U00010400\U00010428|\U00020000"},
	{"emoji", "ok\U0001f600yes \u2764\ufe0f", "ok|yes"},
	{"not UTF-8", "ab\xffcd \xe4\xb8 \xc3", "ab|cd"},
	{"variation selector", "\u845b\U000e0100\u57ce", "\u845b\U000e0100|\u57ce"},
}

func TestNext(t *testing.T) {
	for _, test := range boundaryTests {
		want := []string{}
		if test.want != "" {
			want = strings.Split(test.want, "|")
		}
		if diff := cmp.Diff(want, split(test.in)); diff != "" {
			t.Errorf("%s: words of %q (-want +got):\n%s", test.name, test.in, diff)
		}
	}
}

func TestNextOffsets(t *testing.T) {
	const s = "ab \u00e9c"
	for _, test := range []struct{ at, start, end int }{
		{-5, 0, 2}, {0, 0, 2}, {1, 1, 2}, {2, 3, 6}, {3, 3, 6}, {4, 5, 6}, {6, 6, 6}, {99, 6, 6},
	} {
		if start, end := words.Next(s, test.at); start != test.start || end != test.end {
			t.Errorf("Next(%q, %d) = %d, %d, want %d, %d", s, test.at, start, end, test.start, test.end)
		}
	}
}

func TestFold(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", ""},
		{"Kim", "kim"},
		{"DON\u2019T", "don't"},
		{"n\u02bco", "n'o"},
		{"\u00c9T\u00c9", "\u00e9t\u00e9"},
		{"\u039b\u039f\u0393\u039f\u03a3", "\u03bb\u03bf\u03b3\u03bf\u03c3"},
		{"\u03bb\u03bf\u03b3\u03bf\u03c2", "\u03bb\u03bf\u03b3\u03bf\u03c3"},
		{"\u041c\u043e\u0441\u043a\u0432\u0430", "\u043c\u043e\u0441\u043a\u0432\u0430"},
		{"\uff27\uff4f\uff11", "go1"},
		{"news\u00adpaper", "newspaper"},
		{"\u212a\u017f", "ks"},
		{"\u0130\u0131", "i\u0131"},
		{"\u00df\u1e9e", "\u00df\u00df"},
		{"\u10a0\u13a0\U00010400", "\u2d00\uab70\U00010428"},
		{"\u4e2d", "\u4e2d"},
		{"a\xffB", "a\ufffdb"},
	} {
		if got := string(words.Fold(nil, test.in)); got != test.want {
			t.Errorf("Fold(%q) = %q, want %q", test.in, got, test.want)
		}
	}
	if got := string(words.Fold([]byte("x"), "Y")); got != "xy" {
		t.Errorf(`Fold("x", "Y") = %q, want "xy"`, got)
	}
}

func TestSolo(t *testing.T) {
	for word, want := range map[string]bool{"": false, "a": false, "\u00e9": false, "\u4e2d": true, "\u0e17\u0e35\u0e48": true, "\ud55c": false, "\xff": false} {
		if got := words.Solo(word); got != want {
			t.Errorf("Solo(%q) = %v, want %v", word, got, want)
		}
	}
}

// TestFrozen keeps the tables from changing with a toolchain: stored
// fingerprints would no longer be found.
func TestFrozen(t *testing.T) {
	h := fnv.New64a()
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r == 0xd800 {
			r = 0xe000
		}
		// What r does between letters, between digits and alone, and how it folds.
		c := string(r)
		for _, s := range []string{c, "a" + c + "b", "1" + c + "2"} {
			for start, end := words.Next(s, 0); start < end; start, end = words.Next(s, end) {
				h.Write([]byte{byte(start), byte(end)})
			}
		}
		h.Write(words.Fold(nil, c))
	}
	const want uint64 = 0x96aded881fe43542
	if got := h.Sum64(); got != want {
		t.Errorf("the tables have the checksum %#x, want %#x", got, want)
	}
}

// FuzzNext takes the words of a text apart from what lies between them: they are
// in order, on bounds of characters, and no letter is lost.
func FuzzNext(f *testing.F) {
	for _, test := range boundaryTests {
		f.Add(test.in, 1)
	}
	f.Fuzz(func(t *testing.T, s string, at int) {
		last := 0
		for start, end := words.Next(s, 0); start < len(s); start, end = words.Next(s, end) {
			if start < last || end <= start || end > len(s) {
				t.Fatalf("Next(%q, %d) = %d, %d", s, last, start, end)
			}
			checkGap(t, s, last, start)
			checkWord(t, s, start, end)
			last = end
		}
		checkGap(t, s, last, len(s))
		if start, end := words.Next(s, at); start < min(at, len(s)) || end < start || end > len(s) {
			t.Fatalf("Next(%q, %d) = %d, %d", s, at, start, end)
		}
	})
}

// checkGap checks that nothing was lost between two words. Where the tables and
// those of the toolchain agree, what lies there is no letter or digit.
func checkGap(t *testing.T, s string, start, end int) {
	t.Helper()
	for _, r := range s[start:end] {
		if r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			t.Fatalf("%q was lost at %d of %q", r, start, s)
		}
	}
}

func checkWord(t *testing.T, s string, start, end int) {
	t.Helper()
	word := s[start:end]
	if !utf8.ValidString(word) {
		t.Fatalf("the word %q of %q is not UTF-8", word, s)
	}
	// A word is one whatever stands around it.
	if i, j := words.Next(word, 0); i != 0 || j != len(word) {
		t.Fatalf("the word %q of %q is no word by itself: %d, %d", word, s, i, j)
	}
}

func FuzzFold(f *testing.F) {
	for _, test := range boundaryTests {
		f.Add(test.in)
	}
	f.Add("\xe2\x80\u200c\x98")
	f.Fuzz(func(t *testing.T, s string) {
		once := words.Fold(nil, s)
		if !utf8.Valid(once) {
			t.Fatalf("Fold(%q) = %q is not UTF-8", s, once)
		}
		if twice := words.Fold(nil, string(once)); string(twice) != string(once) {
			t.Fatalf("Fold(Fold(%q)) = %q, want %q", s, twice, once)
		}
	})
}

// TestFoldIdempotent goes through all characters, where the fuzz target would
// rarely come.
func TestFoldIdempotent(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		once := words.Fold(nil, string(r))
		if twice := words.Fold(nil, string(once)); string(twice) != string(once) {
			t.Errorf("Fold(Fold(%q)) = %q, want %q", r, twice, once)
		}
	}
}

func TestAllocations(t *testing.T) {
	s := prose.Build(10_000, true)
	buf := make([]byte, 0, 100)
	allocs := testing.AllocsPerRun(10, func() {
		for start, end := words.Next(s, 0); start < end; start, end = words.Next(s, end) {
			buf = words.Fold(buf[:0], s[start:end])
		}
	})
	if allocs != 0 {
		t.Errorf("walking through a text made %v allocations, want none", allocs)
	}
}

// benchmarkTexts are English, and text in which all letters are beyond ASCII.
func benchmarkTexts() map[string]string {
	return map[string]string{
		"English":  prose.Build(100_000, true),
		"Cyrillic": strings.Repeat("\u0421\u043e\u0432\u0435\u0442 \u0441\u043e\u0431\u0440\u0430\u043b\u0441\u044f \u0432\u043e \u0432\u0442\u043e\u0440\u043d\u0438\u043a, \u0447\u0442\u043e\u0431\u044b \u043e\u0431\u0441\u0443\u0434\u0438\u0442\u044c \u043f\u043b\u0430\u043d\u044b. ", 800),
		"Chinese":  strings.Repeat("\u8bae\u4f1a\u5468\u4e8c\u5f00\u4f1a\u8ba8\u8bba\u65e7\u6e2f\u53e3\u7684\u8ba1\u5212\u3002", 2000),
	}
}

func BenchmarkNext(b *testing.B) {
	for name, s := range benchmarkTexts() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				for start, end := words.Next(s, 0); start < end; start, end = words.Next(s, end) {
				}
			}
		})
	}
}

func BenchmarkFold(b *testing.B) {
	for name, s := range benchmarkTexts() {
		b.Run(name, func(b *testing.B) {
			buf := make([]byte, 0, len(s)+100)
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				buf = words.Fold(buf[:0], s)
			}
		})
	}
}
