package main

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/subcommand"
)

// contextBytes is how much is shown on each side of an edit.
const contextBytes = 30

// damagedOnly finds the references that are false alarms in clean text.
var damagedOnly = entities.Options{KeepIntact: true}

// A tally counts what was found in the files.
type tally struct {
	files, skipped, bytes, edits, intact, unequal int
}

func falseAlarms(out io.Writer, args []string) error {
	flags := subcommand.Flags("false")
	ext := flags.String("ext", "", "")
	if err := subcommand.Parse(flags, args, 1, math.MaxInt); err != nil {
		return err
	}
	files, err := subcommand.Files(*ext, flags.Args()...)
	if err != nil {
		return err
	}
	var t tally
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if bytes.IndexByte(data, 0) >= 0 {
			t.skipped++
			continue
		}
		t.measure(out, file, string(data))
	}
	if t.bytes == 0 {
		return fmt.Errorf("%s: no text", strings.Join(flags.Args(), " "))
	}
	megabytes := float64(t.bytes) / 1e6
	fmt.Fprintf(out, "%d files (%d binary ones skipped), %.2f MB: %d edits, %.2f per 10 MB; %d intact references\n",
		t.files, t.skipped, megabytes, t.edits, 10*float64(t.edits)/megabytes, t.intact)
	if t.unequal > 0 {
		return fmt.Errorf("%d files where the references do not give Repair's result", t.unequal)
	}
	return nil
}

// measure adds a text to the tally and prints its edits.
func (t *tally) measure(out io.Writer, file, text string) {
	t.files++
	t.bytes += len(text)
	line, counted := 1, 0
	for ref := range damagedOnly.All(text) {
		if ref.Damage == 0 {
			continue
		}
		t.edits++
		line += strings.Count(text[counted:ref.Start], "\n")
		counted = ref.Start
		fmt.Fprintf(out, "%s:%d: %q -> %q (%v) in %q\n", file, line,
			text[ref.Start:ref.End], ref.Text, ref.Damage, around(text, ref.Start, ref.End))
	}
	for ref := range entities.All(text) {
		if ref.Damage == 0 {
			t.intact++
		}
	}
	if err := check(text); err != nil {
		t.unequal++
		fmt.Fprintf(out, "%s: UNEQUAL: %v\n", file, err)
	}
}

// check reports whether the references of a text, applied, give what Repair
// gives, with intact ones and without.
func check(text string) error {
	for _, o := range []entities.Options{{}, damagedOnly} {
		got, err := apply(text, o.All(text))
		if err != nil {
			return err
		}
		if want := o.Repair(text); got != want {
			i := 0
			for i < min(len(got), len(want)) && got[i] == want[i] {
				i++
			}
			return fmt.Errorf("with %+v All gives %q, Repair %q", o, around(got, i, i), around(want, i, i))
		}
	}
	return nil
}

// apply puts the text of each reference in its place.
func apply(s string, refs iter.Seq[entities.Reference]) (string, error) {
	var b strings.Builder
	done := 0
	for ref := range refs {
		if ref.Start < done || ref.End < ref.Start || ref.End > len(s) {
			return "", fmt.Errorf("reference [%d:%d] after %d in %d bytes", ref.Start, ref.End, done, len(s))
		}
		b.WriteString(s[done:ref.Start])
		b.WriteString(ref.Text)
		done = ref.End
	}
	b.WriteString(s[done:])
	return b.String(), nil
}

// around returns s[start:end] with a bit of what is before and after it.
func around(s string, start, end int) string {
	start, end = max(0, start-contextBytes), min(len(s), end+contextBytes)
	for start > 0 && !utf8.RuneStart(s[start]) {
		start--
	}
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end++
	}
	return s[start:end]
}
