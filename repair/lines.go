package repair

import (
	"strings"

	"github.com/textmend/textmend/repair/internal/furniture"
)

// A lineFinder finds page furniture: lines that are no part of the text.
//
// Package furniture says how much each line looks like it. Of all the ways to
// tell the lines of the page apart the likeliest is taken, in which a change
// from text to furniture or back costs something, so that a short line among
// sentences stays, and a long list of them goes (Viterbi 1967). Lines that are
// nothing but furniture go by themselves.
//
// There has to be text, and lines that speak for furniture, two and one for
// every cuesPer of text, in the text so far, or in its first headSize bytes.
// A text that is a program has none.
//
// Taking furniture away makes no other line look more like it: whatever speaks
// for furniture is taken away with it.
type lineFinder struct {
	lineStore
	gate  lineGate
	clean lineGaps

	level int  // by how much furniture is likelier than text at the last line, at most furniture.Change
	begun bool // there was a line
	joins bool // Breaks would join lines that come to stand together
	long  bool // the text at hand goes on in the middle of a line
}

func (l *lineFinder) reset(o *Options) {
	l.lineStore.reset()
	l.gate = lineGate{}
	l.clean = lineGaps{}
	l.joins = o.takes(Breaks)
	l.level, l.begun, l.long = 0, false, false
}

func (l *lineFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	l.read(in.text, in.last)
	if in.last {
		l.endHead()
	}
	if in.last && l.next == len(in.text) {
		l.decide(l.level > 0)
	}
	settled := 0
	if l.gate.head {
		fixes, settled = l.emit(in, fixes)
	}
	l.lineStore.settle(settled)
	return fixes, settled
}

// read takes in the lines that text has in full.
func (l *lineFinder) read(text string, last bool) {
	for l.next < len(text) {
		rest := text[l.next:]
		n := strings.IndexByte(rest, '\n') + 1
		if n == 0 && len(rest) <= furniture.MaxLine && !last {
			return
		}
		if n == 0 {
			n = len(rest)
		}
		switch {
		case l.long:
			l.count(n, false, false)
			l.extend(l.next + n)
		case n > furniture.MaxLine:
			l.addLong(l.next, l.next+n)
		default:
			l.addLine(text, l.next, l.next+n)
		}
		l.long = rest[n-1] != '\n'
		l.next += n
	}
}

// addLong takes in a line that is too long for anything but text.
func (l *lineFinder) addLong(start, end int) {
	l.push(pageLine{start: start, end: end})
	l.count(end-start, true, false)
	l.step(-2 * furniture.Change)
}

// addLine takes in the line text[start:end].
func (l *lineFinder) addLine(text string, start, end int) {
	s := strings.TrimSpace(text[start:end])
	if s == "" {
		if end-l.lastEnd() > maxGap {
			l.push(pageLine{start: start, end: end})
			l.step(-2 * furniture.Change)
		}
		l.count(end-start, false, false)
		return
	}
	if furniture.IsProse(s) {
		l.push(pageLine{start: start, end: end, wraps: l.joins && wraps(s)})
		l.count(end-start, true, false)
		l.step(-2 * furniture.Change)
		return
	}
	line := furniture.Of(s)
	l.gate.look(&line)
	seen := line.Words <= 7 && l.seen.add(s)
	score := line.Score(seen)
	if hasLatent(s) || strings.IndexByte(s, '<') >= 0 {
		// Without it, earlier steps would make the edits that it forbids.
		score, line.Alone = -2*furniture.Change, false
	}
	l.push(pageLine{start: start, end: end, kind: line.Kind, alone: line.Alone, wraps: l.joins && wraps(s)})
	l.count(end-start, line.IsText(), line.IsCue(seen))
	l.step(score)
}

// count counts the last line, or more of it, of so many bytes.
func (l *lineFinder) count(size int, text, cue bool) {
	g := &l.gate
	g.size += size
	if !l.long {
		g.lines++
	}
	if text {
		g.texts++
	}
	if cue {
		g.cues++
	}
	switch {
	case !g.head && (g.size >= headSize || g.lines >= headLines):
		l.endHead()
	case g.head && len(l.lines) > 0:
		l.lines[len(l.lines)-1].admit(g)
	}
}

// endHead ends the head of the text, which all counts for all of its lines.
func (l *lineFinder) endHead() {
	if !l.gate.head {
		l.gate.endHead()
		for i := range l.lines {
			l.lines[i].admit(&l.gate)
		}
	}
}

// admit notes what the gate lets be furniture.
func (p *pageLine) admit(g *lineGate) {
	p.alone = p.alone && g.texts > 0 && !g.program
	p.open = !g.program && g.texts > 0 && g.cues >= 2 && g.cues*cuesPer >= g.texts
}

// step decides what a line with this score lets decide.
func (l *lineFinder) step(score int) {
	if l.begun {
		l.level = min(max(l.level, -furniture.Change), furniture.Change)
	}
	l.begun = true
	l.level += score
	switch {
	case l.level > furniture.Change:
		l.decide(true)
	case l.level <= -furniture.Change:
		l.decide(false)
	case l.undecided() > maxUndecided:
		l.decide(false)
		l.level = -furniture.Change
	}
}

// A lineGate says whether the page may have furniture.
type lineGate struct {
	size, lines int
	texts, cues int
	head        bool // the head of the text is known

	full, coded int  // lines of the head that are not empty, and those that look like a program's
	program     bool // the text is a program
}

// look takes in a line that is not empty.
func (g *lineGate) look(l *furniture.Line) {
	if g.head {
		return
	}
	g.program = g.program || g.full == 0 && l.OpensProgram()
	g.full++
	if l.IsProgram() {
		g.coded++
	}
}

// endHead ends the head of the text. It is a program if it begins as one or a
// quarter of its lines look like it.
func (g *lineGate) endHead() {
	g.head = true
	g.program = g.program || 4*g.coded >= g.full && g.coded > 2
}

// headSize and headLines bound the head of a text, all of which counts for any
// line in it.
const (
	headSize  = 16 << 10
	headLines = 1 << 10
)

// cuesPer is how many lines of text there are for one that speaks for furniture
// on a page that has some, at most.
const cuesPer = 50
