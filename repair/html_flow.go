package repair

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"
)

// How a document is read as one text.
//
// The text is what a browser would show, line by line: a paragraph ends with an
// empty line, an item of a list with a line end, a cell with a tab, and a tag
// within a line is nothing. What people read in attributes comes behind the
// line that the tag stands in, so that it does not come between its words. Where
// something stands in a line that is no text, or is not to be read, it is an
// objectMark.

// objectMark stands in the text for what is no text.
const objectMark = "\ufffc"

// A piece is a part of the text that stands in the document without a tag in
// between. What is in no piece was put there for the steps to see.
type piece struct {
	span             // in document.text
	start, end int64 // in the document
	place      place
}

// A flow is the state of the reading.
type flow struct {
	gap      textGap // before the next text
	object   bool    // the line begins with something that is no text
	later    []piece // in attributes, to come with the next gap
	held     int     // how long these are
	skip     string  // the element whose content is left alone
	depth    int     // how often it stands in itself, and once for itself
	anything bool    // text was read
	key      nameBuffer
}

// maxLater bounds what is held of attributes in one line.
const maxLater = 64 << 10

// read reads a token that begins at start.
func (d *document) read(tok *htmlToken, start int64) {
	switch tok.kind {
	case html.TextToken:
		if d.skip == "" {
			d.readText(tok.raw, start)
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		d.readStartTag(tok, start)
	case html.EndTagToken:
		if d.skip == "" {
			d.part(elementOf(tok.name).gap)
		} else if d.skip == tok.name {
			if d.depth--; d.depth == 0 {
				d.skip = ""
				d.part(elementOf(tok.name).gap)
			}
		}
	}
}

func (d *document) readStartTag(tok *htmlToken, start int64) {
	e := elementOf(tok.name)
	closed := e.foreign && tok.kind == html.SelfClosingTagToken
	if d.skip != "" {
		if d.skip == tok.name && !closed {
			d.depth++
		}
		return
	}
	d.part(e.gap)
	if tok.whole {
		d.readAttributes(tok, start)
	}
	if e.object {
		d.readObject()
	}
	if e.skip && !closed {
		d.skip, d.depth = strings.Clone(tok.name), 1
	}
}

// part parts what was read from what comes.
func (d *document) part(g textGap) {
	if g != gapNone {
		d.object = false
		d.gap = max(d.gap, g)
	}
}

// readText reads text between tags. Space between lines is not shown, and so is
// not read.
func (d *document) readText(raw []byte, start int64) {
	if isBlank(raw) {
		if d.gap == gapNone && d.anything {
			d.text = append(d.text, strings.Repeat(" ", len(raw))...)
		}
		return
	}
	d.beginText()
	last, _ := utf8.DecodeLastRune(d.text)
	if first, _ := utf8.DecodeRune(raw); isHighByte(last) && isHighByte(first) {
		d.text = append(d.text, objectMark...)
	}
	d.readPiece(piece{start: start, end: start + int64(len(raw)), place: inText})
}

// isHighByte reports whether r is a byte that is no part of a character, or what
// it becomes, or what bytes read wrongly are. Two of them must not be read as
// one character across a tag.
func isHighByte(r rune) bool {
	if r < utf8.RuneSelf {
		return false
	}
	_, ok := charmap.Windows1252.EncodeRune(r)
	return ok || r < 0x100 || r == utf8.RuneError
}

func isBlank(raw []byte) bool {
	for _, c := range raw {
		if !isTagSpace(c) {
			return false
		}
	}
	return true
}

// beginText writes what parts the text that comes from the text before it.
func (d *document) beginText() {
	if d.gap != gapNone {
		d.readLater()
		if d.anything {
			d.text = append(d.text, gapTexts[d.gap]...)
		}
		d.gap = gapNone
	}
	if d.object {
		d.text = append(d.text, objectMark...)
		d.object = false
	}
	d.anything = true
}

// readLater reads the attributes that were held back, as paragraphs.
func (d *document) readLater() {
	for _, p := range d.later {
		if d.anything {
			d.text = append(d.text, gapTexts[gapPart]...)
		}
		d.readPiece(p)
		d.anything = true
		d.gap = gapPart
	}
	d.later = d.later[:0]
	d.held = 0
}

// readPiece reads a piece that is not empty.
func (d *document) readPiece(p piece) {
	p.from = len(d.text)
	d.text = appendDecoded(d.text, d.bytes(p.start, p.end), p.place)
	p.to = len(d.text)
	d.pieces = append(d.pieces, p)
}

func (d *document) readObject() {
	if d.gap == gapNone && d.anything {
		d.text = append(d.text, objectMark...)
	} else {
		d.object = true
	}
}

// readAttributes keeps for later what people read in the attributes of a tag.
func (d *document) readAttributes(tok *htmlToken, start int64) {
	described := tok.name == "meta" && d.describes(tok.raw)
	s := newTagScanner(tok.raw)
	for s.next() {
		key := d.key.lower(s.key)
		if s.value.from == s.value.to || !isRead(tok.name, key) && !(described && key == "content") {
			continue
		}
		p := piece{start: start + int64(s.value.from), end: start + int64(s.value.to), place: s.place()}
		d.later = append(d.later, p)
		d.held += s.value.to - s.value.from
	}
	if d.held > maxLater || len(d.later) > maxPieces/4 {
		d.part(gapPart)
	}
}

// describes reports whether a meta element has the description of the document.
func (f *flow) describes(tag []byte) bool {
	s := newTagScanner(tag)
	for s.next() {
		switch f.key.lower(s.key) {
		case "name", "property", "itemprop":
			if isDescription(f.key.lower(bytes.TrimSpace(tag[s.value.from:s.value.to]))) {
				return true
			}
		}
	}
	return false
}

// place returns how the value is written.
func (s *tagScanner) place() place {
	switch s.quote {
	case '"':
		return inDoubleQuotes
	case '\'':
		return inSingleQuotes
	}
	return inNoQuotes
}
