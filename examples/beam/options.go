package main

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"strings"

	"github.com/textmend/textmend/spun"
)

// options are the command line, understood.
type options struct {
	input    string // "" for the sample
	format   format
	fields   fields
	output   string // "" only with the sample
	verdicts []spun.Verdict
	shared   int64
	common   int64
	maxLine  int
	shards   int
	verbose  bool
}

// register makes the flags. What it returns is called after they were parsed.
func (o *options) register(flags *flag.FlagSet) (check func() error) {
	flags.StringVar(&o.input, "input", "", "")
	layout := flags.String("format", string(formatJSONL), "")
	flags.StringVar(&o.fields.ID, "id-field", "id", "")
	flags.StringVar(&o.fields.Text, "text-field", "text", "")
	flags.StringVar(&o.output, "output", "", "")
	verdicts := flags.String("verdicts", spun.Spun.String(), "")
	flags.Int64Var(&o.shared, "shared", 2, "")
	flags.Int64Var(&o.common, "common", 64, "")
	flags.IntVar(&o.maxLine, "line", 64<<20, "")
	flags.IntVar(&o.shards, "shards", 8, "")
	flags.BoolVar(&o.verbose, "v", false, "")
	return func() error {
		o.format = format(*layout)
		o.output = strings.TrimSuffix(o.output, "/")
		var err error
		if o.verdicts, err = parseVerdicts(*verdicts); err != nil {
			return fmt.Errorf("-verdicts: %w", err)
		}
		if flags.NArg() > 0 {
			return fmt.Errorf("%q: files are named by -input", flags.Arg(0))
		}
		return o.check()
	}
}

// check says what makes no sense.
func (o *options) check() error {
	switch {
	case o.format != formatJSONL && o.format != formatText:
		return fmt.Errorf("-format %q is neither %s nor %s", o.format, formatJSONL, formatText)
	case o.input == "" && o.format != formatJSONL:
		return errors.New("-format needs -input")
	case o.input != "" && o.output == "":
		return errors.New("-input needs -output")
	case o.fields.Text == "":
		return errors.New("-text-field needs a name")
	}
	for _, limit := range []struct {
		name               string
		value, least, most int64
	}{
		{"shared", o.shared, 1, math.MaxInt32},
		{"common", o.common, 2, 1 << 12}, // the pairs of a key are its square
		{"line", int64(o.maxLine), 1, 1 << 30},
		{"shards", int64(o.shards), 1, 1 << 16},
	} {
		if limit.value < limit.least || limit.value > limit.most {
			return fmt.Errorf("-%s %d is not between %d and %d", limit.name, limit.value, limit.least, limit.most)
		}
	}
	return nil
}
