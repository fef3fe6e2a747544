package spun

// A Report says how a text came from a reference, and what shows it.
//
// As JSON it is an object with the members verdict, probability, words,
// aligned, reversed, evidence, passages and substitutions. A verdict is its
// name. The two lists are never null. Their members have start and end, bytes
// of the text, and ref_start and ref_end, bytes of the reference.
type Report struct {
	Verdict     Verdict `json:"verdict"`     // of most of the words that derive from the reference
	Probability float64 `json:"probability"` // in [0,1]: that the text is a synonym-spun copy, or the reference one of it
	Words       int     `json:"words"`       // words of the text
	Aligned     int     `json:"aligned"`     // of those, words lying in passages
	// Reversed says that by the evidence the reference was made from the text.
	Reversed bool     `json:"reversed"`
	Evidence Evidence `json:"evidence"`
	// Passages are the stretches of the text that derive from the reference.
	// They don't overlap in the text, and are in order of Start.
	Passages []Passage `json:"passages"`
	// Substitutions are words of the passages that stand for others. They
	// don't overlap in the text, and are in order of Start. Other forms and
	// spellings of a word are none.
	Substitutions []Substitution `json:"substitutions"`

	refAligned int  // words of the reference lying in passages
	unspaced   bool // one of the texts is in a script without spaces
}

// A Passage is a stretch of a text that derives from a stretch of a reference.
// The bounds are bytes, on bounds of words.
type Passage struct {
	Start    int     `json:"start"`
	End      int     `json:"end"`
	RefStart int     `json:"ref_start"`
	RefEnd   int     `json:"ref_end"`
	Verdict  Verdict `json:"verdict"` // Copy, Edited, Spun or Paraphrase
}

// A Substitution is a word or phrase of a text that stands where the reference
// has another. The bounds are bytes, on bounds of words.
type Substitution struct {
	Start    int  `json:"start"`
	End      int  `json:"end"`
	RefStart int  `json:"ref_start"`
	RefEnd   int  `json:"ref_end"`
	Known    bool `json:"known"` // a thesaurus has the pair, or it is a number in words and digits
	Count    int  `json:"count"` // how often the same pair stands in this report
}
