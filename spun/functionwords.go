package spun

import (
	"math/bits"
	"strings"
	"sync"

	"github.com/textmend/textmend/internal/words"
)

// englishFunctionWords are the words that order the others: articles,
// pronouns, prepositions, conjunctions, auxiliary verbs, and the adverbs that
// stand between them. Rewording by a person changes them, a spinner mostly
// doesn't.
const englishFunctionWords = `
a an the
this that these those some any each every either neither no none both all such other another same
i you he she it we they me him her us them
my your his its our their mine yours hers ours theirs
myself yourself himself herself itself ourselves themselves oneself
who whom whose which what where when why how whoever whatever whichever wherever whenever
and or but nor so yet if unless because since while whilst although though as than whether lest once
of in on at by for with from to into onto about over under between among amongst through throughout during
after before against within without toward towards upward upwards downward downwards upon per via until till around across behind beyond
near off out up down along despite above below beside besides except inside outside amid
is are was were be been being am has have had having do does did doing done
will would shall should can could may might must ought cannot
not never also too very only just even still then there here now again more most less least much many few
almost already always often ever rather quite perhaps however therefore thus hence else
i'm i've i'd i'll you're you've you'll he's she's it's we're we've we'll they're they've they'll
don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't
that's there's here's what's who's let's
`

// emphasis is the set of adverbs that spinners put between others so that words
// become more: "will certainly", "is actually".
var emphasis = sync.OnceValue(func() set {
	return newSet(strings.Fields("actually absolutely additionally basically certainly clearly definitely easily essentially extremely particularly quickly really simply truly undoubtedly usually"))
})

// A set holds words by the hash of their folded form: in a table with open
// addressing, at most half of which is taken. 0 is free.
type set []uint64

func (s set) has(hash uint64) bool {
	for i := hash & uint64(len(s)-1); s[i] != 0; i = (i + 1) & uint64(len(s)-1) {
		if s[i] == hash {
			return true
		}
	}
	return false
}

// english is the set of englishFunctionWords.
var english = sync.OnceValue(func() set { return newSet(strings.Fields(englishFunctionWords)) })

func newSet(list []string) set {
	s := make(set, 1<<bits.Len(uint(2*len(list))))
	var folded []byte
	for _, word := range list {
		folded = words.Fold(folded[:0], word)
		hash := hashWord(folded)
		if hash == 0 || s.has(hash) {
			continue
		}
		i := hash & uint64(len(s)-1)
		for s[i] != 0 {
			i = (i + 1) & uint64(len(s)-1)
		}
		s[i] = hash
	}
	return s
}
