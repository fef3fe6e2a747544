package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"unicode"
	"unicode/utf8"

	"github.com/textmend/textmend/repair"
)

// explain prints the fixes of a document, one line for each:
//
//	page.txt:3:148: entities: "quot;" -> '"' (reason)
//
// The fields before the text are those of a compiler's message, so that editors
// jump to them. Write errors stay in w.
func explain(w *bufio.Writer, doc *document, colour bool) {
	paint := painter(colour)
	walk := newWalker(doc)
	for _, fix := range doc.fixes {
		at := walk.to(fix.Start)
		old, text := doc.shown(fix)
		fmt.Fprintf(w, "%s %s: %s -> %s %s\n",
			paint(bold, fmt.Sprintf("%s:%d:%d:", escape(doc.name), at.line, at.column)),
			escape(fix.Step.String()),
			paint(red, clip(old)),
			paint(green, clip(text)),
			paint(faint, "("+escape(fix.Reason)+")"))
	}
}

// shown returns what a fix replaces and by what, as people can read it: of an
// insertion, which replaces nothing, with the word around it.
func (d *document) shown(fix repair.Fix) (old, text string) {
	if fix.Start < fix.End || d.form != formUTF8 {
		return d.form.text(d.input[fix.Start:fix.End]), fix.Text
	}
	before := wordEnd(d.input[:fix.Start])
	after := wordStart(d.input[fix.Start:])
	return before + after, before + fix.Text + after
}

// mostOfWord bounds what is shown of a word, in runes: there are texts that are
// all one word.
const mostOfWord = 24

// wordEnd returns what s ends with that isn't space.
func wordEnd(s string) string {
	i := len(s)
	for range mostOfWord {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if size == 0 || unicode.IsSpace(r) {
			break
		}
		i -= size
	}
	return s[i:]
}

// wordStart returns what s starts with that isn't space.
func wordStart(s string) string {
	i := 0
	for range mostOfWord {
		r, size := utf8.DecodeRuneInString(s[i:])
		if size == 0 || unicode.IsSpace(r) {
			break
		}
		i += size
	}
	return s[:i]
}

// The colours of -explain, as terminals number them.
const (
	bold  = 1
	faint = 2
	red   = 31
	green = 32
)

// painter returns a function that colours text, or leaves it.
func painter(colour bool) func(code int, text string) string {
	return func(code int, text string) string {
		if !colour {
			return text
		}
		return fmt.Sprintf("\x1b[%dm%s\x1b[0m", code, text)
	}
}

// wantsColour reports whether what is written to w should be coloured: a
// terminal that knows colours, and a user who doesn't mind (no-color.org).
func wantsColour(w io.Writer) bool {
	term := os.Getenv("TERM")
	return os.Getenv("NO_COLOR") == "" && term != "" && term != "dumb" && isDevice(w)
}
