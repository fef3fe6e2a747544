package main

import (
	"fmt"
	"io"

	"github.com/textmend/textmend/internal/subcommand"
)

func same(out io.Writer, args []string) error {
	flags := subcommand.Flags("same")
	via := flags.String("via", "entities", "")
	if err := subcommand.Parse(flags, args, 1, 1); err != nil {
		return err
	}
	repair, err := repairFunc(*via)
	if err != nil {
		return err
	}
	lines, err := readLines(flags.Arg(0))
	if err != nil {
		return err
	}
	changed := 0
	for i, line := range lines {
		if got := repair(line); got != line {
			changed++
			fmt.Fprintf(out, "%d: changed\n\tin   %q\n\tgot  %q\n", i+1, line, got)
		}
	}
	fmt.Fprintf(out, "%d lines: %d unchanged, %d changed\n", len(lines), len(lines)-changed, changed)
	return nil
}
