package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/repair"
)

// changes prints the fixes that the step makes in clean texts, a file a text.
func changes(out io.Writer, args []string) error {
	flags := subcommand.Flags("changes")
	ext := flags.String("ext", "", "")
	name := flags.String("step", "encoding", "")
	if err := subcommand.Parse(flags, args, 1, math.MaxInt); err != nil {
		return err
	}
	var step repair.Step
	if err := step.UnmarshalText([]byte(*name)); err != nil {
		return err
	}
	files, err := subcommand.Files(*ext, flags.Args()...)
	if err != nil {
		return err
	}
	texts, size, fixes := 0, 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if bytes.IndexByte(data, 0) >= 0 {
			continue
		}
		texts++
		size += len(data)
		fixes += printChanges(out, file, string(data), step)
	}
	if size == 0 {
		return fmt.Errorf("%s: no text", strings.Join(flags.Args(), " "))
	}
	fmt.Fprintf(out, "%d files, %.2f MB: %d fixes, %.2f a MB\n", texts, float64(size)/1e6, fixes, 1e6*float64(fixes)/float64(size))
	return nil
}

// printChanges prints the fixes of a step in a text and returns their number.
func printChanges(out io.Writer, file, text string, step repair.Step) int {
	_, fixes := repair.Explain(text)
	n := 0
	for _, f := range fixes {
		if f.Step&step == 0 {
			continue
		}
		n++
		fmt.Fprintf(out, "%s:%d: %q -> %q (%s) in %q\n", file, 1+strings.Count(text[:f.Start], "\n"),
			text[f.Start:f.End], f.Text, f.Reason, around(text, f.Start, f.End))
	}
	return n
}
