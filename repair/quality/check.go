package quality

import (
	"strings"
	"unicode/utf8"
)

// shortLine is FineWeb's, in characters.
const shortLine = 30

// counts is what the values of the rules are made of.
type counts struct {
	words, wordChars, wordsWithLetter int
	hashes, ellipses, curlyBrackets   int
	stopWords                         stopSet

	lines, lineChars                   int
	newlines                           int
	bulletLines, ellipsisLines         int
	terminalLines, shortLines          int
	duplicateLines, duplicateLineChars int
	paragraphs, paragraphChars         int
	duplicateParagraphs                int
	duplicateParagraphChars            int
	dropped                            [droppedKinds]int
	keptLines, keptChars               int
	sentences, loremIpsum              int
	ngrams                             ngrams
}

// Check computes every rule for a text. Any bytes are a text, in any language;
// the package says which rules are for English only. Work and memory grow with
// the length of the text: 4 to 15 bytes of memory to a byte of prose. The
// same text has the same report on every run. It is safe for concurrent use.
func Check(s string) Report {
	c := newCounter(s)
	c.text()
	c.vocabulary.addTo(&c.counts)
	c.counts.ngrams = measureNgrams(c.vocabulary.text, c.vocabulary.words)
	return c.counts.report()
}

func (c *counts) report() Report {
	report := Report{
		Words:          c.words,
		Characters:     c.wordChars,
		Lines:          c.lines,
		Paragraphs:     c.paragraphs,
		KeptLines:      c.keptLines,
		KeptCharacters: c.keptChars,
		Results:        make([]Result, len(rules)),
	}
	for i := range rules {
		r := &rules[i]
		value := r.value(c)
		report.Results[i] = Result{r.filter, r.name, value, r.threshold, r.atMost, r.passes(value)}
	}
	return report
}

// A counter goes through a text line by line.
type counter struct {
	counts
	s              string
	vocabulary     vocabulary
	seenLines      map[string]struct{}
	seenParagraphs map[string]struct{}
	paragraph      struct{ start, end, lines, chars int }
}

func newCounter(s string) *counter {
	return &counter{
		s:              s,
		vocabulary:     newVocabulary(len(s)),
		seenLines:      make(map[string]struct{}),
		seenParagraphs: make(map[string]struct{}),
	}
}

func (c *counter) text() {
	for start := 0; start < len(c.s); {
		end := len(c.s)
		next := end
		if i := strings.IndexByte(c.s[start:], '\n'); i >= 0 {
			end = start + i
			next = end + 1
			c.newlines++
		}
		c.anyLine(start, end)
		start = next
	}
	c.endParagraph()
}

// anyLine counts the line s[start:end], which may be blank.
func (c *counter) anyLine(start, end int) {
	line := strings.TrimSpace(c.s[start:end])
	if line == "" {
		c.endParagraph()
		return
	}
	if c.paragraph.lines == 0 {
		c.paragraph.start = start
	}
	chars := utf8.RuneCountInString(line)
	c.paragraph.end = end
	c.paragraph.lines++
	c.paragraph.chars += chars
	c.line(line, chars)
}

func (c *counter) endParagraph() {
	p := c.paragraph
	if p.lines == 0 {
		return
	}
	c.paragraph.lines, c.paragraph.chars = 0, 0
	c.paragraphs++
	c.paragraphChars += p.chars
	if seen(c.seenParagraphs, strings.TrimSpace(c.s[p.start:p.end])) {
		c.duplicateParagraphs++
		c.duplicateParagraphChars += p.chars
	}
}

// seen reports whether s is in the set, and adds it.
func seen(set map[string]struct{}, s string) bool {
	n := len(set)
	set[s] = struct{}{}
	return len(set) == n
}

func (c *counter) line(line string, chars int) {
	c.lines++
	c.lineChars += chars
	if seen(c.seenLines, line) {
		c.duplicateLines++
		c.duplicateLineChars += chars
	}
	if chars <= shortLine {
		c.shortLines++
	}
	if startsWithBullet(line) {
		c.bulletLines++
	}
	end := endOf(line)
	if end == ellipsis {
		c.ellipsisLines++
	}
	if end != unfinished {
		c.terminalLines++
	}
	n, flags := c.vocabulary.add(line)
	if flags&phrase != 0 && containsFold(line, "lorem ipsum") {
		c.loremIpsum++
	}
	c.c4(line, chars, faultsOf(line, end, n, flags))
}

// c4 counts a line as C4 does.
func (c *counter) c4(line string, chars int, faults faults) {
	if faults == 0 {
		c.keptLines++
		c.keptChars += chars
		c.sentences += sentences(line)
		return
	}
	for why := range droppedKinds {
		if faults&(1<<why) != 0 {
			c.dropped[why]++
		}
	}
}
