package spun

import "slices"

// report makes a Report of the stretches.
func (c *comparison) report() Report {
	r := Report{Words: c.text.words(), Passages: []Passage{}, Substitutions: []Substitution{}}
	parts := c.parts()
	counts := c.tallyPairs(parts)
	r.Substitutions = slices.Grow(r.Substitutions, len(counts))
	for k := range parts {
		p := &parts[k]
		p.evidence = c.gather(p.pieces, counts)
		r.Aligned += p.words()
		r.refAligned += p.refWords()
		r.Substitutions = c.appendSubstitutions(r.Substitutions, p.pieces, counts)
	}
	r.weigh(parts)
	r.unspaced = c.text.unspaced() || c.ref.unspaced()
	r.Evidence.RefWords, r.Evidence.Shared = c.ref.words(), c.shared
	r.decide()
	for k := range parts {
		r.Passages = append(r.Passages, c.passage(&parts[k], &r))
	}
	return r
}

// parts takes all stretches apart.
func (c *comparison) parts() []part {
	if len(c.stretches) == 0 {
		return nil
	}
	m := &c.scratch().matcher
	m.text, m.ref, m.kindred = c.text, c.ref, &c.kindred
	var all []part
	for k := range c.stretches {
		all = append(all, c.partsOf(m.match(&c.stretches[k]))...)
	}
	return all
}

// appendSubstitutions lists the substitutions among some pieces.
func (c *comparison) appendSubstitutions(list []Substitution, pieces []piece, counts tally) []Substitution {
	for k := range pieces {
		p := &pieces[k]
		if p.sort != substituted {
			continue
		}
		s := Substitution{Known: p.known, Count: counts.count(c.pairKey(p))}
		s.Start, s.End = c.text.place(int(p.i), int(p.end))
		s.RefStart, s.RefEnd = c.ref.place(int(p.j), int(p.refEnd))
		list = append(list, s)
	}
	return list
}

// passage makes a Passage of a part.
func (c *comparison) passage(p *part, r *Report) Passage {
	first, last := p.pieces[0], p.pieces[len(p.pieces)-1]
	passage := Passage{Verdict: r.verdictOf(p)}
	passage.Start, passage.End = c.text.place(int(first.i), int(last.end))
	passage.RefStart, passage.RefEnd = c.ref.place(int(first.j), int(last.refEnd))
	return passage
}
