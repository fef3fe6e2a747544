package repair_test

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/textmend/textmend/repair"
)

// askedSeeds are texts near what the steps change that are to be asked for.
var askedSeeds = []string{
	// Form
	"e\u0301te\u0301 a\u030a b", "\u1100\u1161\u11a8 \u212b \u212a \u037e", "qu\u0301ot\u037e x", "a\u0302\u20ac\u2122", "C\u0327\u0301 x\u0301\u0327",
	"e" + strings.Repeat("\u0301", 40) + " e\u0301",
	// Compat
	"\ufb01ne o\ufb03ce", "\uff21\uff22\uff23\u3000\uff44\uff45\uff46\uff01", "\uff06amp\uff1b \uff06\uff03\uff13\uff19\uff1b", "\uff1cb\uff1ex\uff1c/b\uff1e",
	"\uff76\uff9e\uff77\uff9f\uff8a\uff9f \u65e5\u672c\uff01", "\ufefb \ufe8d\ufedf", "\uff44\uff49\uff44\uff4e\uff1f\uff54",
	// Tags
	"with Intel &lt;b&gt;...&lt;/b&gt;", "&<b>amp;</b> q<b>u</b>ot; <b><i>x</i></b>", "one<br>two<br />three<p>four</p>", "<<b>b>x</b>", "a < b > c <3 <- <me@x.org> List<String>",
	"<A HREF=\"x?a=1&amp;b\">t</A> <!-- c --> <td>a</td><td>b</td>", "(<b>) `<i>` the <b> tag</b>", "{\"a\": \"x<br>amp; y\"}", "e<b>\u0301</b>", "<script>x</script>y",
	// Breaks
	"a second\\team of rocketeers", "a record \\$55.8bn", "one\\ntwo\\n\\nthree", "C:\\new \\alpha \\d+\\n", "an exam-\nple of the example\n",
	"The quick brown fox jumps over the lazy dog and\nthen it goes on to do the very same thing\nagain and again until the night falls.\n",
	// Lines
	"Home\nNews\nSport\nThe minister said on Tuesday that the two countries would sign the treaty.\nRead more \u00bb\nRelated Articles\n\nBack to top button\n",
	"\ufeff3 min read\n\ufeffx\nShare\nTweet\n",
}

// allAsked is all the steps that are taken only where they are asked for.
const allAsked = repair.Tags | repair.Lines | repair.Breaks | repair.Form | repair.Compat

// FuzzAsked checks laws 1 to 4 with any steps taken and any left out.
func FuzzAsked(f *testing.F) {
	for _, s := range append(askedSeeds, seeds...) {
		f.Add(s, uint32(allAsked), uint32(0))
	}
	f.Fuzz(func(t *testing.T, s string, also, skip uint32) {
		o := repair.Options{Also: repair.Step(also), Skip: repair.Step(skip)}
		checkIdempotent(t, o, s)
		checkFixes(t, o, s)
		checkReaders(t, o, s)
	})
}

func checkIdempotent(t *testing.T, o repair.Options, s string) {
	t.Helper()
	once := o.String(s)
	if twice := o.String(once); twice != once {
		i := differAt(once, twice)
		t.Errorf("Also %v, Skip %v: String(%q) = %q, but String of that = %q; at %d: %.60q, %.60q", o.Also, o.Skip, s, once, twice,
			i, once[max(0, i-20):], twice[max(0, i-20):])
	}
	if !utf8.ValidString(once) {
		t.Errorf("Also %v, Skip %v: String(%q) = %q, which is not valid UTF-8", o.Also, o.Skip, s, once)
	}
}

func checkReaders(t *testing.T, o repair.Options, s string) {
	t.Helper()
	want := o.String(s)
	for name, r := range map[string]io.Reader{"whole": strings.NewReader(s), "halves": iotest.HalfReader(strings.NewReader(s))} {
		if got, err := io.ReadAll(o.NewReader(r)); err != nil || string(got) != want {
			t.Errorf("Also %v, Skip %v: NewReader of %q, %s = %q, %v, want %q", o.Also, o.Skip, s, name, got, err, want)
		}
	}
}
