package main

import (
	"fmt"
	"io"

	"github.com/textmend/textmend/internal/spin"
)

// show prints a spin of the first article at every rate.
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
	t, err := s.thesaurus()
	if err != nil {
		return err
	}
	text := articles[0].text
	fmt.Fprintf(out, "%s\n", text)
	for i, percent := range s.percents {
		rnd := s.random(uint64(i))
		o := spin.Hard(rnd, float64(percent)/100)
		o.Extra = spin.Sentences(articles[1].text)
		r := spin.Spin(rnd, t, text, o)
		fmt.Fprintf(out, "== %d %%: %.2f\n%s\n", percent, r.Rate, r.Text)
		for _, sub := range r.Substitutions {
			fmt.Fprintf(out, "%s -> %s\n", text[sub.RefStart:sub.RefEnd], r.Text[sub.Start:sub.End])
		}
	}
	return nil
}
