package repair

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// maxTag bounds a tag or comment, in bytes.
const maxTag = 2 << 10

// A tag is a tag or comment at the beginning of a text.
type tag struct {
	element
	kind  html.TokenType
	size  int  // in bytes; 0 where it has no end
	attrs bool // it has attributes with values
	odd   bool // it has what no attribute is
}

// maybeTag reports whether s, which begins with <, may begin with markup.
func maybeTag(s string) bool {
	switch {
	case len(s) < 3:
		return false
	case s[1] == '!':
		return strings.HasPrefix(s, "<!--") || len(s) > 9 && strings.EqualFold(s[:9], "<!doctype")
	case s[1] == '/':
		_, _, ok := elementAt(s[2:min(len(s), 3+maxElement)])
		return ok
	}
	_, _, ok := elementAt(s[1:min(len(s), 2+maxElement)])
	return ok
}

// A tagReader reads tags. It keeps its tokenizer from one to the next, which
// is given no more than it asks for.
type tagReader struct {
	z    *html.Tokenizer
	rest string // what the tokenizer has not been given
}

// Read gives the tokenizer what is left up to the next byte that may end a
// tag, as [io.Reader] says.
func (r *tagReader) Read(p []byte) (int, error) {
	if r.rest == "" {
		return 0, io.EOF
	}
	n := strings.IndexByte(r.rest, '>') + 1
	if n == 0 {
		n = len(r.rest)
	}
	n = copy(p, r.rest[:n])
	r.rest = r.rest[n:]
	return n, nil
}

// read returns the tag that s, of which maybeTag holds, begins with.
func (r *tagReader) read(s string) tag {
	if t, ok := plainTag(s); ok {
		return t
	}
	s = s[:min(len(s), maxTag)]
	if r.z == nil {
		r.z = html.NewTokenizer(r)
	}
	r.rest = s
	t := tag{kind: r.z.Next()}
	raw := r.z.Raw()
	if t.kind == html.ErrorToken || !bytes.HasSuffix(raw, []byte(">")) || bytes.HasPrefix(raw, []byte("<!--")) && !bytes.HasSuffix(raw, []byte("-->")) {
		r.z = nil
		return tag{kind: t.kind}
	}
	t.size = len(raw)
	switch t.kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		t.element, _, _ = elementAt(s[1:])
		t.readAttrs(r.z)
	case html.EndTagToken:
		t.element, _, _ = elementAt(s[2:])
	}
	r.z.NextIsNotRawText()
	return t
}

// plainTag returns the tag that s begins with if it has nothing but a name, as
// most have. That takes no tokenizer.
func plainTag(s string) (t tag, ok bool) {
	t.kind, t.size = html.StartTagToken, len("<")
	if s[1] == '/' {
		t.kind, t.size = html.EndTagToken, len("</")
	}
	e, n, ok := elementAt(s[t.size:])
	if !ok {
		return tag{}, false
	}
	t.element = e
	t.size += n
	if t.kind == html.StartTagToken && s[t.size] == '/' {
		t.kind = html.SelfClosingTagToken
		t.size++
	}
	if t.size == len(s) || s[t.size] != '>' {
		return tag{}, false
	}
	t.size++
	return t, true
}

// readAttrs looks at the tag's attributes.
func (t *tag) readAttrs(z *html.Tokenizer) {
	for _, more := z.TagName(); more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch {
		case !isAttr(key):
			t.odd = true
		case len(value) > 0:
			t.attrs = true
		default:
			t.odd = t.odd || !flagAttrs[string(key)]
		}
	}
}

// isAttr reports whether key may be the name of an attribute.
func isAttr(key []byte) bool {
	for i, c := range key {
		if !(isLetterByte(c) || i > 0 && (isDigitByte(c) || c == '-' || c == ':' || c == '_' || c == '.')) {
			return false
		}
	}
	return len(key) > 0
}

// flagAttrs are the attributes that need no value.
var flagAttrs = map[string]bool{
	"allowfullscreen": true, "alt": true, "async": true, "autofocus": true, "autoplay": true, "checked": true, "class": true,
	"compact": true, "controls": true, "defer": true, "disabled": true, "hidden": true, "id": true, "ismap": true,
	"itemscope": true, "loop": true, "multiple": true, "muted": true, "noshade": true, "nowrap": true, "open": true,
	"readonly": true, "required": true, "reversed": true, "selected": true, "style": true, "title": true,
}
