// Command wholes writes wholes.bin, the table by which package lexicon tells
// words that look as if they were two glued together. They come from the lists
// that Debian's scowl package installs: all of them, whatever their size,
// spelling or category. It reads local files only, and the same lists always
// give the same output.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/lexicon"
)

// terms are words of computing and of dialects that SCOWL lacks, and words of
// other languages that are quoted in English, or stand in titles and short
// texts that are all of words which English has too.
var terms = []string{
	"forall", "inits", "theirsell", "theirsells", "theirself", "whatis", "whois",
	"andalso", "befor", "cdecl", "forin", "intoto", "orelse", "stdcall", "thefile", "thiscall", "vectorcall",
	// Italian, Spanish, Portuguese, Catalan, French
	"andare", "butta", "buttasi", "buttaste", "butto", "forare", "intocable", "intocables", "andores", "andares",
	"haveis", "aboutis", "aboutit", "allit", "atand",
	// German, Dutch, Afrikaans
	"beenbank", "beenhard", "beenmode", "beenslag", "beenstand", "bewas", "havenot", "herin", "offreer", "overat", "overhad",
	"therapier", "verband", "wasbank", "wasbare", "wasbeer", "wasgeld", "wasmachine", "wasmachines", "wasservice", "wassalon",
	"wassend", "wassing", "waswater",
	// Danish, Norwegian, Swedish
	"andrage", "arbeidsfor", "formand", "forhave", "forhaver", "fortand", "havefolk", "havegang", "havestole", "haveport",
	"haveporter", "hasat", "offrats", "offrets", "ofringer", "overfor", "overtand", "ringand", "stormand", "underfor",
}

func main() {
	dir := flag.String("dir", "/usr/share/dict/scowl", "directory of the SCOWL lists")
	out := flag.String("out", "wholes.bin", "file to write")
	flag.Parse()
	if err := run(*dir, *out); err != nil {
		fmt.Fprintln(os.Stderr, "wholes:", err)
		os.Exit(1)
	}
}

// run writes the table for the lists in dir to the file out.
func run(dir, out string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*-*.*"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("no word lists in %s: install Debian's scowl", dir)
	}
	words := slices.Clone(terms)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		words = appendWords(words, text)
	}
	slices.Sort(words)
	table := lexicon.PackWholes(slices.Compact(words))
	if err := os.WriteFile(out, table, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes\n", out, len(table))
	return nil
}

// appendWords appends the words of a list, folded, that are ASCII letters.
func appendWords(words []string, text []byte) []string {
	for word := range strings.FieldsSeq(strings.ToLower(string(text))) {
		if strings.IndexFunc(word, func(r rune) bool { return r < 'a' || r > 'z' || r >= utf8.RuneSelf }) < 0 {
			words = append(words, word)
		}
	}
	return words
}
