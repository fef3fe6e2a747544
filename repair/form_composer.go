package repair

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A composer brings short texts into a normalization form, and remembers what
// became of those that came last: a text has the same letters again and again,
// and norm allocates for each that is not in the form.
type composer struct {
	known []composition // by a hash of the text
}

// A composition is a text and what it is in the form.
type composition struct{ text, form string }

const (
	composerBits  = 10
	maxRemembered = 16 // bytes of a text
)

// of returns s in the form, for good. The form must be the same each time.
func (c *composer) of(s string, form norm.Form) string {
	if len(s) > maxRemembered {
		return form.String(strings.Clone(s))
	}
	if c.known == nil {
		c.known = make([]composition, 1<<composerBits)
	}
	hash := uint32(0)
	for i := range len(s) {
		hash = hash*31 + uint32(s[i])
	}
	k := &c.known[hash*0x9e3779b1>>(32-composerBits)]
	if k.text != s {
		text := strings.Clone(s)
		*k = composition{text, form.String(text)}
	}
	return k.form
}
