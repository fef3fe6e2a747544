package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/repair"
)

// printed returns what a report of a document prints.
func printed(doc *document, report func(*bufio.Writer, *document)) string {
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	report(w, doc)
	w.Flush()
	return out.String()
}

// plainly and colourfully are explain without and with colours.
func plainly(w *bufio.Writer, doc *document)     { explain(w, doc, false) }
func colourfully(w *bufio.Writer, doc *document) { explain(w, doc, true) }

func TestExplainFlow(t *testing.T) {
	inTempDir(t, map[string]string{"page.txt": "One line.\n" + damaged})
	stdout, stderr, status := runMend("", "-explain", "page.txt")
	if status != 0 || stderr != "" {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
	// Not the reasons: the words are package repair's.
	got := regexp.MustCompile(`(?m) \(.*\)$`).ReplaceAllString(stdout, "")
	step := repair.Entities.String()
	want := `page.txt:2:10: ` + step + `: "#39;" -> "'"` + "\n" +
		`page.txt:2:16: ` + step + `: "quot;" -> '"'` + "\n" +
		`page.txt:2:48: ` + step + `: "quot;" -> '"'` + "\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("stdout (-want +got):\n%s", diff)
	}
}

func TestExplain(t *testing.T) {
	long := strings.Repeat("a ", 100)
	tests := []struct {
		name, input string
		form        form
		fix         repair.Fix
		want        string
	}{
		{"replacement", "a\nb x", 0, repair.Fix{Start: 4, End: 5, Text: "y"}, `2:3 "x" -> "y"`},
		{"column_in_bytes", "\u00e9\u00e9 x", 0, repair.Fix{Start: 5, End: 6, Text: "y"}, `1:6 "x" -> "y"`},
		{"removal", "a\u200bb", 0, repair.Fix{Start: 1, End: 4}, `1:2 "\u200b" -> ""`},
		{"insertion_with_its_word", "said andraised it", 0, repair.Fix{Start: 8, End: 8, Text: " "}, `1:9 "andraised" -> "and raised"`},
		{"insertion_in_no_words", "a  b", 0, repair.Fix{Start: 2, End: 2, Text: "-"}, `1:3 "" -> "-"`},
		{"insertion_in_a_long_word", strings.Repeat("a", 99), 0, repair.Fix{Start: 50, End: 50, Text: " "},
			`1:51 "` + strings.Repeat("a", 48) + `" -> "` + strings.Repeat("a", 24) + ` ` + strings.Repeat("a", 24) + `"`},
		{"clipped", long, 0, repair.Fix{Start: 0, End: 200}, `1:1 "` + long[:80] + `" and 120 bytes more -> ""`},
		{"line_end", "a\r\n\n", 0, repair.Fix{Start: 1, End: 3, Text: "\n"}, `1:2 "\r\n" -> "\n"`},
		{"utf16", "a\x00\n\x00x\x00\x0a\x0a", formUTF16LE, repair.Fix{Start: 4, End: 8, Text: "y"}, `2:1 "x` + "\u0a0a" + `" -> "y"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.fix.Step, tt.fix.Reason = repair.Entities, "why"
			doc := &document{name: "f", input: tt.input, form: tt.form, fixes: []repair.Fix{tt.fix}}
			where, what, _ := strings.Cut(tt.want, " ")
			want := fmt.Sprintf("f:%s: %v: %s (why)\n", where, repair.Entities, what)
			if diff := cmp.Diff(want, printed(doc, plainly)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// harm is a sample of what must not reach a terminal, or can't be seen there.
var harm = []string{
	"\x00", "\a", "\b", "\t", "\v", "\r", "\x1b", "\x7f", "\u0085", "\u009b", "\u00a0", "\u00ad",
	"\u034f", "\u061c", "\u115f", "\u200b", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e",
	"\u2060", "\u2066", "\u2069", "\u2800", "\u3000", "\u3164", "\ufe0f", "\ufeff", "\U000e0041", "\xff", "\x9b",
}

// checkShown fails the test if any of harm is in a report.
func checkShown(t *testing.T, report string) {
	t.Helper()
	if !utf8.ValidString(report) {
		t.Errorf("bytes that are no text are in %q", report)
	}
	for _, line := range strings.Split(report, "\n") {
		for _, r := range line {
			if !visible(r) {
				t.Errorf("%U is in %q", r, line)
			}
		}
		for _, s := range harm {
			if strings.Contains(line, s) {
				t.Errorf("%q is in %q", s, line)
			}
		}
	}
}

func TestExplainShowsWhatCantBeSeen(t *testing.T) {
	for _, s := range harm {
		doc := &document{
			name:  "f" + s + "g",
			input: "a" + s + "b",
			fixes: []repair.Fix{{Step: repair.Controls, Start: 1, End: 1 + len(s), Text: s + "\n", Reason: "no" + s}},
		}
		report := printed(doc, plainly)
		checkShown(t, report)
		if n := strings.Count(report, "\n"); n != 1 {
			t.Errorf("%q: %d lines, want 1:\n%s", s, n, report)
		}
	}
	// And whatever package repair makes of it.
	stdout, _, _ := runMend("a "+strings.Join(harm[1:], "b c")+" d "+damaged, "-explain")
	checkShown(t, stdout)
}

func TestQuote(t *testing.T) {
	for s, want := range map[string]string{
		"":               `""`,
		"quot;":          `"quot;"`,
		`"`:              `'"'`,
		`"it's"`:         `"\"it's\""`,
		`'`:              `"'"`,
		`a\x1b`:          `"a\\x1b"`,
		"\x1b[2J":        `"\x1b[2J"`,
		"\u202e\u00a0":   `"\u202e\u00a0"`,
		"\U000e0041":     `"\U000e0041"`,
		"\xff\n":         `"\xff\n"`,
		"\u00e9\u4e2d":   "\"\u00e9\u4e2d\"",
		"\u2764\ufe0f":   "\"\u2764\\ufe0f\"",
		"\ufffd":         "\"\ufffd\"",
		"e\u0301 \u2019": "\"e\u0301 \u2019\"",
	} {
		if got := quote(s); got != want {
			t.Errorf("quote(%q) = %s, want %s", s, got, want)
		}
	}
}

func TestColours(t *testing.T) {
	doc := &document{name: "f", input: "x\x1b[0m", fixes: []repair.Fix{{Step: repair.Entities, End: 2, Text: "y", Reason: "why"}}}
	coloured := printed(doc, colourfully)
	if !strings.Contains(coloured, "\x1b[31m\"x\\x1b\"\x1b[0m") {
		t.Errorf("what was there is not red: %q", coloured)
	}
	colours := regexp.MustCompile("\x1b\\[[0-9]+m")
	if diff := cmp.Diff(printed(doc, plainly), colours.ReplaceAllString(coloured, "")); diff != "" {
		t.Errorf("but for the colours it differs (-plain +coloured):\n%s", diff)
	}
}

func TestWantsColour(t *testing.T) {
	// The null device is as much of a terminal as a test can count on.
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	file, err := os.Create(t.TempDir() + "/file")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	tests := []struct {
		name, term, noColor string
		out                 io.Writer
		want                bool
	}{
		{"terminal", "xterm", "", null, true},
		{"no_color", "xterm", "1", null, false},
		{"dumb", "dumb", "", null, false},
		{"unknown_terminal", "", "", null, false},
		{"file", "xterm", "", file, false},
		{"buffer", "xterm", "", new(bytes.Buffer), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("TERM", tt.term)
			t.Setenv("NO_COLOR", tt.noColor)
			if got := wantsColour(tt.out); got != tt.want {
				t.Errorf("wantsColour = %v, want %v", got, tt.want)
			}
		})
	}
}
