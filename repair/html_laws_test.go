package repair

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/textmend/textmend/internal/utf16form"
)

// htmlSeeds are documents that bring a fuzzer near what HTML changes.
var htmlSeeds = []string{
	"", "<p>Plain &amp; simple</p>", "<p>quot;Hi,quot; he said</p>\n<p>capablenbsp;<b>missiles</b> nbsp;</p>",
	"a &lt;b&gt; &amp;lt;b&amp;gt; amp;lt;i> don&amp;#39;t &copyquot;x",
	"<img alt='Kim#39;s' title=Kim#39;s src=\"a quot;b\"><img alt=\"Kim quot;x&quot;\" title= alt=\x01\"x\">",
	"<title>Kim#39;s </titl\x01e> <b>quot;x</title>", "<script>quot;Hi <!-- <script> </script> quot; </script>quot;x",
	"<pre>quot;Hi</pre><code>don#39;t</code>s don#39;t<textarea title='x#39;s'>quot;Hi</textarea>",
	"<meta name=description content=\"Kim#39;s quot;visit,quot;\"><meta name=x content=\"Kim#39;s\">",
	"a < b <\x01b> &\x01amp; &\x01lt; <\x01/p> &#3\x018; &am\x01p", "qu<b>ot;x</b>quot;", "<a title=\"x quot;y\">nbsp; nbsp;</a>nbsp; <br>nbsp;",
	"<svg/>quot;a <svg>quot;a <svg/> </svg> quot;a", "<!-- quot;x --!> quot;x <!-> <? quot;> </ quot;> </>quot;x", "caf\xe9 <b>\xe2</b>\x80 \xff",
	"\ufeffquot;x", "<p>a</p>\n\nnbsp;\n<p>nbsp;</p><p>b</p>", "x &#10; nbsp; &#1; &nbsp", "<td>a nbsp;<td>nbsp; b<tr>", "AT&amp;amp;T, Health &amp;amp; Safety",
	"<p>He has accused <b>has accused</b> the the <i>the</i> of <u>of</u></p>the", "it and in<b>the</b> inthe andraised <a>and</a>raised it",
	"it\u00e2\u20ac\u2122s <b>\u00c3\u00a9</b> \u00c3<i>\u00a9</i> didn?t <i>\u201chiron\u201c</i> he said \u201cyes\u201c",
	"<p>&lt;b&gt;bold&lt;/b&gt; &lt;br&gt; a\\nb A second\\team exam-<br>ple \uff21 e\u0301 <i>e</i>\u0301 \ufb01</p>",
	"<p>Read more \u00bb</p><p>3 min <b>read</b></p><p>ALSO READ: <a href=x>One</a></p><p>It was a text of some words, and it ended here.</p>",
	"<A HREF=x Title='a &copy=b &copyx &copy;'>x</A", "<plaintext>quot;x</plaintext>", "it\u0092s <i>it\u0092</i>s",
}

var htmlOptions = []Options{{}, {Skip: Spaces}, {Skip: Entities}, {Also: allSteps}, {Also: Tags | Breaks, Skip: Controls}}

// shape returns what must not change: the tags with the keys of their
// attributes, the comments, and the text of elements that are left alone.
func shape(doc string) []string {
	var tags []string
	z := html.NewTokenizer(strings.NewReader(doc))
	raw := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return append(tags, "end "+string(z.Raw()))
		case html.TextToken:
			if raw {
				tags = append(tags, string(z.Raw()))
			}
			raw = false
		case html.CommentToken, html.DoctypeToken:
			tags = append(tags, string(z.Raw()))
		default:
			t := z.Token()
			s := t.Type.String() + " " + t.Data
			for _, a := range t.Attr {
				s += " " + a.Key
			}
			raw = t.Type != html.EndTagToken && readToEnd(t.Data) && t.Data != "title"
			tags = append(tags, s)
		}
	}
}

func runHTML(t *testing.T, o Options, r io.Reader, token int, l limits) string {
	t.Helper()
	var out bytes.Buffer
	d := &document{opts: o, w: &out, tokens: newTokenReader(r, token), limits: l}
	d.begin()
	if err := d.copy(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Laws 1 to 4 for documents, and that text stays text.
func FuzzHTML(f *testing.F) {
	for _, s := range htmlSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		for _, o := range htmlOptions {
			checkDocument(t, o, doc)
		}
	})
}

// mendHTML is HTML, which fails for no document in UTF-8.
func mendHTML(t *testing.T, o Options, r io.Reader) string {
	t.Helper()
	var out bytes.Buffer
	if err := o.HTML(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func checkDocument(t *testing.T, o Options, doc string) {
	t.Helper()
	if utf16form.Of(doc) != utf16form.UTF8 {
		return
	}
	var fixes []Fix
	o.OnFix = func(f Fix) { fixes = append(fixes, f) }
	got := mendHTML(t, o, strings.NewReader(doc))
	if applied := Apply(doc, fixes); applied != got {
		t.Errorf("%+v: fixes of %q are %+v, which make\n%q, want\n%q", o, doc, fixes, applied, got)
	}
	o.OnFix = nil
	if diff := cmp.Diff(shape(doc), shape(got)); diff != "" {
		t.Errorf("%v: HTML of %q is\n%q: tags (-want +got):\n%s", o, doc, got, diff)
	}
	if again := mendHTML(t, o, strings.NewReader(got)); again != got {
		t.Errorf("%v: HTML of %q is\n%q, and HTML of that\n%q", o, doc, got, again)
	}
	if cut := mendHTML(t, o, iotest.OneByteReader(strings.NewReader(doc))); cut != got {
		t.Errorf("%v: HTML of %q is\n%q, and byte by byte\n%q", o, doc, got, cut)
	}
	long := runHTML(t, o, strings.NewReader(doc), maxMarkup, documentLimits)
	if diff := cmp.Diff(shape(doc), shape(long)); diff != "" {
		t.Errorf("%v: HTML of %q, as in a long one, is\n%q: tags (-want +got):\n%s", o, doc, long, diff)
	}
	if utf8.ValidString(doc) && !utf8.ValidString(got) {
		t.Errorf("%v: HTML of %q is %q, which is not valid UTF-8", o, doc, got)
	}
	small := runHTML(t, o, strings.NewReader(doc), 128, limits{push: 16, raw: 100, pieces: 4, text: 200})
	if diff := cmp.Diff(shape(doc), shape(small)); diff != "" {
		t.Errorf("%v: HTML of %q with little memory is\n%q: tags (-want +got):\n%s", o, doc, small, diff)
	}
}

// tokensOf returns the tokens of a document, one for those that come in parts.
func tokensOf(doc string, limit int) (tokens []string, raw string) {
	r := newTokenReader(strings.NewReader(doc), limit)
	parts := false
	for {
		tok := r.next()
		raw += string(tok.raw)
		s := fmt.Sprintf("%v %s", tok.kind, tok.name)
		switch {
		case tok.kind == html.CommentToken || tok.kind == html.DoctypeToken:
		case tok.kind == html.TextToken && parts:
		default:
			tokens = append(tokens, s)
		}
		parts = tok.kind == html.TextToken && len(tok.raw) > 0
		if tok.kind == html.ErrorToken {
			return tokens, raw
		}
	}
}

// FuzzTokens cuts a document with a bound that nothing reaches, and one that
// much does: the tokens are the same.
func FuzzTokens(f *testing.F) {
	for _, s := range htmlSeeds {
		f.Add(s)
	}
	for _, s := range longMarkup {
		for _, long := range []string{strings.Repeat("x", 300), strings.Repeat("<a- >'\"=/", 40), strings.Repeat("--", 140)} {
			f.Add(strings.ReplaceAll(s, "%s", long) + "</b>end")
		}
	}
	f.Fuzz(checkTokens)
}

// longMarkup are kinds of tokens with something long in them.
var longMarkup = []string{
	"<p title=\"%s\" lang=de>", "<p title='%s'", "<p title=%s>", "<p %s>", "<p %s =\"x\">", "<%s>", "</p %s>", "<p title=\"%s\"/>",
	"<!--%s-->", "<!--%s--!>", "<!%s>", "<?%s>", "<!DOCTYPE %s>", "</ %s>", "<script>%s</script>a", "<script><!--%s--></script>a",
	"<script><!--%s<script>%s</script>%s--></script>a", "<title>%s&amp;</title>a", "<textarea>%s<b></textarea>a", "<plaintext>%s</plaintext>",
	"%s&amp;%s", "<script %s>x</script>", "<style>%s</style><b>",
}

// The bound falls on every byte of what ends a token.
func TestTokensAtBound(t *testing.T) {
	for _, s := range longMarkup {
		for n := range 300 {
			checkTokens(t, strings.ReplaceAll(s, "%s", strings.Repeat("x", n))+"</b>end")
		}
	}
}

func checkTokens(t *testing.T, doc string) {
	t.Helper()
	want, raw := tokensOf(doc, maxMarkup)
	if raw != doc {
		t.Errorf("the tokens of %q are %q", doc, raw)
	}
	for _, limit := range []int{128, 200} {
		got, raw := tokensOf(doc, limit)
		if raw != doc {
			t.Errorf("the tokens of %q, cut at %d, are %q", doc, limit, raw)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("tokens of %q, cut at %d (-want +got):\n%s", doc, limit, diff)
		}
	}
}

// FuzzAttributes finds the same attributes as x/net/html, and decodes the same
// texts.
func FuzzAttributes(f *testing.F) {
	for _, s := range htmlSeeds {
		f.Add(s)
	}
	f.Add("<A \xef \xa1 0000>")
	f.Fuzz(func(t *testing.T, doc string) {
		if strings.ContainsAny(doc, "\r\x00") {
			t.Skip("x/net/html replaces these")
		}
		z := html.NewTokenizer(strings.NewReader(doc))
		textIsRaw := false
		for {
			kind := z.Next()
			raw := bytes.Clone(z.Raw())
			switch kind {
			case html.ErrorToken:
				return
			case html.TextToken:
				want := string(z.Text())
				for _, space := range []string{"\n", "\t", "\f"} {
					want = strings.ReplaceAll(want, space, " ")
				}
				if got := string(appendDecoded(nil, raw, inText)); !textIsRaw && strings.ReplaceAll(got, "\r", " ") != strings.ReplaceAll(want, "\r", " ") {
					t.Errorf("text %q = %q, want %q", raw, got, want)
				}
				textIsRaw = false
			case html.StartTagToken, html.SelfClosingTagToken:
				want := z.Token()
				textIsRaw = readToEnd(want.Data) && want.Data != "title" && want.Data != "textarea"
				checkAttributes(t, raw, want)
			}
		}
	})
}

// lowerASCII returns b with its letters of ASCII in lower case, as x/net/html
// has the keys of attributes; bytes that are no UTF-8 stay what they are.
func lowerASCII(b []byte) string {
	b = bytes.Clone(b)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

func checkAttributes(t *testing.T, raw []byte, want html.Token) {
	t.Helper()
	var got []html.Attribute
	seen := map[string]bool{}
	s := newTagScanner(raw)
	if name := new(nameBuffer).lower(s.name); name != want.Data && name != "" {
		t.Errorf("the name of %q is %q, want %q", raw, name, want.Data)
	}
	for s.next() {
		key := lowerASCII(s.key)
		if key == "" || seen[key] {
			continue
		}
		seen[key] = true
		got = append(got, html.Attribute{Key: key, Val: string(appendDecoded(nil, raw[s.value.from:s.value.to], s.place()))})
	}
	if len(got) != len(want.Attr) {
		t.Errorf("%q has attributes %q, want %q", raw, got, want.Attr)
		return
	}
	for i := range got {
		if got[i].Val != want.Attr[i].Val {
			t.Errorf("%q has attributes %q, want %q", raw, got, want.Attr)
		}
	}
}
