package repair_test

import (
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/race"
	"github.com/textmend/textmend/internal/txtar/txtartest"
	"github.com/textmend/textmend/repair"
)

func TestMojibakeFixtures(t *testing.T) {
	for _, name := range []string{"mojibake", "mojibake_negative"} {
		t.Run(name, func(t *testing.T) {
			txtartest.Run(t, filepath.Join("testdata", name+".txtar"), *update, repair.String)
		})
	}
	t.Run("known failures", func(t *testing.T) {
		txtartest.RunKnownFailures(t, filepath.Join("testdata", "mojibake_known.txtar"), repair.String)
	})
}

// mojibakeSeeds bring a fuzzer near what the step changes.
var mojibakeSeeds = []string{
	"caf\u00c3\u00a9 \u00e2\u20ac\u0153x\u00e2\u20ac\u009d", "Iggy (n\u00c3\u0192\u00c2\u00a9)", "\u0413\u201a\u0412\u0408 5", "\u0420\u045f\u0421\u0402\u0420\u0451",
	"\u00c3 \u00c3\u00a0 la \u00e2\u20ac?", "wei\u221a\u00fc \u251c\u2310", "\u00e9\u00b8\u00c2\u00a3 \u00c3\u0083\u00bf", "Dr\u00c3\u00a5ber \u2013", "\u00ed\u00a0\u00bd\u00ed\u00b8\u0080",
	"\u0089\u00db\u00f7 \u00e5\u00a3 \u0089\u00db_", "it\u00e2s don\u00e2t", "&acirc;&euro;&trade; &Atilde;&copy;#169;", "\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2, \u00ec\u00e8\u00f0",
	"\u201a\u00b1\u201a\u00ea\u201a\u00cd", "\u00a4\u00b3\u00a4\u00ec\u00a4\u00cf", "\u00c4\u00e3\u00ba\u00c3\u00a3\u00ac\u00ca\u00c0\u00bd\u00e7", "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0\n\xe9 \xc3\xa9",
	"\u0445\u043f\u0430 \u041e\u041f\u0425\u0411\u0415\u0420 \u041b\u0425\u041f \u041e\u041f\u0425\u0411\u0415\u0420", "\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2 \u00c2 \u00c3?\u00c2\u00a2\u00e2?\u00ac",
	"\u00c5 veices ba\u00c5\u2020\u00c4\u00b7ieri", "\u041f\u0440\u0438\u0432\u0435\u0442 \u4f60\u597d \u00ab\u00a0\u00e9\u00a0\u00bb",
}

var mojibakeOptions = []repair.Options{{}, {Skip: repair.Spaces}, {Skip: repair.Entities}, {Skip: repair.Controls}, {Skip: ^repair.Encoding}}

// Laws 1 to 4.
func FuzzMojibake(f *testing.F) {
	for _, s := range mojibakeSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range mojibakeOptions {
			checkFixes(t, o, s)
			once := o.String(s)
			if twice := o.String(once); twice != once {
				t.Errorf("%+v: String(%q) = %q, but String of that = %q", o, s, once, twice)
			}
			if !utf8.ValidString(once) {
				t.Errorf("%+v: String(%q) = %q, which is not valid UTF-8", o, s, once)
			}
			got, err := io.ReadAll(o.NewReader(iotest.OneByteReader(strings.NewReader(s))))
			if err != nil || string(got) != once {
				t.Errorf("%+v: NewReader of %q = %q, %v, want %q", o, s, got, err, once)
			}
		}
	})
}

// Law 3 on texts larger than what a reader holds, with evidence far ahead.
func TestMojibakeReaderLong(t *testing.T) {
	clean := strings.Repeat("Nothing here, and caf\u00e9 \u00abde Paris\u00bb; \u0412\u0441\u0451.\n", 1200)
	weak, strong := "\u00c5\u00a0veices. ", "caf\u00c3\u00a9 "
	for name, s := range map[string]string{
		"evidence near":     weak + clean[:40000] + strong,
		"evidence too far":  weak + clean + clean + strong,
		"evidence before":   strong + clean + weak,
		"one endless line":  strings.Repeat("\u00d0\u00a1\u00d1\u0160\u00d0\u00b5\u00d1\u02c6\u00d1\u0152 ", 20000),
		"without a space":   strings.Repeat("\u00e6\u02c6\u2018\u00e8\u0192\u00bd\u00e5\u0090\u017e\u00e4\u00b8\u2039", 20000),
		"read twice":        strings.Repeat("\u00c3\u00a6\u00cb\u2020\u00e2\u20ac\u02dc\u00c3\u00a8\u00c6\u2019\u00c2\u00bd", 8000),
		"raw bytes":         strings.Repeat("\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0.", 20000),
		"raw lines":         strings.Repeat("\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0.\nplain\n", 8000),
		"weak ones only":    strings.Repeat(weak, 20000),
		"doubtful ones":     strings.Repeat("\u2013 Dr\u00c3\u00a5ber ", 15000),
		"lines of Japanese": strings.Repeat("\u201a\u00b1\u201a\u00ea\u201a\u00cd\u0192e\u0192X\u0192g ", 15000),
	} {
		t.Run(name, func(t *testing.T) {
			want := repair.String(s)
			if again := repair.String(want); again != want {
				t.Error("String is not idempotent")
			}
			got, err := io.ReadAll(repair.NewReader(iotest.HalfReader(strings.NewReader(s))))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != want {
				i := 0
				for i < len(got) && i < len(want) && got[i] == want[i] {
					i++
				}
				t.Errorf("NewReader differs from String at %d: %.80q, want %.80q", i, got[i:], want[i:])
			}
		})
	}
}

func TestMojibakeEvidence(t *testing.T) {
	const weak, strong = "\u00c5\u00a0veices", "caf\u00c3\u00a9"
	for in, want := range map[string]string{
		weak:                "\u00c5\u00a0veices", // a capital before a no-break space
		weak + " " + strong: "\u0160veices caf\u00e9",
		strong + " " + weak: "caf\u00e9 \u0160veices",
	} {
		if got := repair.String(in); got != want {
			t.Errorf("String(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMojibakeCleanAllocatesNothing(t *testing.T) {
	if race.Enabled {
		t.Skip("the race detector allocates")
	}
	for name, s := range map[string]string{
		"French":     "Le proc\u00e8s \u00ab\u00a0d\u2019\u00e9t\u00e9\u00a0\u00bb \u2013 l\u2019\u00e9lu\u2026\n",
		"Russian":    "\u0415\u0451 \u00ab\u0441\u043b\u043e\u0432\u0430\u2026\u00bb \u2014 \u0412 \u041c\u043e\u0441\u043a\u0432\u0435 \u2116\u00a05, \u0421\u0421\u0421\u0420\n",
		"Ukrainian":  "\u0420\u0456\u0434\u043d\u0430 \u043c\u043e\u0432\u0430, \u0407\u0457 \u0404\n",
		"Chinese":    "\u4f60\u597d\uff0c\u4e16\u754c\u201c\u4e2d\u201d\u2026\u2026\n",
		"Vietnamese": "\u0110\u00c3 \u0110\u1ebeN L\u00daC \u00e0, v\u1ec1 nh\u00e0\n",
		"signs":      "\u00a1\u00a2\u00a3\u00a4\u00a5 \u00ac\u00ae \u00c3 \u00c2\u2026\n",
	} {
		s = strings.Repeat(s, 100)
		if got := repair.String(s); got != s {
			t.Errorf("%s: String(%.60q) = %.60q", name, s, got)
		}
		if n := testing.AllocsPerRun(20, func() { repair.String(s) }); n != 0 {
			t.Errorf("%s: String allocates %v times", name, n)
		}
	}
}
