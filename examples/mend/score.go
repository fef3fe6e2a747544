package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/textmend/textmend/repair"
)

// scoreHeader stands above the scores.
const scoreHeader = "integrity    words  damaged  repairable  text: findings\n"

// A scoreRecord is a score as -score -json writes it.
type scoreRecord struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"` // with -lines
	repair.Assessment
}

// MarshalJSON writes the members of the assessment beside those of its place.
func (r scoreRecord) MarshalJSON() ([]byte, error) {
	assessment, err := json.Marshal(r.Assessment)
	if err != nil {
		return nil, err
	}
	place, err := json.Marshal(struct {
		File string `json:"file"`
		Line int    `json:"line,omitempty"`
	}{r.File, r.Line})
	if err != nil {
		return nil, err
	}
	return append(append(place[:len(place)-1], ','), assessment[1:]...), nil
}

// score writes the score of a document, or of each of its lines that has words.
func (m *mender) score(doc *document) {
	if !m.opts.lines {
		m.writeScore(scoreRecord{doc.name, 0, m.opts.repair.Assess(doc.input)})
		return
	}
	n := 0
	for line := range strings.Lines(doc.form.text(doc.input)) {
		n++
		if a := m.opts.repair.Assess(strings.TrimRight(line, "\r\n")); a.Words+len(a.Findings) > 0 {
			m.writeScore(scoreRecord{doc.name, n, a})
		}
	}
}

// writeScore writes one score. Write errors stay in m.stdout.
func (m *mender) writeScore(r scoreRecord) {
	if m.opts.report == reportScoreJSON {
		lines := json.NewEncoder(m.stdout)
		lines.SetEscapeHTML(false)
		lines.Encode(r)
		return
	}
	if !m.headed {
		m.headed = true
		m.stdout.WriteString(scoreHeader)
	}
	writeScoreRow(m.stdout, &r)
}

// writeScoreRow writes a score as a row of the table.
func writeScoreRow(w *bufio.Writer, r *scoreRecord) {
	fmt.Fprintf(w, "%9.3f %8d %8d %11d  %s", r.Integrity, r.Words, r.Damaged, r.Repairable, escape(r.File))
	if r.Line > 0 {
		fmt.Fprintf(w, ":%d", r.Line)
	}
	sep := ": "
	for _, c := range r.Breakdown() {
		fmt.Fprintf(w, "%s%d %v, %s", sep, c.Count, c.Step, c.Reason)
		if !c.Repairable {
			w.WriteString(" (for good)")
		}
		sep = "; "
	}
	w.WriteByte('\n')
}
