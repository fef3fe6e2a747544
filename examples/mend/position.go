package main

import "unicode/utf16"

// A position is a place in an input, in the ways in which it is told.
type position struct {
	offset int // bytes from 0
	units  int // UTF-16 code units from 0; a byte that is no UTF-8 counts as one
	line   int // from 1
	column int // bytes from 1
}

// A walker tells positions in an input. It only walks forward, which makes
// all positions of a document cost one pass.
type walker struct {
	input string
	form  form
	at    position
}

// newWalker returns a walker at the start of a document's input.
func newWalker(doc *document) *walker {
	return &walker{doc.input, doc.form, position{line: 1, column: 1}}
}

// to walks to an offset that isn't behind it, and tells the position.
func (w *walker) to(offset int) position {
	for w.at.offset < offset {
		r, size := w.form.decode(w.input[w.at.offset:offset])
		w.at.offset += size
		w.at.units += max(1, utf16.RuneLen(r)) // half a surrogate pair has no length of its own
		w.at.column += size
		if r == '\n' {
			w.at.line++
			w.at.column = 1
		}
	}
	return w.at
}
