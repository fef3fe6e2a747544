package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/utf16form"
)

// What standard input and output are called, as arguments and in messages.
const (
	stdinArg   = "-"
	stdinName  = "<standard input>"
	stdoutName = "<standard output>"
)

// read returns all of a file, or of standard input, and the name for messages.
func (m *mender) read(file string) (name, input string, err error) {
	if file == stdinArg {
		data, err := io.ReadAll(m.stdin)
		return stdinName, string(data), err
	}
	f, err := os.Open(file)
	if err != nil {
		return file, "", err
	}
	defer f.Close()
	// Not every system has a clear error for reading from a directory.
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return file, "", errors.New("is a directory")
	}
	data, err := io.ReadAll(f)
	return file, string(data), err
}

// isDevice reports whether a stream is a terminal, or another device that
// nobody pipes text through, such as /dev/null.
func isDevice(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// A form is how characters are laid down in bytes.
type form utf16form.Form

const (
	formUTF8    = form(utf16form.UTF8) // or what was meant to be
	formUTF16LE = form(utf16form.LittleEndian)
	formUTF16BE = form(utf16form.BigEndian)
)

// formOf tells the form of an input, as package repair does, or says why it is
// no text.
func formOf(input string) (form, error) {
	f := form(utf16form.Of(input))
	if f == formUTF8 {
		if i := strings.IndexByte(input, 0); i >= 0 {
			return 0, fmt.Errorf("not text: NUL byte at offset %d", i)
		}
	}
	return f, nil
}

// decode reads the first character of raw, or in UTF-16 the first code unit: halves
// of a surrogate pair come one after the other. What is none is utf8.RuneError
// of one byte. It returns size 0 at the end.
func (f form) decode(raw string) (r rune, size int) {
	switch {
	case f == formUTF8:
		return utf8.DecodeRuneInString(raw)
	case len(raw) < 2: // the file was cut in the middle of a unit
		return utf8.RuneError, len(raw)
	case f == formUTF16BE:
		return rune(raw[0])<<8 | rune(raw[1]), 2
	}
	return rune(raw[1])<<8 | rune(raw[0]), 2
}

// text returns raw, a piece of an input, as UTF-8; what was meant to be UTF-8 stays as it is.
func (f form) text(raw string) string {
	if f == formUTF8 {
		return raw
	}
	units := make([]uint16, 0, len(raw)/2)
	for r, size := f.decode(raw); size > 0; r, size = f.decode(raw) {
		units = append(units, uint16(r))
		raw = raw[size:]
	}
	return string(utf16.Decode(units))
}
