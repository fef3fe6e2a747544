// Package txtar reads and writes the project's test fixtures: archives in the
// txtar format, holding pairs of texts with everything invisible written as an
// escape.
//
// An archive is a comment followed by files, each under a line of its own
// that names it:
//
//	Why these cases are here.
//	-- apostrophe/in --
//	Pyongyang#39;s
//	-- apostrophe/want --
//	Pyongyang's
//	-- plain/same --
//	Nothing to do.
//
// [Parse] and [Format] know that much. [Cases] makes pairs of the files, and
// [Unquote] and [Quote] turn escapes into what they stand for and back.
package txtar

import "strings"

// An Archive is a comment and the files that follow it.
type Archive struct {
	Comment string // what stands before the first file
	Files   []File // in the order of the archive
}

// A File is one named part of an [Archive].
type File struct {
	Name string // without spaces around it; not empty
	Data string // as it stands in the archive, escapes and all
}

// Parse reads an archive. Every text is one: without a line that names a file
// it is all comment. Comment and data end in a newline unless they are empty;
// one that is missing at the end of s is added.
func Parse(s string) Archive {
	var a Archive
	part := &a.Comment
	start := 0
	for pos := 0; pos < len(s); {
		end := lineEnd(s, pos)
		if name, ok := marker(s[pos:end]); ok {
			*part = s[start:pos]
			a.Files = append(a.Files, File{Name: name})
			part = &a.Files[len(a.Files)-1].Data
			start = end
		}
		pos = end
	}
	*part = withNewline(s[start:])
	return a
}

// Format writes an archive so that [Parse] reads the same one, provided that
// no line of its comment and data reads like the name of a file. [Quote] sees
// to that.
func Format(a Archive) string {
	var b strings.Builder
	b.WriteString(withNewline(a.Comment))
	for _, f := range a.Files {
		b.WriteString("-- " + f.Name + " --\n")
		b.WriteString(withNewline(f.Data))
	}
	return b.String()
}

// marker returns the name in a line that starts a file.
func marker(line string) (name string, ok bool) {
	line = strings.TrimSuffix(line, "\n")
	line, ok = strings.CutPrefix(line, "-- ")
	if !ok {
		return "", false
	}
	line, ok = strings.CutSuffix(line, " --")
	name = strings.TrimSpace(line)
	return name, ok && name != ""
}

// lineEnd returns the offset after the newline that ends the line at pos.
func lineEnd(s string, pos int) int {
	if i := strings.IndexByte(s[pos:], '\n'); i >= 0 {
		return pos + i + 1
	}
	return len(s)
}

func withNewline(s string) string {
	if s == "" || strings.HasSuffix(s, "\n") {
		return s
	}
	return s + "\n"
}
