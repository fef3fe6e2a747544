package main

import (
	"fmt"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

func init() {
	for _, record := range []any{place{}, document{}, problem{}, postings{}, pair{}, candidate{}, side{}} {
		beam.RegisterType(reflect.TypeOf(record))
	}
}

// A place is where a text stands. Line counts from 1; it is 0 where the file is
// the text.
type place struct {
	File string
	Line int64
}

func (p place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// before reports whether p comes before q, by file and then by line.
func (p place) before(q place) bool {
	if p.File != q.File {
		return p.File < q.File
	}
	return p.Line < q.Line
}

// A document is a text with its id and where it was read.
type document struct {
	ID    string
	Text  string
	Place place
}

// A problem is something that was left out, and why.
type problem struct {
	Place place
	Error string
}

func (p problem) String() string { return fmt.Sprintf("%v: %s", p.Place, p.Error) }

// Postings are the ids of the texts that have a key. There are none if N, the
// number of the texts, is too large.
type postings struct {
	IDs []string
	N   int64
}

// A pair is two texts by their ids, A being the lesser.
type pair struct{ A, B string }

// A candidate is what one text of a pair is worth comparing with, by its id,
// and how many keys they share.
type candidate struct {
	Other string
	Keys  int64
}

// A side is one text of a candidate.
type side struct {
	ID   string
	Text string
	Keys int64
}
