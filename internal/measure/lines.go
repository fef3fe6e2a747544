package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/repair"
)

// A labelled line is one of a page, of which it is known whether it belongs to
// the text.
type labelled struct {
	text    string
	content bool
}

// A furnitureTally counts what Lines took of labelled pages.
type furnitureTally struct {
	pages, chars, charsLost, long, longLost, furniture, found int
}

func furniture(out io.Writer, args []string) error {
	flags := subcommand.Flags("lines")
	verbose := flags.Bool("v", false, "")
	if err := subcommand.Parse(flags, args, 1, 1); err != nil {
		return err
	}
	pages, err := readPages(flags.Arg(0))
	if err != nil {
		return err
	}
	var t furnitureTally
	for _, p := range pages {
		if *verbose {
			t.addPage(out, p)
		} else {
			t.addPage(io.Discard, p)
		}
	}
	fmt.Fprintf(out, "%d pages: %.2f %% of the characters of text lost, %.2f %% of its lines of 8 words or more (%d of %d); %.1f %% of the furniture found (%d of %d)\n",
		t.pages, portion(t.charsLost, t.chars), portion(t.longLost, t.long), t.longLost, t.long, portion(t.found, t.furniture), t.found, t.furniture)
	return nil
}

func portion(part, whole int) float64 { return 100 * float64(part) / float64(max(1, whole)) }

// readPages reads lines of a page's name, a tab, 1 for text or 0 for
// furniture, a tab and the line itself.
func readPages(file string) ([][]labelled, error) {
	lines, err := readLines(file)
	if err != nil {
		return nil, err
	}
	var pages [][]labelled
	last := ""
	for i, line := range lines {
		name, rest, ok := strings.Cut(line, "\t")
		label, text, ok2 := strings.Cut(rest, "\t")
		if !ok || !ok2 || label != "0" && label != "1" {
			return nil, fmt.Errorf("%s:%d: not a name, 0 or 1 and a line", file, i+1)
		}
		if pages == nil || name != last {
			pages, last = append(pages, nil), name
		}
		p := &pages[len(pages)-1]
		*p = append(*p, labelled{text, label == "1"})
	}
	return pages, nil
}

// addPage adds what Lines takes of a page to the tally, and prints what of that
// is text.
func (t *furnitureTally) addPage(out io.Writer, page []labelled) {
	var b strings.Builder
	for _, l := range page {
		b.WriteString(l.text + "\n")
	}
	o := repair.Options{Also: repair.Lines}
	_, fixes := o.Explain(b.String())
	t.pages++
	at := 0
	for _, l := range page {
		gone := covered(fixes, at, at+len(l.text))
		at += len(l.text) + 1
		n := 0
		if gone {
			n = 1
		}
		if !l.content {
			t.furniture++
			t.found += n
			continue
		}
		size := utf8.RuneCountInString(l.text)
		t.chars += size
		t.charsLost += n * size
		if len(strings.Fields(l.text)) >= 8 {
			t.long++
			t.longLost += n
		}
		if gone {
			fmt.Fprintf(out, "page %d lost %q\n", t.pages, l.text)
		}
	}
}

// covered reports whether a fix takes away text[from:to].
func covered(fixes []repair.Fix, from, to int) bool {
	for i := range fixes {
		if f := &fixes[i]; f.Start <= from && to <= f.End {
			return true
		}
	}
	return false
}
