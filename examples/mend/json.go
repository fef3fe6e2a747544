package main

import (
	"bufio"
	"encoding/json"
	"strings"

	"github.com/textmend/textmend/repair"
)

// A fixRecord is a fix as -json writes it.
type fixRecord struct {
	File       string      `json:"file"`
	Step       repair.Step `json:"step"`
	Start      int         `json:"start"` // offsets in bytes
	End        int         `json:"end"`
	StartUTF16 int         `json:"start_utf16"` // offsets in code units
	EndUTF16   int         `json:"end_utf16"`
	Line       int         `json:"line"`
	Column     int         `json:"column"`
	Old        string      `json:"old"`
	OldBase64  []byte      `json:"old_base64,omitempty"` // the input's bytes, if Old can't hold them
	Text       string      `json:"text"`
	Reason     string      `json:"reason"`
}

// explainJSON prints the fixes of a document as JSON, one line for each.
// Write errors stay in w.
func explainJSON(w *bufio.Writer, doc *document) {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false) // the text is about markup: keep it legible
	walk := newWalker(doc)
	for _, fix := range doc.fixes {
		start, end := walk.to(fix.Start), walk.to(fix.End)
		record := fixRecord{
			File: doc.name, Step: fix.Step,
			Start: start.offset, End: end.offset,
			StartUTF16: start.units, EndUTF16: end.units,
			Line: start.line, Column: start.column,
			Text: fix.Text, Reason: fix.Reason,
		}
		raw := doc.input[fix.Start:fix.End]
		record.Old = strings.ToValidUTF8(doc.form.text(raw), "\ufffd")
		if record.Old != raw {
			record.OldBase64 = []byte(raw)
		}
		lines.Encode(record)
	}
}
