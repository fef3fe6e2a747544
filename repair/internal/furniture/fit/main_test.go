package main

import (
	"strings"
	"testing"
)

// What is fitted to a few pages tells their furniture from their text.
func TestFit(t *testing.T) {
	var b strings.Builder
	for _, page := range []string{"a", "b", "c"} {
		for range 12 {
			b.WriteString(page + "\t0\tSome Link\n")
		}
		for range 5 {
			b.WriteString(page + "\t1\tThey said that it was so, and that it would last.\n")
		}
		for range 12 {
			b.WriteString(page + "\t0\tAnother Link\n")
		}
	}
	pages, err := read(strings.NewReader(b.String()), "pages")
	if err != nil || len(pages) != 3 {
		t.Fatalf("read gives %d pages, %v", len(pages), err)
	}
	got := fit(pages).quantized().measure(pages)
	if got.charsLost != 0 || got.found != got.furniture || got.furniture != 72 {
		t.Errorf("measure gives %+v, want nothing lost and all of 72 found", got)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for _, s := range []string{"a\t1", "a\t2\tx", "a"} {
		if _, err := read(strings.NewReader("p\t1\tx\n"+s+"\n"), "pages"); err == nil || !strings.Contains(err.Error(), "pages:2:") {
			t.Errorf("read of %q gives error %v, want one that names pages:2", s, err)
		}
	}
}
