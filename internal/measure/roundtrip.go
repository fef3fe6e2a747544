package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/subcommand"
)

// documentLines is the length of the documents that a file is cut into: a
// news item's, so that a document has some evidence but not the whole file's.
const documentLines = 20

// A family is a way in which references are written and then damaged.
type family struct {
	name   string
	names  escaper
	damage func(string) string
}

// A difference is a line that did not come back as it was.
type difference struct {
	line      int // from 1
	want, got string
}

func newFamilies() ([]family, error) {
	html5, err := newEscaper(html4Names, latinANames)
	if err != nil {
		return nil, err
	}
	html4, err := newEscaper(html4Names)
	if err != nil {
		return nil, err
	}
	return []family{
		{"deleted", html5, deleted},
		{"spaced", html5, spaced},
		{"html4 deleted", html4, deleted},
		{"html4 spaced", html4, spaced},
	}, nil
}

func roundtrip(out io.Writer, args []string) error {
	flags := subcommand.Flags("roundtrip")
	match := flags.String("match", "news-*.txt", "")
	verbose := flags.Int("v", 0, "")
	if err := subcommand.Parse(flags, args, 1, math.MaxInt); err != nil {
		return err
	}
	files, err := textFiles(flags.Args(), *match)
	if err != nil {
		return err
	}
	families, err := newFamilies()
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "file\tlines\t")
	for _, f := range families {
		fmt.Fprintf(table, "%s\t", f.name)
	}
	fmt.Fprintln(table)
	return measureFiles(out, table, files, families, *verbose)
}

// measureFiles prints a row for each file and one for all, then the first
// lines that differ.
func measureFiles(out io.Writer, table *tabwriter.Writer, files []string, families []family, verbose int) error {
	total, lost := 0, make([]int, len(families))
	var details strings.Builder
	for _, file := range files {
		lines, err := readUTF8(file)
		if err != nil {
			return err
		}
		total += len(lines)
		counts := make([]int, len(families))
		for i, f := range families {
			differ := f.differences(lines)
			counts[i] = len(differ)
			lost[i] += len(differ)
			for _, d := range differ[:min(max(verbose, 0), len(differ))] {
				fmt.Fprintf(&details, "%s:%d: %s\n\twant %q\n\tgot  %q\n", file, d.line, f.name, d.want, d.got)
			}
		}
		printRow(table, title(file), len(lines), counts)
	}
	printRow(table, "all", total, lost)
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(out, details.String())
	return err
}

// readUTF8 is readLines for the escaper, which would not keep other bytes.
func readUTF8(file string) ([]string, error) {
	lines, err := readLines(file)
	for i, line := range lines {
		if !utf8.ValidString(line) {
			return nil, fmt.Errorf("%s:%d: not UTF-8", file, i+1)
		}
	}
	return lines, err
}

// differences escapes, damages and repairs the lines, document by document,
// and returns those that differ then.
func (f family) differences(lines []string) []difference {
	var list []difference
	line := 0
	for doc := range slices.Chunk(lines, documentLines) {
		damaged := f.damage(f.names.escape(strings.Join(doc, "\n")))
		for _, d := range compare(doc, strings.Split(entities.Repair(damaged), "\n")) {
			d.line += line
			list = append(list, d)
		}
		line += len(doc)
	}
	return list
}

// compare returns the lines of want that got does not have in the same place.
func compare(want, got []string) []difference {
	var list []difference
	for i, w := range want {
		g := "" // for a line that is gone
		if i < len(got) {
			g = got[i]
		}
		if i >= len(got) || g != w {
			list = append(list, difference{i + 1, w, g})
		}
	}
	return list
}

func printRow(w io.Writer, name string, lines int, lost []int) {
	fmt.Fprintf(w, "%s\t%d\t", name, lines)
	for _, n := range lost {
		// Cut, not rounded: only a file without a difference has 100.00.
		exact := math.Floor(10000*float64(lines-n)/float64(lines)) / 100
		fmt.Fprintf(w, "%.2f%%\t", exact)
	}
	fmt.Fprintln(w)
}

// title is a file's name in the table; news-fra.txt is fra.
func title(file string) string {
	base := filepath.Base(file)
	return strings.TrimPrefix(strings.TrimSuffix(base, filepath.Ext(base)), "news-")
}

// textFiles replaces each directory by those of its files that match.
func textFiles(paths []string, match string) ([]string, error) {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		found, err := matching(path, match)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	return files, nil
}

// matching returns the files of a directory that match, at least one.
func matching(dir, match string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, entry := range entries {
		ok, err := filepath.Match(match, entry.Name())
		if err != nil {
			return nil, fmt.Errorf("-match=%s: %w", match, err)
		}
		if ok && !entry.IsDir() {
			files = append(files, filepath.Join(dir, entry.Name()))
		}
	}
	if files == nil {
		return nil, fmt.Errorf("%s: no files match %s", dir, match)
	}
	return files, nil
}
