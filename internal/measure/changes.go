package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/textmend/textmend/repair"
)

// changes prints the fixes that the step makes in clean texts, a file a text.
func changes(out io.Writer, args []string) error {
	flags := newFlags("changes")
	ext := flags.String("ext", "", "")
	name := flags.String("step", "encoding", "")
	if err := parse(flags, args, 1, math.MaxInt); err != nil {
		return err
	}
	var step repair.Step
	if err := step.UnmarshalText([]byte(*name)); err != nil {
		return err
	}
	files, size, fixes := 0, 0, 0
	for _, path := range flags.Args() {
		root, err := filepath.EvalSymlinks(path)
		if err != nil {
			return err
		}
		err = filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.Type().IsRegular() || !strings.HasSuffix(file, *ext) {
				return err
			}
			data, err := os.ReadFile(file)
			if err != nil || bytes.IndexByte(data, 0) >= 0 {
				return err
			}
			files++
			size += len(data)
			fixes += printChanges(out, file, string(data), step)
			return nil
		})
		if err != nil {
			return err
		}
	}
	if size == 0 {
		return fmt.Errorf("%s: no text", strings.Join(flags.Args(), " "))
	}
	fmt.Fprintf(out, "%d files, %.2f MB: %d fixes, %.2f a MB\n", files, float64(size)/1e6, fixes, 1e6*float64(fixes)/float64(size))
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
