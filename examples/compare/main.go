// Compare tells whether a text is a synonym-spun copy of another.
//
// Usage:
//
//	compare [-json] [text reference]
//
// It prints the verdict, the passages of the text that derive from the
// reference, and the words that were put in the place of others, with
// file:line:column of both. Lines and columns count from 1; columns are bytes.
// An asterisk marks the pairs that a thesaurus knows. A name of "-" stands for
// standard input. With no file named it compares a sample that it carries with
// it: the beginnings of two pages, one spun from the other.
//
// The flag -json prints all of it as one JSON object, for programs.
//
// The exit status is 0 when the text is not spun, 1 when it is, and 2 after any
// trouble: bad flags, a file that can't be read, or one that isn't text.
//
// Output is coloured on a terminal, unless the environment variable NO_COLOR is
// set. The texts may be UTF-8, what was meant to be, or UTF-16; of the latter,
// columns and offsets are those of the same text in UTF-8.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/textmend/textmend/spun"
)

// Exit statuses.
const (
	statusNotSpun = 0
	statusSpun    = 1
	statusTrouble = 2
)

const usage = `usage: compare [-json] [text reference]

Compare tells whether a text is a synonym-spun copy of a reference, another text:
the verdict, the passages that derive from it, and the words that were replaced.
With no file named it compares a sample that it carries with it; "-" is standard input.

  -json  print it as one JSON object, for programs
         (offsets count bytes from 0, lines and columns from 1)

Exit status: 0 not spun, 1 spun, 2 trouble.
`

func main() {
	reportClosedPipes()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program: it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	status, err := compare(args, stdin, stdout, stderr)
	if err != nil {
		fmt.Fprintf(stderr, "compare: %s\n", escape(err.Error()))
		return statusTrouble
	}
	return status
}

// errUsage ends the message about a bad command line.
var errUsage = errors.New("for help, run compare -h")

// compare does what the command line asks for.
func compare(args []string, stdin io.Reader, stdout, stderr io.Writer) (status int, err error) {
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // run prints errors, and usage goes to standard output
	asJSON := flags.Bool("json", false, "")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return statusNotSpun, write(stdout, func(w *bufio.Writer) { w.WriteString(usage) })
	} else if err != nil {
		return 0, fmt.Errorf("%w; %w", err, errUsage)
	}
	text, reference, err := read(flags.Args(), stdin)
	if err != nil {
		return 0, err
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(stderr, "compare: no files named; this is a sample, the beginnings of a spun page and of the page it was spun from:")
	}

	c := &comparison{text, reference, spun.Compare(text.text, reference.text)}
	err = write(stdout, func(w *bufio.Writer) {
		if *asJSON {
			c.writeJSON(w)
		} else {
			c.show(w, painter(wantsColour(stdout)))
		}
	})
	if c.report.Verdict == spun.Spun {
		return statusSpun, err
	}
	return statusNotSpun, err
}

// A comparison is two documents and the report on them.
type comparison struct {
	text, reference document
	report          spun.Report
}

// write prints to standard output, and returns the first error of doing so.
func write(stdout io.Writer, print func(w *bufio.Writer)) error {
	w := bufio.NewWriter(stdout)
	print(w)
	if err := w.Flush(); err != nil {
		return fmt.Errorf("<standard output>: %w", cause(err))
	}
	return nil
}

// cause returns the error under one of os, which would name the file again.
func cause(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
