package repair

// How the steps come together.
//
// Each step reads the text that the one before it left, and lists its fixes
// with offsets into that. compose turns the fixes of two steps into fixes of
// the text before both: a fix of the second that touches none of the first is
// moved back by what those before it added or took away; one that reaches into
// what the first wrote is made one fix with it. Nothing else knows about more
// than one step, so that a step can be put anywhere in the list.

// compose returns the fixes that make of a text what first and then second
// make of it. The text between them is middle, in which the offsets of second
// count.
func compose(first, second []Fix, middle string) []Fix {
	switch {
	case len(first) == 0:
		return second
	case len(second) == 0:
		return first
	}
	c := composer{middle: middle, out: make([]Fix, 0, len(first)+len(second))}
	for len(first) > 0 || len(second) > 0 {
		var g group
		if len(second) == 0 || len(first) > 0 && c.place(first[0]).from <= second[0].Start {
			g.span = c.place(first[0])
		} else {
			g.span = span{second[0].Start, second[0].End}
		}
		for {
			switch {
			case len(first) > 0 && g.joins(c.place(first[0])):
				g.span = g.span.with(c.place(first[0]))
				c.shift += len(first[0].Text) - (first[0].End - first[0].Start)
				g.first = append(g.first, first[0])
				first = first[1:]
				continue
			case len(second) > 0 && g.joins(span{second[0].Start, second[0].End}):
				g.span = g.span.with(span{second[0].Start, second[0].End})
				g.second = append(g.second, second[0])
				second = second[1:]
				continue
			}
			break
		}
		c.add(&g)
	}
	return c.out
}

// A composer builds the list of fixes.
type composer struct {
	middle string
	out    []Fix
	shift  int // by how much the fixes of the first step so far moved the text
}

// place returns where the next fix of the first step wrote in the middle text.
func (c *composer) place(f Fix) span {
	return span{f.Start + c.shift, f.Start + c.shift + len(f.Text)}
}

// A span is a part of the middle text.
type span struct{ from, to int }

func (s span) with(t span) span { return span{min(s.from, t.from), max(s.to, t.to)} }

// A group is fixes of both steps that reach into one another.
type group struct {
	span
	first, second []Fix
}

// joins reports whether a fix at s is part of the group: always for the one
// the group began with. Fixes that merely touch stay apart.
func (g *group) joins(s span) bool {
	if len(g.first)+len(g.second) == 0 {
		return s == g.span
	}
	return s.from < g.to || s.from == s.to && s.to == g.to && g.from == g.to
}

// add adds the fix that a group makes.
func (c *composer) add(g *group) {
	f := Fix{}
	switch {
	case len(g.first) == 0:
		f = g.second[0]
		f.Start -= c.shift
		f.End -= c.shift
		c.out = append(c.out, f)
		return
	case len(g.second) == 0:
		c.out = append(c.out, g.first...)
		return
	}
	before := c.shift
	for _, d := range g.first {
		before -= len(d.Text) - (d.End - d.Start)
	}
	inner := make([]Fix, len(g.second))
	for i, d := range g.second {
		d.Start -= g.from
		d.End -= g.from
		inner[i] = d
	}
	f = g.first[0]
	f.Start, f.End = g.from-before, g.to-c.shift
	f.Text = Apply(c.middle[g.from:g.to], inner)
	if d := g.second[0]; d.Step < f.Step {
		f.Step, f.Reason = d.Step, d.Reason
	}
	c.out = append(c.out, f)
}
