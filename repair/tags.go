package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

const (
	reasonTag     = "HTML tag"
	reasonBreak   = "HTML line break"
	reasonComment = "HTML comment"
	reasonScript  = "script or style sheet"
)

// A tagFinder finds markup that was left in a text: comments, and tags of
// HTML's elements. As people write words in angle brackets too (List<b>,
// <name>, <time>), a start tag without attributes counts only where an end tag
// follows, or where its name is no word. What is spoken of stays: what stands
// alone between quotes or brackets, in backquotes, or before "tag".
//
// What blocks leave is a line break, or a space where a line break could make
// a latent reference readable. The content of scripts and style sheets goes
// too.
type tagFinder struct {
	step Step // Breaks where only <br> is looked for
	off  bool // which Tags has done before: what it left is to stay
	tagReader
	trail  trail
	stays  int // where a tag ended that stays, and a tag right behind it too
	closes closeScan
	line   lineScan
}

func (t *tagFinder) reset(o *Options) {
	t.off = t.step == Breaks && o.takes(Tags)
	if t.trail.opaque == nil {
		t.trail.opaque = t.opaque
	}
	t.trail.reset()
	t.closes.reset()
	t.line = lineScan{}
}

// pairReach is how far behind a start tag its end tag makes it one, and
// tagWindow how much must be there before a tag is looked at.
const (
	pairReach = 4 << 10
	tagWindow = 3*maxTag + 2*pairReach + farReach
)

func (t *tagFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	text, i := in.text, 0
	for {
		n := strings.IndexByte(text[i:], '<')
		if n < 0 || t.off {
			i = len(text)
			break
		}
		i += n
		if !in.last && len(text)-i < 16 {
			break
		}
		if !maybeTag(text[i:]) {
			i++
			continue
		}
		if !in.last && len(text)-i < tagWindow {
			break
		}
		t.trail.follow(text, i)
		g := t.group(text, i)
		if g.end == i || g.stays || i == t.stays && i > 0 {
			i = max(i+1, g.end+g.skip)
			t.stays = i
			continue
		}
		end := g.end
		written, ok := t.written(text, &g, in.last)
		if !ok {
			break
		}
		if t.allows(text, &g, written) {
			fixes = append(fixes, Fix{Step: t.step, Start: i, End: g.end, Text: written, Reason: g.reason})
			i = g.end
			t.trail.write(written, i)
		} else {
			i, t.stays = end, end
		}
	}
	t.stays -= i
	t.closes.settle(i)
	t.line.settle(text, i)
	return fixes, t.trail.settle(text, i)
}

// A tagGroup is tags that stand side by side. They go or stay together, and
// with those that stay beside them, whose reasons may go with the others.
type tagGroup struct {
	start, end int
	count      int
	gap        gap
	reason     string
	last       tag
	skip       int  // the size of what stays behind it
	stays      bool // a tag that stays is right behind it
}

// group returns the group that begins at i in text, where maybeTag holds. It
// is empty if there is none.
func (t *tagFinder) group(text string, i int) tagGroup {
	g := tagGroup{start: i, end: i}
	for g.end-i < maxTag && g.end < len(text) && text[g.end] == '<' && (g.end == i || maybeTag(text[g.end:])) {
		tag := t.read(text[g.end:])
		if g.skip = tag.size; tag.size == 0 {
			// Its end may be out of reach: nothing in there is touched.
			g.skip = min(maxTag, len(text)-g.end)
		}
		if tag.size == 0 || !t.counts(text, g.end, &tag) {
			if t.step != Breaks {
				g.stays = true
			}
			break
		}
		g.add(text, &tag)
		g.skip = 0
	}
	if g.end > i && t.mentioned(text, &g) {
		g.skip, g.end = g.end-i, i
	}
	return g
}

// counts reports whether a tag, at i in text, is markup.
func (t *tagFinder) counts(text string, i int, tag *tag) bool {
	switch {
	case t.step == Breaks && tag.name != "br", tag.odd, t.isReferring(text, i, tag):
		return false
	case tag.kind != html.StartTagToken || tag.attrs || tag.alone:
		return true
	case tag.name == "p" && endsSentence(t.trail.end()):
		return true
	}
	return t.closes.has(tag.index, text, i)
}

// isReferring reports whether a tag, at i in text, is a comment that has a latent
// reference. It stays, as Entities reads on in there.
func (t *tagFinder) isReferring(text string, i int, tag *tag) bool {
	return tag.kind == html.CommentToken && hasLatent(text[i:i+tag.size])
}

// endsSentence reports whether s, but for spaces, is empty or ends in a line
// end or a mark that may end a sentence.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " ")
	r, n := utf8.DecodeLastRuneInString(s)
	return n == 0 || strings.ContainsRune("\n.!?:\"'>)", r) || r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsMark(r)
}

// opaque returns the length of the tag that text has at i, or 0: what looks
// like a reference in its attributes goes with it.
func (t *tagFinder) opaque(text string, i int) int {
	if !maybeTag(text[i:]) {
		return 0
	}
	tag := t.read(text[i:])
	if tag.odd || t.step == Breaks && tag.name != "br" || t.isReferring(text, i, &tag) {
		return 0
	}
	return tag.size
}

// add adds a tag, which text has at the end of the group.
func (g *tagGroup) add(text string, t *tag) {
	reason := reasonTag
	size := t.size
	switch {
	case t.kind == html.CommentToken || t.kind == html.DoctypeToken:
		reason = reasonComment
	case t.hidden && t.kind == html.StartTagToken:
		size += hiddenLen(text[g.end+size:], t.name)
		reason = reasonScript
	case t.name == "br":
		reason = reasonBreak
	}
	if g.reason == "" {
		g.reason = reason
	}
	if t.name == "a" && g.last.name == "a" && g.last.kind == html.EndTagToken {
		g.gap = max(g.gap, spaceGap) // links of a menu
	}
	g.gap = max(g.gap, t.parts)
	g.end += size
	g.count++
	g.last = *t
}

// hiddenLen returns how much of s the content of a script or style sheet is.
func hiddenLen(s, name string) int {
	s = s[:min(len(s), pairReach+maxTag)]
	for i := 0; ; i += 2 {
		n := strings.Index(s[i:], "</")
		if n < 0 {
			return 0
		}
		i += n
		if e, _, ok := elementAt(s[i+2:]); ok && e.name == name {
			return i
		}
	}
}

// written returns what the group gives way to. It is not known while there is
// not enough of the line.
func (t *tagFinder) written(text string, g *tagGroup, last bool) (s string, ok bool) {
	left, right := t.trail.end(), text[g.end:min(len(text), g.end+reach)]
	if left == "" || left[len(left)-1] == '\n' {
		g.end += len(right) - len(strings.TrimLeft(right, " "))
		return "", true
	}
	glued := !isBlankEnd(left, len(left)-1) && !isBlankEnd(right, 0)
	if g.gap == lineGap {
		left, rest := strings.TrimRight(left, " "), strings.TrimLeft(right, " ")
		latent, known := t.line.latent(text, g.end, last, t.trail.opaque)
		switch {
		case left == "" || left[len(left)-1] == '\n' || isBlankEnd(rest, 0):
			return "", true
		case !known:
			return "", false
		case !latent:
			g.end += len(right) - len(rest)
			return "\n", true
		}
	}
	if glued && g.gap > noGap {
		return " ", true
	}
	return "", true
}

// isBlankEnd reports whether s has no byte at i, or one that is space.
func isBlankEnd(s string, i int) bool {
	return i < 0 || i >= len(s) || strings.IndexByte(" \t\r\n", s[i]) >= 0
}
