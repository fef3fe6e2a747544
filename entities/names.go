package entities

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
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
	ends    []endNode  // the names read backwards, as a trie; node 0 is the root
	last    [128]int16 // the nodes of last letters, or 0
	endings endings    // of the names that may have lost their &
}

// An endNode is a node of the trie of reversed names. The children of a node
// stand side by side.
type endNode struct {
	char     byte
	children uint8
	first    uint16 // index of the first child
	name     int16  // index of the name that begins here, or -1
}

var names = sync.OnceValue(buildNames)

func buildNames() *nameTable {
	t := &nameTable{byName: make(map[string]*name, 2200), upper: make(map[string]*name, 2200)}
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
		n.class = classify(n.name, n.text)
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

func (t *nameTable) buildEnds() {
	type builder struct {
		children [128]*builder
		name     int16
	}
	root := &builder{name: -1}
	for i := range t.names {
		at := root
		for j := len(t.names[i].name) - 1; j >= 0; j-- {
			c := t.names[i].name[j]
			if at.children[c] == nil {
				at.children[c] = &builder{name: -1}
			}
			at = at.children[c]
		}
		at.name = int16(i)
	}
	t.ends = append(t.ends, endNode{name: -1})
	queue := []*builder{root}
	for i := 0; i < len(queue); i++ {
		t.ends[i].first = uint16(len(t.ends))
		for c, child := range queue[i].children {
			if child != nil {
				if i == 0 {
					t.last[c] = int16(len(t.ends))
				}
				t.ends[i].children++
				t.ends = append(t.ends, endNode{char: byte(c), name: child.name})
				queue = append(queue, child)
			}
		}
	}
}

// suffix returns the longest name that s, which is ASCII, ends with, or nil.
func (t *nameTable) suffix(s string) *name {
	i := len(s) - 1
	if i < 0 || t.last[s[i]&0x7f] == 0 {
		return nil
	}
	longest := int16(-1)
	for at := &t.ends[t.last[s[i]&0x7f]]; at != nil; at = t.child(at, s[i]) {
		if at.name >= 0 {
			longest = at.name
		}
		if i--; i < 0 {
			break
		}
	}
	if longest < 0 {
		return nil
	}
	return &t.names[longest]
}

func (t *nameTable) child(at *endNode, c byte) *endNode {
	children := t.ends[at.first : int(at.first)+int(at.children)]
	for i := range children {
		if children[i].char == c {
			return &children[i]
		}
	}
	return nil
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
