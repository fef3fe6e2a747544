package repair

// How the steps come together.
//
// Each step reads the text that the ones before it left, and lists its fixes
// with offsets into that. compose turns the fixes of two steps into fixes of
// the text before both: a fix of the second that touches none of the first is
// moved back by what those before it added or took away; those that reach into
// one another become one. Nothing else knows about more than one step, so that
// a step can stand anywhere in the list, or twice.

// compose appends to out the fixes that make of a text what first and then
// second make of it. Offsets of first count in the text before both, offsets
// of second in the one between them, which at the first fix is shift ahead.
func compose(out, first, second []Fix, shift int) []Fix {
	for len(second) > 0 {
		n := 0
		for n < len(first) && first[n].place(shift).to < second[0].Start {
			shift += first[n].growth()
			n++
		}
		out, first = append(out, first[:n]...), first[n:]
		g := nextGroup(first, second, shift)
		out = g.appendTo(out, shift)
		first, second = first[len(g.first):], second[len(g.second):]
		shift += growth(g.first)
	}
	return append(out, first...)
}

// growth returns by how many bytes fixes make a text longer.
func growth(fixes []Fix) int {
	n := 0
	for i := range fixes {
		n += fixes[i].growth()
	}
	return n
}

// A span is a part of the text between two steps.
type span struct{ from, to int }

// A group is fixes of two steps that reach into one another, and all that they
// wrote or replaced in the text between the steps.
type group struct {
	span
	first, second []Fix
}

// nextGroup returns the first group of two lists that are not both empty.
func nextGroup(first, second []Fix, shift int) group {
	i, j := 0, 0
	g := group{}
	place := func() span { return first[i].place(shift) }
	if len(second) == 0 || len(first) > 0 && place().from <= second[0].Start {
		g.span = place()
	} else {
		g.span = second[0].span()
	}
	for {
		switch {
		case i < len(first) && (i+j == 0 && g.span == place() || i+j > 0 && g.joins(place())):
			g.to = max(g.to, place().to)
			shift += first[i].growth()
			i++
		case j < len(second) && (i+j == 0 || g.joins(second[j].span())):
			g.to = max(g.to, second[j].End)
			j++
		default:
			g.first, g.second = first[:i], second[:j]
			return g
		}
	}
}

// joins reports whether a fix at s is part of the group. Fixes that merely
// touch stay apart.
func (g *group) joins(s span) bool {
	return s.from < g.to || s.from == s.to && s.to == g.to && g.from == g.to
}

// appendTo appends the fix that the group makes, or those of the first step
// that the second left alone.
func (g *group) appendTo(out []Fix, shift int) []Fix {
	if len(g.second) == 0 {
		return append(out, g.first...)
	}
	f := g.second[0]
	if len(g.first) == 0 {
		f.Start -= shift
		f.End -= shift
		return append(out, f)
	}
	if d := g.first[0]; d.Step <= f.Step {
		f.Step, f.Reason = d.Step, d.Reason
	}
	f.Start, f.End = g.from-shift, g.to-shift-growth(g.first)
	f.Text = g.text(shift)
	return append(out, f)
}

// text returns what the group's part of the text becomes: what the second step
// wrote, and between that what is left of what the first did.
func (g *group) text(shift int) string {
	var text []byte
	at := g.from
	for i := range g.second {
		f := &g.second[i]
		text = g.appendFirst(text, span{at, f.Start}, shift)
		text = append(text, f.Text...)
		at = f.End
	}
	return string(g.appendFirst(text, span{at, g.to}, shift))
}

// appendFirst appends what the first step wrote in s, all of which it wrote.
func (g *group) appendFirst(text []byte, s span, shift int) []byte {
	for i := range g.first {
		f := &g.first[i]
		p := f.place(shift)
		if from, to := max(p.from, s.from), min(p.to, s.to); from < to {
			text = append(text, f.Text[from-p.from:to-p.from]...)
		}
		shift += f.growth()
	}
	return text
}

// growth returns by how many bytes f makes a text longer.
func (f *Fix) growth() int { return len(f.Text) - (f.End - f.Start) }

// place returns where f wrote in a text that is shift ahead of its input.
func (f *Fix) place(shift int) span { return span{f.Start + shift, f.Start + shift + len(f.Text)} }

// span returns what f replaces.
func (f *Fix) span() span { return span{f.Start, f.End} }
