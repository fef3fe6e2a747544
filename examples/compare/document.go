package main

import (
	_ "embed" // for the sample
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf16"

	"github.com/textmend/textmend/internal/utf16form"
)

// The sample is the beginning of page 004 and that of page 002, from which it
// was spun. See sample.NOTICE.
var (
	//go:embed sample_spun.txt
	sampleText string
	//go:embed sample_source.txt
	sampleReference string
)

// stdinArg stands for standard input among the arguments.
const stdinArg = "-"

// A document is a text and how it is called.
type document struct {
	name string
	text string // UTF-8, or what was meant to be
}

// read reads the two texts that the arguments name, or the sample if there are
// none.
func read(args []string, stdin io.Reader) (text, reference document, err error) {
	switch {
	case len(args) == 0:
		return document{"sample_spun.txt", sampleText}, document{"sample_source.txt", sampleReference}, nil
	case len(args) != 2:
		return text, reference, fmt.Errorf("want two files, a text and its reference, not %d; %w", len(args), errUsage)
	case args[0] == stdinArg && args[1] == stdinArg:
		return text, reference, fmt.Errorf("standard input can't be both texts; %w", errUsage)
	}
	if text, err = readOne(args[0], stdin); err == nil {
		reference, err = readOne(args[1], stdin)
	}
	return text, reference, err
}

// readOne reads a file, or standard input.
func readOne(arg string, stdin io.Reader) (document, error) {
	name, data, err := arg, []byte(nil), error(nil)
	if arg == stdinArg {
		name = "<standard input>"
		data, err = io.ReadAll(stdin)
	} else {
		data, err = readFile(arg)
	}
	if err == nil {
		data, err = decode(data)
	}
	if err != nil {
		return document{}, fmt.Errorf("%s: %w", name, cause(err))
	}
	return document{name, string(data)}, nil
}

// readFile is [os.ReadFile], but for the error of reading from a directory,
// which is not clear on every system.
func readFile(name string) ([]byte, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return nil, errors.New("is a directory")
	}
	return os.ReadFile(name)
}

// decode returns a text in UTF-8, or says why it is none.
func decode(data []byte) ([]byte, error) {
	switch utf16form.Of(string(data[:min(len(data), utf16form.Sample)])) {
	case utf16form.LittleEndian:
		return decodeUTF16(data, binary.LittleEndian), nil
	case utf16form.BigEndian:
		return decodeUTF16(data, binary.BigEndian), nil
	}
	if i := strings.IndexByte(string(data), 0); i >= 0 {
		return nil, fmt.Errorf("not text: NUL byte at offset %d", i)
	}
	return data, nil
}

// decodeUTF16 returns UTF-16 in UTF-8, without a byte order mark.
func decodeUTF16(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) >= 2; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	return []byte(strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff"))
}

// A place is where something stands in a text. Both count from 1, columns in
// bytes.
type place struct{ line, column int }

// places tells places in a text: it keeps where the lines start.
type places []int

func (d *document) places() places {
	starts := places{0}
	for i := range len(d.text) {
		if d.text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// at returns the place of an offset.
func (p places) at(offset int) place {
	line, end := 0, len(p)
	for end-line > 1 {
		if middle := (line + end) / 2; p[middle] <= offset {
			line = middle
		} else {
			end = middle
		}
	}
	return place{line + 1, offset - p[line] + 1}
}
