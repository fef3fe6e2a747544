package main

import (
	"fmt"
	"io"
)

// show prints the first article, and all that is made of it.
func show(out io.Writer, args []string) error {
	all, _, err := prepare("show", args)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, all[0].reference)
	for _, x := range all {
		if x.article != 0 {
			continue
		}
		fmt.Fprintf(out, "== %s\n%s\n", x.kind, x.text)
		for _, t := range x.truth {
			fmt.Fprintf(out, "%s -> %s\n", x.reference[t.RefStart:t.RefEnd], x.text[t.Start:t.End])
		}
	}
	return nil
}
