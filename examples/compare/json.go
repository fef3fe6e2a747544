package main

import (
	"bufio"
	"encoding/json"
	"strings"

	"github.com/textmend/textmend/spun"
)

// A record is a comparison as -json prints it.
type record struct {
	Text          string         `json:"text"` // the names of the files
	Reference     string         `json:"reference"`
	Verdict       spun.Verdict   `json:"verdict"`
	Probability   float64        `json:"probability"`
	Reversed      bool           `json:"reversed"`
	Words         int            `json:"words"`
	Aligned       int            `json:"aligned"`
	Evidence      spun.Evidence  `json:"evidence"`
	Passages      []passage      `json:"passages"`
	Substitutions []substitution `json:"substitutions"`
}

// A passage is a piece of the text that derives from one of the reference.
type passage struct {
	positions
	Verdict spun.Verdict `json:"verdict"`
}

// A substitution is what stands in the text for something of the reference.
type substitution struct {
	positions
	Text      string `json:"text"`
	Reference string `json:"reference"`
	Known     bool   `json:"known"`
	Count     int    `json:"count"`
}

// positions are those of a piece in both texts: offsets in bytes from 0, lines
// and columns from 1.
type positions struct {
	Start     int `json:"start"`
	End       int `json:"end"`
	Line      int `json:"line"`
	Column    int `json:"column"`
	RefStart  int `json:"ref_start"`
	RefEnd    int `json:"ref_end"`
	RefLine   int `json:"ref_line"`
	RefColumn int `json:"ref_column"`
}

// writeJSON prints a comparison for programs. Write errors stay in w.
func (c *comparison) writeJSON(w *bufio.Writer) {
	r := &c.report
	here, there := c.text.places(), c.reference.places()
	position := func(start, end, refStart, refEnd int) positions {
		at, ref := here.at(start), there.at(refStart)
		return positions{start, end, at.line, at.column, refStart, refEnd, ref.line, ref.column}
	}
	out := record{
		Text: c.text.name, Reference: c.reference.name,
		Verdict: r.Verdict, Probability: r.Probability, Reversed: r.Reversed, Words: r.Words, Aligned: r.Aligned, Evidence: r.Evidence,
		Passages: []passage{}, Substitutions: []substitution{}, // not null
	}
	for _, p := range r.Passages {
		out.Passages = append(out.Passages, passage{position(p.Start, p.End, p.RefStart, p.RefEnd), p.Verdict})
	}
	for _, s := range r.Substitutions {
		out.Substitutions = append(out.Substitutions, substitution{
			position(s.Start, s.End, s.RefStart, s.RefEnd),
			valid(c.text.text[s.Start:s.End]), valid(c.reference.text[s.RefStart:s.RefEnd]), s.Known, s.Count,
		})
	}
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	lines.Encode(out)
}

// valid is s in UTF-8, as JSON needs it.
func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }
