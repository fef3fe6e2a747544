package entities

import "strings"

// inCode reports whether the line around the form is of a program, of JSON, of
// a style sheet or of a diagram, where every character means something.
// What it goes by is never part of a reference, so no repair takes it away.
func (p *place) inCode() bool {
	return beginsCode(p.head()) || p.marked() || p.markAhead()
}

// marked reports whether near has a mark of code.
func (p *place) marked() bool {
	if p.around != nil {
		return p.around.marked(len(p.near()))
	}
	return hasMark(p.near())
}

// inCodeLine reports whether the line so far beginsCode.
func (e *scanner) inCodeLine() bool {
	if !e.raw && e.line == e.prose && len(e.head) == headSize {
		return false
	}
	head := e.lineHead()
	if beginsCode(head) {
		return true
	}
	if len(head) == headSize {
		e.prose = e.line
	}
	return false
}

// beginsCode reports whether a line begins as comments, JSON and directives do.
func beginsCode(line string) bool {
	line = trimBlank(line)
	if line == "" {
		return false
	}
	switch line[0] {
	case '{', '}', '[':
		return len(line) > 1 && strings.IndexByte("{}[]\"'", line[1]) >= 0 || line[0] != '['
	case '"':
		i := strings.IndexByte(line[1:], '"')
		return i >= 0 && strings.HasPrefix(strings.TrimLeft(line[i+2:], " "), ":")
	case '/':
		return strings.HasPrefix(line, "//") || strings.HasPrefix(line, "/*")
	case '#':
		return strings.HasPrefix(line, "#include") || strings.HasPrefix(line, "#define") || strings.HasPrefix(line, "#!")
	}
	return false
}

// trimBlank returns s without spaces and tabs at its beginning.
func trimBlank(s string) string {
	i := 0
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return s[i:]
}

// beginsJSON reports whether a line begins as JSON does.
func beginsJSON(line string) bool {
	line = trimBlank(line)
	return strings.HasPrefix(line, `{"`) || strings.HasPrefix(line, `[{`) || strings.HasPrefix(line, `["`)
}

// isSetting reports whether a line begins with a key and = or a quoted value,
// as configuration files do.
func isSetting(line string) bool {
	line = trimBlank(line)
	i := 0
	for i < len(line) && (isWordByte(line[i]) || strings.IndexByte("._-", line[i]) >= 0) {
		i++
	}
	rest := line[i:]
	return i > 0 && (strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, ` = `) || strings.HasPrefix(rest, `: "`) || strings.HasPrefix(rest, ": '"))
}

// isStatement reports whether a name that stands alone ends a statement of a
// program: the line begins with one of its words.
func (p *place) isStatement() bool {
	first, rest, _ := strings.Cut(trimBlank(p.head()), " ")
	switch first {
	case "export", "import", "return", "const", "let", "var", "int", "float", "double", "char", "void", "byte",
		"bool", "boolean", "long", "short", "unsigned", "private", "public", "protected", "static", "final",
		"struct", "typedef", "extern", "enum", "new", "delete", "goto", "case", "using", "package":
		return len(strings.Fields(rest)) <= 4 && isBlank(p.after)
	}
	return false
}
