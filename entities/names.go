package entities

import (
	"cmp"
	_ "embed"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

//go:generate go run ./gen

// namesText has a line for each name: the name, a star when HTML reads it
// without a semicolon too, and its code points in hexadecimal.
//
//go:embed names.txt
var namesText string

// A name is one of HTML's named character references.
type name struct {
	name string // without & and ;
	text string
	bare bool // HTML reads it without a semicolon too
	class
}

// A nameTable holds all names, by name and by how they end.
type nameTable struct {
	byName  map[string]*name
	upper   map[string]*name // names by their upper-case form, where that is no name itself
	names   []name
	ends    []endNode // the names read backwards, as a trie; node 0 is the root
	endings endings   // of the names that may have lost their &
}

// An endNode is a node of the trie of reversed names. Its children stand side
// by side, in the order of their letters.
type endNode struct {
	letters uint64 // of the children, by symbol
	first   uint16 // index of the first child
	name    int16  // index of the name that begins here, or -1
}

// symbols has the numbers of letters and digits, in the order of their bytes.
var symbols = [256]uint8{
	'0': 0, '1': 1, '2': 2, '3': 3, '4': 4, '5': 5, '6': 6, '7': 7, '8': 8, '9': 9,
	'A': 10, 'B': 11, 'C': 12, 'D': 13, 'E': 14, 'F': 15, 'G': 16, 'H': 17, 'I': 18, 'J': 19, 'K': 20, 'L': 21, 'M': 22,
	'N': 23, 'O': 24, 'P': 25, 'Q': 26, 'R': 27, 'S': 28, 'T': 29, 'U': 30, 'V': 31, 'W': 32, 'X': 33, 'Y': 34, 'Z': 35,
	'a': 36, 'b': 37, 'c': 38, 'd': 39, 'e': 40, 'f': 41, 'g': 42, 'h': 43, 'i': 44, 'j': 45, 'k': 46, 'l': 47, 'm': 48,
	'n': 49, 'o': 50, 'p': 51, 'q': 52, 'r': 53, 's': 54, 't': 55, 'u': 56, 'v': 57, 'w': 58, 'x': 59, 'y': 60, 'z': 61,
}

var (
	built atomic.Pointer[nameTable]
	build = sync.OnceValue(buildNames)
)

// names returns the table of names, which is built on first use.
func names() *nameTable {
	if t := built.Load(); t != nil {
		return t
	}
	t := build()
	built.Store(t)
	return t
}

func buildNames() *nameTable {
	t := &nameTable{byName: make(map[string]*name, 2200), upper: make(map[string]*name, 2200)}
	classes := newClassifier()
	for line := range strings.Lines(namesText) {
		fields := strings.Fields(line)
		n := name{}
		n.name, n.bare = strings.CutSuffix(fields[0], "*")
		for _, hex := range fields[1:] {
			r, err := strconv.ParseUint(hex, 16, 32)
			if err != nil {
				panic("entities: names.txt is damaged: " + err.Error())
			}
			n.text += string(rune(r))
		}
		n.class = classes.classify(n.name, n.text)
		t.names = append(t.names, n)
	}
	for i := range t.names {
		n := &t.names[i]
		t.byName[n.name] = n
		if n.certainty != rare {
			t.endings.add(n.name)
		}
	}
	t.addUpper()
	t.buildEnds()
	return t
}

// addUpper lets EACUTE stand for Eacute, and NBSP for nbsp. A name that begins
// with a capital wins, so that upper case stays upper case.
func (t *nameTable) addUpper() {
	for i := range t.names {
		n := &t.names[i]
		up := strings.ToUpper(n.name)
		if t.byName[up] != nil {
			continue
		}
		if old := t.upper[up]; old == nil || n.common && !old.common || n.common == old.common && n.name < old.name {
			t.upper[up] = n
		}
	}
}

// buildEnds builds the trie level by level, out of the names in the order of
// their ends.
func (t *nameTable) buildEnds() {
	order := make([]int16, len(t.names))
	for i := range order {
		order[i] = int16(i)
	}
	slices.SortFunc(order, func(i, j int16) int { return compareEnds(t.names[i].name, t.names[j].name) })
	type branch struct {
		names []int16 // those that end alike
		depth int
	}
	branches := []branch{{order, 0}}
	t.ends = append(t.ends, endNode{name: -1})
	for i := 0; i < len(branches); i++ {
		b := branches[i]
		if first := b.names[0]; len(t.names[first].name) == b.depth {
			t.ends[i].name, b.names = first, b.names[1:]
		}
		t.ends[i].first = uint16(len(t.ends))
		for len(b.names) > 0 {
			c := t.letter(b.names[0], b.depth)
			n := 1
			for n < len(b.names) && t.letter(b.names[n], b.depth) == c {
				n++
			}
			t.ends[i].letters |= 1 << symbols[c]
			t.ends = append(t.ends, endNode{name: -1})
			branches = append(branches, branch{b.names[:n], b.depth + 1})
			b.names = b.names[n:]
		}
	}
}

// letter returns the letter of name i that n others follow.
func (t *nameTable) letter(i int16, n int) byte {
	name := t.names[i].name
	return name[len(name)-1-n]
}

// compareEnds compares two names read backwards.
func compareEnds(a, b string) int {
	for i, j := len(a)-1, len(b)-1; i >= 0 && j >= 0; i, j = i-1, j-1 {
		if a[i] != b[j] {
			return cmp.Compare(a[i], b[j])
		}
	}
	return cmp.Compare(len(a), len(b))
}

// suffix returns the longest name that s ends with, or nil. It takes letters
// and digits of ASCII.
func (t *nameTable) suffix(s string) *name {
	longest, at := int16(-1), &t.ends[0]
	for i := len(s) - 1; i >= 0; i-- {
		bit := uint64(1) << (symbols[s[i]] & 63)
		if at.letters&bit == 0 {
			break
		}
		at = &t.ends[int(at.first)+bits.OnesCount64(at.letters&(bit-1))]
		if at.name >= 0 {
			longest = at.name
		}
	}
	if longest < 0 {
		return nil
	}
	return &t.names[longest]
}

// prefix returns the longest name that s begins with and accept takes, or nil.
func (t *nameTable) prefix(s string, accept func(*name) bool) *name {
	for n := min(len(s), longestName); n > 1; n-- {
		if found := t.byName[s[:n]]; found != nil && accept(found) {
			return found
		}
	}
	return nil
}

// longestName is the length of CounterClockwiseContourIntegral.
const longestName = 31

// Lookup returns the text of HTML's named character reference of that name,
// given without & and ;. Names are told apart by case, as HTML does: "Eacute"
// is \u00c9 and "eacute" is \u00e9. It knows all 2,125 names of
// https://html.spec.whatwg.org/multipage/named-characters.html, and reports
// whether the name is one of them. It is safe for concurrent use.
func Lookup(name string) (text string, ok bool) {
	n := names().byName[name]
	if n == nil {
		return "", false
	}
	return n.text, true
}
