package lexicon

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// entry is what the three functions say of a word.
type entry struct {
	Level uint8
	Known bool
	Name  bool
}

func lookUp(word string) entry {
	return entry{Level(word), Known(word), Name(word)}
}

func TestListed(t *testing.T) {
	tests := map[string]entry{
		// Ordinary words of every size.
		"the":        {Level: 10, Known: true},
		"comma":      {Level: 20, Known: true},
		"lamp":       {Level: 20, Known: true},
		"astrologer": {Level: 40, Known: true},
		"zeppelins":  {Level: 50, Known: true},
		"paperclips": {Level: 55, Known: true},
		"mendicancy": {Level: 60, Known: true},
		"ninepence":  {Level: 70, Known: true},
		// Spellings of several countries.
		"color":    {Level: 10, Known: true},
		"colour":   {Level: 10, Known: true},
		"organize": {Level: 10, Known: true},
		"organise": {Level: 10, Known: true},
		// Names, alone and doubling as words.
		"matilda":   {Known: true, Name: true},
		"elizabeth": {Known: true, Name: true},
		"baker":     {Level: 35, Known: true, Name: true},
		"élysée":    {}, // SCOWL has Elysée.
		"elysée":    {Known: true, Name: true},
		"prud'hon":  {Known: true, Name: true},
		// Contractions. The pronoun I is no name.
		"don't": {Level: 10, Known: true},
		"it's":  {Level: 10, Known: true},
		"i":     {Level: 10, Known: true},
		"i'm":   {Level: 35, Known: true},
		// Abbreviations.
		"html": {Known: true, Name: true},
		// Latin-1 letters.
		"café": {Level: 20, Known: true},
	}
	for word, want := range tests {
		if diff := cmp.Diff(want, lookUp(word)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", word, diff)
		}
	}
}

func TestUnlisted(t *testing.T) {
	tests := []string{
		"", " ", "'", "’", "\x00", "\xff", "the ", " the",
		// Words run together or cut short.
		"andraised", "thathe", "ofthe", "tje",
		// Entities and tags that lost their punctuation.
		"quot", "nbsp", "rsquo", "lsquo", "ldquo", "rdquo", "mdash", "ndash",
		"hellip", "apos", "lt", "gt", "br", "href", "td", "tr", "ul", "div",
		// UTF-8 read in another encoding.
		"caf\u00c3\u00a9", "caf\xe9", "don\u00e2\u20ac\u2122t",
		// Possessives are up to the caller.
		"dog's", "elizabeth's",
		// Too long to be looked up.
		strings.Repeat("a", maxWord), strings.Repeat("a", maxWord+1), strings.Repeat("à", maxWord),
		"the" + strings.Repeat("’", maxWord),
	}
	for _, word := range tests {
		if diff := cmp.Diff(entry{}, lookUp(word)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", word, diff)
		}
	}
}

func TestFolding(t *testing.T) {
	tests := map[string]entry{
		// Level leaves folding to the caller.
		"The":   {Known: true},
		"THE":   {Known: true},
		"Don’t": {Known: true},
		"DON'T": {Known: true},
		"CAFÉ":  {Known: true},
		"Café":  {Known: true},

		"Matilda":   {Known: true, Name: true},
		"ELIZABETH": {Known: true, Name: true},
		"O’Brien":   {Known: true, Name: true},
		"HTML":      {Known: true, Name: true},

		// Neither the multiplication sign nor a lone first byte is a letter.
		"×":       {},
		"caf×":    {},
		"caf\xc3": {},
		// Only the closing single quotation mark stands for '.
		"don‘t":       {},
		"don\xe2\x80": {},
	}
	for word, want := range tests {
		if diff := cmp.Diff(want, lookUp(word)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", word, diff)
		}
	}
}

// TestRecords checks what lookups rely on but single words do not show.
func TestRecords(t *testing.T) {
	table := load()
	sizes := map[uint8]int{}
	count := 0
	for rest := table.records[1:]; rest != ""; count++ {
		length, flags := int(rest[0]), rest[1]
		word := rest[2 : 2+length]
		rest = rest[2+length:]
		sizes[flags&sizeMask*sizeUnit]++
		if got := table.find([]byte(word)); got != flags || flags == 0 || flags >= flagsEnd {
			t.Errorf("flags of %q: %#x in record, %#x found", word, flags, got)
		}
		if length > maxWord {
			t.Errorf("%q is longer than %d bytes", word, maxWord)
		}
		var buf [maxWord]byte
		if n := fold(&buf, word); string(buf[:n]) != word {
			t.Errorf("%q is not folded", word)
		}
	}
	if count < 100_000 {
		t.Errorf("only %d words", count)
	}
	if len(table.records) > offsetMask {
		t.Errorf("%d bytes of records overrun the offsets", len(table.records))
	}
	if 3*count > 2*len(table.slots) {
		t.Errorf("%d words crowd %d slots", count, len(table.slots))
	}
	for _, size := range []uint8{0, 10, 20, 35, 40, 50, 55, 60, 70} {
		if sizes[size] == 0 {
			t.Errorf("no words of size %d", size)
		}
		delete(sizes, size)
	}
	if len(sizes) > 0 {
		t.Errorf("words of unexpected sizes: %v", sizes)
	}
}

func TestPackedSize(t *testing.T) {
	if limit := 700_000; len(packed) > limit {
		t.Errorf("words.bin has %d bytes, more than %d", len(packed), limit)
	}
}

func TestConcurrentUse(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if !Known("the") || Known("thathe") {
				t.Error("wrong answer")
			}
		})
	}
	group.Wait()
}

func TestNoAllocation(t *testing.T) {
	load()
	// Beyond 32 bytes conversions between strings and bytes no longer fit
	// the buffer the compiler may put on the stack.
	long := strings.Repeat("x", maxWord-1)
	for _, word := range []string{"the", "Matilda", "Don’t", "CAFÉ", "thathe", long} {
		allocs := testing.AllocsPerRun(100, func() {
			Level(word)
			Known(word)
			Name(word)
		})
		if allocs != 0 {
			t.Errorf("%q: %v allocations", word, allocs)
		}
	}
}

// sample returns listed words from all over the list, and as many unlisted.
func sample() (hits, misses []string) {
	t := load()
	for i := 0; i < len(t.slots) && len(hits) < 4096; i += 37 {
		if start := t.slots[i] & offsetMask; start != 0 {
			word := t.records[start+2:][:t.records[start]]
			hits = append(hits, word)
			misses = append(misses, word+"q")
		}
	}
	return hits, misses
}

// next returns the index after i, going round. It does without a division,
// which would weigh beside a lookup.
func next(i int, words []string) int {
	if i++; i == len(words) {
		return 0
	}
	return i
}

func BenchmarkLookup(b *testing.B) {
	hits, misses := sample()
	common := strings.Fields("the quick brown fox jumps over a lazy dog while everybody watches")
	benchmarks := []struct {
		name  string
		words []string
	}{{"common", common}, {"hits", hits}, {"misses", misses}}
	for _, bench := range benchmarks {
		b.Run("Level/"+bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i = next(i, bench.words) {
				Level(bench.words[i])
			}
		})
		b.Run("Known/"+bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i = next(i, bench.words) {
				Known(bench.words[i])
			}
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		build(packed)
	}
}
