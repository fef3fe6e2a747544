package repair_test

import (
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/race"
	"github.com/textmend/textmend/internal/txtar/txtartest"
	"github.com/textmend/textmend/repair"
)

const wordSteps = repair.Quotes | repair.Doubled | repair.Glued

// TestWordPages asks for what a reader expects of the pages.
func TestWordPages(t *testing.T) {
	for path, changes := range map[string][]string{
		"000_469997444fc2ab7f.txt": nil,
		"001_fd1dbfffdbe4f1c0.txt": nil,
		"002_1e8faefd57101ac8.txt": {
			"has accused has accused", "has accused", "militarisation'SEOUL", "militarisation' SEOUL", "localsUse", "locals Use",
			"monthsRussian", "months Russian", "north-eastThe", "north-east The", "sidesMOSCOW", "sides MOSCOW",
		},
		"003_f069a5fa2b4ce56e.txt": {
			"andraised", "and raised", "ANDseparate", "AND separate", "Luhansktwo", "Luhansk two", "hiron\u201c", "hiron\u201d",
		},
		"004_4734dab08bf5535b.txt": {"possesses accused possesses accused", "possesses accused"},
	} {
		t.Run(path, func(t *testing.T) {
			page := read(t, filepath.Join("..", "internal", "testdata", "pages", path))
			want := strings.NewReplacer(changes...).Replace(page)
			got := repair.Options{Skip: ^wordSteps}.String(page)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWordFixtures(t *testing.T) {
	for _, step := range []repair.Step{repair.Quotes, repair.Doubled, repair.Glued} {
		for _, name := range []string{step.String(), step.String() + "_negative"} {
			t.Run(name, func(t *testing.T) {
				txtartest.Run(t, filepath.Join("testdata", name+".txtar"), *update, repair.String)
			})
		}
		t.Run(step.String()+" known failures", func(t *testing.T) {
			txtartest.RunKnownFailures(t, filepath.Join("testdata", step.String()+"_failures.txtar"), repair.String)
		})
	}
}

// wordSeeds bring a fuzzer near what the steps change.
var wordSeeds = []string{
	"Washington has accused has accused North Korea of the the same thing.", "It is the thethe house", "of the of theof the of the end of it",
	"more andraised, in the common front. He lives inthe house", "as ANDseparate states to Donetsk and Luhansktwo areas of it",
	"the collapse of the \u201ccortine of hiron\u201c and the \"other thing\u201d he said, \u201cis this\" one.", "I didn?t know it?s Pyongyang?s and O?Brien?s. What?s this?",
	"It was the \u2018hiron\u2018 curtain\u2019s and the US 'space militarisation'SEOUL is said to have been",
	"Foreign signs spark concerns among localsUse of foreign languages on signs and menus has left some of them.",
	"he said that of the of the of the. inthe of of the\nthe the of inthe the in the inthe the the.", "the a a the a a the the a the a a the",
	"the end\u201d of\u201c the \u201cend\u201c. \u201d the the\" \"end\u201d .\u201c the", "the thatthe and and the that the the that the cat",
	"a b a b c a b c a b the a b a b and the c a b c the", "\t the\r\nthe  the the | the the\n",
	"to the to the to the to the westof the of the west of the house", "sidesMOSCOW - sidesMOSCOW \u2014 Russian President said to the to the west of sidesMOSCOW (and)",
	"the andthe andthe house theirthe andraisedthe house", "of\u00a0the of\u00a0the end the\u00a0the", "quot;the the quot; inthe#39;s thethe; &the the; amp;the",
}

var someWords, _ = repair.ReadWords(strings.NewReader("the\nof\nword\n\u00e9\n\u4e2d\nhas\naccused\nandraised\nspace\nmilitarisation\nseoul\nto\nin\nandthe\n"))

var wordOptions = []repair.Options{
	{}, {Skip: ^wordSteps}, {Skip: ^wordSteps, Words: someWords}, {Skip: repair.Quotes}, {Skip: repair.Doubled}, {Skip: repair.Glued}, {Skip: ^repair.Glued}, {Skip: repair.Entities | repair.Encoding},
}

// The laws 1, 2, 3 and 4, near what the steps change.
func FuzzWords(f *testing.F) {
	for _, s := range wordSeeds {
		f.Add(s)
	}
	f.Fuzz(checkWords)
}

func checkWords(t *testing.T, s string) {
	for _, o := range wordOptions {
		others := o
		others.Skip |= wordSteps
		if first := others.String(s); others.String(first) != first {
			continue // FuzzIdempotent is about the other steps
		}
		once := o.String(s)
		if twice := o.String(once); twice != once {
			t.Errorf("%v: String(%q) = %q, but String of that = %q", o.Skip, s, once, twice)
		}
		checkFixes(t, o, s)
		got, err := io.ReadAll(o.NewReader(iotest.HalfReader(strings.NewReader(s))))
		if err != nil || string(got) != once {
			t.Errorf("%v: NewReader of %q = %q, %v, want %q", o.Skip, s, got, err, once)
		}
	}
}

// pieces are what FuzzPieces makes texts of.
var pieces = strings.Split("the|of|and|in|to|has|accused|Russia|people|said|that|it|we|made|to the|has accused|happen early|inthe|thethe|ofof|andraised|"+
	"thatthe|theof|localsUse|sidesMOSCOW|PARISWhile|LondonThe|ANDseparate|Luhansktwo|Kimwould|didn?t|Putin?s|it?s|don't|\u2018|\u2019|'|\"|\u201c|\u201d|\u201e|"+
	"word\u201c|\u201cword|word\"|\"word|word\u201d|'space militarisation'SEOUL|word\"SEOUL|. |, |! |.|,|?|;|&|#|- | - |-|\n|\r\n|\t| |  |\u00a0|quot;|nbsp;|&amp;|"+
	"amp;|#39;|\u00e9|\u4e2d|1|_|=|()|:|A|a|The|a few of the words that are in the house|and the people of the town|twohospitals|threemen|s|t|"+
	"which was not in the news|North Korea", "|")

// FuzzPieces is FuzzWords for texts of words and marks: of each pair of bytes
// one is a piece, and where the other is odd a space follows.
func FuzzPieces(f *testing.F) {
	f.Add([]byte{0, 1, 1, 1, 2, 1, 3, 0})
	f.Fuzz(func(t *testing.T, data []byte) { checkWords(t, fromPieces(data)) })
}

func fromPieces(data []byte) string {
	var b strings.Builder
	for ; len(data) > 1; data = data[2:] {
		b.WriteString(pieces[int(data[0])%len(pieces)])
		if data[1]%8 != 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// TestPieces checks texts of pieces that are the same on every run.
func TestPieces(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	n := 3000
	if testing.Short() {
		n = 300
	}
	for range n {
		data := make([]byte, 2*(1+r.IntN(40)))
		for i := range data {
			data[i] = byte(r.Uint32())
		}
		checkWords(t, fromPieces(data))
		if t.Failed() {
			return
		}
	}
}

// TestWordsLong checks law 3 on texts larger than what the readers hold, and
// sentences as long as those that are looked at.
func TestWordsLong(t *testing.T) {
	clean := strings.Repeat("The people of the town were in the house when it was built, and nobody said a word. ", 2)
	damaged := "Last week Washington has accused has accused the people inthe house of the \u201cend\u201c, and they didn?t say why. "
	for name, s := range map[string]string{
		"clean":          strings.Repeat(clean, 600),
		"damaged":        strings.Repeat(damaged, 900),
		"one line":       strings.Repeat(strings.ReplaceAll(clean+damaged, ".", ","), 300),
		"far apart":      strings.Repeat(clean, 400) + damaged + strings.Repeat(clean, 400) + damaged,
		"one word":       strings.Repeat("the", 30000),
		"one word twice": strings.Repeat("the ", 30000),
		"long sentences": strings.Repeat(strings.Repeat("the people inthe house and ", 300)+". "+strings.Repeat("the people inthe house and ", 310)+". ", 5),
		"quotes":         strings.Repeat("\u201c", 30000) + damaged,
		"stops":          strings.Repeat(".", 30000) + " " + damaged,
		"other letters":  strings.Repeat("\u0441\u043b\u043e\u0432\u043e ", 5000) + damaged + strings.Repeat("\u8a5e", 10000) + damaged,
	} {
		t.Run(name, func(t *testing.T) {
			for _, o := range []repair.Options{{Skip: ^wordSteps}, {}, {Skip: ^wordSteps, Words: someWords}} {
				want := o.String(s)
				if o.String(want) != want {
					t.Error("String is not idempotent")
				}
				for _, r := range []io.Reader{strings.NewReader(s), iotest.HalfReader(strings.NewReader(s)), iotest.OneByteReader(strings.NewReader(s))} {
					got, err := io.ReadAll(o.NewReader(r))
					if err != nil || string(got) != want {
						t.Errorf("NewReader gives %d bytes, %v, and String %d", len(got), err, len(want))
					}
				}
			}
		})
	}
}

// Text that has nothing to mend allocates nothing, even if it takes a second
// look to see that.
func TestCleanWordsAllocateNothing(t *testing.T) {
	if race.Enabled {
		t.Skip("the race detector allocates")
	}
	for _, name := range []string{"quotes_negative", "doubled_negative", "glued_negative"} {
		s := read(t, filepath.Join("testdata", name+".txtar"))
		o := repair.Options{Skip: ^wordSteps}
		if got := o.String(s); got != s {
			t.Errorf("%s: %s", name, cmp.Diff(s, got))
		}
		if n := testing.AllocsPerRun(20, func() { o.String(s) }); n != 0 {
			t.Errorf("%s: String allocates %v times", name, n)
		}
	}
}

func BenchmarkWords(b *testing.B) {
	damaged := "Last week Washington has accused has accused the people inthe house of the \u201cend\u201c, and they didn?t say why. "
	for _, bench := range []struct{ name, s string }{
		{"clean", cleanProse()[:1<<20]},
		{"damaged", strings.Repeat(damaged, 1<<20/len(damaged))},
		{"negative", strings.Repeat("They had had enough of YouTube, LeBron and the fourballs, \"said\" the people, time after time after time. ", 1<<13)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			o := repair.Options{Skip: ^wordSteps}
			o.String(damaged)
			b.SetBytes(int64(len(bench.s)))
			b.ReportAllocs()
			for b.Loop() {
				o.String(bench.s)
			}
		})
	}
}
