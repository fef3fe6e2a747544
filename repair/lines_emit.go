package repair

import (
	"strings"

	"github.com/textmend/textmend/repair/internal/furniture"
)

const (
	reasonMenu      = "page furniture: menu or list of links"
	reasonShare     = "page furniture: share button"
	reasonSubscribe = "page furniture: invitation to subscribe"
	reasonLegal     = "page furniture: legal or cookie notice"
	reasonMore      = "page furniture: link to more"
	reasonRelated   = "page furniture: related pages"
	reasonComments  = "page furniture: comments"
	reasonAdvert    = "page furniture: advertisement"
	reasonTime      = "page furniture: date or reading time"
	reasonByline    = "page furniture: byline"
	reasonGap       = "empty line between paragraphs"
)

var lineReasons = [...]string{
	furniture.None: reasonMenu, furniture.Menu: reasonMenu, furniture.Share: reasonShare, furniture.Subscribe: reasonSubscribe,
	furniture.Legal: reasonLegal, furniture.More: reasonMore, furniture.Related: reasonRelated, furniture.Comment: reasonComments,
	furniture.Advert: reasonAdvert, furniture.Time: reasonTime, furniture.Byline: reasonByline,
}

// lineGaps knows what stands before the line at hand in the output.
type lineGaps struct {
	kept  bool // a line
	wraps bool // that may be one of a paragraph broken for its width
	gone  bool // and behind that furniture that was taken away
	owed  bool // which had an empty line before or behind it
	crlf  bool
	end   int // up to where lines are dealt with, in in.text
}

// emit appends fixes for the lines that are decided, and returns what is
// settled. Empty lines go with the furniture behind them, and one stands again
// where text follows text that was apart.
func (l *lineFinder) emit(in *input, fixes []Fix) ([]Fix, int) {
	g, known := &l.clean, len(fixes)
	g.end = l.passed
	for i := range l.lines[:l.decided] {
		line := &l.lines[i]
		if line.alone || line.furniture && line.open {
			fixes = append(fixes, Fix{Step: Lines, Start: g.end, End: line.end, Reason: lineReasons[line.kind]})
			g.remove(in.text, line)
		} else {
			fixes = g.keep(in.text, line, fixes, known)
		}
		g.end = line.end
	}
	if in.last && l.decided == len(l.lines) && l.next == len(in.text) {
		if g.end < len(in.text) && g.gone {
			fixes = append(fixes, Fix{Step: Lines, Start: g.end, End: len(in.text), Reason: reasonGap})
		}
		return fixes, len(in.text)
	}
	return fixes, g.end
}

// remove goes on behind a line that is taken away.
func (g *lineGaps) remove(text string, line *pageLine) {
	g.owed = g.owed || g.kept && line.start > g.end
	g.gone = true
	g.crlf = strings.HasSuffix(text[:line.end], "\r\n")
}

// keep goes on behind a line that stays, and appends the fix that keeps it
// apart from the text before; it is part of the one before if that is among
// those behind known.
func (g *lineGaps) keep(text string, line *pageLine, fixes []Fix, known int) []Fix {
	apart := line.start > g.end
	switch {
	case !g.gone:
	case !g.kept:
		end := line.start
		for strings.HasPrefix(text[end:], byteOrderMark) {
			end += len(byteOrderMark)
		}
		if end > g.end {
			fixes = append(fixes, Fix{Step: Lines, Start: g.end, End: end, Reason: reasonGap})
		}
	case !apart && (g.owed || g.wraps && line.wraps):
		end := "\n"
		if g.crlf {
			end = "\r\n"
		}
		if n := len(fixes); n > known && fixes[n-1].End == g.end {
			fixes[n-1].Text += end
		} else {
			fixes = append(fixes, Fix{Step: Lines, Start: g.end, End: g.end, Text: end, Reason: reasonGap})
		}
	}
	*g = lineGaps{kept: true, wraps: line.wraps, end: g.end}
	return fixes
}
