package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

// Exit statuses.
const (
	statusFine    = 0
	statusTrouble = 1
	statusUsage   = 2
)

const usage = `usage: beam [flags]

Beam repairs and scores texts and finds those that are synonym-spun copies of
others, as a job for Apache Beam. Without -input it does so with a sample that it
carries with it, in this process.

  -input pattern     files to read, such as 'crawl/*.jsonl.gz'
  -format f          jsonl (the default) or text, where each file is one text
  -id-field name     member with the id, "id" if not given; "" makes it file:line
  -text-field name   member with the text, "text" if not given
  -output directory  where to write texts, scores, pairs and problems
  -verdicts list     pairs to write, such as spun,copy,edited; spun if not given
  -shared n          keys that two texts must share to be compared; 2
  -common n          texts that may have a key before it is dropped; 64
  -line bytes        longest line, or file that is one text; 67108864
  -shards n          files of each kind; 8
  -v                 log what the engine does
  -help-all          list the flags of Beam's too, such as --runner and --endpoint

Exit status: 0 all went well, 1 trouble, 2 a command line that makes no sense.
`

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the program: it returns the exit status. Beam's flags are those of
// flag.CommandLine, and so are this program's.
func run(args []string, stdout, stderr io.Writer) int {
	var o options
	flags := flag.CommandLine
	flags.Init("beam", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors and usage are printed here
	flags.Usage = func() {}
	helpAll := flags.Bool("help-all", false, "")
	check := o.register(flags)
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, usage)
		return statusFine
	case err == nil && *helpAll:
		fmt.Fprint(stdout, usage, "\nThe flags of Beam's, and what is above once more:\n")
		flags.SetOutput(stdout)
		flags.PrintDefaults()
		return statusFine
	}
	initBeam(stderr, o.verbose, isLocal())
	if err == nil {
		err = check()
	}
	if err != nil {
		fmt.Fprintf(stderr, "beam: %v; for help, run beam -h\n", err)
		return statusUsage
	}
	if err := o.run(stdout, stderr); err != nil {
		fmt.Fprintf(stderr, "beam: %s\n", cause(err))
		return statusTrouble
	}
	return statusFine
}

// run runs the job and prints what it did.
func (o *options) run(stdout, stderr io.Writer) error {
	if o.output == "" {
		directory, err := os.MkdirTemp("", "beam-*")
		if err != nil {
			return err
		}
		defer os.RemoveAll(directory)
		o.output = directory
	}
	ctx := context.Background()
	local := isLocal() // Prism makes itself an endpoint
	if local {
		if err := o.checkFiles(ctx); err != nil {
			return err
		}
	}
	result, err := beamx.RunWithMetrics(ctx, newPipeline(o))
	if err != nil {
		return err
	}
	if !*jobopts.Async {
		newSummary(result.Metrics()).print(stderr)
	}
	if o.input == "" && local {
		return showSample(stdout, o.output)
	}
	return nil
}

// isLocal reports whether the job runs in this process, so that its files are
// at hand.
func isLocal() bool {
	switch strings.ToLower(*runners.Runner) {
	case "", "prism", "prismrunner":
		return *jobopts.Endpoint == ""
	}
	return false
}

// checkFiles returns an error if there is nothing to read, or something where
// the job is to write.
func (o *options) checkFiles(ctx context.Context) error {
	if o.input != "" {
		if _, err := match(ctx, o.input); err != nil {
			return err
		}
	}
	if err := checkOutput(ctx, o.output); err != nil || strings.Contains(o.output, "://") {
		return err
	}
	return os.MkdirAll(o.output, 0o777)
}
