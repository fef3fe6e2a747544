package entities

import (
	"fmt"
	"strings"
)

// A Reference is a character reference found in a text, intact or damaged.
type Reference struct {
	// Start and End are byte offsets: text[Start:End] gives way to Text.
	// They take in what the damage added, such as a space.
	Start, End int
	// Name is the name or number, without what stood around it: "quot",
	// "#39", "#x27". A reference that yields others once it is decoded has
	// the name of the last.
	Name string
	// Text is what the reference should read.
	Text string
	// Damage says what was lost. It is 0 for an intact reference.
	Damage Damage
}

// Damage is a set of the ways in which a reference was damaged.
type Damage uint32

const (
	// AmpersandDeleted is set where the & is missing: quot; for &quot;.
	AmpersandDeleted Damage = 1 << iota
	// AmpersandSpaced is set where the & became a space: "doesn #39;t".
	AmpersandSpaced
	// AmpersandWord is set where the & became "and" or "et": andrsquo;.
	AmpersandWord
	// Spaced is set where spaces were put inside: & rsquo ;.
	Spaced
	// SemicolonDeleted is set where the ; is missing: &#39t.
	SemicolonDeleted
	// SemicolonChanged is set where another mark stands for the ;: &#39,t.
	SemicolonChanged
	// HashDeleted is set where the # is missing: &039; or x27;.
	HashDeleted
	// Doubled is set where the & was escaped again, once or more: &amp;quot;.
	Doubled
	// JSONEscaped is set for escapes of JSON: \u0026#39;, u0027.
	JSONEscaped
	// BackslashDeleted is set where a JSON escape lost its backslash: u0027.
	BackslashDeleted
	// PercentEncoded is set where a URL encoder was at work: %26%2339%3B.
	PercentEncoded
	// OOXMLEscaped is set for escapes of Office documents: _x000D_.
	OOXMLEscaped
	// Misspelt is set where two letters changed places: &nbps;.
	Misspelt
	// CaseChanged is set for names put in upper case: &EACUTE;.
	CaseChanged
	// Windows1252 is set for numbers that mean Windows-1252: &#146;.
	Windows1252
	// Surrogates is set for two numbers that are a UTF-16 pair.
	Surrogates

	allDamage = 1<<iota - 1
)

var damageNames = [...]string{
	"ampersand deleted", "ampersand spaced", "ampersand word", "spaced",
	"semicolon deleted", "semicolon changed", "hash deleted", "doubled",
	"json escaped", "backslash deleted", "percent encoded", "ooxml escaped", "misspelt",
	"case changed", "windows-1252", "surrogates",
}

// String returns the names of the bits that are set, joined by commas, such as
// "ampersand deleted,windows-1252". It is "intact" when none is.
func (d Damage) String() string {
	if d == 0 {
		return "intact"
	}
	var parts []string
	for i, name := range damageNames {
		if d&(1<<i) != 0 {
			parts = append(parts, name)
		}
	}
	if d > allDamage {
		parts = append(parts, fmt.Sprintf("%#x", uint32(d&^allDamage)))
	}
	return strings.Join(parts, ",")
}

// MarshalText returns what String does. It fails on bits that have no name.
func (d Damage) MarshalText() ([]byte, error) {
	if d > allDamage {
		return nil, fmt.Errorf("entities: no name for damage %#x", uint32(d&^allDamage))
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what MarshalText writes. Spaces around the names do not
// matter, and neither does an empty text, which is 0. It fails on a name it
// does not know, and leaves d as it is then.
func (d *Damage) UnmarshalText(text []byte) error {
	var got Damage
	for field := range strings.SplitSeq(string(text), ",") {
		field = strings.TrimSpace(field)
		if field == "" || field == "intact" {
			continue
		}
		bit, ok := damageBit(field)
		if !ok {
			return fmt.Errorf("entities: unknown damage %q", field)
		}
		got |= bit
	}
	*d = got
	return nil
}

func damageBit(name string) (Damage, bool) {
	for i, known := range damageNames {
		if known == name {
			return 1 << i, true
		}
	}
	return 0, false
}
