package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/repair"
)

// documentOf returns a document that fixes were applied to.
func documentOf(name, input string, fixes ...repair.Fix) *document {
	var b strings.Builder
	end := 0
	for _, fix := range fixes {
		b.WriteString(input[end:fix.Start] + fix.Text)
		end = fix.End
	}
	return &document{name: name, input: input, repaired: b.String() + input[end:], fixes: fixes}
}

func TestDiff(t *testing.T) {
	ten := "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"
	tests := []struct {
		name, input string
		fixes       []repair.Fix
		want        string // without the header
	}{
		{"nothing", ten, nil, ""},
		{"a_line", ten, []repair.Fix{{Start: 8, End: 9, Text: "five"}},
			"@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"},
		{"close_by_is_one_hunk", ten, []repair.Fix{{Start: 0, End: 1, Text: "one"}, {Start: 14, End: 15, Text: "eight"}},
			"@@ -1,10 +1,10 @@\n-1\n+one\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+eight\n 9\n 10\n"},
		{"far_off_are_two", ten, []repair.Fix{{Start: 0, End: 2}, {Start: 16, End: 17, Text: "nine"}},
			"@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n@@ -6,5 +5,5 @@\n 6\n 7\n 8\n-9\n+nine\n 10\n"},
		{"lines_joined", "a\nb\nc\n", []repair.Fix{{Start: 1, End: 2, Text: " "}},
			"@@ -1,3 +1,2 @@\n-a\n-b\n+a b\n c\n"},
		{"a_line_cut", "ab\nc\n", []repair.Fix{{Start: 1, End: 1, Text: "\n"}},
			"@@ -1,2 +1,3 @@\n-ab\n+a\n+b\n c\n"},
		{"lines_removed", "a\n\n\nb\n", []repair.Fix{{Start: 2, End: 4}},
			"@@ -1,4 +1,2 @@\n a\n-\n-\n b\n"},
		{"all_removed", "a\n", []repair.Fix{{Start: 0, End: 2}}, "@@ -1 +0,0 @@\n-a\n"},
		{"made_from_nothing", "", []repair.Fix{{Text: "a\n"}}, "@@ -0,0 +1 @@\n+a\n"},
		{"no_newline_on_either", "a\nx", []repair.Fix{{Start: 2, End: 3, Text: "y"}},
			"@@ -1,2 +1,2 @@\n a\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n"},
		{"newline_added", "x", []repair.Fix{{Start: 1, End: 1, Text: "\n"}},
			"@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n"},
		{"no_newline_in_context", "a\nb", []repair.Fix{{Start: 0, End: 1, Text: "A"}},
			"@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n"},
		{"a_fix_wider_than_its_change", "a\nb\nc\n", []repair.Fix{{Start: 0, End: 6, Text: "a\nB\nc\n"}},
			"@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want
			if want != "" {
				want = "--- f.orig\n+++ f\n" + want
			}
			if diff := cmp.Diff(want, printed(documentOf("f", tt.input, tt.fixes...), writeDiff)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestDiffFlow(t *testing.T) {
	inTempDir(t, map[string]string{"page.txt": harmless + damaged, "good": harmless})
	stdout, stderr, status := runMend("", "-d", "good", "page.txt")
	want := "--- page.txt.orig\n+++ page.txt\n@@ -1,2 +1,2 @@\n " + harmless + "-" + damaged + "+" + mended
	if diff := cmp.Diff(want, stdout); diff != "" || status != 1 || stderr != "" {
		t.Errorf("status %d, stderr %q, stdout (-want +got):\n%s", status, stderr, diff)
	}
}

func TestDiffName(t *testing.T) {
	for name, want := range map[string]string{
		"a/b.txt":   "a/b.txt",
		"a b":       "a b\t",
		"a\nb":      `"a\012b"`,
		`"a" b`:     `"\"a\" b"`,
		"caf\u00e9": "caf\u00e9",
	} {
		if got := diffName(name); got != want {
			t.Errorf("diffName(%q) = %q, want %q", name, got, want)
		}
	}
}

// randomDocument returns a few short lines and random fixes to them.
func randomDocument(rnd *rand.Rand) *document {
	letters := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteByte("ab\n\n"[rnd.IntN(4)])
		}
		return b.String()
	}
	input := letters(rnd.IntN(60))
	var fixes []repair.Fix
	for at := 0; at <= len(input); at++ {
		if rnd.IntN(8) > 0 {
			continue
		}
		end := min(len(input), at+rnd.IntN(4))
		fixes = append(fixes, repair.Fix{Start: at, End: end, Text: letters(rnd.IntN(4))})
		at = end
	}
	return documentOf("f", input, fixes...)
}

func TestDiffAppliesToRandomText(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		doc := randomDocument(rnd)
		diff := printed(doc, writeDiff)
		got, err := applyDiff(doc.input, diff)
		if err != nil || got != doc.repaired {
			t.Fatalf("%q with %v gives %q, %v; want %q:\n%s", doc.input, doc.fixes, got, err, doc.repaired, diff)
		}
		if (diff == "") != (doc.input == doc.repaired) {
			t.Fatalf("%q to %q:\n%s", doc.input, doc.repaired, diff)
		}
	}
}

// applyDiff is as strict as a patch can be: no fuzz, and no count or line off.
func applyDiff(input, diff string) (string, error) {
	var out strings.Builder
	lines := splitLines(input)
	used, made := 0, 0
	oldLeft, newLeft := 0, 0
	rows := splitLines(diff)
	for i, row := range rows {
		if i < 2 || strings.HasPrefix(row, `\`) {
			continue
		}
		mark, text := row[0], row[1:]
		if i+1 < len(rows) && strings.HasPrefix(rows[i+1], `\`) {
			text = strings.TrimSuffix(text, "\n")
		}
		if mark == '@' {
			if oldLeft != 0 || newLeft != 0 {
				return "", fmt.Errorf("hunk is cut short before %q", row)
			}
			var from, to int
			from, oldLeft, to, newLeft = parseHunk(row)
			for ; used < from; used, made = used+1, made+1 {
				out.WriteString(lines[used])
			}
			if used != from || made != to {
				return "", fmt.Errorf("at %d,%d, not at %q", used, made, row)
			}
			continue
		}
		if mark != '+' {
			if used >= len(lines) || lines[used] != text {
				return "", fmt.Errorf("line %d is not %q", used, text)
			}
			used, oldLeft = used+1, oldLeft-1
		}
		if mark != '-' {
			out.WriteString(text)
			made, newLeft = made+1, newLeft-1
		}
	}
	if oldLeft != 0 || newLeft != 0 {
		return "", fmt.Errorf("last hunk is cut short")
	}
	out.WriteString(strings.Join(lines[used:], ""))
	return out.String(), nil
}

// parseHunk reads a hunk's header; from and to count from 0.
func parseHunk(row string) (from, oldCount, to, newCount int) {
	part := func(s string) (first, count int) {
		if n, _ := fmt.Sscanf(s, "%d,%d", &first, &count); n == 1 {
			count = 1
		}
		if count > 0 {
			first--
		}
		return first, count
	}
	fields := strings.Fields(row)
	from, oldCount = part(fields[1][1:])
	to, newCount = part(fields[2][1:])
	return from, oldCount, to, newCount
}

func TestPatchApplies(t *testing.T) {
	patch, err := exec.LookPath("patch")
	if err != nil {
		t.Skip("no patch on this machine")
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	docs := []*document{
		documentOf("a name", "x\n", repair.Fix{Start: 0, End: 1, Text: "y"}),
		documentOf("a\tname", "x\n", repair.Fix{Start: 0, End: 1, Text: "y"}),
		documentOf("carriage", "a\r\nx\r\n", repair.Fix{Start: 3, End: 4, Text: "y"}),
		documentOf("nulls", utf16LE(damaged), repair.Fix{Start: 0, End: len(utf16LE(damaged)), Text: mended}),
	}
	for range 200 {
		if doc := randomDocument(rnd); doc.changed() && doc.input != "" && doc.repaired != "" {
			docs = append(docs, doc)
		}
	}
	for _, doc := range docs {
		inTempDir(t, map[string]string{doc.name: doc.input})
		cmd := exec.Command(patch, "-p0", "--binary", "--fuzz=0")
		cmd.Stdin = strings.NewReader(printed(doc, writeDiff))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%q: %v: %s", doc.name, err, out)
		}
		if got := readFile(t, doc.name); got != doc.repaired {
			t.Fatalf("%q: patch makes %q of %q, want %q", doc.name, got, doc.input, doc.repaired)
		}
		os.Remove(doc.name)
	}
}

func BenchmarkDiff(b *testing.B) {
	// Every line changes, which is where a search for the changes is at its worst.
	input := strings.Repeat(damaged, 10_000)
	var fixes []repair.Fix
	for at := 9; at < len(input); at += len(damaged) {
		fixes = append(fixes, repair.Fix{Start: at, End: at + 4, Text: "'"})
	}
	doc := documentOf("f", input, fixes...)
	b.SetBytes(int64(len(input)))
	for b.Loop() {
		printed(doc, writeDiff)
	}
}
