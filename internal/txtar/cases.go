package txtar

import (
	"fmt"
	"strings"
)

// A Case is a text and what is to become of it.
type Case struct {
	Name string // unique in its archive
	In   string
	Want string
}

// Cases returns the cases of an archive: each is a file NAME/in followed by
// NAME/want, or a single file NAME/same for a text that must stay as it is.
// Escapes are decoded, and the newline that ends each file is not part of the
// text; a text that ends in one has it written as \n.
func Cases(a Archive) ([]Case, error) {
	var cases []Case
	seen := make(map[string]bool)
	for i := 0; i < len(a.Files); {
		c, used, err := readCase(a.Files[i:])
		if err != nil {
			return nil, err
		}
		if seen[c.Name] {
			return nil, fmt.Errorf("txtar: two cases are called %q", c.Name)
		}
		seen[c.Name] = true
		cases = append(cases, c)
		i += used
	}
	return cases, nil
}

// readCase reads the case that files begins with, and says how many of them
// it is made of.
func readCase(files []File) (c Case, used int, err error) {
	name, kind := splitName(files[0].Name)
	if name == "" || kind != "in" && kind != "same" {
		return c, 0, fmt.Errorf("txtar: file %q where NAME/in or NAME/same should be", files[0].Name)
	}
	c.Name = name
	if c.In, err = text(files[0]); err != nil {
		return c, 0, err
	}
	if kind == "same" {
		c.Want = c.In
		return c, 1, nil
	}
	want := name + "/want"
	if len(files) < 2 {
		return c, 0, fmt.Errorf("txtar: the archive ends where %q should be", want)
	}
	if files[1].Name != want {
		return c, 0, fmt.Errorf("txtar: file %q where %q should be", files[1].Name, want)
	}
	c.Want, err = text(files[1])
	return c, 2, err
}

// splitName cuts a file's name at its last slash.
func splitName(s string) (name, kind string) {
	i := strings.LastIndexByte(s, '/')
	if i < 0 {
		return "", s
	}
	return s[:i], s[i+1:]
}

func text(f File) (string, error) {
	s, err := Unquote(strings.TrimSuffix(f.Data, "\n"))
	if err != nil {
		return "", fmt.Errorf("txtar: file %q: %w", f.Name, err)
	}
	return s, nil
}
