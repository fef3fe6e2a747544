package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/textmend/textmend/spun"
)

// show prints a comparison for people. Write errors stay in w.
func (c *comparison) show(w *bufio.Writer, paint paint) {
	r := &c.report
	code := green
	if r.Verdict == spun.Spun {
		code = red
	}
	fmt.Fprintf(w, "%s: %s from %s\n", paint(code, escape(fmt.Sprint(r.Verdict))), paint(bold, escape(c.text.name)), paint(bold, escape(c.reference.name)))
	fmt.Fprintf(w, "%s\n", strings.TrimSuffix(r.String(), "\n"))
	c.showPassages(w, paint)
	c.showSubstitutions(w, paint)
}

// showPassages prints a line for each passage: where it stands in both texts,
// the verdict, and how it begins.
func (c *comparison) showPassages(w *bufio.Writer, paint paint) {
	if len(c.report.Passages) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", paint(bold, "passages"))
	here, there := c.text.places(), c.reference.places()
	for _, p := range c.report.Passages {
		fmt.Fprintf(w, "%s  %s  %-10v  %s\n",
			pad(span(here, p.Start, p.End), placeWidth), pad("from "+span(there, p.RefStart, p.RefEnd), placeWidth+len("from ")),
			p.Verdict, paint(faint, clip(c.text.text[p.Start:p.End], mostOfPassage)))
	}
}

// Widths in columns of a terminal.
const (
	placeWidth    = 12
	wordWidth     = 28
	mostOfPassage = 40
)

// span writes the first and the last line of a piece: "line 3" or "lines 3-5".
func span(p places, start, end int) string {
	first, last := p.at(start).line, p.at(max(start, end-1)).line
	if first == last {
		return fmt.Sprintf("line %d", first)
	}
	return fmt.Sprintf("lines %d-%d", first, last)
}

// showSubstitutions prints what was replaced and by what, in two columns.
func (c *comparison) showSubstitutions(w *bufio.Writer, paint paint) {
	list := c.report.Substitutions
	if len(list) == 0 {
		return
	}
	here, there := c.text.places(), c.reference.places()
	fmt.Fprintf(w, "\n%s%s\n", paint(bold, pad("reference", placeWidth+wordWidth)), paint(bold, "text (* a thesaurus knows the pair)"))
	for _, s := range list {
		from, to := there.at(s.RefStart), here.at(s.Start)
		word := clip(c.text.text[s.Start:s.End], wordWidth-2)
		notes := noted(s)
		if notes != "" {
			word = pad(word, wordWidth)
		}
		fmt.Fprintf(w, "%s%s%s%s%s\n",
			paint(faint, pad(from.String(), placeWidth)), paint(red, pad(clip(c.reference.text[s.RefStart:s.RefEnd], wordWidth-2), wordWidth)),
			paint(faint, pad(to.String(), placeWidth)), paint(green, word), paint(faint, notes))
	}
}

// noted returns what there is to say of a substitution.
func noted(s spun.Substitution) string {
	notes := ""
	if s.Known {
		notes = "*"
	}
	if s.Count > 1 {
		notes += fmt.Sprintf(" %d times", s.Count)
	}
	return strings.TrimSpace(notes)
}

func (p place) String() string { return fmt.Sprintf("%d:%d", p.line, p.column) }

// pad fills a column with spaces. It counts characters, which is right for
// most, and never wrong by much.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(1, width-utf8.RuneCountInString(s)))
}

// clip makes a piece of text fit on a line: its white space is folded, what
// can't be seen is escaped, and it ends in … after so many characters.
func clip(s string, most int) string {
	if cut := 4 * most; len(s) > cut {
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	runes := []rune(escape(strings.Join(strings.Fields(s), " ")))
	if len(runes) > most {
		runes = append(runes[:most-1], '\u2026')
	}
	return string(runes)
}

// The colours, as terminals number them.
const (
	bold  = 1
	faint = 2
	red   = 31
	green = 32
)

// paint colours text, or leaves it.
type paint func(code int, text string) string

// painter returns the one or the other.
func painter(colour bool) paint {
	return func(code int, text string) string {
		if !colour || text == "" {
			return text
		}
		return fmt.Sprintf("\x1b[%dm%s\x1b[0m", code, text)
	}
}

// wantsColour reports whether what is written to w should be coloured: a
// terminal that knows colours, and a user who doesn't mind (no-color.org).
func wantsColour(w io.Writer) bool {
	f, ok := w.(*os.File)
	if term := os.Getenv("TERM"); !ok || os.Getenv("NO_COLOR") != "" || term == "" || term == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
