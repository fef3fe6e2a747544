// Package subcommand is what the measuring programs share: the choice of a
// command by the program's first argument, its flags, the files below its
// paths, and errors that say how the program is used.
package subcommand

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Program has commands. Each is given the arguments behind its name.
type Program struct {
	Name     string
	Usage    string // printed with errors that are the caller's
	Commands map[string]func(out io.Writer, args []string) error
}

// Main runs the command that the program's arguments name, and exits with
// status 2 and a line on standard error on trouble.
func (p Program) Main() {
	out := bufio.NewWriter(os.Stdout)
	if err := errors.Join(p.Run(out, os.Args[1:]), out.Flush()); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", p.Name, err)
		os.Exit(2)
	}
}

// Run runs the command that the first argument names, with the others.
func (p Program) Run(out io.Writer, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("no command\n%s", p.Usage)
	}
	command, ok := p.Commands[args[0]]
	if !ok {
		return fmt.Errorf("unknown command %q\n%s", args[0], p.Usage)
	}
	err := command(out, args[1:])
	if _, ok := errors.AsType[*misuse](err); ok {
		return fmt.Errorf("%s: %w\n%s", args[0], err, p.Usage)
	}
	return err
}

type misuse struct{ error }

// Misuse makes err one that the arguments are to blame for: Run adds to it how
// the program is used.
func Misuse(err error) error { return &misuse{err} }

// Flags returns a set of flags that leaves it to Main to print errors.
func Flags(command string) *flag.FlagSet {
	flags := flag.NewFlagSet(command, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// Parse parses args, and reports an error unless at least least and at most
// most of them are left.
func Parse(flags *flag.FlagSet, args []string, least, most int) error {
	if err := flags.Parse(args); err != nil {
		return Misuse(err)
	}
	if n := flags.NArg(); n < least || n > most {
		return Misuse(fmt.Errorf("%d arguments", n))
	}
	return nil
}

// Files returns the regular files that the paths name, and those below them if
// they are directories, whose names end in ext. What git keeps is no file.
func Files(ext string, paths ...string) ([]string, error) {
	var files []string
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			return nil, err
		}
		// WalkDir does not follow links, and the path itself is often one.
		root, err := filepath.EvalSymlinks(path)
		if err != nil {
			return nil, err
		}
		err = filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && entry.Name() == ".git":
				return fs.SkipDir
			case entry.Type().IsRegular() && strings.HasSuffix(file, ext):
				files = append(files, file)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no files", strings.Join(paths, ", "))
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}
