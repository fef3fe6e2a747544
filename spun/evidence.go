package spun

import (
	"slices"
	"sort"

	"github.com/textmend/textmend/internal/lexicon"
)

// Evidence is what a Report goes by, in numbers that can be counted by hand.
// All but RefWords and Shared are about the passages.
type Evidence struct {
	RefWords int     `json:"ref_words"` // words of the reference
	Shared   float64 `json:"shared"`    // share, in [0,1], of the different content words of the text that the reference has too

	Content      int `json:"content"`       // content words of the reference, all but its function words
	ContentKept  int `json:"content_kept"`  // of those, the ones that stand in the text at the same place
	Function     int `json:"function"`      // function words of the reference
	FunctionKept int `json:"function_kept"` // of those, the ones that stand in the text at the same place
	Facts        int `json:"facts"`         // names and numbers of the reference that stand in the text at the same place, or others for them
	FactsKept    int `json:"facts_kept"`    // of those, the ones that are the same
	Slots        int `json:"slots"`         // places between kept words where other words stand for content words
	Mixed        int `json:"mixed"`         // substitutions of function words by content words, or the other way round
	Inflected    int `json:"inflected"`     // words in another form or spelling
	Added        int `json:"added"`         // words of the text without a counterpart
	Dropped      int `json:"dropped"`       // words of the reference without a counterpart
	Gaps         int `json:"gaps"`          // places within sentences where words were added or dropped
	Known        int `json:"known"`         // substitutions that a thesaurus has
	Unrelated    int `json:"unrelated"`     // substitutions of a content word by another that it does not have, though both are ordinary English words
	Repeated     int `json:"repeated"`      // substitutions that recur
	Slips        int `json:"slips"`         // doubled words or phrases of the reference that the text has at the same place

	// Rarer is by how many bits a word of the text is rarer than the one that
	// it stands for, on average; below 0 if it is commoner. Spinners put rarer
	// words, 1 to 2 bits, people don't. It is 0 where nothing is known.
	Rarer float64 `json:"rarer"`

	rarerSum   float64 // bits
	rarerWords int     // pairs of words that it is the sum of
}

// plus returns the evidence of both.
func (e Evidence) plus(f Evidence) Evidence {
	e.Content += f.Content
	e.ContentKept += f.ContentKept
	e.Function += f.Function
	e.FunctionKept += f.FunctionKept
	e.Facts += f.Facts
	e.FactsKept += f.FactsKept
	e.Slots += f.Slots
	e.Mixed += f.Mixed
	e.Inflected += f.Inflected
	e.Added += f.Added
	e.Dropped += f.Dropped
	e.Gaps += f.Gaps
	e.Known += f.Known
	e.Unrelated += f.Unrelated
	e.Repeated += f.Repeated
	e.Slips += f.Slips
	e.rarerSum += f.rarerSum
	e.rarerWords += f.rarerWords
	e.Rarer = e.rarerSum / float64(max(1, e.rarerWords))
	return e
}

// changed returns how many words of the passages are not as they were. What was
// put in the place of something else counts once.
func (e *Evidence) changed() int {
	return e.Content - e.ContentKept + e.Function - e.FunctionKept + max(0, e.Added-e.Dropped)
}

// gather counts what the pieces of a part show.
func (c *comparison) gather(pieces []piece, counts tally) Evidence {
	var e Evidence
	for k := range pieces {
		p := &pieces[k]
		content := c.ref.content(p.j, p.refEnd)
		e.Content += content
		e.Function += int(p.refEnd-p.j) - content
		switch p.sort {
		case kept:
			e.ContentKept += content
			e.FunctionKept += int(p.refEnd-p.j) - content
			n := c.ref.facts(p.j, p.refEnd)
			e.Facts += n
			e.FactsKept += n
		case inflected:
			e.Inflected++
			n := c.ref.facts(p.j, p.refEnd)
			e.Facts += n
			e.FactsKept += n
		case substituted:
			if content > 0 {
				e.Slots++
			}
			if (content > 0) != (c.text.content(p.i, p.end) > 0) {
				e.Mixed++
			}
			n := c.ref.facts(p.j, p.refEnd)
			e.Facts += n
			if p.known {
				e.Known++
				e.FactsKept += c.ref.numbers(p.j, p.refEnd)
			}
			if counts.count(c.pairKey(p)) > 1 {
				e.Repeated++
			}
			c.addRarer(&e, p)
		case added:
			e.Added += int(p.end - p.i)
			e.Gaps += c.text.brokenAt(p.i, p.end)
		case dropped:
			e.Dropped += int(p.refEnd - p.j)
			if k > 0 && pieces[k-1].sort == added || k+1 < len(pieces) && pieces[k+1].sort == added {
				e.Facts += c.ref.facts(p.j, p.refEnd)
			}
			e.Gaps += c.ref.brokenAt(p.j, p.refEnd)
		}
	}
	e.Slips = c.slips(pieces)
	return e.plus(Evidence{})
}

// pairKey identifies the two sides of a substitution.
func (c *comparison) pairKey(p *piece) uint64 {
	key := uint64(p.end - p.i)
	for _, h := range c.text.hashes[p.i:p.end] {
		key = pair(key, h)
	}
	for _, h := range c.ref.hashes[p.j:p.refEnd] {
		key = pair(key, h)
	}
	return key
}

// A tally is the keys of substitutions, in order, as often as they occur.
type tally []uint64

// tallyPairs makes the tally of all substitutions.
func (c *comparison) tallyPairs(parts []part) tally {
	if len(parts) == 0 {
		return nil
	}
	t := c.scratch().tally[:0]
	for k := range parts {
		for n := range parts[k].pieces {
			if p := &parts[k].pieces[n]; p.sort == substituted {
				t = append(t, c.pairKey(p))
			}
		}
	}
	slices.Sort(t)
	c.memory.tally = t
	return t
}

// count returns how often a substitution occurs.
func (t tally) count(key uint64) int {
	first, _ := slices.BinarySearch(t, key)
	n := 0
	for first+n < len(t) && t[first+n] == key {
		n++
	}
	return n
}

// addRarer adds how much rarer a single content word is than the one it stands
// for, if the lexicon has both.
func (c *comparison) addRarer(e *Evidence, p *piece) {
	if p.end-p.i != 1 || p.refEnd-p.j != 1 || c.text.isFunction(int(p.i)) || c.ref.isFunction(int(p.j)) {
		return
	}
	a := lexicon.Level(c.text.folded(p.i, p.end))
	b := lexicon.Level(c.ref.folded(p.j, p.refEnd))
	if a > 0 && b > 0 {
		e.rarerSum += rarity(a) - rarity(b)
		e.rarerWords++
		if !p.known {
			e.Unrelated++
		}
	}
}

// rarity returns by how many bits a word of a SCOWL size is rarer than those
// of size 10, roughly.
func rarity(level uint8) float64 {
	switch {
	case level <= 10:
		return 0
	case level <= 20:
		return 2.5
	case level <= 35:
		return 5
	case level <= 50:
		return 8
	}
	return 10
}

// slipMost is the longest phrase, in words, whose doubling is looked for.
const slipMost = 3

// slips counts the words and phrases that stand twice in the reference, one
// right after the other, and at the same place in the text. Replaced words
// count too: "has accused has accused" may have become "possesses accused
// possesses accused".
func (c *comparison) slips(pieces []piece) int {
	if len(pieces) == 0 {
		return 0
	}
	n := 0
	ref, text := c.ref.hashes, c.text.hashes
	for j, end := int(pieces[0].j), int(pieces[len(pieces)-1].refEnd); j < end; j++ {
		for k := 1; k <= slipMost && j+2*k <= end; k++ {
			if !doubled(ref, j, k) || j > 0 && doubled(ref, j-1, k) {
				continue
			}
			if i := textPosition(pieces, j); i >= 0 && textPosition(pieces, j+2*k-1) == i+2*k-1 && doubled(text, i, k) {
				n++
			}
			break
		}
	}
	return n
}

// doubled reports whether the k words from i on stand there twice.
func doubled(hashes []uint64, i, k int) bool {
	return i+2*k <= len(hashes) && slices.Equal(hashes[i:i+k], hashes[i+k:i+2*k])
}

// textPosition returns the word of the text beside word j of the reference, or
// -1 if it has none of its own.
func textPosition(pieces []piece, j int) int {
	n := sort.Search(len(pieces), func(n int) bool { return int(pieces[n].refEnd) > j })
	if n == len(pieces) {
		return -1
	}
	if p := pieces[n]; int(p.j) <= j && p.end-p.i == p.refEnd-p.j {
		return int(p.i) + j - int(p.j)
	}
	return -1
}
