package spun

import "fmt"

// A Verdict says how a text, or a stretch of it, came from a reference.
type Verdict uint8

const (
	Undecided  Verdict = iota // too short to say
	Unrelated                 // another subject
	Related                   // the same subject, but nothing derived
	Paraphrase                // derived, and reworded as people do: order and function words change too
	Edited                    // a copy with an editor's changes
	Copy                      // verbatim, or an excerpt
	Spun                      // a copy with words replaced by synonyms, one by one
)

// derived reports whether a text of this verdict was made from the reference.
func (v Verdict) derived() bool { return v >= Paraphrase && v <= Spun }

var verdictNames = [...]string{"undecided", "unrelated", "related", "paraphrase", "edited", "copy", "spun"}

// String returns the name of the verdict in lower case, such as "spun".
func (v Verdict) String() string {
	if int(v) < len(verdictNames) {
		return verdictNames[v]
	}
	return fmt.Sprintf("Verdict(%d)", uint8(v))
}

// MarshalText returns what String returns. A value that is no Verdict is an
// error.
func (v Verdict) MarshalText() ([]byte, error) {
	if int(v) >= len(verdictNames) {
		return nil, fmt.Errorf("spun: no verdict has the number %d", uint8(v))
	}
	return []byte(verdictNames[v]), nil
}

// UnmarshalText sets v to the verdict of that name.
func (v *Verdict) UnmarshalText(text []byte) error {
	for i, name := range verdictNames {
		if name == string(text) {
			*v = Verdict(i)
			return nil
		}
	}
	return fmt.Errorf("spun: %q is no verdict", text)
}
