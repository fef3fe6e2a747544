// Measure runs the measurements of package spun, on texts of your own:
//
//	go run ./internal/spin/measure COMMAND [FLAGS] ARGS
//
// The commands are
//
//	pages DIR
//
// compares the five pages of the project in both directions, and says which
// verdict is not the one that package spun is there to give.
//
//	pairs PAIRS TEXT REFERENCE
//
// PAIRS has a mark, a tab, what stands in REFERENCE, a tab, and what stands in
// TEXT for it on each line. Those marked d have to be listed; what is listed
// beyond them is printed, to be read.
//
//	spins [FLAGS] PATH...
//
// makes articles of the texts, spins them, and compares the spins and what
// only looks like one with the articles.
//
//	answers DIR
//
// classes the answers of Clough and Stevenson's corpus, leaving one task out.
//
//	fit [FLAGS] PATH...
//
// fits the weights of package spun's decision on half of the articles, and
// tries them on the other half.
//
//	thesaurus FILE
//
// says how many pairs of FILE (two words or phrases in the last two fields
// between tabs; phrases of as many words are taken word by word) the thesaurus
// of the library has, and how many random ones.
//
//	show [FLAGS] PATH
//
// prints an article, its spins with what was replaced, and what is no spin.
//
// The flags of spins, fit and show are
//
//	-spinner=wordnet  the thesaurus that spins: wordnet, moby, or both in turn
//	-known=other      the one the detector has: moby, wordnet, both, none, or
//	                  the one that does not spin
//	-moby=FILE        Moby Thesaurus II, words.txt of npm's moby 1.1.2 ($MOBY)
//	-wordnet=DIR      WordNet 3.0, of Debian's wordnet-base
//	-words=150-600    words of an article; several ranges, as in 70-110,150-600,
//	                  cut the texts as often
//	-rates=20,40,70   percent of the content words that are replaced
//	-articles=60      articles taken of each file
//	-answers=DIR      the short answers, as human rewording
//	-seed=1           of all that is drawn by lot
//	-v=0              how many wrong verdicts of each kind are printed
//	-human=4          what human rewording weighs in a fit; all else weighs 1
//	-without=         numbers of features that a fit leaves out, as in 4,5
//
// The exit status is 2 on trouble, such as a file that cannot be read; how the
// measured texts came out does not change it.
package main

import (
	"io"

	"github.com/textmend/textmend/internal/subcommand"
)

const usage = `usage: measure COMMAND [FLAGS] ARGS
	pages DIR
	pairs PAIRS TEXT REFERENCE
	spins [FLAGS] PATH...
	answers DIR
	fit [FLAGS] PATH...
	thesaurus FILE
	show [FLAGS] PATH
go doc ./internal/spin/measure tells more.`

// program has the commands, by name.
var program = subcommand.Program{
	Name:  "measure",
	Usage: usage,
	Commands: map[string]func(io.Writer, []string) error{
		"pages": pages, "pairs": pairs, "spins": spins, "answers": answers,
		"fit": fit, "thesaurus": known, "show": show,
	},
}

func main() { program.Main() }
