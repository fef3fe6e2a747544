package spun

import "sync"

// A Reference is a text prepared for others to be compared with. It is safe for
// concurrent use.
//
// It keeps the text, and about 80 bytes for each of its words.
type Reference struct {
	options Options
	doc     *document
	sketch  *sketch
	// postings are made when a text is first compared that the sketch does
	// not tell apart.
	postings func() *postings
}

// NewReference prepares a text for others to be compared with.
//
// Any bytes are text. What is not UTF-8 parts words.
func NewReference(text string) *Reference { return Options{}.NewReference(text) }

// NewReference is [NewReference] with options.
func (o Options) NewReference(text string) *Reference {
	d := newDocument(text, o.functionWords())
	return &Reference{
		options:  o,
		doc:      d,
		sketch:   newSketch(d),
		postings: sync.OnceValue(func() *postings { return newPostings(d) }),
	}
}

// Compare says whether text is a copy of reference, spun, edited or verbatim,
// or was made otherwise. To compare many texts with one reference, or one with
// many, prepare them by [NewReference].
func Compare(text, reference string) Report { return NewReference(reference).Compare(text) }

// Compare is [Compare] with options.
func (o Options) Compare(text, reference string) Report {
	return o.NewReference(reference).Compare(text)
}

// Compare says whether text is a copy of the reference, as the function
// [Compare] does.
func (r *Reference) Compare(text string) Report {
	return r.CompareReference(r.options.NewReference(text))
}

// CompareReference says whether a text is a copy of the reference when the
// text, too, is prepared. It gives the Report that Compare gives. Most texts
// that have nothing to do with the reference are told apart in a microsecond
// or two.
func (r *Reference) CompareReference(text *Reference) Report {
	c := &comparison{text: text.doc, ref: r.doc, kindred: kindred{text: text.doc, ref: r.doc, related: r.options.Related}}
	c.shared = text.sketch.shared(r.sketch)
	if c.identical() {
		c.takeAll()
	} else if text.sketch.close(r.sketch) || c.sameEnds() {
		c.align(r.postings())
	}
	report := c.report()
	c.release()
	return report
}
