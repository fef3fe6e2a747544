package repair

import (
	"bytes"
	"io"
	"strings"
)

// mostEmptyReads is how often a reader may return nothing at all.
const mostEmptyReads = 100

// A source is a reader into which text can be put back. It keeps its error, and
// counts the bytes and lines that it read.
type source struct {
	head  []byte
	r     io.Reader
	n     int64
	lines int64
	err   error
}

func (s *source) Read(p []byte) (int, error) {
	if len(s.head) > 0 {
		n := copy(p, s.head)
		s.head = s.head[n:]
		return n, nil
	}
	if s.err != nil {
		return 0, s.err
	}
	n, err := 0, error(nil)
	for i := 0; n == 0 && err == nil; i++ {
		if n, err = s.r.Read(p); i == mostEmptyReads {
			err = io.ErrNoProgress
		}
	}
	s.n += int64(n)
	s.lines += int64(bytes.Count(p[:n], []byte("\n")))
	s.err = err
	return n, err
}

// peek returns the next n bytes, or those that there are. What ends them is
// for Read to say.
func (s *source) peek(n int) string {
	head := make([]byte, n)
	n, _ = io.ReadFull(s, head)
	s.putBack(view(head[:n]))
	return view(head[:n])
}

// putBack puts texts before what comes next.
func (s *source) putBack(parts ...string) {
	s.head = []byte(strings.Join(parts, "") + view(s.head))
}
