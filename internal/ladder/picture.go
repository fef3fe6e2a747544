package ladder

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
)

// The picture's measures, in pixels.
const (
	side   = 360 // of the square that the curves are in
	left   = 60
	top    = 20
	bottom = 50
	right  = 230 // for the legend
)

// colours are Okabe and Ito's, which the colour-blind can tell apart.
var colours = [...]string{"#0072b2", "#56b4e9", "#d55e00", "#e69f00", "#cc79a7", "#009e73", "#000000", "#8b5a2b"}

// Picture writes an SVG of the cells: a curve for each kind of damage, with
// the true share of damaged words to the right and the estimated one upwards.
// A perfect score is on the diagonal.
func Picture(w io.Writer, cells []Cell) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">`+"\n",
		left+side+right, top+side+bottom)
	fmt.Fprintf(out, "<title>Estimated against true share of damaged words</title>\n")
	fmt.Fprintf(out, `<rect width="100%%" height="100%%" fill="#fff"/>`+"\n")
	axes(out)
	for i, kind := range Kinds {
		curve(out, i, kind, cells)
	}
	fmt.Fprintln(out, "</svg>")
	return out.Flush()
}

// pictureMax is the share at the end of the axes.
const pictureMax = 0.7

func x(share float64) float64 { return left + side*share/pictureMax }
func y(share float64) float64 { return top + side*(1-min(share, pictureMax)/pictureMax) }

func axes(out io.Writer) {
	for tick := range 8 {
		share := float64(tick) / 10
		fmt.Fprintf(out, `<path d="M%.1f %d V%d M%d %.1f H%d" stroke="#ddd"/>`+"\n", x(share), top, top+side, left, y(share), left+side)
		fmt.Fprintf(out, `<text x="%.1f" y="%d" text-anchor="middle">%d %%</text>`+"\n", x(share), top+side+18, 10*tick)
		fmt.Fprintf(out, `<text x="%d" y="%.1f" text-anchor="end">%d %%</text>`+"\n", left-8, y(share)+4, 10*tick)
	}
	fmt.Fprintf(out, `<path d="M%.1f %.1f L%.1f %.1f" stroke="#888" stroke-dasharray="4 4"/>`+"\n", x(0), y(0), x(pictureMax), y(pictureMax))
	fmt.Fprintf(out, `<text x="%d" y="%d" text-anchor="middle">words that were damaged</text>`+"\n", left+side/2, top+side+38)
	fmt.Fprintf(out, `<text transform="translate(14 %d) rotate(-90)" text-anchor="middle">damage estimated: 1 - integrity</text>`+"\n", top+side/2)
}

// curve draws the i-th kind, and its line of the legend.
func curve(out io.Writer, i int, kind Kind, cells []Cell) {
	colour := colours[i%len(colours)]
	points := ""
	for _, cell := range cells {
		if cell.Kind == kind && cell.Articles > 0 {
			points += fmt.Sprintf(" %.1f,%.1f", x(cell.True), y(cell.Estimated))
		}
	}
	if points == "" {
		return
	}
	// What lies under another curve is to be seen between its dashes.
	pen := fmt.Sprintf(`stroke="%s" stroke-width="2" stroke-dasharray="%d %d"`, colour, 4+2*i, i)
	fmt.Fprintf(out, `<polyline points="%s" fill="none" %s/>`+"\n", points[1:], pen)
	at := top + 14 + 20*i
	fmt.Fprintf(out, `<path d="M%d %d h40" %s/><text x="%d" y="%d">`, left+side+20, at-4, pen, left+side+68, at)
	xml.EscapeText(out, []byte(kind))
	fmt.Fprintln(out, "</text>")
}
