package spin

import (
	"slices"
	"strings"
)

// arrange drops, adds and moves sentences and paragraphs, as the options say.
func (s *spinner) arrange(pieces []piece) []piece {
	s.settle(pieces)
	list := sentences(pieces)
	list = s.drop(list)
	s.move(list)
	list = s.add(list)
	if s.options.Shuffle {
		list = s.shuffle(list)
	}
	var out []piece
	for i, sentence := range list {
		if i > 0 && !separated(out) {
			out = append(out, piece{text: " ", start: -1})
		}
		out = append(out, sentence...)
	}
	return out
}

// settle marks what was spun back to what it was as unchanged.
func (s *spinner) settle(pieces []piece) {
	for i := range pieces {
		p := &pieces[i]
		p.changed = p.changed && p.text != s.text[p.start:p.end]
	}
}

// separated reports whether what has been written ends with white space.
func separated(pieces []piece) bool {
	return len(pieces) == 0 || strings.ContainsAny(pieces[len(pieces)-1].text, " \t\n")
}

// drop leaves sentences out, but not all.
func (s *spinner) drop(list []sentence) []sentence {
	kept := slices.DeleteFunc(slices.Clone(list), func(sentence) bool { return s.rnd.Float64() < s.options.Drop })
	if len(kept)*2 < len(list) {
		return list
	}
	return kept
}

// move exchanges sentences with the next.
func (s *spinner) move(list []sentence) {
	for i := 0; i+1 < len(list); i++ {
		if s.rnd.Float64() < s.options.Reorder {
			list[i], list[i+1] = list[i+1], list[i]
			i++
		}
	}
}

// add puts sentences in that the reference does not have.
func (s *spinner) add(list []sentence) []sentence {
	n := int(s.options.Add*float64(len(list)) + s.rnd.Float64())
	for range n {
		if len(s.options.Extra) == 0 {
			break
		}
		text := strings.TrimSpace(s.options.Extra[s.rnd.IntN(len(s.options.Extra))]) + " "
		pieces := cut(text)
		for i := range pieces {
			pieces[i].start, pieces[i].end = -1, -1
		}
		list = slices.Insert(list, s.rnd.IntN(len(list)+1), sentence(pieces))
	}
	return list
}

// blockLeast is how many sentences move together at least. In many texts each
// sentence is a line: those are no paragraphs.
const blockLeast = 3

// shuffle changes the order of the paragraphs.
func (s *spinner) shuffle(list []sentence) []sentence {
	var blocks [][]sentence
	start := 0
	for i := range list {
		if i == len(list)-1 || list[i].endsParagraph() && i+1-start >= blockLeast {
			blocks = append(blocks, list[start:i+1])
			start = i + 1
		}
	}
	s.rnd.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	return slices.Concat(blocks...)
}
