package entities_test

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/transform"

	"github.com/textmend/textmend/entities"
)

// seeds are texts that bring a fuzzer near the forms of references.
var seeds = []string{
	`quot;\&amp;#10;`, "apos;aamp;#10;", "$_x000D__x000D_a", `\u00e9 caf #39;u00e9#226;`, "don 'a#129;a",
	"", "plain prose; nothing to do here.", "quot;Hi,quot; he said",
	"&amp;amp;#39;", "&#38;#39;", "&#113;uot;", "quo&#116;;", "a &#38;quot; b",
	"times;&#97;bc don#39;t", "AT amp;T doesn #39;t", "fuuml;r caring; aring;r",
	"Slayerandrsquo;s brandrsquo;s", "don & #39; t", "Donx27;t donu0027t \\u2019s",
	"%26%2339%3B _x005F_x000D_ x", "&#55357;&#56832; #55357; #56832;", "&nGt;&nbps;&EACUTE;",
	"&#x26;#x26;#x26;lt;b", "ldquo; is an entity\n&NewLine;quot;a", "a&ampnbsp;b&fjlig;quot;",
	"  quot;word quot; text #1055;#1086;", "\ufffd\xff;quot;\x00&#0;", "{\"a\": \"quot;\"}",
	" lt;caring; alpha;x27;lt; etcaring;t", "#x26;lamp;rdquo; &quotu2019nbsp;x", "& # 39; s \\u043f\\u0440\\u0438", "Stra szlig;e doesnandrsquo;t",
	";#146;andquo&#116;;#55;", "&#39_x000D_ = ", "ayer&#97mp; &#1055", "&amp;#56832;", "_x000A__x000A_ = ", "%26quot%3B_x000D_entity",
	"amp;amp;amp;amp;quot;s", "lt;bgt;bold lt;/b gt;", "x andquot;a et&eacute;teacute;",
}

func addSeeds(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
}

// Law 1.
func FuzzIdempotent(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range []entities.Options{{}, {KeepIntact: true}, {Skip: entities.Doubled}} {
			once := o.Repair(s)
			if twice := o.Repair(once); twice != once {
				t.Errorf("%+v: Repair(%q) = %q, but Repair of that = %q", o, s, once, twice)
			}
		}
	})
}

// Law 2.
func FuzzAllExplainsRepair(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		var b strings.Builder
		at := 0
		for r := range entities.All(s) {
			if r.Start < at || r.End < r.Start || r.End > len(s) || r.Start == r.End {
				t.Fatalf("All(%q): reference %+v after offset %d", s, r, at)
			}
			b.WriteString(s[at:r.Start])
			b.WriteString(r.Text)
			at = r.End
		}
		b.WriteString(s[at:])
		if got, want := b.String(), entities.Repair(s); got != want {
			t.Errorf("All(%q) applied = %q, Repair = %q", s, got, want)
		}
	})
}

// Law 3.
func FuzzTransformerAgrees(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, uint8(i))
	}
	f.Fuzz(func(t *testing.T, s string, cut uint8) {
		want := entities.Repair(s)
		if got := string(entities.AppendRepair([]byte("> "), []byte(s))); got != "> "+want {
			t.Errorf("AppendRepair(%q) = %q, want %q", s, got, "> "+want)
		}
		got, err := io.ReadAll(transform.NewReader(&slowReader{s, int(cut)%7 + 1}, entities.NewTransformer()))
		if err != nil || string(got) != want {
			t.Errorf("Transformer on %q in pieces of %d = %q, %v, want %q", s, cut%7+1, got, err, want)
		}
	})
}

// Law 4.
func FuzzValid(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		if got := entities.Repair(s); utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("Repair(%q) = %q, which is not valid UTF-8", s, got)
		}
	})
}

// A slowReader gives n bytes at a time.
type slowReader struct {
	s string
	n int
}

func (r *slowReader) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, io.EOF
	}
	n := copy(p, r.s[:min(r.n, len(r.s))])
	r.s = r.s[n:]
	return n, nil
}

// Law 3 where the evidence lies further away than a Transformer's buffers
// reach.
func TestTransformerLong(t *testing.T) {
	prose := strings.Repeat("Nothing here; a copy; an amp; it hums; the lamp; and so on.\n", 1200)
	for name, s := range map[string]string{
		"evidence ahead":       prose[:50000] + "Smith amp; the rest. " + prose[:60000] + "don#39;t" + prose,
		"evidence too far":     "Smith amp; the rest. " + prose[:66000] + "don#39;t" + prose,
		"evidence behind":      "don#39;t " + prose + prose + "Smith amp; the rest.",
		"family far ahead":     "a  quot;b quot; c #39;d" + prose[:40000] + "doesn #39;t" + prose,
		"no reference":         prose + prose,
		"dense":                strings.Repeat("#1055;#1088;#1080; quot;x,quot; ", 9000),
		"doubled without end":  "a &" + strings.Repeat("amp;", 60000) + "quot; b",
		"doubled in letters":   "a &" + strings.Repeat("&#97;mp;", 40000) + "quot; b",
		"doubled deep":         strings.Repeat("a &"+strings.Repeat("amp;", 700)+"quot; b", 100),
		"one line":             strings.ReplaceAll(prose, "\n", " ") + "quot;x",
		"one word":             strings.Repeat("x", 200000) + "quot;x",
		"spaces":               strings.Repeat(" ", 200000) + "quot;x quot;",
		"references far apart": strings.Repeat("don#39;t"+prose[:30000], 9),
	} {
		t.Run(name, func(t *testing.T) {
			want := entities.Repair(s)
			if again := entities.Repair(want); again != want {
				t.Error("Repair is not idempotent")
			}
			for _, size := range []int{11, 4096, 1 << 20} {
				var got bytes.Buffer
				w := transform.NewWriter(&got, entities.NewTransformer())
				for rest := s; rest != ""; {
					n := min(size, len(rest))
					if _, err := w.Write([]byte(rest[:n])); err != nil {
						t.Fatal(err)
					}
					rest = rest[n:]
				}
				if err := w.Close(); err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(want, got.String()); d != "" {
					t.Errorf("in pieces of %d: (-Repair +Transformer)\n%.600s", size, d)
				}
			}
		})
	}
}
