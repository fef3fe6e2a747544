package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// namesIn returns what lies in a directory.
func namesIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestWrite(t *testing.T) {
	inTempDir(t, map[string]string{"bad": damaged, "binary": binary, "good": harmless, "later": damaged, "wide": utf16LE(damaged)})
	stdout, stderr, status := runMend("", "-w", "bad", "binary", "missing", "good", "later", "wide")
	if status != 2 || stdout != "" {
		t.Errorf("status %d, stdout %q", status, stdout)
	}
	wantErr := "mend: binary: not text: NUL byte at offset 7\nmend: missing: no such file or directory\n"
	if diff := cmp.Diff(wantErr, stderr); diff != "" && runtime.GOOS != "windows" {
		t.Errorf("stderr (-want +got):\n%s", diff)
	}
	for name, want := range map[string]string{"bad": mended, "binary": binary, "good": harmless, "later": mended, "wide": mended} {
		if diff := cmp.Diff(want, readFile(t, name)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if diff := cmp.Diff([]string{"bad", "binary", "good", "later", "wide"}, namesIn(t, ".")); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestWriteAndReport(t *testing.T) {
	inTempDir(t, map[string]string{"bad": damaged, "good": harmless})
	stdout, stderr, status := runMend("", "-w", "-l", "good", "bad")
	if stdout != "bad\n" || stderr != "" || status != 1 {
		t.Errorf("first: %q, %q, status %d", stdout, stderr, status)
	}
	stdout, stderr, status = runMend("", "-w", "-l", "good", "bad")
	if stdout != "" || stderr != "" || status != 0 {
		t.Errorf("then: %q, %q, status %d", stdout, stderr, status)
	}
}

func TestWriteKeepsPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no permission bits")
	}
	for _, mode := range []os.FileMode{0o600, 0o640, 0o755, 0o666, 0o4711} {
		mode = mode&0o777 | (mode&0o4000)<<(23-11) // Go has the set-user-ID bit elsewhere
		inTempDir(t, map[string]string{"bad": damaged})
		if err := os.Chmod("bad", mode); err != nil {
			t.Fatal(err)
		}
		before, err := os.Stat("bad")
		if err != nil {
			t.Fatal(err)
		}
		if _, stderr, status := runMend("", "-w", "bad"); status != 0 {
			t.Fatal(stderr)
		}
		after, err := os.Stat("bad")
		if err != nil {
			t.Fatal(err)
		}
		if before.Mode() != after.Mode() {
			t.Errorf("mode is %v, was %v", after.Mode(), before.Mode())
		}
	}
}

func TestWriteLeavesCleanFilesAlone(t *testing.T) {
	inTempDir(t, map[string]string{"good": harmless})
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	if err := os.Chtimes("good", long, long); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat("good")
	if err != nil {
		t.Fatal(err)
	}
	runMend("", "-w", "good")
	after, err := os.Stat("good")
	if err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(before, after) || !after.ModTime().Equal(long) {
		t.Errorf("the file was touched: %v, was %v", after, before)
	}
}

func TestWriteThroughSymlink(t *testing.T) {
	inTempDir(t, nil)
	if err := os.Mkdir("real", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("real", "page"), []byte(damaged), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join("real", "page"), "link"); err != nil {
		t.Skip(err)
	}
	if _, stderr, status := runMend("", "-w", "link"); status != 0 {
		t.Fatal(stderr)
	}
	info, err := os.Lstat("link")
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if diff := cmp.Diff(mended, readFile(t, filepath.Join("real", "page"))); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"page"}, namesIn(t, "real")); diff != "" {
		t.Errorf("files beside the target (-want +got):\n%s", diff)
	}
}

func TestWriteFailsClean(t *testing.T) {
	inTempDir(t, map[string]string{"page": damaged})
	// A directory with something in it is what even root can't rename a file to.
	if err := os.MkdirAll(filepath.Join("full", "of"), 0o755); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat("page")
	if err != nil {
		t.Fatal(err)
	}
	if err := replace("full", mended, info); err == nil {
		t.Error("a file took a directory's place")
	}
	if err := rewrite("full", mended); err == nil {
		t.Error("a directory was rewritten")
	}
	if diff := cmp.Diff([]string{"full", "page"}, namesIn(t, ".")); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestWriteRefusesReadOnly(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write anything")
	}
	inTempDir(t, map[string]string{"page": damaged})
	if err := os.Chmod("page", 0o444); err != nil {
		t.Fatal(err)
	}
	if _, stderr, status := runMend("", "-w", "page"); status != 2 || stderr == "" {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
	if diff := cmp.Diff(damaged, readFile(t, "page")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHoldInterrupts(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process can't interrupt itself")
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	lift := holdInterrupts()
	if err := self.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond) // for the runtime to hand it on
	if !lift() {
		t.Error("an interrupt was lost")
	}
	if holdInterrupts()() {
		t.Error("an interrupt out of nothing")
	}
	if !isFatal(errInterrupted) || isFatal(errors.New("other")) {
		t.Error("an interrupt must end the program, other trouble must not")
	}
}
