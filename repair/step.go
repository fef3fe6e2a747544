package repair

import (
	"fmt"
	"strings"
)

// A Step is a kind of repair, or a set of them.
type Step uint32

// The steps. Those up to Glued are taken by default, the others where
// [Options.Also] asks for them.
const (
	// Encoding reads UTF-16 as what it is, and bytes that are no UTF-8 as
	// Windows-1252 or, where they are none of that either, as U+FFFD. Lines
	// that are clearly in an encoding of Russian, Japanese, Chinese or Korean
	// are read in that. It undoes what came of UTF-8, or of one of those, that
	// was read as another encoding, once or more often.
	Encoding Step = 1 << iota
	// Controls removes control characters and a byte order mark.
	Controls
	// Entities decodes character references, intact and damaged.
	Entities
	// Spaces cleans up the spaces that the other steps leave.
	Spaces
	// Quotes restores, in English, apostrophes that became question marks and
	// quotation marks that were closed by one of another kind.
	Quotes
	// Doubled removes words and phrases that were written twice or more often
	// in a row, where nobody would mean to, in English or with
	// [Options.Words].
	Doubled
	// Glued parts words that lost the space between them, in English or with
	// [Options.Words].
	Glued
	// Tags removes markup that was left in the text: comments, tags of HTML's
	// elements that have attributes, an end tag or a name that is no word, and
	// scripts and style sheets. Blocks leave a line break where words would be
	// glued, cells a space. Angle brackets for anything else stay.
	Tags
	// Lines removes page furniture: menus, buttons, dates, bylines and links
	// to other pages, told from the line, its neighbours and the page.
	Lines
	// Breaks restores line breaks that were written as backslashes, as \n or
	// as <br>, and joins the lines of paragraphs that were broken for their
	// width alone, and the words that hyphens divide there.
	Breaks
	// Form brings the text to Unicode's normalization form C.
	Form
	// Compat replaces compatibility characters that say nothing but how a
	// letter looked: full-width ones, half-width katakana, ligatures of Latin
	// and Armenian, presentation forms of Hebrew and Arabic.
	Compat

	// Lost is a kind of [Finding], as are the next three, and no step: what
	// they stand for is beyond repair. It is a character that was lost.
	Lost
	// Garbled is a word that no language would write.
	Garbled
	// Repeated is what stands more often than anybody wrote it.
	Repeated
	// CutOff is the end of a text that was cut off.
	CutOff

	allSteps     = 1<<iota - 1
	defaultSteps = Tags - 1
	askedSteps   = (Lost - 1) &^ defaultSteps
)

var stepNames = [...]string{
	"encoding", "controls", "entities", "spaces", "quotes", "doubled", "glued",
	"tags", "lines", "breaks", "form", "compat",
	"lost", "garbled", "repeated", "cutoff",
}

// String returns the names of the steps in s, joined by commas, such as
// "controls,entities". It is "none" when there are none.
func (s Step) String() string {
	if s == 0 {
		return "none"
	}
	var parts []string
	for i, name := range stepNames {
		if s&(1<<i) != 0 {
			parts = append(parts, name)
		}
	}
	if s > allSteps {
		parts = append(parts, fmt.Sprintf("%#x", uint32(s&^allSteps)))
	}
	return strings.Join(parts, ",")
}

// MarshalText returns what String does. It fails on bits that have no name.
func (s Step) MarshalText() ([]byte, error) {
	if s > allSteps {
		return nil, fmt.Errorf("repair: no name for step %#x", uint32(s&^allSteps))
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads what MarshalText writes. Spaces around the names do not
// matter, and an empty text is 0. It fails on a name it does not know, and
// leaves s as it is then.
func (s *Step) UnmarshalText(text []byte) error {
	var got Step
	for field := range strings.SplitSeq(string(text), ",") {
		field = strings.TrimSpace(field)
		if field == "" || field == "none" {
			continue
		}
		step, ok := stepNamed(field)
		if !ok {
			return fmt.Errorf("repair: unknown step %q", field)
		}
		got |= step
	}
	*s = got
	return nil
}

func stepNamed(name string) (Step, bool) {
	for i, known := range stepNames {
		if known == name {
			return 1 << i, true
		}
	}
	return 0, false
}
