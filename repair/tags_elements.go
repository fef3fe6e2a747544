package repair

import (
	"strings"
	"sync"
)

// An element is what Tags knows of an element of HTML.
type element struct {
	name   string
	index  int  // among all of them, from 0
	parts  gap  // what its tags leave between words
	alone  bool // a start tag without attributes and without an end is markup: its name is no word
	hidden bool // what stands between its tags is no text
}

// A gap is what stands between two words.
type gap uint8

const (
	noGap gap = iota
	spaceGap
	lineGap
)

// The elements of HTML that leave nothing, and those that part words. Those
// after the bar are no words in any language, so that nobody writes them in
// angle brackets for anything else.
const (
	inlineNames = `a abbr acronym applet area audio b base bdi big button canvas cite code data del dfn em embed
		font i iframe ins kbd label link map mark meta meter noscript object output param picture progress q ruby s samp
		small source span strike strong style script sub sup svg time track tt u var video
		| bdo img rb rp rt rtc nobr wbr`
	cellNames  = `input option | td th`
	blockNames = `address article aside body caption center col colgroup details dialog dir fieldset figcaption figure
		footer form frame frameset head header html legend main menu nav noframes p pre search section select summary table
		template textarea title
		| blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hgroup hr li ol optgroup tbody tfoot thead tr ul`
)

// elementCount is how many elements there are, at most.
const elementCount = 160

var elements = sync.OnceValue(func() map[string]element {
	all := make(map[string]element)
	add := func(names string, g gap) {
		alone := false
		for _, name := range strings.Fields(names) {
			if name == "|" {
				alone = true
				continue
			}
			all[name] = element{name, len(all), g, alone, name == "script" || name == "style"}
		}
	}
	add(inlineNames, noGap)
	add(cellNames, spaceGap)
	add(blockNames, lineGap)
	return all
})

// maxElement is the length of the longest of the names.
const maxElement = 10

// elementAt returns the element whose name s begins with, in either case, if
// a space, a slash or the end of a tag follows, and the length of the name.
func elementAt(s string) (e element, n int, ok bool) {
	var room [maxElement]byte
	for n < len(s) && isAlnum(s[n]) {
		if n == len(room) {
			return e, 0, false
		}
		room[n] = s[n]
		if 'A' <= s[n] && s[n] <= 'Z' {
			room[n] |= 0x20
		}
		n++
	}
	if n == 0 || n == len(s) || strings.IndexByte(" \t\r\n\f/>", s[n]) < 0 {
		return e, n, false
	}
	e, ok = elements()[view(room[:n])]
	return e, n, ok
}
