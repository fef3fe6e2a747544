package main

import (
	"context"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
)

// namespace is what engines show the counters under.
const namespace = "textmend"

// What is counted, in the order of the summary. Pairs are counted by verdict,
// under verdictPrefix and its name.
const (
	textsRead      = "texts read"
	blankLines     = "blank lines"
	unreadable     = "unreadable"
	duplicates     = "duplicate ids"
	repaired       = "repaired"
	wordsDamaged   = "words damaged"
	wordsMended    = "words mended"
	integrity      = "integrity"
	keysOfTexts    = "keys of texts"
	keysDistinct   = "keys"
	keysHot        = "hot keys dropped"
	candidatePairs = "candidate pairs"
	verdictPrefix  = "pairs "
)

// integrityUnit is what an integrity of 1 is in the distribution, which holds
// whole numbers.
const integrityUnit = 1e6

func counter(name string) beam.Counter { return beam.NewCounter(namespace, name) }

// A summary is what the counters say.
type summary struct {
	counts    map[string]int64
	integrity metrics.DistributionValue
}

// newSummary adds up what the steps of a job counted.
func newSummary(results metrics.Results) summary {
	s := summary{counts: map[string]int64{}}
	all := results.AllMetrics()
	for _, c := range all.Counters() {
		if c.Namespace() == namespace {
			s.counts[c.Name()] += c.Result()
		}
	}
	for _, d := range all.Distributions() {
		if d.Namespace() == namespace && d.Name() == integrity {
			s.integrity.Count += d.Result().Count
			s.integrity.Sum += d.Result().Sum
		}
	}
	return s
}

// print prints the summary in lines.
func (s summary) print(w io.Writer) {
	line := func(name string) { fmt.Fprintf(w, "%-18s %10d\n", name, s.counts[name]) }
	for _, name := range []string{textsRead, blankLines, unreadable, duplicates, repaired, wordsDamaged, wordsMended} {
		line(name)
	}
	if n := s.integrity.Count; n > 0 {
		fmt.Fprintf(w, "%-18s %10.4f\n", "mean integrity", float64(s.integrity.Sum)/float64(n)/integrityUnit)
	}
	for _, name := range []string{keysOfTexts, keysDistinct, keysHot, candidatePairs} {
		line(name)
	}
	for _, verdict := range verdictNames() {
		if s.counts[verdictPrefix+verdict] > 0 {
			line(verdictPrefix + verdict)
		}
	}
}

// maxLogged is how many problems of one file or id are logged. All of them are
// written.
const maxLogged = 20

// A reporter tells of the problems of one file or id.
type reporter struct {
	counter beam.Counter
	emit    func(problem)
	n       int
}

func (r *reporter) problem(ctx context.Context, at place, err error) {
	p := problem{Place: at, Error: err.Error()}
	r.counter.Inc(ctx, 1)
	r.emit(p)
	switch r.n++; {
	case r.n <= maxLogged:
		log.Warn(ctx, p)
	case r.n == maxLogged+1:
		log.Warnf(ctx, "%s: more problems; the files of problems have all of them", at.File)
	}
}
