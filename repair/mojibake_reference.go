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
	from, to := max(0, i-nearby), min(len(text), end+nearby)
	for from > 0 && isWordByte(text[from-1]) && i-from < 2*nearby {
		from--
	}
	return hasReference(text[from:i]) || hasReference(text[end:to])
}

// referenceBytes are those that references have and words have not.
var referenceBytes = [256]bool{'&': true, ';': true, '#': true, '\\': true, '%': true, '_': true}

// hasReference reports whether s has something that could be a reference or
// the beginning of one.
func hasReference(s string) bool {
	for at := range len(s) {
		if !referenceBytes[s[at]] {
			continue
		}
		switch rest := s[at+1:]; s[at] {
		case ';':
			if endsInReference(s[:at]) {
				return true
			}
		case '_':
			if strings.HasPrefix(rest, "x") {
				return true
			}
		case '&':
			if beginsReference(rest) {
				return true
			}
		case '#', '\\', '%':
			if rest != "" && (rest[0] == 'u' || rest[0] == 'x' || asciiClass(rune(rest[0])) == classDigit) {
				return true
			}
		}
	}
	return false
}

// beginsReference reports whether s, behind an ampersand, begins with a number
// or the name of a reference.
func beginsReference(s string) bool {
	if strings.HasPrefix(s, "#") {
		return true
	}
	for end := 1; end <= len(s) && isWordByte(s[end-1]); end++ {
		if _, ok := entities.Lookup(s[:end]); ok {
			return true
		}
	}
	return false
}

// endsInReference reports whether s ends in a number or the name of a
// reference, which may have grown together with a word.
func endsInReference(s string) bool {
	for from := len(s) - 1; from >= 0 && isWordByte(s[from]); from-- {
		if name := s[from:]; asciiClass(rune(name[0])) == classDigit {
			return true
		} else if _, ok := entities.Lookup(name); ok {
			return true
		}
	}
	return false
}

func isWordByte(c byte) bool {
	k := asciiClass(rune(c))
	return k == classDigit || k == classLower || k == classUpper
}
