package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn3x1[context.Context, string, func(string), error](&matchFn{})
	register.DoFn4x1[context.Context, string, func(string, document), func(problem), error](&readFn{})
	register.Emitter1[string]()
	register.Emitter2[string, document]()
	register.Emitter1[problem]()
}

// A format is how files hold texts.
type format string

const (
	formatJSONL format = "jsonl" // an object on each line
	formatText  format = "text"  // a file is a text
)

// matchFn emits the paths that match a pattern.
type matchFn struct{}

// ProcessElement finds the files of a pattern.
func (*matchFn) ProcessElement(ctx context.Context, pattern string, emit func(string)) error {
	paths, err := match(ctx, pattern)
	for _, path := range paths {
		emit(path)
	}
	return err
}

// match returns the paths that match a pattern, at least one.
func match(ctx context.Context, pattern string) ([]string, error) {
	files, err := filesystem.New(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer files.Close()
	paths, err := files.List(ctx, pattern)
	if err == nil && len(paths) == 0 {
		err = errors.New("no such file")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", pattern, err)
	}
	return paths, nil
}

// readFn reads the texts of files, and emits them by their ids.
type readFn struct {
	Format      format
	Fields      fields
	MaxLine     int
	ReadSample  bool // a path is a file of the sample
	read, blank beam.Counter
	unreadable  beam.Counter
}

// Setup makes the counters.
func (fn *readFn) Setup() {
	fn.read, fn.blank, fn.unreadable = counter(textsRead), counter(blankLines), counter(unreadable)
}

// ProcessElement reads one file.
func (fn *readFn) ProcessElement(ctx context.Context, path string, emit func(string, document), fail func(problem)) error {
	file, err := fn.open(ctx, path)
	if err != nil {
		return readError(path, err)
	}
	defer file.Close()
	r, err := decompressed(file)
	if err != nil {
		return readError(path, err)
	}
	report := reporter{counter: fn.unreadable, emit: fail}
	keep := func(d document) {
		fn.read.Inc(ctx, 1)
		emit(d.ID, d)
	}
	if fn.Format == formatText {
		return fn.readText(ctx, path, r, keep, &report)
	}
	return fn.readLines(ctx, path, r, keep, &report)
}

func (fn *readFn) open(ctx context.Context, path string) (io.ReadCloser, error) {
	if fn.ReadSample {
		return sampleFiles.Open(path)
	}
	files, err := filesystem.New(ctx, path)
	if err != nil {
		return nil, err
	}
	defer files.Close()
	return files.OpenRead(ctx, path)
}

// readError says which file an error is about. Errors of the file system do
// already.
func readError(path string, err error) error {
	if strings.Contains(err.Error(), path) {
		return err
	}
	return fmt.Errorf("%s: %w", path, err)
}

// decompressed returns what a file holds, which may be compressed with gzip.
func decompressed(file io.Reader) (*bufio.Reader, error) {
	r := bufio.NewReaderSize(file, 1<<16)
	if magic, _ := r.Peek(2); string(magic) != "\x1f\x8b" {
		return r, nil
	}
	unzipped, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(unzipped, 1<<16), nil
}

// readText reads a file that is one text.
func (fn *readFn) readText(ctx context.Context, path string, r io.Reader, keep func(document), report *reporter) error {
	text, err := io.ReadAll(io.LimitReader(r, int64(fn.MaxLine)+1))
	at := place{File: path}
	switch nul := bytes.IndexByte(text, 0); {
	case err != nil:
		return readError(path, err)
	case len(text) > fn.MaxLine:
		report.problem(ctx, at, errTooLong(fn.MaxLine))
	case nul >= 0:
		report.problem(ctx, at, fmt.Errorf("not text: NUL byte at offset %d", nul))
	default:
		keep(document{ID: path, Text: string(text), Place: at})
	}
	return nil
}

// readLines reads a file of JSON lines.
func (fn *readFn) readLines(ctx context.Context, path string, r *bufio.Reader, keep func(document), report *reporter) error {
	lines := lineReader{r: r, max: fn.MaxLine}
	for {
		line, err := lines.next()
		at := place{File: path, Line: lines.number}
		if err == io.EOF {
			return nil
		}
		if _, ok := errors.AsType[errTooLong](err); ok {
			report.problem(ctx, at, err)
			continue
		}
		if err != nil {
			return fmt.Errorf("%v: %w", at, err)
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			fn.blank.Inc(ctx, 1)
			continue
		}
		d, err := fn.Fields.parse(line, at)
		if err != nil {
			report.problem(ctx, at, err)
			continue
		}
		keep(d)
	}
}

// A lineReader reads lines of any length, but holds none that is too long.
type lineReader struct {
	r      *bufio.Reader
	max    int
	number int64 // of the line last read
	line   []byte
}

// errTooLong says that a line is longer than so many bytes.
type errTooLong int

func (e errTooLong) Error() string { return fmt.Sprintf("longer than %d bytes", int(e)) }

// next returns the next line. It is valid until the next call. After
// errTooLong, the line after that is next.
func (l *lineReader) next() ([]byte, error) {
	l.line = l.line[:0]
	l.number++
	begun, tooLong := false, false
	for {
		part, err := l.r.ReadSlice('\n')
		begun = begun || len(part) > 0
		tooLong = tooLong || len(l.line)+len(part) > l.max+len("\n")
		if !tooLong {
			l.line = append(l.line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && !begun, err != nil && err != io.EOF:
			return nil, err
		}
		line := bytes.TrimSuffix(l.line, []byte("\n"))
		if tooLong || len(line) > l.max {
			return nil, errTooLong(l.max)
		}
		return bytes.TrimPrefix(line, byteOrderMark(l.number)), nil
	}
}

// byteOrderMark returns what a line of that number may start with.
func byteOrderMark(number int64) []byte {
	if number == 1 {
		return []byte("\ufeff")
	}
	return nil
}
