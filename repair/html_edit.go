package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How fixes to the text become edits of the document.
//
// A fix is made where it lies within one piece of the text. One that takes
// something away and reaches beyond a piece is made in the piece alone. One
// that reaches across a tag is not made, but for space; who repairs a document
// does not know where the tag would have to go.

// An edit is a change to the bytes of a document.
type edit struct {
	start, end int64
	text       string // what comes there, to be written as the place asks
	tail       int    // how much at the end of text was there before
	place      place
	first      bool // the piece begins with it
	step       Step
	reason     string
}

// fix makes the edits of a fix to the text, which has offsets in d.text.
func (d *document) fix(f Fix) {
	text := view(d.text)
	if f.Reason == reasonIntact && !isEscapedTwice(text, &f) || !f.shrink(text) {
		return
	}
	for d.at < len(d.pieces) && d.pieces[d.at].to < f.Start {
		d.at++
	}
	first := d.at
	if f.Start < f.End && first < len(d.pieces) && d.pieces[first].to == f.Start {
		first++
	}
	last := first
	for last < len(d.pieces) && (d.pieces[last].from < f.End || d.pieces[last].from == f.Start) {
		last++
	}
	switch pieces := d.pieces[first:last]; {
	case len(pieces) == 0:
	case len(pieces) == 1 && pieces[0].from <= f.Start && f.End <= pieces[0].to:
		d.edit(&pieces[0], &f)
	case f.Start < f.End && f.clips(text, pieces):
		d.clip(f, pieces)
	default:
		if p := f.only(text, pieces); p != nil {
			f.Start, f.End = max(f.Start, p.from), min(f.End, p.to)
			d.edit(p, &f)
		}
	}
}

// The steps whose fixes are about characters, not about words.
const characterSteps = Encoding | Controls | Entities | Spaces

// only returns the piece in which all is that a fix to characters replaces, but
// for space in other pieces, or nil: so it is with a reference whose & became a
// space.
func (f *Fix) only(text string, pieces []piece) *piece {
	if f.Step&characterSteps == 0 {
		return nil
	}
	var only *piece
	at := f.Start
	for i := range pieces {
		from, to := max(f.Start, pieces[i].from), min(f.End, pieces[i].to)
		if strings.Trim(text[at:from], " ") != "" {
			return nil
		}
		if strings.Trim(text[from:to], " ") != "" {
			if only != nil {
				return nil
			}
			only = &pieces[i]
		}
		at = to
	}
	if strings.Trim(text[at:f.End], " ") != "" {
		return nil
	}
	return only
}

// clips reports whether a fix that reaches beyond a piece is made in each for
// itself: it leaves nothing but space of what it replaces, and does not reach
// across a tag, unless it is about space or takes all of it away.
func (f *Fix) clips(text string, pieces []piece) bool {
	if strings.Trim(f.Text, " \n\u00a0") != "" || strings.Contains(text[f.Start:f.End], objectMark) {
		return false
	}
	return len(pieces) == 1 || f.Step&characterSteps != 0 || f.Text == "" && f.Start <= pieces[0].from && pieces[len(pieces)-1].to <= f.End
}

// clip makes a fix in the pieces that it reaches into. The space that it leaves
// goes to the first.
func (d *document) clip(f Fix, pieces []piece) {
	left := strings.Trim(f.Text, "\n")
	for i := range pieces {
		part := f
		part.Start, part.End = max(f.Start, pieces[i].from), min(f.End, pieces[i].to)
		part.Text = left
		left = ""
		if part.shrink(view(d.text)) {
			d.edit(&pieces[i], &part)
		}
	}
}

// isEscapedTwice reports whether a reference that is left when a document's text
// is decoded was escaped twice by mistake, and is not what the text speaks of:
// it touches a word, or is an ampersand between names. What would read as
// markup stays.
func isEscapedTwice(text string, f *Fix) bool {
	if strings.ContainsAny(f.Text, "<>") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:f.Start])
	after, _ := utf8.DecodeRuneInString(text[f.End:])
	if isWordPart(before) || isWordPart(after) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[f.End:], " "))
	return f.Text == "&" && before == ' ' && after == ' ' && unicode.IsUpper(next)
}

// A cursor goes through the bytes of a piece and the text that they stand for.
type cursor struct {
	piece int64 // where the piece starts, and 1
	at    int   // in the bytes
	text  int   // in the text
	last  atom  // before at
	next  atom  // at or behind it
}

// to goes to an offset in the text, or to the start of the atom that it is in.
func (c *cursor) to(text int, raw []byte, p place) {
	for c.text < text {
		n := min(text-c.text, c.next.start-c.at)
		c.at += n
		c.text += n
		if c.text == text {
			return
		}
		if n = len(c.next.decoded(raw)); c.text+n > text {
			return
		}
		c.pass(raw, p)
	}
}

// pass passes the atom that the cursor is at.
func (c *cursor) pass(raw []byte, p place) {
	c.last = c.next
	c.at = c.next.end
	c.text += len(c.next.decoded(raw))
	c.next = nextAtom(raw, c.at, p)
}

// edit makes a fix that lies in a piece. An atom of which a part is replaced is
// written anew, and so is one before the fix that could come to stand for
// something else.
func (d *document) edit(p *piece, f *Fix) {
	raw := d.bytes(p.start, p.end)
	c := &d.cursor
	if c.piece != p.start+1 {
		*c = cursor{piece: p.start + 1, next: nextAtom(raw, 0, p.place)}
	}
	from, to := f.Start-p.from, f.End-p.from
	if from < c.text {
		d.editAgain(p, f)
		return
	}
	e := edit{place: p.place, step: f.Step, reason: f.Reason}
	c.to(from, raw, p.place)
	start := c.at
	switch {
	case c.text < from:
		e.text = c.next.decoded(raw)[:from-c.text]
	case c.last.open && c.last.end == c.at:
		start = c.last.start
		e.text = c.last.decoded(raw)
	}
	e.text += f.Text
	e.start = p.start + int64(start)
	e.first = start == 0
	d.endEdit(&e, p, to)
	d.edits = append(d.edits, e)
}

// endEdit ends an edit at an offset in the text of the piece.
func (d *document) endEdit(e *edit, p *piece, to int) {
	raw := d.bytes(p.start, p.end)
	c := &d.cursor
	c.to(to, raw, p.place)
	e.tail = 0
	if c.text < to {
		tail := c.next.decoded(raw)[to-c.text:]
		c.pass(raw, p.place)
		e.text += tail
		e.tail = len(tail)
	}
	c.last = atom{}
	e.end = p.start + int64(c.at)
}

// editAgain makes a fix to the rest of an atom that the last edit wrote anew.
func (d *document) editAgain(p *piece, f *Fix) {
	e := &d.edits[len(d.edits)-1]
	rest := e.text[len(e.text)-(d.cursor.text-(f.Start-p.from)):]
	e.text = strings.TrimSuffix(e.text, rest) + f.Text
	if n := f.End - f.Start; n <= len(rest) {
		e.text += rest[n:]
		e.tail = len(rest) - n
		return
	}
	d.endEdit(e, p, f.End-p.from)
}
