package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/spun"
)

// pages compares the five pages with each other.
func pages(out io.Writer, args []string) error {
	flags := subcommand.Flags("pages")
	if err := subcommand.Parse(flags, args, 1, 1); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(flags.Arg(0), "00[0-4]_*.txt"))
	if err != nil {
		return err
	}
	if len(files) != 5 {
		return fmt.Errorf("%s: %d pages, want 5", flags.Arg(0), len(files))
	}
	texts := make([]string, len(files))
	for i, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		texts[i] = string(text)
	}
	wrong := 0
	for i, text := range texts {
		for j, reference := range texts {
			if i == j {
				continue
			}
			r := spun.Compare(text, reference)
			mark := ""
			if !expected(i, j, r) {
				mark = "WRONG"
				wrong++
			}
			fmt.Fprintf(out, "%03d from %03d: %-10v p=%.3f reversed=%-5v words %3d aligned %3d substitutions %2d %s\n",
				i, j, r.Verdict, r.Probability, r.Reversed, r.Words, r.Aligned, len(r.Substitutions), mark)
		}
	}
	prepared := spun.NewReference(texts[2])
	const times = 200
	start := time.Now()
	for range times {
		prepared.Compare(texts[4])
	}
	_, err = fmt.Fprintf(out, "20 pairs, %d wrong; page 004 against a prepared 002: %v\n", wrong, time.Since(start)/times)
	return err
}

// expected reports whether the verdict on page i from page j is right.
func expected(i, j int, r spun.Report) bool {
	switch [2]int{i, j} {
	case [2]int{0, 1}, [2]int{1, 0}:
		return r.Verdict == spun.Edited
	case [2]int{4, 2}:
		return r.Verdict == spun.Spun && !r.Reversed
	case [2]int{2, 4}:
		return r.Verdict == spun.Spun && r.Reversed
	}
	return slices.Contains([]spun.Verdict{spun.Related, spun.Unrelated}, r.Verdict)
}
