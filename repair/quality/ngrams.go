package quality

const (
	maxTop   = 4  // the longest sequence whose most frequent one is a rule
	maxNgram = 10 // the longest whose duplicates are
)

// ngrams are numbers of characters in words, by the length of the sequence.
type ngrams struct {
	top       [maxTop + 1]int   // in the most frequent sequence, if it occurs twice
	duplicate [maxNgram + 1]int // in sequences that stood before
}

// measureNgrams measures the sequences of a text that is given as numbers of
// words. A sequence that occurs twice starts with a shorter one that does, so
// each length is looked for only where the one before it was found: time and
// memory are linear, and in clean prose little is left after two words.
// Sequences are compared exactly.
func measureNgrams(text []int32, words []word) ngrams {
	var result ngrams
	g := newGroups(text, words)
	longest := make([]uint8, len(text))
	for n := 2; n <= maxNgram && len(g.groups) > 0; n++ {
		g.lengthen(n)
		if n <= maxTop {
			result.top[n] = g.topChars(n)
		} else {
			g.markDuplicates(longest, n)
		}
	}
	result.duplicate = duplicateChars(text, words, longest)
	return result
}

// groups has the places where sequences of some length stand that occur more
// than once.
type groups struct {
	text   []int32
	words  []word
	places []int32 // starts of sequences: equal ones together, in the order of the text
	groups []group

	spare       []int32
	spareGroups []group
	followers   []group // of the group that is split
	next        []next  // by word
	order       []int32 // of the places of the group that is split: their followers
}

// A next says which of the followers a word is, if it is one of the sequence
// that has this mark.
type next struct{ mark, follower int32 }

// A group is the part of places that has one sequence.
type group struct{ start, end int32 }

// newGroups groups the words of a text.
func newGroups(text []int32, words []word) *groups {
	g := &groups{
		text:  text,
		words: words,
		next:  make([]next, len(words)),
	}
	total, most := int32(0), int32(0)
	for i := range words {
		if n := words[i].count; n > 1 {
			g.next[i].follower = total // where its next place goes
			g.groups = append(g.groups, group{total, total + n})
			total += n
			most = max(most, n)
		}
	}
	g.order = make([]int32, 0, most)
	g.places = make([]int32, total)
	g.spare = make([]int32, total)
	for place, w := range text {
		if words[w].count > 1 {
			f := &g.next[w].follower
			g.places[*f] = int32(place)
			*f++
		}
	}
	return g
}

// lengthen makes groups of sequences of n words out of those of n-1 words.
func (g *groups) lengthen(n int) {
	places, old := g.places, g.groups
	g.places, g.groups = g.spare[:0], g.spareGroups[:0]
	clear(g.next)
	for i, from := range old {
		g.split(places[from.start:from.end], n, int32(i)+1)
	}
	g.spare, g.spareGroups = places, old
}

// split puts the places of one sequence apart by the n-th word. Each sequence
// has a mark of its own.
func (g *groups) split(places []int32, n int, mark int32) {
	g.followers = g.followers[:0]
	if last := len(places) - 1; int(places[last])+n > len(g.text) {
		places = places[:last] // at the end of the text nothing follows
	}
	g.order = g.order[:0]
	for _, place := range places {
		f := g.followerOf(g.text[int(place)+n-1], mark)
		g.followers[f].end++
		g.order = append(g.order, f)
	}
	g.makeRoom()
	if len(g.followers) == 1 {
		copy(g.places[g.followers[0].start:], places)
		return
	}
	for i, place := range places {
		if f := &g.followers[g.order[i]]; f.start < f.end {
			g.places[f.start] = place
			f.start++
		}
	}
}

// followerOf returns the place of word w in followers.
func (g *groups) followerOf(w, mark int32) int32 {
	next := &g.next[w]
	if next.mark != mark {
		next.mark = mark
		next.follower = int32(len(g.followers))
		g.followers = append(g.followers, group{})
	}
	return next.follower
}

// makeRoom turns the sizes of followers into places for those that occur more
// than once.
func (g *groups) makeRoom() {
	total := int32(len(g.places))
	for i := range g.followers {
		f := &g.followers[i]
		size := f.end
		*f = group{total, total}
		if size > 1 {
			f.end += size
			g.groups = append(g.groups, *f)
			total = f.end
		}
	}
	g.places = g.places[:total]
}

// topChars returns the characters that lie in the most frequent sequence, the
// first of those that are as frequent.
func (g *groups) topChars(n int) int {
	if len(g.groups) == 0 {
		return 0
	}
	top := g.groups[0]
	for _, other := range g.groups[1:] {
		more := (other.end - other.start) - (top.end - top.start)
		if more > 0 || more == 0 && g.places[other.start] < g.places[top.start] {
			top = other
		}
	}
	chars, reach := 0, 0
	for _, place := range g.places[top.start:top.end] {
		for i := max(int(place), reach); i < int(place)+n; i++ {
			chars += int(g.words[g.text[i]].chars)
		}
		reach = int(place) + n
	}
	return chars
}

// markDuplicates sets longest to n where a sequence of n words stands that
// stood before.
func (g *groups) markDuplicates(longest []uint8, n int) {
	for _, group := range g.groups {
		for _, place := range g.places[group.start+1 : group.end] {
			longest[place] = uint8(n)
		}
	}
}

// duplicateChars returns the characters in duplicates of each length, when
// longest has the length of the longest that starts at a word.
func duplicateChars(text []int32, words []word, longest []uint8) (chars [maxNgram + 1]int) {
	var reach [maxNgram + 1]int // the end of the last duplicate of each length
	for i, w := range text {
		for n := maxTop + 1; n <= int(longest[i]); n++ {
			reach[n] = i + n
		}
		// What lies in a long duplicate lies in shorter ones, too.
		for n := maxTop + 1; n <= maxNgram && i < reach[n]; n++ {
			chars[n] += int(words[w].chars)
		}
	}
	return chars
}
