package main

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/textmend/textmend/repair"
)

// A wireRecord is a line of -json as a program outside would declare it.
type wireRecord struct {
	File       string `json:"file"`
	Step       string `json:"step"`
	Start      int    `json:"start"`
	End        int    `json:"end"`
	StartUTF16 int    `json:"start_utf16"`
	EndUTF16   int    `json:"end_utf16"`
	Line       int    `json:"line"`
	Column     int    `json:"column"`
	Old        string `json:"old"`
	OldBase64  string `json:"old_base64"`
	Text       string `json:"text"`
	Reason     string `json:"reason"`
}

// decodeLines reads what -json printed.
func decodeLines(t *testing.T, printed string) []wireRecord {
	t.Helper()
	var records []wireRecord
	for line := range strings.Lines(printed) {
		var r wireRecord
		dec := json.NewDecoder(strings.NewReader(line))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&r); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		records = append(records, r)
	}
	return records
}

func TestJSONFlow(t *testing.T) {
	inTempDir(t, map[string]string{"page.txt": "\U0001f600 One & <line>.\n" + damaged})
	stdout, stderr, status := runMend("", "-json", "page.txt")
	if status != 0 || stderr != "" {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
	step := repair.Entities.String()
	want := []wireRecord{
		{File: "page.txt", Step: step, Start: 28, End: 32, StartUTF16: 26, EndUTF16: 30, Line: 2, Column: 10, Old: "#39;", Text: "'"},
		{File: "page.txt", Step: step, Start: 34, End: 39, StartUTF16: 32, EndUTF16: 37, Line: 2, Column: 16, Old: "quot;", Text: `"`},
		{File: "page.txt", Step: step, Start: 66, End: 71, StartUTF16: 64, EndUTF16: 69, Line: 2, Column: 48, Old: "quot;", Text: `"`},
	}
	got := decodeLines(t, stdout)
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(wireRecord{}, "Reason")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// An editor cuts its text with the UTF-16 offsets.
	units := utf16.Encode([]rune(readFile(t, "page.txt")))
	for _, r := range got {
		if old := string(utf16.Decode(units[r.StartUTF16:r.EndUTF16])); old != r.Old {
			t.Errorf("units %d to %d are %q, want %q", r.StartUTF16, r.EndUTF16, old, r.Old)
		}
	}
}

func TestJSON(t *testing.T) {
	tests := []struct {
		name, input string
		form        form
		fix         repair.Fix
		want        wireRecord
	}{
		{"invalid_bytes_count_one_each", "\xff\xfe\u00e9\xe9!", 0, repair.Fix{Start: 4, End: 5, Text: "\u00e9"},
			wireRecord{Start: 4, End: 5, StartUTF16: 3, EndUTF16: 4, Line: 1, Column: 5, Old: "\ufffd", OldBase64: "6Q==", Text: "\u00e9"}},
		{"a_real_replacement_character", "\ufffd", 0, repair.Fix{End: 3},
			wireRecord{End: 3, EndUTF16: 1, Line: 1, Column: 1, Old: "\ufffd"}},
		{"utf16_input", "\xff\xfe\n\x00\x3d\xd8\x00\xdex\x00", formUTF16LE, repair.Fix{Start: 4, End: 10, Text: "y"},
			wireRecord{Start: 4, End: 10, StartUTF16: 2, EndUTF16: 5, Line: 2, Column: 1, Old: "\U0001f600x", OldBase64: "PdgA3ngA", Text: "y"}},
		{"no_html_escapes", "<&>", 0, repair.Fix{End: 3, Text: "&"},
			wireRecord{End: 3, EndUTF16: 3, Line: 1, Column: 1, Old: "<&>", Text: "&"}},
		{"insertion", "ab", 0, repair.Fix{Start: 1, End: 1, Text: " "},
			wireRecord{Start: 1, End: 1, StartUTF16: 1, EndUTF16: 1, Line: 1, Column: 2, Text: " "}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.fix.Step, tt.fix.Reason = repair.Encoding, "why"
			doc := &document{name: "f", input: tt.input, form: tt.form, fixes: []repair.Fix{tt.fix}}
			tt.want.File, tt.want.Step, tt.want.Reason = "f", repair.Encoding.String(), "why"
			out := printed(doc, explainJSON)
			if diff := cmp.Diff([]wireRecord{tt.want}, decodeLines(t, out)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if tt.name == "no_html_escapes" && !strings.Contains(out, `"<&>"`) {
				t.Errorf("escaped for HTML: %s", out)
			}
		})
	}
}
