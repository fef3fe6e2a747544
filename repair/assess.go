package repair

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Finding is one damage to a text.
type Finding struct {
	// Step is the step that repairs the damage, or the kind of a damage that
	// nothing can repair: Lost, Garbled, Repeated or CutOff.
	Step Step
	// Start and End are byte offsets of the damage in the text. They are the
	// same where something is missing.
	Start, End int
	// Reason says what is wrong, in one short phrase. Phrases do not change
	// within a major version of the module.
	Reason string
	// Repairable reports whether a step repairs it: by default, or where
	// [Options.Also] asks for it.
	Repairable bool
}

// Assess says how intact s is: what [String] would repair, what steps that are
// to be asked for would, and what is beyond repair. Any bytes are input. It
// allocates only for what it finds. It is safe for concurrent use.
func Assess(s string) Assessment { return Options{}.Assess(s) }

// Assess is [Assess] with options: what they skip is not looked for.
func (o Options) Assess(s string) Assessment {
	decoded, whole := o.decode(s)
	text, fixes := o.mend(decoded)
	if len(whole) > 0 {
		fixes = compose(nil, whole, fixes, 0)
	}
	a := assessors.Get().(*assessor)
	defer assessors.Put(a)
	a.begin(text)
	a.findLost()
	a.findRepeatedLines()
	a.findCutOff()
	a.findAsked(&o)
	return a.assessment(s, fixes, &o)
}

// An assessor works on one text after the other.
type assessor struct {
	text      string   // as String leaves it
	words     int      // in text
	english   bool     // most of text is
	unsure    []span   // lines that may be English
	listings  []span   // lines of code, markup and tables that are set apart
	inEnglish int      // words in lines of English
	beyond    []damage // in text, that String leaves
	line      wordLine
	doubtful  []doubtful // words that are wrong if enough others are
	looped    bool       // the line has a loop
	notes     wordNotes
	seen      lineSet
}

var assessors = sync.Pool{New: func() any { return new(assessor) }}

// A damage is a finding in the text that String makes.
type damage struct {
	Finding
	touch span // what it damages words in; empty for none
	more  int  // how many words it hides: one of two that run together, or one lost in full
}

// begin prepares for a text.
func (a *assessor) begin(text string) {
	clear(a.beyond)
	a.text, a.words, a.inEnglish = text, 0, 0
	a.beyond, a.doubtful, a.unsure, a.listings = a.beyond[:0], a.doubtful[:0], a.unsure[:0], a.listings[:0]
	a.line.count, a.line.last = 0, [len(a.line.last)]uint32{}
	a.english = isEnglish(a.countEnglish(text[:min(len(text), englishSample)]))
	at := 0
	code := listing{}
	for line := range strings.Lines(text) {
		end := at + len(line)
		a.line.split(line, at)
		a.words += len(a.line.words)
		a.findLoops()
		a.findTwice()
		if code.has(line, text[end:]) {
			a.listings = appendSpan(a.listings, span{at, end})
			a.readListing(code.fence != "")
		} else {
			a.readLine(span{at, end})
		}
		at = end
	}
	a.readUnsure()
	a.settleDoubtful()
}

// add notes a damage to words between from and to.
func (a *assessor) add(kind Step, reason string, from, to int) {
	a.beyond = append(a.beyond, damage{
		Finding: Finding{Step: kind, Start: from, End: to, Reason: reason}, touch: span{from, to},
	})
}

// mention notes something that damages no words.
func (a *assessor) mention(kind Step, reason string, from, to int) {
	a.add(kind, reason, from, to)
	a.beyond[len(a.beyond)-1].touch = span{}
}

// findAsked notes what the steps would change that are to be asked for. Of
// these, markup and lost line breaks are damage to words, but for those of a
// listing or of Markdown; a line of furniture, and how characters are composed,
// is not. That lines are broken for their width is no finding.
func (a *assessor) findAsked(o *Options) {
	asked := Options{Skip: defaultSteps, Also: askedSteps &^ o.Also &^ o.Skip}
	if !mayHoldBreaks(a.text) {
		asked.Also &^= Breaks
	}
	if plainPrefix(a.text) == len(a.text) {
		asked.Also &^= Form
	}
	_, fixes := asked.run(a.text)
	listings, markdown := a.listings, len(fixes) > 0 && isMarkdown(a.text)
	for i := range fixes {
		f := &fixes[i]
		if f.Reason == reasonWrap {
			continue
		}
		a.mention(f.Step, f.Reason, f.Start, f.End)
		d := &a.beyond[len(a.beyond)-1]
		d.Repairable = true
		for len(listings) > 0 && listings[0].to <= f.Start {
			listings = listings[1:]
		}
		if listed := len(listings) > 0 && listings[0].from <= f.Start; f.Step&(Tags|Breaks) != 0 && !listed && !markdown {
			d.touch = f.touched(f.span(), a.text, a.text)
		}
	}
}

// mayHoldBreaks reports whether a text can have line breaks that were written as
// something else, or words that a line break divides.
func mayHoldBreaks(text string) bool {
	return strings.IndexByte(text, '\\') >= 0 || strings.IndexByte(text, '<') >= 0 || strings.Contains(text, "-\n")
}

// assessment puts together what was found in the text with the fixes that made
// it of s.
func (a *assessor) assessment(s string, fixes []Fix, o *Options) Assessment {
	r := Assessment{Integrity: 1, Words: a.words}
	hidden := 0
	for i := range a.beyond {
		hidden += a.beyond[i].more
	}
	if len(fixes) == 0 && len(a.beyond) == 0 {
		return r
	}
	damages := make([]damage, 0, len(fixes)+len(a.beyond))
	damages, r.Damaged = appendFixes(damages, a.text, s, fixes)
	r.Repairable = r.Damaged
	r.Damaged += hidden
	r.Words += r.Damaged
	damages = a.appendBeyond(damages, fixes)
	slices.SortStableFunc(damages, func(d, e damage) int {
		return cmp.Or(cmp.Compare(d.touch.from, e.touch.from), cmp.Compare(d.touch.to, e.touch.to))
	})
	damaged, repairable := countDamaged(a.text, damages, o)
	r.Damaged += damaged
	r.Repairable += repairable
	if r.Words > 0 {
		r.Integrity = 1 - float64(r.Damaged)/float64(r.Words)
	}
	r.Findings = make([]Finding, len(damages))
	for i := range damages {
		r.Findings[i] = damages[i].Finding
	}
	slices.SortStableFunc(r.Findings, func(f, g Finding) int {
		return cmp.Or(cmp.Compare(f.Start, g.Start), cmp.Compare(f.End, g.End), cmp.Compare(f.Step, g.Step))
	})
	return r
}

// appendFixes appends a damage for each fix that made text of s, and returns
// how many words the fixes remove.
func appendFixes(damages []damage, text, s string, fixes []Fix) (_ []damage, removed int) {
	shift := 0
	for i := range fixes {
		f := &fixes[i]
		d := damage{Finding: Finding{Step: f.Step, Start: f.Start, End: f.End, Reason: f.Reason, Repairable: !strings.Contains(f.Text, "\ufffd")}}
		switch {
		case f.Step == Doubled && f.Text == "":
			removed += countWords(s[f.Start:f.End])
		case f.Step != Lines:
			d.touch = f.touched(f.place(shift), text, s)
		}
		damages = append(damages, d)
		shift += f.growth()
	}
	return damages, removed
}

// touched returns the span of text in which words are damaged that a fix
// touched. The fix wrote at place in text, in the place of f.Start to f.End in
// input. It touches the word on either side unless space keeps them apart: in
// text, and, where it wrote nothing but space, in input.
func (f *Fix) touched(place span, text, input string) span {
	blank := isBlankText(f.Text)
	if !blank || touchesLeft(input, f.span()) {
		place.from = wordBefore(text, place.from)
	}
	if !blank || touchesRight(input, f.span()) {
		place.to = wordBehind(text, place.to)
	}
	return place
}

func isBlankText(s string) bool { return strings.Trim(s, " \n\r\t\u00a0") == "" }

// touchesLeft reports whether no space stands at the beginning of s in input,
// on either side.
func touchesLeft(input string, s span) bool {
	return s.from > 0 && !isBlankByte(input[s.from-1]) && (s.from == s.to || !isBlankByte(input[s.from]))
}

func touchesRight(input string, s span) bool {
	return s.to < len(input) && !isBlankByte(input[s.to]) && (s.from == s.to || !isBlankByte(input[s.to-1]))
}

// maxMarks bounds how many bytes of punctuation may stand between a damage and
// a word that it touches.
const maxMarks = 16

// wordBefore returns an offset in the word that ends before the byte at, if
// nothing but punctuation stands between.
func wordBefore(text string, at int) int {
	for i := at; i > max(0, at-maxMarks); {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
		switch {
		case unicode.IsSpace(r):
			return at
		case isWordPart(r):
			return i
		}
	}
	return at
}

// wordBehind returns an offset in the word that begins behind the byte at, if
// nothing but punctuation stands between.
func wordBehind(text string, at int) int {
	for i := at; i < min(len(text), at+maxMarks); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case unicode.IsSpace(r):
			return at
		case isWordPart(r):
			return i
		}
	}
	return at
}

func isWordPart(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func isBlankByte(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// appendBeyond appends what was found in the text, with the offsets of its
// findings mapped back to before the fixes. What lies in what a fix wrote is
// that fix's own.
func (a *assessor) appendBeyond(damages []damage, fixes []Fix) []damage {
	slices.SortStableFunc(a.beyond, func(d, e damage) int { return cmp.Compare(d.Start, e.Start) })
	shift, i := 0, 0
	for _, d := range a.beyond {
		for i < len(fixes) && fixes[i].place(shift).to <= d.Start {
			shift += fixes[i].growth()
			i++
		}
		if i < len(fixes) {
			if p := fixes[i].place(shift); p.from <= d.Start && d.End <= p.to && p.from < p.to {
				continue
			}
		}
		d.Start, d.End = mapBack(d.Start, fixes[i:], shift, false), mapBack(d.End, fixes[i:], shift, true)
		damages = append(damages, d)
	}
	return damages
}

// mapBack returns the offset in the input of the byte at in a text that is
// shift ahead of it before fixes. Within what a fix wrote it is where that
// begins, or ends.
func mapBack(at int, fixes []Fix, shift int, end bool) int {
	for i := range fixes {
		p := fixes[i].place(shift)
		switch {
		case at < p.from || at == p.from && (end || p.from < p.to):
			return at - shift
		case at < p.to && !end:
			return fixes[i].Start
		case at <= p.to && end:
			return fixes[i].End
		}
		shift += fixes[i].growth()
	}
	return at - shift
}

// countDamaged returns how many words of text the damages, sorted by where they
// touch it, damage, and how many of those are damaged only by what String
// repairs.
func countDamaged(text string, damages []damage, o *Options) (damaged, repairable int) {
	var mended, other int // up to where damages of either kind reach
	i, jumped := 0, -1
	for at := 0; i < len(damages) || at < max(mended, other); {
		if i < len(damages) && i != jumped && at >= max(mended, other) {
			jumped = i
			if from := damages[i].touch.from; from > at { // no word has a space
				at += 1 + strings.LastIndexByte(text[at:from], ' ')
			}
		}
		from, to := nextWord(text, at)
		if from == len(text) {
			break
		}
		for ; i < len(damages) && damages[i].touch.from < to; i++ {
			d := &damages[i]
			if d.Repairable && o.takes(d.Step) {
				mended = max(mended, d.touch.to)
			} else {
				other = max(other, d.touch.to)
			}
		}
		switch {
		case other > from:
			damaged++
		case mended > from:
			damaged++
			repairable++
		}
		at = to
	}
	return damaged, repairable
}
