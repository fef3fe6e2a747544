package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/textmend/textmend/internal/thesaurus/filter"
	"github.com/textmend/textmend/internal/thesaurus/stem"
)

func TestFilterHasItsKeys(t *testing.T) {
	for _, n := range []int{0, 1, 1000, 100_000} {
		keys := make([]uint64, n)
		for i := range keys {
			keys[i] = uint64(i) * 0x9e3779b97f4a7c15
		}
		seed, table, err := newFilter(keys)
		if err != nil {
			t.Fatalf("%d keys: %v", n, err)
		}
		whole, others := string(table), 0
		for i := range keys {
			if !filter.Has(whole, seed, keys[i]) {
				t.Fatalf("%d keys: %d is missing", n, keys[i])
			}
			if filter.Has(whole, seed, keys[i]+1) {
				others++
			}
		}
		if others > 10+n/150 { // one in 256
			t.Errorf("%d of %d keys are found that are not in the set", others, n)
		}
	}
}

func TestFilterRefusesEqualKeys(t *testing.T) {
	if _, _, err := newFilter([]uint64{7, 7}); err == nil {
		t.Error("no error for two equal keys")
	}
}

func TestCollector(t *testing.T) {
	c := newCollector("")
	for _, pair := range [][2]string{
		{"house", "building"},
		{"buildings", "house"},          // the same pair
		{"house", "houses"},             // the same word
		{"house", "xyzzy"},              // not a word
		{"house", "place to live"},      // a phrase
		{"house", "a place to live in"}, // a long one
		{"place to live", "good house"}, // two phrases
		{"house", "domus aurea"},
	} {
		c.add(pair[0], pair[1])
	}
	var want []uint64
	for _, pair := range [][2]string{{"building", "house"}, {"house", "place to live"}} {
		want = append(want, stem.Pair(c.folder.Hash(pair[0]), c.folder.Hash(pair[1])))
	}
	if len(c.pairs) != len(want) {
		t.Errorf("%d pairs, want %d", len(c.pairs), len(want))
	}
	for i, key := range want {
		if _, ok := c.pairs[key]; !ok {
			t.Errorf("pair %d is missing", i)
		}
	}
	c.addNumbers()
	if n := len(c.pairs) - len(want); n != len(numbers) || slices.Index(numbers, "seventeen") != 17 {
		t.Errorf("%d numbers, want %d", n, len(numbers))
	}
}

func TestTroubleSaysWhatToInstall(t *testing.T) {
	if err := run("", "", ""); err == nil || !strings.Contains(err.Error(), "npm pack") {
		t.Errorf("without Moby: %v", err)
	}
	if err := checkMoby("main.go"); err == nil || !strings.Contains(err.Error(), "main.go: not words.txt") {
		t.Errorf("with another file: %v", err)
	}
}
