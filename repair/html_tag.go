package repair

import "bytes"

// A tagScanner finds the attributes of a tag, as the HTML standard's states
// from "tag name" to "attribute value" do (13.2.5.8 and 13.2.5.32 to 39).
// Its input may end anywhere in a tag.
type tagScanner struct {
	tag   []byte
	at    int
	state tagState
	name  []byte // of the tag

	// The attribute that next found.
	key   []byte
	value span // in tag
	quote byte // that stands around the value, or 0
}

// A tagState is where in a tag its bytes end.
type tagState int

const (
	inTagName tagState = iota
	betweenAttributes
	inKey
	afterKey
	beforeValue
	inValue
)

// newTagScanner returns a scanner behind the name of a tag.
func newTagScanner(tag []byte) tagScanner {
	name := nameIn(tag)
	s := tagScanner{tag: tag, at: name.to, name: tag[name.from:name.to]}
	if s.at < len(tag) {
		s.state = betweenAttributes
	}
	return s
}

// nameIn returns where in a tag its name is.
func nameIn(tag []byte) span {
	from := 1
	if len(tag) > 1 && tag[1] == '/' {
		from = 2
	}
	to := from
	for to < len(tag) && !endsName(tag[to]) {
		to++
	}
	return span{from, to}
}

// longestTagName is more than the length of any name that matters.
const longestTagName = 32

// A nameBuffer has room for a name that matters.
type nameBuffer [longestTagName]byte

// lower returns a name in lower case, as long as the buffer keeps it, or "" if
// it is too long to matter.
func (b *nameBuffer) lower(name []byte) string {
	if len(name) > len(b) {
		return ""
	}
	for i, c := range name {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return view(b[:len(name)])
}

func isTagSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}

func endsName(c byte) bool { return isTagSpace(c) || c == '/' || c == '>' }

// next finds the next attribute, which may have an empty key. It returns false
// when there is none, or when the tag ends in the middle of it; state says which.
func (s *tagScanner) next() bool {
	if !s.skipSpace() || s.tag[s.at] == '>' || !s.findKey() || !s.findValue() {
		return false
	}
	s.state = betweenAttributes
	return true
}

// skipSpace skips space, and reports whether something is behind it.
func (s *tagScanner) skipSpace() bool {
	for s.at < len(s.tag) && isTagSpace(s.tag[s.at]) {
		s.at++
	}
	return s.at < len(s.tag)
}

func (s *tagScanner) findKey() bool {
	from := s.at
	for s.at < len(s.tag) {
		if c := s.tag[s.at]; endsName(c) || c == '=' && s.at > from {
			s.key = s.tag[from:s.at]
			s.state = afterKey
			return true
		}
		s.at++
		s.state = inKey
	}
	return false
}

func (s *tagScanner) findValue() bool {
	s.value, s.quote = span{s.at, s.at}, 0
	if !s.skipSpace() {
		return false
	}
	if s.tag[s.at] == '/' {
		s.at++
		return true
	}
	if s.tag[s.at] != '=' {
		return true
	}
	s.at++
	s.state = beforeValue
	if !s.skipSpace() {
		return false
	}
	switch c := s.tag[s.at]; c {
	case '>':
		return true
	case '"', '\'':
		s.quote = c
		s.at++
		return s.endValue(bytes.IndexByte(s.tag[s.at:], c), 1)
	}
	return s.endValue(bytes.IndexAny(s.tag[s.at:], " \n\t\r\f>"), 0)
}

// endValue takes the next n bytes for the value, if n is not negative, and
// passes it and the quote behind it.
func (s *tagScanner) endValue(n, quote int) bool {
	s.state = inValue
	if n < 0 {
		s.at = len(s.tag)
		return false
	}
	s.value = span{s.at, s.at + n}
	s.at += n + quote
	return true
}

// resume returns the beginning of a tag that ends in the same state as this
// one, for which next has returned false.
func (s *tagScanner) resume() string {
	tag := "<"
	if s.tag[1] == '/' {
		tag = "</"
	}
	tag += string(s.name[:min(len(s.name), longestTagName+1)])
	switch s.state {
	case betweenAttributes:
		tag += " "
	case inKey:
		tag += " k"
	case afterKey:
		tag += " k "
	case beforeValue:
		tag += " k="
	case inValue:
		if s.quote == 0 {
			return tag + " k=v"
		}
		tag += " k=" + string(s.quote)
	}
	return tag
}
