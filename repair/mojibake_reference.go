package repair

import (
	"strings"

	"github.com/textmend/textmend/entities"
)

// nearby is how far from a place a reference can stand that depends on it.
const nearby = 32

// nearReference reports whether something stands near text[i:end] that could
// be a character reference. Whether it is one may depend on what stands there,
// so the step that reads references comes first: what is mojibake is mended
// after it, or, where it found no reference, not at all.
func nearReference(text string, i, end int) bool {
	return hasReference(text[max(0, i-nearby):i]) || hasReference(text[end:min(len(text), end+nearby)])
}

// hasReference reports whether s has something that could be a reference or
// the beginning of one.
func hasReference(s string) bool {
	for {
		at := strings.IndexAny(s, `&;#\%_`)
		if at < 0 {
			return false
		}
		if s[at] != ';' && s[at] != '_' && at+1 < len(s) && (isWordByte(s[at+1]) || s[at+1] == '#') {
			return true
		}
		if s[at] == '_' && strings.HasPrefix(s[at:], "_x") || s[at] == ';' && endsInReference(s[:at]) {
			return true
		}
		s = s[at+1:]
	}
}

// endsInReference reports whether s ends in a number or the name of a
// reference.
func endsInReference(s string) bool {
	from := len(s)
	for from > 0 && isWordByte(s[from-1]) {
		from--
	}
	name := s[from:]
	if name == "" {
		return false
	}
	if _, ok := entities.Lookup(name); ok {
		return true
	}
	return strings.ContainsAny(name, "0123456789")
}

func isWordByte(c byte) bool {
	k := asciiClass(rune(c))
	return k == classDigit || k == classLower || k == classUpper
}
