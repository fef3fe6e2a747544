package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/textmend/textmend/repair"
)

// A mender takes one input after the other through reading, repair and report.
type mender struct {
	opts   options
	stdin  io.Reader
	stdout *bufio.Writer // keeps its first error; flush says it
	stderr io.Writer
	colour bool
	headed bool // the header of the scores is written
	status int
}

// newMender returns a mender that has done nothing yet.
func newMender(opts options, stdin io.Reader, stdout, stderr io.Writer) *mender {
	return &mender{
		opts:   opts,
		stdin:  stdin,
		stdout: bufio.NewWriter(stdout),
		stderr: stderr,
		colour: wantsColour(stdout),
	}
}

// A document is one input and what became of it.
type document struct {
	name     string // as it was named on the command line, or what stands in for a name
	input    string
	form     form
	repaired string
	fixes    []repair.Fix
}

// newDocument repairs an input, or says why it is no text.
func newDocument(opts *options, name, input string) (*document, error) {
	form, err := formOf(input)
	if err != nil {
		return nil, err
	}
	if opts.html && form != formUTF8 {
		return nil, errors.New("HTML in UTF-16: -html repairs UTF-8")
	}
	repaired, fixes, err := opts.fix(input)
	if err != nil {
		return nil, err
	}
	return &document{name, input, form, repaired, fixes}, nil
}

// changed reports whether there was anything to repair.
func (d *document) changed() bool { return d.repaired != d.input }

// mendAll does every file named, or standard input. Trouble with one of them is
// told and doesn't stop the others; when standard output is gone, or the user
// interrupts, there is no use in going on.
func (m *mender) mendAll(files []string) {
	if len(files) == 0 {
		files = []string{stdinArg}
	}
	for _, file := range files {
		name, err := m.mend(file)
		if err == nil {
			err = m.flush()
		}
		if err != nil {
			m.complain(name, err)
		}
		if isFatal(err) {
			return
		}
	}
}

// mend does one file; name is what messages call it.
func (m *mender) mend(file string) (name string, err error) {
	name, input, err := m.read(file)
	if err != nil {
		return name, err
	}
	doc, err := newDocument(&m.opts, name, input)
	if err != nil {
		return name, err
	}
	// First the file, then the report: what is printed has happened.
	if m.opts.write && doc.changed() {
		if err := rewrite(file, doc.repaired); err != nil {
			return name, err
		}
	}
	m.report(doc)
	return name, nil
}

// report prints what the flags ask for about a document.
func (m *mender) report(doc *document) {
	switch m.opts.report {
	case reportText:
		m.stdout.WriteString(doc.repaired)
	case reportFixes:
		explain(m.stdout, doc, m.colour)
	case reportJSON:
		explainJSON(m.stdout, doc)
	case reportScore, reportScoreJSON:
		m.score(doc)
	case reportDiff:
		writeDiff(m.stdout, doc)
		m.differs(doc)
	case reportNames:
		if doc.changed() {
			fmt.Fprintln(m.stdout, doc.name)
		}
		m.differs(doc)
	}
}

// differs keeps in the exit status that a document would be changed.
func (m *mender) differs(doc *document) {
	if doc.changed() {
		m.status = max(m.status, statusDiffers)
	}
}

// flush writes out what is pending.
func (m *mender) flush() error {
	if err := m.stdout.Flush(); err != nil {
		return &outputError{err}
	}
	return nil
}

// complain prints an error about one file and keeps it in the exit status.
func (m *mender) complain(name string, err error) {
	m.status = statusTrouble
	if out := new(outputError); errors.As(err, &out) {
		name = stdoutName
	}
	fmt.Fprintf(m.stderr, "mend: %s: %v\n", escape(name), cause(err))
}

// An outputError says that standard output can't be written to.
type outputError struct{ err error }

func (e *outputError) Error() string { return e.err.Error() }
func (e *outputError) Unwrap() error { return e.err }

// isFatal reports whether to stop at err although other files are left.
func isFatal(err error) bool {
	out := new(outputError)
	return errors.As(err, &out) || errors.Is(err, errInterrupted)
}

// cause strips from err the operation and the path, which would say the file's
// name twice, or a temporary name that means nothing to the user.
func cause(err error) error {
	if e := new(fs.PathError); errors.As(err, &e) {
		return e.Err
	}
	if e := new(os.LinkError); errors.As(err, &e) {
		return e.Err
	}
	return err
}
