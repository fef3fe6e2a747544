package repair

import "unicode/utf8"

// reachBack is how many bytes before a place can have a part in what is decided
// there, but for evidence.
const reachBack = 2*nearby + utf8.UTFMax

// A past is the end of the text that was settled, as it came.
type past struct {
	text  []byte
	fixed bool   // a fix ends with it
	joint []byte // room for it and what follows
}

func (p *past) clear() { p.text, p.fixed = p.text[:0], false }

// before returns what stands before i of the text at hand, or at least reachBack
// bytes of it. It is valid until the next call.
func (p *past) before(text string, i int) string {
	if i >= reachBack || len(p.text) == 0 {
		return text[:i]
	}
	p.joint = append(append(p.joint[:0], p.text...), text[:i]...)
	return view(p.joint)
}

// endsFixed reports whether what stands before i was mended.
func (p *past) endsFixed(fixes []Fix, i int) bool {
	if i == 0 {
		return p.fixed
	}
	return len(fixes) > 0 && fixes[len(fixes)-1].End == i
}

// settle keeps the end of the text up to i.
func (p *past) settle(text string, fixes []Fix, i int) {
	if i > 0 {
		s := p.before(text, i)
		p.text = append(p.text[:0], s[max(0, len(s)-reachBack):]...)
		p.fixed = p.endsFixed(fixes, i)
	}
}
