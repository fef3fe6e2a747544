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

// repairOptions returns what the flags -also and -skip say.
func repairOptions(also, skip string) (o repair.Options, err error) {
	if err := o.Also.UnmarshalText([]byte(also)); err != nil {
		return o, fmt.Errorf("-also=%s: %w", also, err)
	}
	if err := o.Skip.UnmarshalText([]byte(skip)); err != nil {
		return o, fmt.Errorf("-skip=%s: %w", skip, err)
	}
	return o, nil
}

// listFixes prints what package repair does to files, each a text.
func listFixes(out io.Writer, args []string) error {
	flags := subcommand.Flags("fixes")
	also := flags.String("also", "", "")
	skip := flags.String("skip", "", "")
	if err := subcommand.Parse(flags, args, 1, math.MaxInt); err != nil {
		return err
	}
	o, err := repairOptions(*also, *skip)
	if err != nil {
		return err
	}
	size, count := 0, map[repair.Step]int{}
	for _, file := range flags.Args() {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if bytes.IndexByte(data, 0) >= 0 {
			continue
		}
		text := string(data)
		size += len(text)
		_, fixes := o.Explain(text)
		line, counted := 1, 0
		for _, f := range fixes {
			count[f.Step]++
			line += strings.Count(text[counted:f.Start], "\n")
			counted = f.Start
			fmt.Fprintf(out, "%s:%d: %v: %q -> %q (%s) in %q\n", file, line, f.Step, text[f.Start:f.End], f.Text, f.Reason, around(text, f.Start, f.End))
		}
	}
	fmt.Fprintf(out, "%.2f MB:", float64(size)/1e6)
	for s := repair.Step(1); s <= repair.Compat; s <<= 1 {
		if n := count[s]; n > 0 {
			fmt.Fprintf(out, " %v %d (%.1f a MB)", s, n, float64(n)/float64(size)*1e6)
		}
	}
	fmt.Fprintln(out)
	return nil
}
