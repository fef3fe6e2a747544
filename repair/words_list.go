package repair

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words are words of a language, as [ReadWords] reads them, for
// [Options.Words]. It is safe for concurrent use.
type Words struct {
	words map[string]struct{} // in lower case, with ' for an apostrophe
}

// Len returns the number of different words, the case of letters aside.
func (w *Words) Len() int {
	if w == nil {
		return 0
	}
	return len(w.words)
}

// has reports whether word is one of w, the case of its letters aside.
func (w *Words) has(word string) bool {
	if w == nil {
		return false
	}
	_, ok := w.words[foldWord(word)]
	return ok
}

func foldWord(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "\u2019", "'")
}

const (
	// maxWordLine is how long a line of a list may be, in bytes.
	maxWordLine = 4 << 10
	// maxReported is how many lines an error names.
	maxReported = 10
)

// ReadWords reads a list of words: UTF-8, a word on each line. Lines may end
// in CRLF, there may be a byte order mark, and space around a word, lines that
// are empty or begin with "#", and what follows a "/" as in the dictionaries of
// spelling checkers do not matter; nor does the case of letters.
//
// A line that is no word is left out: one that is not UTF-8, has more than one
// word on it or no letter, or is longer than 4 KiB. The error then names
// the first of such lines and what is wrong with each, and the Words hold all
// those that were good; they are never nil. So it is when r fails.
func ReadWords(r io.Reader) (*Words, error) {
	list := &wordList{words: make(map[string]struct{})}
	br := bufio.NewReaderSize(r, maxWordLine)
	var err error
	for err == nil {
		var line []byte
		line, err = br.ReadSlice('\n')
		if err == nil || err == io.EOF && len(line) > 0 {
			list.add(line)
		} else if err == bufio.ErrBufferFull {
			err = list.skip(br)
		}
	}
	if err == io.EOF {
		err = nil
	} else {
		err = fmt.Errorf("repair: reading words, after line %d: %w", list.line, err)
	}
	return &Words{list.words}, errors.Join(list.err(), err)
}

// A wordList is a list that is being read.
type wordList struct {
	words    map[string]struct{}
	line     int      // how many were read
	reported []string // what is wrong with the first lines that are
	wrong    int      // how many are
}

// add takes in a line.
func (l *wordList) add(line []byte) {
	l.line++
	if l.line == 1 {
		line = bytes.TrimPrefix(line, []byte(byteOrderMark))
	}
	if !utf8.Valid(line) {
		l.report("it is not UTF-8")
		return
	}
	word := strings.TrimSpace(string(line))
	if word == "" || word[0] == '#' {
		return
	}
	word, _, _ = strings.Cut(word, "/")
	switch {
	case strings.IndexFunc(word, unicode.IsSpace) >= 0:
		l.report("it has more than one word")
	case strings.IndexFunc(word, unicode.IsLetter) < 0:
		l.report("it has no letter")
	default:
		l.words[foldWord(word)] = struct{}{}
	}
}

// skip takes in a line that is too long, of which part was read.
func (l *wordList) skip(br *bufio.Reader) error {
	l.line++
	l.report(fmt.Sprintf("it is longer than %d bytes", maxWordLine))
	for {
		if _, err := br.ReadSlice('\n'); err != bufio.ErrBufferFull {
			return err
		}
	}
}

// report notes what is wrong with the line that was read last.
func (l *wordList) report(cause string) {
	l.wrong++
	if l.wrong <= maxReported {
		l.reported = append(l.reported, fmt.Sprintf("line %d: %s", l.line, cause))
	}
}

// err returns an error that says what was wrong, nil if nothing was.
func (l *wordList) err() error {
	if l.wrong == 0 {
		return nil
	}
	text := "repair: words left out: " + strings.Join(l.reported, "; ")
	if more := l.wrong - len(l.reported); more > 0 {
		text += fmt.Sprintf("; and %d more lines", more)
	}
	return errors.New(text)
}
