package main

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// newPipeline returns the job.
func newPipeline(o *options) *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	documents, unread := read(s, o)
	texts, scores, doubled := beam.ParDo3(s.Scope("mend"), &mendFn{}, beam.GroupByKey(s, documents))
	pairs := verified(s, texts, candidates(s, texts, o), o)

	write(s, beam.ParDo(s, textLine, texts), kindTexts, o)
	write(s, scores, kindScores, o)
	write(s, pairs, kindPairs, o)
	write(s, beam.ParDo(s, problemLine, beam.Flatten(s, unread, doubled)), kindProblems, o)
	return p
}

// read returns the texts of the input by their ids, and what can't be read.
func read(s beam.Scope, o *options) (documents, problems beam.PCollection) {
	s = s.Scope("read")
	fn := &readFn{Format: o.format, Fields: o.fields, MaxLine: o.maxLine}
	var paths beam.PCollection
	if o.input == "" {
		fn.ReadSample = true
		paths = beam.Create(s, sampleName)
	} else {
		paths = beam.ParDo(s, &matchFn{}, beam.Create(s, o.input))
	}
	return beam.ParDo2(s, fn, beam.Reshuffle(s, paths))
}
