// Fit fits the weights of package furniture to labelled pages and prints them
// as Go:
//
//	go run ./repair/internal/furniture/fit FILE >repair/internal/furniture/weights.go
//
// FILE has a page's name, a tab, 1 for a line of the text or 0 for furniture, a
// tab and the line; the lines of a page stand together, in order. With
// -halves, nothing is printed but how the weights fitted to every other page
// do on the rest, and the other way round.
//
// The model is a conditional random field of two states (Lafferty et al.
// 2001): a weight for each feature of a line, and one for a change between
// text and furniture. It is fitted by gradient ascent on the likelihood with
// softmax-margin (Gimpel and Smith 2010): a line of text given up costs more,
// the longer it is. Lines that are text whatever their weights are clamped. The
// weight of a change that comes out, and the sizes of the others, make too much
// of single lines; furniture.Change and its limits take their place after.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"github.com/textmend/textmend/repair/internal/furniture"
)

func main() {
	halves := flag.Bool("halves", false, "fit on each half of the pages and measure on the other")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: fit [-halves] FILE")
		os.Exit(2)
	}
	pages, err := readFile(flag.Arg(0))
	if err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(2)
	}
	if *halves {
		measureHalves(os.Stdout, pages)
		return
	}
	m := fit(pages)
	t := m.quantized().measure(pages)
	fmt.Fprintln(os.Stderr, t)
	m.print(os.Stdout)
}

// A line is a labelled line of a page.
type line struct {
	text            string
	content         bool
	words           int
	lowest, highest float64 // of its score, in printed weights
	features        []int
	cost            float64 // of taking it for what it is not
}

type page []line

func readFile(name string) ([]page, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return read(f, name)
}

func read(r io.Reader, name string) ([]page, error) {
	var pages []page
	last := ""
	seen := map[string]bool{}
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<20)
	for n := 1; scanner.Scan(); n++ {
		fields := strings.SplitN(scanner.Text(), "\t", 3)
		if len(fields) != 3 || fields[1] != "0" && fields[1] != "1" {
			return nil, fmt.Errorf("%s:%d: not a name, 0 or 1 and a line", name, n)
		}
		if fields[0] != last || pages == nil {
			pages = append(pages, nil)
			last = fields[0]
			clear(seen)
		}
		text := strings.TrimSpace(fields[2])
		l := furniture.Of(text)
		p := &pages[len(pages)-1]
		lowest, highest := l.Limits()
		*p = append(*p, line{
			text: text, content: fields[1] == "1", words: len(strings.Fields(text)),
			lowest: float64(lowest), highest: float64(highest), features: l.Features(nil, seen[text]), cost: costOf(text, fields[1] == "1"),
		})
		seen[text] = true
	}
	return pages, scanner.Err()
}

// costOf returns what it costs to take a line for what it is not, in units of
// the log-likelihood.
func costOf(text string, content bool) float64 {
	if !content {
		return 0
	}
	return *contentCost * math.Min(3, 0.2+float64(len(text))/100)
}

var contentCost = flag.Float64("cost", 5, "what 100 bytes of text cost that are taken for furniture")

var verbose = flag.Bool("v", false, "with -halves, print the lines of text that are lost")

// printLost prints the longer lines of text that are lost.
func (m *model) printLost(w io.Writer, pages []page) {
	for n, p := range pages {
		for i, gone := range m.decode(p) {
			if gone && p[i].content {
				fmt.Fprintf(w, "page %d line %d, score %.0f: %.100s\n", n, i, m.score(&p[i]), p[i].text)
			}
		}
	}
}

func measureHalves(w io.Writer, pages []page) {
	var half [2][]page
	for i, p := range pages {
		half[i%2] = append(half[i%2], p)
	}
	var models [2]*model
	for i := range half {
		models[i] = fit(half[i])
	}
	var all tally
	for i := range half {
		all.plus(models[i].quantized().measure(half[1-i]))
	}
	fmt.Fprintf(w, "the halves that the weights were not fitted to: %v\n", all)
	for i := range half {
		m := models[i].quantized()
		fmt.Fprintf(w, "fitted: %v\nothers: %v\n", m.measure(half[i]), m.measure(half[1-i]))
		if *verbose {
			m.printLost(w, half[1-i])
		}
	}
}
