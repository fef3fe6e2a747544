package spun

// Options say how texts are compared. The zero value is what the functions of
// this package use. An Options may be used by several goroutines at once.
type Options struct {
	// FunctionWords are the articles, pronouns, prepositions, conjunctions
	// and auxiliary verbs of the texts' language. If it is nil, they are those
	// of English, and in a text that has hardly any of these, the words of up
	// to three letters.
	FunctionWords []string

	// Related reports whether a thesaurus has two different words or phrases
	// for each other. They are in lower case, with single spaces between
	// words. It must be safe for concurrent use. If it is nil, an English
	// thesaurus is asked.
	//
	// A thesaurus makes the list of substitutions better, and tells which of
	// them are Known. The Verdict hardly depends on it.
	Related func(a, b string) bool

	// HoldTexts makes an Index keep the texts of its references, so that
	// Search can compare with them.
	HoldTexts bool

	// Fetch gets the text of a reference by its id, for the Search of an Index
	// that does not hold it, and reports whether it could. It must be safe
	// for concurrent use if Search is called so.
	Fetch func(id string) (text string, ok bool)
}

// functionWords returns the set of function words.
func (o Options) functionWords() set {
	if o.FunctionWords == nil {
		return english()
	}
	return newSet(o.FunctionWords)
}
