package repair

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// maxMarkup bounds what is held of one token of a document.
const maxMarkup = 256 << 10

// An htmlToken is a token of a document, or a part of one that is longer than the
// bound: of text that is text again, of anything else a comment.
type htmlToken struct {
	kind  html.TokenType // ErrorToken at the end of the document
	raw   []byte         // its bytes, valid until the next token
	name  string         // of a tag, in lower case, valid until the next token; "" if it is longer than those that matter
	whole bool           // nothing was cut off
}

// A tokenReader cuts a document into tokens, as x/net/html does, so that the
// tokens put together are the document, byte by byte.
//
// The Tokenizer holds a token whole. Where one gets too long, another Tokenizer
// is set to work behind what was read of it, in the state in which the first
// one was: its input begins with markup that brings it there.
type tokenReader struct {
	src   source
	z     *html.Tokenizer
	limit int    // maxMarkup, but in tests
	raw   string // the element whose text comes next, if that is read up to its end tag
	name  nameBuffer
	cut   int // how much of the next token is markup that was put before it
}

func newTokenReader(r io.Reader, limit int) *tokenReader {
	t := &tokenReader{src: source{r: r}, limit: limit}
	t.restart()
	return t
}

func (t *tokenReader) restart() {
	t.z = html.NewTokenizer(&t.src)
	t.z.SetMaxBuf(t.limit)
}

// next returns the next token.
func (t *tokenReader) next() htmlToken {
	tok := htmlToken{kind: t.z.Next(), raw: t.z.Raw(), whole: t.cut == 0}
	if len(tok.raw) >= t.limit {
		return t.split(tok)
	}
	t.raw = ""
	switch tok.kind {
	case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
		name := nameIn(tok.raw)
		tok.name = t.name.lower(tok.raw[name.from:name.to])
		if tok.kind != html.EndTagToken && readToEnd(tok.name) {
			t.raw = strings.Clone(tok.name)
		}
	}
	tok.raw = tok.raw[t.cut:]
	t.cut = 0
	return tok
}

// readToEnd reports whether what follows the start tag of an element is text
// up to its end tag, whatever it looks like.
func readToEnd(name string) bool {
	switch name {
	case "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp":
		return true
	}
	return false
}

// split returns the first part of a token that is too long, and sees to it that
// the rest comes next.
func (t *tokenReader) split(tok htmlToken) htmlToken {
	raw := slices.Clone(tok.raw)
	end := len(raw) - 1 // the Tokenizer has read the last byte, but not looked at it
	before, resume := "", ""
	if tok.kind != html.TextToken {
		t.raw = ""
	}
	switch {
	case tok.kind == html.TextToken:
		end = textCut(raw[:end])
		if t.raw != "" {
			before = "<" + t.raw + ">"
		}
		if t.raw == "script" {
			resume = scriptState(raw[:end])
		}
	case tok.kind == html.ErrorToken:
		tok.kind = html.CommentToken
		if raw[end-1] == '/' {
			end-- // it may close the tag
		}
		s := newTagScanner(raw[:end])
		for s.next() {
		}
		resume = s.resume()
	case bytes.HasPrefix(raw, []byte("<!--")):
		end = dashCut(raw[:end])
		resume = "<!-- "
	default: // what else begins with <! or <? or </ ends at the first >
		resume = "<?"
	}
	tok.raw, tok.whole = raw[t.cut:end], false
	t.src.putBack(before, resume, view(raw[end:]), view(t.z.Buffered()))
	t.restart()
	if before != "" {
		t.z.Next()
	}
	t.cut = len(resume)
	return tok
}

// textCut returns where to part text, so that no tag, comment or reference is:
// it may be that they come to stand there with what follows.
func textCut(text []byte) int {
	end := len(text)
	if i := lastIndexNear(text, '<', len("</plaintext>")+4); i >= 0 {
		end = i
	}
	if i := lastIndexNear(text[:end], '&', 40); i >= 0 {
		end = i
	}
	end = dashCut(text[:end])
	for i := 1; i < utf8.UTFMax && i < end; i++ {
		if utf8.RuneStart(text[end-i]) {
			if !utf8.FullRune(text[end-i : end]) {
				end -= i
			}
			break
		}
	}
	return end
}

// lastIndexNear returns the last index of c in the last n bytes of s, or -1.
func lastIndexNear(s []byte, c byte, n int) int {
	from := max(0, len(s)-n)
	if i := bytes.LastIndexByte(s[from:], c); i >= 0 {
		return from + i
	}
	return -1
}

// dashCut returns where to part a comment, so that its end is not.
func dashCut(comment []byte) int {
	for _, end := range []string{"--!", "--", "-"} {
		if bytes.HasSuffix(comment, []byte(end)) {
			return len(comment) - len(end)
		}
	}
	return len(comment)
}

// scriptState returns what brings a script into the state that it is in after
// some text: a comment in it may hide the end tag.
func scriptState(text []byte) string {
	switch {
	case !bytes.Contains(text, []byte("<!--")) || endsScript(text, "<script></script>"):
		return ""
	case endsScript(text, "</script>"):
		return "<!-- "
	}
	return "<!-- <script "
}

// endsScript reports whether the last tag in end is what ends a script that
// begins with text.
func endsScript(text []byte, end string) bool {
	z := html.NewTokenizer(io.MultiReader(strings.NewReader("<script>"), bytes.NewReader(text), strings.NewReader(end)))
	z.Next()
	z.Next()
	return len(z.Raw()) == len(text)+len(end)-len("</script>")
}
