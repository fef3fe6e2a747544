package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/textmend/textmend/internal/subcommand"
)

// A verdict says how a repaired text compares with the expected one.
type verdict int

const (
	right   verdict = iota
	spaces          // right with spaces folded
	missed          // left unchanged
	partial         // changed, and part of the way there
	wrong           // changed into something else
)

func (v verdict) String() string {
	return [...]string{"right", "spaces", "missed", "WRONG (partial)", "WRONG"}[v]
}

func pairs(out io.Writer, args []string) error {
	flags := subcommand.Flags("pairs")
	via := flags.String("via", "entities", "")
	if err := subcommand.Parse(flags, args, 1, 1); err != nil {
		return err
	}
	repair, err := repairFunc(*via)
	if err != nil {
		return err
	}
	file := flags.Arg(0)
	lines, err := readLines(file)
	if err != nil {
		return err
	}
	var count [wrong + 1]int
	for i, line := range lines {
		damaged, want, ok := strings.Cut(line, "\t")
		if !ok {
			return fmt.Errorf("%s:%d: no tab", file, i+1)
		}
		want = strings.ReplaceAll(want, `\n`, "\n")
		got := repair(damaged)
		v := judge(damaged, got, want)
		count[v]++
		if v != right {
			fmt.Fprintf(out, "%d: %v\n\tin   %q\n\tgot  %q\n\twant %q\n", i+1, v, damaged, got, want)
		}
	}
	fmt.Fprintf(out, "%d rows: %d right (%d with spaces folded), %d missed, %d wrong (%d of them partial)\n",
		len(lines), count[right], count[right]+count[spaces], count[missed],
		count[wrong]+count[partial], count[partial])
	return nil
}

// judge compares got, which damaged was repaired to, with want.
func judge(damaged, got, want string) verdict {
	in, out, goal := plainSpaces(damaged), plainSpaces(got), plainSpaces(want)
	switch {
	case out == goal:
		return right
	case fold(out) == fold(goal):
		return spaces
	case got == damaged:
		return missed
	case distance(in, out)+distance(out, goal) == distance(in, goal):
		return partial
	}
	return wrong
}

// plainSpaces writes no-break spaces as spaces, as the expected texts do.
func plainSpaces(s string) string {
	return strings.ReplaceAll(s, "\u00a0", " ")
}

// fold turns every run of white space into one space.
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if !unicode.IsSpace(r) {
			b.WriteRune(r)
		} else if !space {
			b.WriteByte(' ')
		}
		space = unicode.IsSpace(r)
	}
	return b.String()
}

// distance is the Levenshtein distance between a and b in code points. Where
// it adds up, a text lies on a shortest way from one to the other.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, q := range to {
			replaced := diagonal
			if r != q {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
