// Command gen writes words.bin, the word list embedded by package lexicon,
// from the SCOWL lists that Debian's scowl package installs. It reads local
// files only, and the same lists always give the same output.
package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The packed format, which package lexicon reads:
//
//	uint32, big endian   number of words
//	uint32, big endian   total length of the words in bytes
//	per word, in byte order:
//	    byte             length of the prefix shared with the word before
//	    bytes            the rest of the word, every byte at least 0x20
//	    byte             flags, never zero and always below 0x20
//
// all of it deflated. The flags hold a SCOWL size, which is a multiple of
// five, in sizeUnit steps, and nameFlag for a proper name or abbreviation.
// The flags end the word, so no length of the rest has to be stored.
const (
	sizeUnit = 5
	nameFlag = 0x10
	// maxWord is the longest word in bytes that a lookup can fold.
	maxWord = 64
	// possessive ends the words that are left out; keptContractions are not
	// possessives.
	possessive = "'s"
)

// Files are named <spelling>-<category>.<size>. The limit on each category is
// the largest size still free of words that would hide damaged text. Proper
// names go one step further, as a rare name is rarely taken for a misspelling.
var (
	spellings  = []string{"english", "american", "british", "british_z", "canadian"}
	sizeLimits = map[string]int{
		words:          70,
		contractions:   70,
		"proper-names": 80,
		"upper":        70,
		abbreviations:  70,
	}
)

// The categories that are not simply names.
const (
	words         = "words"
	contractions  = "contractions"
	abbreviations = "abbreviations"
)

// keptContractions are the words ending in 's that contract "is", "has" or
// "us". SCOWL lists them among the possessives, so they must be told apart.
var keptContractions = []string{
	"he's", "here's", "how's", "it's", "let's", "she's", "that's", "there's",
	"what's", "when's", "where's", "who's", "why's",
}

// markup holds the abbreviations left out because in damaged text they are
// far likelier to be an HTML entity without its ampersand or a tag without
// its brackets. Those which are also ordinary words or names stay listed as
// such.
var markup = []string{"amp", "br", "div", "gt", "li", "lt", "quot", "td", "tr", "ul"}

func main() {
	dir := flag.String("dir", "/usr/share/dict/scowl", "directory of the SCOWL lists")
	out := flag.String("out", "words.bin", "file to write")
	flag.Parse()
	if err := run(*dir, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// run packs the lists in dir into the file out.
func run(dir, out string) error {
	list, err := readLists(dir)
	if err != nil {
		return err
	}
	packed, err := pack(list)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, packed, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d words, %d bytes\n", out, len(list), len(packed))
	return nil
}

// readLists reads every wanted list in dir into a map of flags by folded word.
func readLists(dir string) (map[string]byte, error) {
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no word lists in %s: install Debian's scowl", dir)
	}
	if err != nil {
		return nil, err
	}
	list := map[string]byte{}
	for _, file := range files {
		category, size, ok := parseName(file.Name())
		if !ok {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, file.Name()))
		if err != nil {
			return nil, err
		}
		addFile(list, decode(text), category, size)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("no word lists in %s: install Debian's scowl", dir)
	}
	return list, nil
}

// parseName splits the name of a list; ok is false for lists not wanted.
func parseName(name string) (category string, size int, ok bool) {
	stem, number, _ := strings.Cut(name, ".")
	spelling, category, _ := strings.Cut(stem, "-")
	size, err := strconv.Atoi(number)
	if err != nil || !slices.Contains(spellings, spelling) {
		return "", 0, false
	}
	// A category without a limit has limit 0, which no size meets.
	return category, size, 0 < size && size <= sizeLimits[category]
}

// decode converts a list to UTF-8. Debian has packaged the lists in UTF-8
// since 2020 and, like SCOWL itself, in ISO-8859-1 before, where bytes are
// code points.
func decode(text []byte) string {
	if utf8.Valid(text) {
		return string(text)
	}
	var b strings.Builder
	for _, c := range text {
		b.WriteRune(rune(c))
	}
	return b.String()
}

// addFile adds the words of one list.
func addFile(list map[string]byte, text, category string, size int) {
	for word := range strings.FieldsSeq(text) {
		folded := strings.ToLower(word)
		switch {
		case leftOut(folded, category):
		case ordinary(word, category):
			list[folded] = withSize(list[folded], size)
		default:
			list[folded] |= nameFlag
		}
	}
}

// leftOut reports whether a folded word of the category is not to be listed.
func leftOut(folded, category string) bool {
	if category == abbreviations && slices.Contains(markup, folded) {
		return true
	}
	return strings.HasSuffix(folded, possessive) && !slices.Contains(keptContractions, folded)
}

// ordinary reports whether an unfolded word of the category has a level, as
// opposed to being a name. The pronoun I is written with a capital and so
// listed among the names, though it is none; the contractions hold a few
// names such as Prud'hon.
func ordinary(word, category string) bool {
	if word == "I" || strings.HasPrefix(word, "I'") {
		return true
	}
	return category == words || category == contractions && word == strings.ToLower(word)
}

// withSize returns flags with the smaller, that is commoner, of their size
// and the given one.
func withSize(flags byte, size int) byte {
	level := byte(size / sizeUnit)
	if old := flags &^ nameFlag; old != 0 {
		level = min(level, old)
	}
	return flags&nameFlag | level
}

// pack encodes and compresses the list.
func pack(list map[string]byte) ([]byte, error) {
	encoded, err := encode(list)
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(encoded); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

// encode returns the list in the packed format, not yet compressed.
func encode(list map[string]byte) ([]byte, error) {
	sorted := slices.Sorted(maps.Keys(list))
	total := 0
	for _, word := range sorted {
		if err := check(word); err != nil {
			return nil, err
		}
		total += len(word)
	}
	out := binary.BigEndian.AppendUint32(nil, uint32(len(sorted)))
	out = binary.BigEndian.AppendUint32(out, uint32(total))
	previous := ""
	for _, word := range sorted {
		shared := sharedPrefix(previous, word)
		out = append(out, byte(shared))
		out = append(out, word[shared:]...)
		out = append(out, list[word])
		previous = word
	}
	return out, nil
}

// check returns an error for a word the packed format cannot hold.
func check(word string) error {
	if len(word) > maxWord {
		return fmt.Errorf("word %q is longer than %d bytes", word, maxWord)
	}
	for i := range len(word) {
		if word[i] < 0x20 {
			return fmt.Errorf("word %q holds a control character", word)
		}
	}
	return nil
}

// sharedPrefix returns the length in bytes of the prefix a and b share.
func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
