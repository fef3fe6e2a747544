package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/spun"
)

// spins measures verdicts, substitutions and probabilities on spins and on
// what is none.
func spins(out io.Writer, args []string) error {
	all, s, err := prepare("spins", args)
	if err != nil {
		return err
	}
	tally := map[string]*count{}
	var calibration calibration
	var listed listing
	byKind := map[string]*listing{}
	for _, sample := range all {
		r := sample.compare()
		c := tally[sample.kind]
		if c == nil {
			c = &count{verdicts: map[spun.Verdict]int{}, spun: sample.spun}
			tally[sample.kind] = c
		}
		c.add(r, len(strings.Fields(sample.text)))
		calibration.add(r.Probability, sample.spun)
		if sample.truth != nil {
			if byKind[sample.kind] == nil {
				byKind[sample.kind] = new(listing)
			}
			byKind[sample.kind].add(sample, r)
			listed.add(sample, r)
		}
		if wrong := (r.Verdict == spun.Spun) != sample.spun; wrong && c.wrong() <= s.verbose {
			fmt.Fprintf(out, "== %s: %v p=%.3f\n%v\n-- reference\n%s\n-- text\n%s\n", sample.kind, r.Verdict, r.Probability, r, sample.reference, sample.text)
		}
	}
	report(out, tally)
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		byKind[kind].report(out, kind)
	}
	listed.report(out, "all")
	listed.examples(out)
	return calibration.report(out)
}

// prepare makes the samples that a command line asks for.
func prepare(name string, args []string) ([]sample, setup, error) {
	var s setup
	flags := subcommand.Flags(name)
	s.flags(flags)
	if err := subcommand.Parse(flags, args, 1, math.MaxInt); err != nil {
		return nil, s, err
	}
	if err := s.check(); err != nil {
		return nil, s, err
	}
	contests, err := s.contests()
	if err != nil {
		return nil, s, err
	}
	articles, err := s.read(flags.Args())
	if err != nil {
		return nil, s, err
	}
	all, err := s.samples(articles, contests)
	return all, s, err
}

// A count is what became of the samples of one kind.
type count struct {
	spun     bool
	verdicts map[spun.Verdict]int
	total    int
	reversed int
	words    int
}

func (c *count) add(r spun.Report, words int) {
	c.total++
	c.verdicts[r.Verdict]++
	c.words += words
	if r.Verdict == spun.Spun && r.Reversed {
		c.reversed++
	}
}

// wrong counts the samples that were called Spun and aren't, or the other way round.
func (c *count) wrong() int {
	if c.spun {
		return c.total - c.verdicts[spun.Spun]
	}
	return c.verdicts[spun.Spun]
}

// report prints a line for each kind, and F1 for each rate of spinning: with
// as much weight on the negatives together as on the spins.
func report(out io.Writer, tally map[string]*count) {
	kinds := slices.SortedFunc(maps.Keys(tally), func(a, b string) int {
		if tally[a].spun != tally[b].spun {
			return cmp.Compare(b, a)
		}
		return cmp.Compare(a, b)
	})
	negatives, false_ := 0, 0
	for _, kind := range kinds {
		c := tally[kind]
		if !c.spun {
			negatives += c.total
			false_ += c.wrong()
		}
		fmt.Fprintf(out, "%-19s %5d of %3d words; called spun %s", kind, c.total, c.words/c.total, percent(c.verdicts[spun.Spun], c.total))
		if c.spun {
			fmt.Fprintf(out, " (reversed %d)", c.reversed)
		}
		for _, v := range slices.Sorted(maps.Keys(c.verdicts)) {
			fmt.Fprintf(out, ", %v %d", v, c.verdicts[v])
		}
		fmt.Fprintln(out)
	}
	rate := float64(false_) / float64(max(1, negatives))
	fmt.Fprintf(out, "negatives: %d of %d called spun, %.2f %%\n", false_, negatives, 100*rate)
	for _, kind := range kinds {
		if c := tally[kind]; c.spun {
			recall := float64(c.verdicts[spun.Spun]) / float64(c.total)
			fmt.Fprintf(out, "%s: recall %.4f, F1 %.4f\n", kind, recall, 2*recall/(recall+rate+1))
		}
	}
}

// A calibration counts samples by the probability that they were given.
type calibration struct {
	sum         [10]float64
	total, spun [10]int
}

func (c *calibration) add(p float64, isSpun bool) {
	bin := min(9, max(0, int(p*10)))
	c.sum[bin] += p
	c.total[bin]++
	if isSpun {
		c.spun[bin]++
	}
}

// report prints the bins and the expected calibration error.
func (c *calibration) report(out io.Writer) error {
	all := 0
	for _, n := range c.total {
		all += n
	}
	ece := 0.0
	for bin, n := range c.total {
		if n == 0 {
			continue
		}
		said, was := c.sum[bin]/float64(n), float64(c.spun[bin])/float64(n)
		ece += math.Abs(said-was) * float64(n) / float64(all)
		fmt.Fprintf(out, "probability %.2f: %5d samples, %.2f spun\n", said, n, was)
	}
	_, err := fmt.Fprintf(out, "expected calibration error %.4f\n", ece)
	return err
}
