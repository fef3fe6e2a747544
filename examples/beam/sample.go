package main

import (
	"bufio"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sampleFiles has the sample: articles that were made up for it, some of them
// spun from others, some damaged.
//
//go:embed sample.jsonl
var sampleFiles embed.FS

const sampleName = "sample.jsonl"

// showSample prints what a job found in the sample.
func showSample(stdout io.Writer, output string) error {
	lines, err := readLines[textRecord](output, kindTexts)
	if err != nil {
		return err
	}
	scores, err := readLines[score](output, kindScores)
	if err != nil {
		return err
	}
	pairs, err := readLines[finding](output, kindPairs)
	if err != nil {
		return err
	}
	texts := map[string]string{}
	for _, line := range lines {
		texts[line.ID] = line.Text
	}
	w := bufio.NewWriter(stdout)
	showScores(w, scores)
	showPairs(w, pairs, texts)
	return w.Flush()
}

// readLines returns the lines of all files of a kind.
func readLines[T any](output, kind string) ([]T, error) {
	paths, err := filepath.Glob(filepath.Join(output, kind+"-*.jsonl"))
	if err != nil {
		return nil, err
	}
	var all []T
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		for decoder := json.NewDecoder(file); ; {
			var line T
			if err = decoder.Decode(&line); err != nil {
				break
			}
			all = append(all, line)
		}
		file.Close()
		if err != io.EOF {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return all, nil
}

// showScores prints the texts that were damaged, the worst first.
func showScores(w io.Writer, scores []score) {
	fmt.Fprintln(w, "Damaged texts:")
	slices.SortFunc(scores, func(a, b score) int {
		return cmp.Or(cmp.Compare(a.Integrity, b.Integrity), strings.Compare(a.ID, b.ID))
	})
	for _, s := range scores {
		if s.Damaged == 0 {
			continue
		}
		fmt.Fprintf(w, "  %-14s integrity %.3f, %d of %d damaged words mended:", s.ID, s.Integrity, s.Repairable, s.Damaged)
		for i, f := range s.Findings {
			fmt.Fprintf(w, "%s %d %s", strings.Repeat(";", min(i, 1)), f.Count, f.Reason)
		}
		fmt.Fprintln(w)
	}
}

// maxShown is how many substitutions of a pair are shown.
const maxShown = 5

// showPairs prints pairs with some of the words that were replaced.
func showPairs(w io.Writer, pairs []finding, texts map[string]string) {
	fmt.Fprintln(w, "Pairs:")
	slices.SortFunc(pairs, func(a, b finding) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), strings.Compare(a.Reference, b.Reference))
	})
	for _, p := range pairs {
		r := p.Report
		fmt.Fprintf(w, "  %s is %v from %s: probability %.2f, %d keys shared, %d words replaced:\n   ",
			p.Text, r.Verdict, p.Reference, r.Probability, p.Keys, len(r.Substitutions))
		for _, s := range r.Substitutions[:min(len(r.Substitutions), maxShown)] {
			fmt.Fprintf(w, " %q for %q;", texts[p.Text][s.Start:s.End], texts[p.Reference][s.RefStart:s.RefEnd])
		}
		fmt.Fprintln(w, " …")
	}
}
