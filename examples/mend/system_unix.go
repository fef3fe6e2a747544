//go:build unix

package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"syscall"
)

// reportClosedPipes makes writing to a pipe that nobody reads an error like any
// other. As the runtime has it, it ends the program without a word.
func reportClosedPipes() { signal.Ignore(syscall.SIGPIPE) }

// keepOwner gives f the owner and the group of the file that info describes.
// What can't be kept is an error: the file's permissions were meant for them.
func keepOwner(f *os.File, info fs.FileInfo) error {
	own, err := f.Stat()
	if err != nil {
		return err
	}
	is, ok := own.Sys().(*syscall.Stat_t)
	want, ok2 := info.Sys().(*syscall.Stat_t)
	if !ok || !ok2 || is.Uid == want.Uid && is.Gid == want.Gid {
		return nil
	}
	if err := f.Chown(int(want.Uid), int(want.Gid)); err != nil {
		return fmt.Errorf("can't keep the file's owner: %w", cause(err))
	}
	return nil
}
