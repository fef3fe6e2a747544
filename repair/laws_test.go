package repair_test

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/race"
	"github.com/textmend/textmend/internal/utf16form"
	"github.com/textmend/textmend/repair"
)

// seeds are texts that bring a fuzzer near what the steps change.
var seeds = []string{
	"", "Plain prose; nothing to do.\n", "quot;Hi,quot; he said", "capablenbsp;missilesnbsp;and nbsp;\n\nnbsp;\n\nnbsp;\n\nBy",
	"\ufeff\ufeffquot;a", "a \x00 b\x00\n", "\x1b[31mred\x1b[0m", "it\u0092s", "caf\xe9 \xe2\x80", "\xed\xa0\xbd\xed\xb8\x80 \xed\xa0\xbd",
	"\xff\xfeq\x00u\x00o\x00t\x00;\x00", "&#65279;quot;b", "q\x00uot;", "q&#1;uot;", "a\tnbsp;\tb\r\nnbsp;\r\n\r\nnbsp;\r\n",
	"  quot;word quot; text nbsp; end", "nbsp; start", "&nbsp;x&nbsp;\n", "a _x000D_ b", "x \x07\x07 y  z",
}

func addSeeds(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
}

var optionSets = []repair.Options{{}, {Skip: repair.Spaces}, {Skip: repair.Entities}, {Skip: repair.Controls}, {Skip: repair.Encoding}}

// Law 1.
func FuzzIdempotent(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range optionSets {
			once := o.String(s)
			if twice := o.String(once); twice != once {
				t.Errorf("%+v: String(%q) = %q, but String of that = %q", o, s, once, twice)
			}
		}
	})
}

// Law 2.
func FuzzFixesExplain(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range optionSets {
			checkFixes(t, o, s)
		}
	})
}

func checkFixes(t *testing.T, o repair.Options, s string) {
	text, fixes := o.Explain(s)
	if got := o.String(s); got != text {
		t.Errorf("%+v: Explain(%q) = %q, String = %q", o, s, text, got)
	}
	if got := repair.Apply(s, fixes); got != text {
		t.Errorf("%+v: Apply(%q, %+v) = %q, want %q", o, s, fixes, got, text)
	}
	at := 0
	for _, x := range fixes {
		if x.Start < at || x.End < x.Start || x.End > len(s) || x.Start == x.End && x.Text == "" || x.Reason == "" || x.Step == 0 {
			t.Errorf("%+v: Explain(%q): fix %+v after offset %d", o, s, x, at)
		}
		if utf8.ValidString(s) && !(onBoundary(s, x.Start) && onBoundary(s, x.End)) {
			t.Errorf("%+v: Explain(%q): fix %+v is not on the boundary of a rune", o, s, x)
		}
		at = x.End
	}
}

func onBoundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// Law 3.
func FuzzReaderAgrees(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range optionSets {
			want := o.String(s)
			for name, r := range map[string]io.Reader{
				"whole": strings.NewReader(s), "byte by byte": iotest.OneByteReader(strings.NewReader(s)),
				"halves": iotest.HalfReader(strings.NewReader(s)), "error with data": iotest.DataErrReader(strings.NewReader(s)),
			} {
				var fixes []repair.Fix
				o.OnFix = func(f repair.Fix) { fixes = append(fixes, f) }
				got, err := io.ReadAll(o.NewReader(r))
				if err != nil || string(got) != want {
					t.Errorf("NewReader of %q, %s = %q, %v, want %q", s, name, got, err, want)
				}
				if utf16form.Of(s) != utf16form.UTF8 {
					continue // offsets are not those of s
				}
				if applied := repair.Apply(s, fixes); applied != want {
					t.Errorf("OnFix of %q, %s gave %+v, which make %q, want %q", s, name, fixes, applied, want)
				}
			}
			if got := string(o.Bytes([]byte(s))); got != want {
				t.Errorf("%+v: Bytes(%q) = %q, want %q", o, s, got, want)
			}
		}
		if got := string(repair.Append([]byte("> "), s)); got != "> "+repair.String(s) {
			t.Errorf("Append(%q) = %q", s, got)
		}
	})
}

// Law 4.
func FuzzValid(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range optionSets {
			if got := o.String(s); !utf8.ValidString(got) {
				t.Errorf("%+v: String(%q) = %q, which is not valid UTF-8", o, s, got)
			}
		}
	})
}

// Law 3 on texts larger than what the readers hold.
func TestReaderLong(t *testing.T) {
	prose := strings.Repeat("Nothing here; a copy; the lamp; caf\u00e9 and so on.\n", 1500)
	for name, s := range map[string]string{
		"clean":              prose + prose,
		"references":         strings.Repeat("quot;Pyongyang#39;s visit,quot; anbsp;first \x00 nbsp;\n", 4000),
		"blank":              "a" + strings.Repeat(" ", 100000) + "nbsp;" + strings.Repeat("\n", 100000) + "nbsp;b",
		"one word":           strings.Repeat("x", 300000),
		"bytes":              strings.Repeat("caf\xe9 \xe2\x80", 20000),
		"far apart":          prose + "x nbsp; y" + prose + "\x00" + prose + "don#39;t",
		"controls":           strings.Repeat("\x01 ", 50000),
		"evidence":           "Smith amp; the rest. " + prose[:60000] + "don#39;t" + prose,
		"empty lines":        strings.Repeat("nbsp;\n\n", 30000),
		"fixes that wait":    "the Fender amp; " + strings.Repeat("x\x01 \x93\x07", 50000) + "don#39;t",
		"nothing that waits": "the Fender amp;" + strings.Repeat("\x01", 300000) + " didn#39;t" + strings.Repeat("\x01", 300000),
		"one reference":      "a &" + strings.Repeat("amp;", 200000) + "quot;b don#39;t &" + strings.Repeat("amp;", 100000),
		"spaced references":  "a & " + strings.Repeat("amp;amp; ", 30000) + "quot;b don#39;t",
		"spaced, no &":       "one amp;amp; two; x  " + strings.Repeat("amp;amp; ", 60000) + "don#39;t " + strings.Repeat("amp;amp; ", 30000) + "x",
		"doubled, no &":      strings.Repeat("amp;", 100000) + "quot;b \x01" + strings.Repeat("#38;", 100000) + "lt;",
		"doubled, then text": strings.Repeat("&#97;mp;", 30000) + " " + prose + strings.Repeat("amp;amp;#38; ", 30000) + prose,
		"a reference before": "quot;&" + strings.Repeat("amp;", 150000) + "lt;x quot;amp;" + strings.Repeat("amp;amp; ", 40000) + "x",
		"number signs":       "a &" + strings.Repeat("#38;", 100000) + "lt;b",
		"two bytes each":     "the Fender amp; " + strings.Repeat("xx\u00a0", 50000),
		"two bytes, moved":   "the Fender amp; x" + strings.Repeat("xx\u00a0", 50000),
		"three bytes each":   "the Fender amp; " + strings.Repeat("\u4e2d", 60000),
		"nothing":            strings.Repeat("\x01", 100000) + "\x01 nbsp;",
	} {
		t.Run(name, func(t *testing.T) {
			want := repair.String(s)
			if again := repair.String(want); again != want {
				t.Error("String is not idempotent")
			}
			var fixes []repair.Fix
			o := repair.Options{OnFix: func(f repair.Fix) { fixes = append(fixes, f) }}
			got, err := io.ReadAll(o.NewReader(iotest.HalfReader(strings.NewReader(s))))
			if err != nil {
				t.Fatal(err)
			}
			if repair.Apply(s, fixes) != want {
				t.Error("the fixes of OnFix do not make what String does")
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

func TestCleanAllocatesNothing(t *testing.T) {
	if race.Enabled {
		t.Skip("the race detector allocates")
	}
	for name, s := range map[string]string{
		"short":      "A title; with a semicolon, and an amp; on it",
		"prose":      strings.Repeat("He was daring; she, caring; the lamp; caf\u00e9 & co. 100% so_far\n", 200),
		"other":      strings.Repeat("\u041f\u0440\u0438\u0432\u0435\u0442; \u4f60\u597d\n", 200),
		"no-break":   "10\u00a0km; \u00ab\u00a0oui\u00a0\u00bb \u200f\u200d\u00ad",
		"line marks": "a\r\nb\tc\fd\n\n\n\n e  f \n",
	} {
		if got := repair.String(s); got != s {
			t.Errorf("%s: String(%.60q) = %.60q", name, s, got)
		}
		if n := testing.AllocsPerRun(20, func() { repair.String(s) }); n != 0 {
			t.Errorf("%s: String allocates %v times", name, n)
		}
	}
}
