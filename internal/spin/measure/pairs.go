package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/spun"
)

// pairs looks for substitutions read off by hand among those listed.
func pairs(out io.Writer, args []string) error {
	flags := subcommand.Flags("pairs")
	if err := subcommand.Parse(flags, args, 3, 3); err != nil {
		return err
	}
	rows, err := readMarked(flags.Arg(0))
	if err != nil {
		return err
	}
	text, err := os.ReadFile(flags.Arg(1))
	if err != nil {
		return err
	}
	reference, err := os.ReadFile(flags.Arg(2))
	if err != nil {
		return err
	}
	r := spun.Compare(string(text), string(reference))
	listed := map[[2]string]int{}
	for _, s := range r.Substitutions {
		from, to := fold(string(reference[s.RefStart:s.RefEnd])), fold(string(text[s.Start:s.End]))
		listed[[2]string{from, to}]++
	}
	want, found := 0, 0
	for _, row := range rows {
		if row.mark != "d" {
			continue
		}
		want++
		if listed[row.pair] > 0 {
			found++
		} else {
			fmt.Fprintf(out, "missed: %s -> %s\n", row.pair[0], row.pair[1])
		}
	}
	extra := 0
	for _, s := range r.Substitutions {
		pair := [2]string{fold(string(reference[s.RefStart:s.RefEnd])), fold(string(text[s.Start:s.End]))}
		if !has(rows, pair) {
			extra++
			fmt.Fprintf(out, "beyond: %s -> %s at %d (%d), known %v, %d times\n", pair[0], pair[1], s.Start, s.RefStart, s.Known, s.Count)
		}
	}
	_, err = fmt.Fprintf(out, "%d of %d rows found; %d listed, %d beyond the rows, to be read\n", found, want, len(r.Substitutions), extra)
	return err
}

// A marked pair is a row of the file.
type marked struct {
	mark string
	pair [2]string
}

func has(rows []marked, pair [2]string) bool {
	for _, row := range rows {
		if row.pair == pair {
			return true
		}
	}
	return false
}

func readMarked(file string) ([]marked, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var rows []marked
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(fields) != 3 {
			return nil, fmt.Errorf("%s:%d: %d fields, want 3", file, len(rows)+1, len(fields))
		}
		rows = append(rows, marked{fields[0], [2]string{fold(fields[1]), fold(fields[2])}})
	}
	return rows, nil
}

// fold writes a phrase in lower case, with plain apostrophes and without those
// of possessives.
func fold(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "\u2019", "'"))
	return strings.TrimSuffix(strings.Join(strings.Fields(s), " "), "'s")
}
