package subcommand_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/subcommand"
)

// greet says hello to its arguments, one to three, -loud or not.
func greet(out io.Writer, args []string) error {
	flags := subcommand.Flags("greet")
	loud := flags.Bool("loud", false, "")
	if err := subcommand.Parse(flags, args, 1, 3); err != nil {
		return err
	}
	for _, name := range flags.Args() {
		switch {
		case name == "nobody":
			return errors.New("nobody is here")
		case name == "you":
			return subcommand.Misuse(errors.New("you has no name"))
		case *loud:
			name = strings.ToUpper(name)
		}
		fmt.Fprintln(out, "hello", name)
	}
	return nil
}

var program = subcommand.Program{
	Name:     "test",
	Usage:    "usage: test greet [-loud] NAME...",
	Commands: map[string]func(io.Writer, []string) error{"greet": greet},
}

func TestRun(t *testing.T) {
	const usage = "\nusage: test greet [-loud] NAME..."
	for _, test := range []struct {
		args     string
		out, err string
	}{
		{"greet -loud Ann Bob", "hello ANN\nhello BOB\n", ""},
		{"greet Ann nobody", "hello Ann\n", "nobody is here"},
		{"greet you", "", "greet: you has no name" + usage},
		{"greet", "", "greet: 0 arguments" + usage},
		{"greet a b c d", "", "greet: 4 arguments" + usage},
		{"greet -low", "", "greet: flag provided but not defined: -low" + usage},
		{"part", "", `unknown command "part"` + usage},
		{"", "", "no command" + usage},
	} {
		var out strings.Builder
		message := ""
		if err := program.Run(&out, strings.Fields(test.args)); err != nil {
			message = err.Error()
		}
		if out.String() != test.out || message != test.err {
			t.Errorf("%q: printed %q, error %q, want %q, %q", test.args, out.String(), message, test.out, test.err)
		}
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a/c.txt", "a/d.go", ".git/e.txt"} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, nil, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	files, err := subcommand.Files(".txt", dir, filepath.Join(dir, "b.txt"))
	want := []string{filepath.Join(root, "a", "c.txt"), filepath.Join(root, "b.txt")}
	if diff := cmp.Diff(want, files); diff != "" || err != nil {
		t.Errorf("Files: error %v, difference (-want +got):\n%s", err, diff)
	}
	for _, paths := range [][]string{{filepath.Join(dir, "none")}, {filepath.Join(dir, "a", "d.go")}, {}} {
		if files, err := subcommand.Files(".txt", paths...); err == nil {
			t.Errorf("Files(%q) = %q, want an error", paths, files)
		}
	}
}
