package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/textmend/textmend/internal/spin"
	"github.com/textmend/textmend/internal/thesaurus/stem"
	"github.com/textmend/textmend/spun"
)

// A listing compares substitutions listed with those that were made.
type listing struct {
	listed, right, exact int            // of those listed
	made, found          int            // of those made
	outside              int            // of those made and not found, in no passage
	missed, wrong        map[string]int // examples; missed ones within passages
}

// add takes the report on a spin.
func (l *listing) add(x sample, r spun.Report) {
	if l.missed == nil {
		l.missed, l.wrong = map[string]int{}, map[string]int{}
	}
	hit := make([]bool, len(x.truth))
	for _, s := range r.Substitutions {
		l.listed++
		ok, exact := judge(x, s, hit)
		if ok {
			l.right++
		} else {
			l.wrong[x.reference[s.RefStart:s.RefEnd]+" -> "+x.text[s.Start:s.End]]++
		}
		if exact {
			l.exact++
		}
	}
	for i, t := range x.truth {
		from, to := x.reference[t.RefStart:t.RefEnd], x.text[t.Start:t.End]
		if !hit[i] && neutral(from, to) {
			continue
		}
		l.made++
		if hit[i] {
			l.found++
		} else {
			if inPassage(r, t) {
				l.missed[from+" -> "+to]++
			} else {
				l.outside++
			}
		}
	}
}

// rules folds inflections.
var rules stem.Folder

// neutral reports whether nobody would say that a word was replaced: words
// were added to it or taken away, or it was inflected.
func neutral(from, to string) bool {
	from, to = strings.ToLower(from), strings.ToLower(to)
	if strings.Contains(" "+to+" ", " "+from+" ") || strings.Contains(" "+from+" ", " "+to+" ") {
		return true
	}
	return rules.Word(strings.TrimSuffix(from, "ly")) == rules.Word(strings.TrimSuffix(to, "ly"))
}

// judge finds the true substitutions that one listed overlaps in both texts,
// and marks them. It is right if it covers nothing else than such, side by
// side, and exact if it is one of them.
func judge(x sample, s spun.Substitution, hit []bool) (right, exact bool) {
	first, last := -1, -1
	for i, t := range x.truth {
		if t.Start < s.End && s.Start < t.End && t.RefStart < s.RefEnd && s.RefStart < t.RefEnd {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return false, false
	}
	run := x.truth[first : last+1]
	if !covers(x, run, s) {
		return false, false
	}
	for i := range run {
		hit[first+i] = true
	}
	t := run[0]
	return true, len(run) == 1 && t == spin.Substitution{Start: s.Start, End: s.End, RefStart: s.RefStart, RefEnd: s.RefEnd}
}

// covers reports whether all words of a listed substitution are of the run. Of
// a word with a hyphen, a part may stay.
func covers(x sample, run []spin.Substitution, s spun.Substitution) bool {
	text, reference := []byte(x.text[s.Start:s.End]), []byte(x.reference[s.RefStart:s.RefEnd])
	for _, t := range run {
		blank(text, t.Start-s.Start, t.End-s.Start)
		blank(reference, t.RefStart-s.RefStart, t.RefEnd-s.RefStart)
	}
	left, refLeft := strings.TrimSpace(string(text)), strings.TrimSpace(string(reference))
	return left == "" && refLeft == "" || left == refLeft && strings.Trim(left, "-") != left && !strings.Contains(left, " ")
}

// blank writes spaces over a piece of b, as far as it lies in it.
func blank(b []byte, start, end int) {
	for i := max(0, start); i < min(len(b), end); i++ {
		b[i] = ' '
	}
}

// inPassage reports whether a passage holds a substitution.
func inPassage(r spun.Report, t spin.Substitution) bool {
	for _, p := range r.Passages {
		if p.Start <= t.Start && t.End <= p.End && p.RefStart <= t.RefStart && t.RefEnd <= p.RefEnd {
			return true
		}
	}
	return false
}

// report prints precision and recall.
func (l *listing) report(out io.Writer, kind string) {
	fmt.Fprintf(out, "substitutions, %s: %d listed, precision %.4f (exact %.4f); %d made, recall %.4f (%s outside all passages)\n", kind,
		l.listed, float64(l.right)/float64(max(1, l.listed)), float64(l.exact)/float64(max(1, l.listed)),
		l.made, float64(l.found)/float64(max(1, l.made)), percent(l.outside, l.made))
}

// examples prints what goes wrong most.
func (l *listing) examples(out io.Writer) {
	fmt.Fprintf(out, "wrong most often: %s\nmissed within passages most often: %s\n", most(l.wrong), most(l.missed))
}
