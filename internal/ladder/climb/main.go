// Climb measures a score of integrity with texts of your own:
//
//	go run ./internal/ladder/climb COMMAND [FLAGS] PATH...
//
// A path is a file or a folder, whose files count. A text is cut at ends of
// lines into articles of -words=300 words, and -seed=1 stands for the choices.
// The score is what -via names: "assess", the integrity that repair.Assess
// gives, or "fixes", one less the share of the words that a fix of
// repair.Explain touches. The commands are
//
//	table
//
// damages 1, 3, 10, 30 and 60 % of the words of clean articles, each kind of
// damage by itself, and prints for each cell the mean absolute error of the
// share that the score gives, then the mean over all cells, then the shares
// themselves: true and estimated. Kinds of damage are named when their words
// can be damaged in that way: there is no bad OCR of Chinese.
//
//	clean [-go] [-worst=0]
//
// prints for each file of clean text the mean and the least score of its
// articles, and those articles that have the lowest. With -go the texts are the
// package comments of the Go files below the paths.
//
//	show -kind="bad OCR" [-share=0.1]
//
// prints the articles, damaged.
//
//	picture -o FILE
//
// writes the table as an SVG file. So as to have smooth curves from few
// articles, each is damaged 8 times.
//
//	rank
//
// Each line of a file has a number, a tab, and a text. The rank correlation
// (Spearman's) of the number and the text's score is printed.
//
// The exit status is 2 on trouble, such as a file that cannot be read; how the
// score does does not change it.
package main

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/textmend/textmend/internal/ladder"
	"github.com/textmend/textmend/internal/subcommand"
)

const usage = `usage: climb COMMAND [FLAGS] PATH...
	table
	clean [-go] [-worst=0]
	show -kind=KIND [-share=0.1]
	picture -o=FILE
	rank
flags of all: [-via=assess] [-words=300] [-seed=1]`

// settings are what the flags say.
type settings struct {
	score  func(string) float64
	words  int
	seed   uint64
	goDocs bool
	worst  int
	kind   ladder.Kind
	share  float64
	out    string
	paths  []string
}

// program has the commands, by name.
var program = subcommand.Program{
	Name:  "climb",
	Usage: usage,
	Commands: map[string]func(io.Writer, []string) error{
		"table": with("table", table), "clean": with("clean", clean), "show": with("show", show),
		"picture": with("picture", picture), "rank": with("rank", rank),
	},
}

func main() { program.Main() }

// with makes a command of a function that takes what the flags say.
func with(name string, command func(io.Writer, settings) error) func(io.Writer, []string) error {
	return func(out io.Writer, args []string) error {
		s, err := parse(name, args)
		if err != nil {
			return subcommand.Misuse(err)
		}
		return command(out, s)
	}
}

func parse(command string, args []string) (settings, error) {
	var s settings
	flags := subcommand.Flags(command)
	via := flags.String("via", "assess", "")
	flags.IntVar(&s.words, "words", 300, "")
	flags.Uint64Var(&s.seed, "seed", 1, "")
	switch command {
	case "clean":
		flags.BoolVar(&s.goDocs, "go", false, "")
		flags.IntVar(&s.worst, "worst", 0, "")
	case "show":
		flags.StringVar((*string)(&s.kind), "kind", "", "")
		flags.Float64Var(&s.share, "share", 0.1, "")
	case "picture":
		flags.StringVar(&s.out, "o", "", "")
	}
	if err := flags.Parse(args); err != nil {
		return s, err
	}
	s.paths = flags.Args()
	s.score = scores[*via]
	return s, s.check(command, *via)
}

// check reports what is wrong with the settings.
func (s settings) check(command, via string) error {
	switch {
	case s.score == nil:
		return fmt.Errorf("-via=%s: unknown score", via)
	case len(s.paths) == 0:
		return errors.New("no paths")
	case s.words < 1:
		return fmt.Errorf("-words=%d: no article", s.words)
	case command == "picture" && s.out == "":
		return errors.New("-o names no file")
	case command == "show" && !slices.Contains(ladder.Kinds[:], s.kind):
		return fmt.Errorf("-kind=%q: want one of %q", s.kind, ladder.Kinds)
	case command == "show" && !(s.share >= 0 && s.share <= 1):
		return fmt.Errorf("-share=%v: want a number from 0 to 1", s.share)
	}
	return nil
}
