package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "out.bin")
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := run(dir, out); err == nil || !strings.Contains(err.Error(), "no word lists") {
		t.Errorf("run without lists: %v, want an error that says so", err)
	}
	write("english-words.95", "android\nhusband\nhouse\nth\u00e9 andes's\n")
	write("english-upper.95", "Andorra\n")
	if err := run(dir, out); err != nil {
		t.Fatal(err)
	}
	first, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(first) - bytes.Count(first, []byte{0}); n == 0 {
		t.Error("the table is empty")
	}
	if err := run(dir, out); err != nil {
		t.Fatal(err)
	}
	if again, _ := os.ReadFile(out); !bytes.Equal(first, again) {
		t.Error("two runs gave two tables")
	}
}
