package lexicon

import "iter"

// All returns the ordinary words of the list, in lower case, each with its
// SCOWL size, as [Level] gives it, in the order of their letters. It is safe
// for concurrent use.
func All() iter.Seq2[string, uint8] {
	return func(yield func(string, uint8) bool) {
		records := load().records
		for at := 1; at < len(records); {
			n := int(records[at])
			level := records[at+1] & sizeMask * sizeUnit
			if level > 0 && !yield(records[at+2:at+2+n], level) {
				return
			}
			at += 2 + n
		}
	}
}
