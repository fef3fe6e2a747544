package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn2x0[string, func(int, string)](&shardFn{})
	register.Emitter2[int, string]()
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&writeFn{})
	register.Function2x2(textLine)
	register.Function1x2(problemLine)
}

// The kinds of files that are written.
const (
	kindTexts    = "texts"
	kindScores   = "scores"
	kindPairs    = "pairs"
	kindProblems = "problems"
)

// write writes lines to the files of a kind.
func write(s beam.Scope, lines beam.PCollection, kind string, o *options) {
	s = s.Scope("write " + kind)
	sharded := beam.GroupByKey(s, beam.ParDo(s, &shardFn{Shards: o.shards}, lines))
	beam.ParDo0(s, &writeFn{Prefix: o.output + "/" + kind, Shards: o.shards}, sharded)
}

// A textRecord is a line of the texts.
type textRecord struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// textLine returns the line of a text.
func textLine(id, text string) (string, error) {
	line, err := json.Marshal(textRecord{id, text})
	return string(line), err
}

// A problemRecord is a line of the problems.
type problemRecord struct {
	File  string `json:"file"`
	Line  int64  `json:"line"`
	Error string `json:"error"`
}

// problemLine returns the line of a problem.
func problemLine(p problem) (string, error) {
	line, err := json.Marshal(problemRecord{p.Place.File, p.Place.Line, p.Error})
	return string(line), err
}

// shardFn deals lines out to shards. What a line says decides, so that a line
// that is made again goes where it went before.
type shardFn struct{ Shards int }

// ProcessElement emits a line by its shard.
func (fn *shardFn) ProcessElement(line string, emit func(int, string)) {
	h := fnv.New32a()
	io.WriteString(h, line)
	emit(int(h.Sum32()%uint32(fn.Shards)), line)
}

// writeFn writes the file of a shard.
type writeFn struct {
	Prefix string
	Shards int
}

// ProcessElement writes one file, over an earlier attempt's.
func (fn *writeFn) ProcessElement(ctx context.Context, shard int, lines func(*string) bool) (err error) {
	name := fmt.Sprintf("%s-%05d-of-%05d.jsonl", fn.Prefix, shard, fn.Shards)
	files, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer files.Close()
	file, err := files.OpenWrite(ctx, name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	w := bufio.NewWriterSize(file, 1<<16)
	var line string
	for lines(&line) {
		w.WriteString(line) // Flush returns its error
		w.WriteByte('\n')
	}
	err = w.Flush()
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// checkOutput returns an error if a directory holds files that could be taken
// for those to be written.
func checkOutput(ctx context.Context, directory string) error {
	files, err := filesystem.New(ctx, directory)
	if err != nil {
		return err
	}
	defer files.Close()
	for _, kind := range []string{kindTexts, kindScores, kindPairs, kindProblems} {
		paths, err := files.List(ctx, strings.TrimSuffix(directory, "/")+"/"+kind+"-*-of-*.jsonl")
		if err != nil {
			return fmt.Errorf("%s: %w", directory, err)
		}
		if len(paths) > 0 {
			return fmt.Errorf("%s is there already: name another directory, or remove what is there", paths[0])
		}
	}
	return nil
}
