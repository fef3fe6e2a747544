package main

import (
	"fmt"
	"os"

	"github.com/textmend/textmend/repair"
)

// readWords reads the words of a language from a file, for -words.
func readWords(name string) (*repair.Words, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	words, err := repair.ReadWords(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return words, nil
}
