package main

import (
	"fmt"
	"io"
)

// show prints the first article, and all that is made of it.
func show(out io.Writer, args []string) error {
	var s setup
	flags := newFlags("show")
	s.flags(flags)
	if err := parse(flags, args, 1, 1); err != nil {
		return err
	}
	if err := s.check(); err != nil {
		return err
	}
	articles, err := s.read(flags.Args())
	if err != nil {
		return err
	}
	all, err := s.samples(articles[:min(4, len(articles))])
	if err != nil {
		return err
	}
	fmt.Fprintln(out, articles[0].text)
	for _, x := range all {
		if x.article != 0 {
			break
		}
		fmt.Fprintf(out, "== %s\n%s\n", x.kind, x.text)
		for _, t := range x.truth {
			fmt.Fprintf(out, "%s -> %s\n", x.reference[t.RefStart:t.RefEnd], x.text[t.Start:t.End])
		}
	}
	return nil
}
