// Mend repairs damaged text: what a scraper, a feed or an export left of it.
//
// Usage:
//
//	mend [flags] [file ...]
//
// Without flags, mend writes the repaired text of the files named, one after
// the other, to standard output. It reads standard input where no file is
// named, or where the name is "-". Should standard input then be a terminal
// (or /dev/null), it repairs a sample that it carries with it.
//
// The flags are:
//
//	-explain
//		Print what was repaired instead of the text: a line for each fix with
//		file:line:column, the step, what stood there, what stands there now, and why.
//		Lines and columns count from 1; columns are bytes, as the go command
//		counts them. Whatever can't be seen is printed as an escape.
//	-json
//		The same for programs: one JSON object for each fix, on a line of its own.
//	-d
//		Print a unified diff instead of the text; patch -p0 applies it.
//	-l
//		Print the names of the files whose text repair would change.
//	-w
//		Write the repaired text back to the files, each of them at once or not
//		at all. Alone it prints nothing; it goes with any one of the others.
//	-html
//		The files are HTML documents: repair the text in them that people read, and
//		leave tags, scripts and all else as they are. What was repaired is then
//		reported as it stands in the document, escaped.
//	-also steps
//		Take these steps beside those taken by default. Steps are named as
//		-explain names them, with commas between them.
//	-skip steps
//		Do not take these steps.
//	-words file
//		The file has words of the text's language, one on a line, as those in
//		/usr/share/dict do. With them the steps for doubled and glued words work
//		in that language.
//	-score
//		Print how intact the text is instead: the estimated share of words that
//		stand as they were written, how many are damaged, how many of those repair
//		mends, and what was found. With -json it prints a JSON object for each
//		text, with the places of what was found.
//	-lines
//		With -score, take each line for a text of its own.
//
// The exit status is 0 when there is nothing to complain about, 1 when -d or
// -l found a difference, and 2 after any trouble: bad flags, a file that
// can't be read or written, or one that isn't text. Trouble with one file
// doesn't keep the others from being done.
//
// The text may be UTF-8, what was meant to be, or UTF-16; what comes out is UTF-8.
// It is text and never HTML: whoever shows it in a page escapes it. With -html it
// is HTML before and after, and must be UTF-8.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/textmend/textmend/repair"
)

// Exit statuses, as diff has them.
const (
	statusFine    = 0
	statusDiffers = 1
	statusTrouble = 2
)

const usageFormat = `usage: mend [flags] [file ...]

Mend repairs damaged text. Files, or standard input, go in; repaired text comes out.
With no file named and nothing piped in, it repairs a sample that it carries with it.

  -explain  print each fix instead: file:line:column, what it was, what it became, why
            (line and column count from 1, columns in bytes)
  -json     the same for programs: one JSON object for each fix, one per line
            (offsets from 0: start and end in bytes, start_utf16 and end_utf16 in code units)
  -d        print a unified diff instead
  -l        print the names of files that repair would change
  -w        rewrite the files in place; goes with any one of the above

  -html     the files are HTML: repair the text that people read in them, leave the rest
  -also x,y take these steps too: %s
  -skip x,y do not take these: %s
  -words f  f has words of the text's language, one on a line

  -score    print how intact each text is instead, and why; with -json for programs
  -lines    with -score: each line is a text of its own

Exit status: 0 nothing wrong, 1 differences found (-d and -l), 2 trouble.
`

// usage returns what -h prints.
func usage() string { return fmt.Sprintf(usageFormat, stepsAskedFor, stepsByDefault) }

func main() {
	reportClosedPipes()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program: it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	opts, err := parse(args)
	if errors.Is(err, flag.ErrHelp) {
		if _, err := io.WriteString(stdout, usage()); err != nil {
			fmt.Fprintf(stderr, "mend: %s: %v\n", stdoutName, cause(err))
			return statusTrouble
		}
		return statusFine
	}
	if err != nil {
		fmt.Fprintf(stderr, "mend: %s\nFor help, run mend -h.\n", escape(err.Error()))
		return statusTrouble
	}
	m := newMender(opts, stdin, stdout, stderr)
	if len(opts.files) == 0 && isDevice(stdin) {
		m.showSample()
	} else {
		m.mendAll(opts.files)
	}
	return m.status
}

// A report is what goes to standard output.
type report int

const (
	reportText report = iota
	reportFixes
	reportJSON
	reportDiff
	reportNames
	reportScore
	reportScoreJSON
	reportNothing
)

// options are the command line, understood.
type options struct {
	report report
	write  bool
	html   bool
	lines  bool // are texts of their own, for scores
	repair repair.Options
	files  []string
}

// fix repairs an input as the command line asks, and lists the fixes.
func (o *options) fix(input string) (repaired string, fixes []repair.Fix, err error) {
	if !o.html {
		repaired, fixes = o.repair.Explain(input)
		return repaired, fixes, nil
	}
	var out strings.Builder
	r := o.repair
	r.OnFix = func(f repair.Fix) { fixes = append(fixes, f) }
	err = r.HTML(&out, strings.NewReader(input))
	return out.String(), fixes, err
}

// parse reads the command line.
func parse(args []string) (options, error) {
	flags := flag.NewFlagSet("mend", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // run prints errors and usage, each to where it belongs
	reports := []struct {
		report report
		name   string
		asked  *bool
	}{
		{reportFixes, "explain", flags.Bool("explain", false, "")},
		{reportJSON, "json", flags.Bool("json", false, "")},
		{reportDiff, "d", flags.Bool("d", false, "")},
		{reportNames, "l", flags.Bool("l", false, "")},
	}
	opts := options{}
	flags.BoolVar(&opts.write, "w", false, "")
	flags.BoolVar(&opts.html, "html", false, "")
	flags.Func("also", "", func(names string) error { return addSteps(&opts.repair.Also, names) })
	flags.Func("skip", "", func(names string) error { return addSteps(&opts.repair.Skip, names) })
	score := flags.Bool("score", false, "")
	flags.BoolVar(&opts.lines, "lines", false, "")
	flags.Func("words", "", func(name string) (err error) {
		opts.repair.Words, err = readWords(name)
		return err
	})
	if err := flags.Parse(args); err != nil {
		return options{}, err
	}

	opts.files = flags.Args()
	if both := opts.repair.Also & opts.repair.Skip; both != 0 {
		return options{}, fmt.Errorf("-also and -skip both name %v", both)
	}
	chosen := ""
	for _, r := range reports {
		if !*r.asked {
			continue
		}
		if chosen != "" {
			return options{}, fmt.Errorf("-%s and -%s don't go together", chosen, r.name)
		}
		chosen, opts.report = r.name, r.report
	}
	if err := opts.setScore(*score, chosen); err != nil {
		return options{}, err
	}
	if !opts.write {
		return opts, nil
	}
	if chosen == "" {
		opts.report = reportNothing
	}
	return opts, checkWrite(opts.files)
}

// setScore makes scores the report if they are asked for, beside the one chosen
// by name.
func (o *options) setScore(asked bool, chosen string) error {
	switch {
	case !asked && o.lines:
		return errors.New("-lines goes with -score")
	case !asked:
		return nil
	case o.html:
		return errors.New("-score and -html don't go together")
	case o.write:
		return errors.New("-score and -w don't go together")
	case chosen == "json":
		o.report = reportScoreJSON
	case chosen != "":
		return fmt.Errorf("-score and -%s don't go together", chosen)
	default:
		o.report = reportScore
	}
	return nil
}

// checkWrite says what keeps -w from having files to write to.
func checkWrite(files []string) error {
	if len(files) == 0 {
		return errors.New("-w needs files: it can't rewrite standard input")
	}
	for _, name := range files {
		if name == stdinArg {
			return errors.New("-w can't rewrite standard input")
		}
	}
	return nil
}
