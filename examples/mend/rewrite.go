package main

import (
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

// errInterrupted says that the user, or the system, wants the program to end.
var errInterrupted = errors.New("interrupted; this file is done, the others are not")

// rewrite gives a file a new text: all of it or, on any error, none. The text goes to a
// temporary file beside it that then takes its place, with the permission bits
// and the owner of the old one. Of a symbolic link the target is rewritten;
// other hard links to the file keep the old text.
func rewrite(name, text string) error {
	target, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	info, err := writable(target)
	if err != nil {
		return err
	}

	interrupted := holdInterrupts()
	err = replace(target, text, info)
	if interrupted() && err == nil {
		err = errInterrupted
	}
	return err
}

// writable returns what the file system says about a file, if it is one to write
// to: renaming would replace a device or a read-only file without asking.
func writable(target string) (fs.FileInfo, error) {
	info, err := os.Stat(target)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file: can't rewrite it")
	}
	f, err := os.OpenFile(target, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	return info, f.Close()
}

// replace puts a new file with a text in the target's place.
func replace(target, text string, info fs.FileInfo) (err error) {
	f, err := os.CreateTemp(filepath.Dir(target), ".mend-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close() // a second time does no harm
			os.Remove(f.Name())
		}
	}()
	if _, err := f.WriteString(text); err != nil {
		return err
	}
	if err := keepOwner(f, info); err != nil {
		return err
	}
	// After the owner: a new one costs a file its set-user-ID bit.
	if err := f.Chmod(info.Mode()); err != nil {
		return err
	}
	// Before the rename, lest a crash leave a name with no text behind it.
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), target)
}

// holdInterrupts keeps an interrupt from ending the program while a temporary
// file lies about. The function returned lifts that, and reports whether there was one.
func holdInterrupts() (lift func() bool) {
	if signal.Ignored(os.Interrupt) {
		return func() bool { return false } // as under nohup
	}
	held := make(chan os.Signal, 1)
	signal.Notify(held, os.Interrupt, syscall.SIGTERM)
	return func() bool {
		signal.Stop(held)
		return len(held) > 0
	}
}
