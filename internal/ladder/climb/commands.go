package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/textmend/textmend/internal/ladder"
)

func table(out io.Writer, s settings) error {
	articles, err := s.articles()
	if err != nil {
		return err
	}
	cells := ladder.Climb(articles, s.seed, s.score)
	fmt.Fprintf(out, "%d articles; mean absolute error of the share of damaged words\n\n", len(articles))
	err = printCells(out, cells, func(c ladder.Cell) string { return fmt.Sprintf("%.4f", c.Error) })
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\nall cells: %.4f\n\ntrue share > estimated share\n\n", ladder.MeanError(cells))
	return printCells(out, cells, func(c ladder.Cell) string { return fmt.Sprintf("%.3f > %.3f", c.True, c.Estimated) })
}

// printCells prints a row for each kind that has articles.
func printCells(out io.Writer, cells []ladder.Cell, show func(ladder.Cell) string) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, share := range ladder.Shares {
		fmt.Fprintf(table, "\t%g %%", 100*share)
	}
	fmt.Fprintln(table, "\t")
	for row := range slices.Chunk(cells, len(ladder.Shares)) {
		fmt.Fprintf(table, "%s\t", row[0].Kind)
		for _, cell := range row {
			if cell.Articles == 0 {
				fmt.Fprint(table, "-\t")
				continue
			}
			fmt.Fprintf(table, "%s\t", show(cell))
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}

// A scored article is one of a file of clean text.
type scored struct {
	file    string
	article string
	score   float64
}

func clean(out io.Writer, s settings) error {
	texts, err := s.texts()
	if err != nil {
		return err
	}
	var all []scored
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "file\tarticles\tmean\tleast\t")
	for _, t := range texts {
		first := len(all)
		for _, article := range t.articles {
			all = append(all, scored{t.file, article, s.score(article)})
		}
		if !s.goDocs { // of which there is one to a file
			printClean(table, filepath.Base(t.file), all[first:])
		}
	}
	printClean(table, "all", all)
	if err := table.Flush(); err != nil {
		return err
	}
	printWorst(out, all, s.worst)
	return nil
}

func printClean(w io.Writer, name string, articles []scored) {
	sum, least := 0.0, 1.0
	for _, a := range articles {
		sum += a.score
		least = min(least, a.score)
	}
	fmt.Fprintf(w, "%s\t%d\t%.4f\t%.4f\t\n", name, len(articles), sum/float64(len(articles)), least)
}

// printWorst prints the n articles with the lowest scores.
func printWorst(out io.Writer, articles []scored, n int) {
	slices.SortStableFunc(articles, func(a, b scored) int { return cmp.Compare(a.score, b.score) })
	for _, a := range articles[:min(max(n, 0), len(articles))] {
		fmt.Fprintf(out, "\n%.4f %s\n%s\n", a.score, a.file, a.article)
	}
}

func show(out io.Writer, s settings) error {
	articles, err := s.articles()
	if err != nil {
		return err
	}
	for i, article := range articles {
		d := ladder.Damage(article, s.kind, s.share, s.seed+uint64(i))
		fmt.Fprintf(out, "-- %d of %d words damaged; score %.4f --\n%s\n", d.Damaged, d.Words, s.score(d.Text), d.Text)
	}
	return nil
}

// pictureSeeds is how often an article is damaged for the picture.
const pictureSeeds = 8

func picture(_ io.Writer, s settings) error {
	articles, err := s.articles()
	if err != nil {
		return err
	}
	var svg strings.Builder
	cells := ladder.Climb(slices.Repeat(articles, pictureSeeds), s.seed, s.score)
	if err := ladder.Picture(&svg, cells); err != nil {
		return err
	}
	return os.WriteFile(s.out, []byte(svg.String()), 0o644)
}

func rank(out io.Writer, s settings) error {
	for _, file := range s.paths {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var human, own []float64
		line := 0
		for row := range strings.Lines(string(data)) {
			line++
			number, text, found := strings.Cut(strings.TrimRight(row, "\r\n"), "\t")
			value, err := strconv.ParseFloat(number, 64)
			if !found || err != nil {
				return fmt.Errorf("%s:%d: want a number, a tab and a text", file, line)
			}
			human = append(human, value)
			own = append(own, s.score(text))
		}
		fmt.Fprintf(out, "%s\t%d texts\trank correlation %.4f\n", filepath.Base(file), len(own), ladder.Spearman(human, own))
	}
	return nil
}
