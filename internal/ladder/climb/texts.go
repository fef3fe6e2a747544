package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"

	"github.com/textmend/textmend/internal/ladder"
	"github.com/textmend/textmend/internal/subcommand"
)

// A text is a file's.
type text struct {
	file     string
	articles []string
}

// texts reads the files that the paths name, and cuts them into articles.
func (s settings) texts() ([]text, error) {
	files, err := subcommand.Files("", s.paths...)
	if err != nil {
		return nil, err
	}
	var list []text
	for _, file := range files {
		t, err := s.text(file)
		if err != nil {
			return nil, err
		}
		if len(t.articles) > 0 {
			list = append(list, t)
		}
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: no articles", strings.Join(s.paths, ", "))
	}
	return list, nil
}

// text returns the articles of a file, none if it isn't one of those that are
// asked for.
func (s settings) text(file string) (text, error) {
	if s.goDocs {
		return packageComment(file)
	}
	data, err := os.ReadFile(file)
	return text{file, ladder.Articles(string(data), s.words)}, err
}

// packageComment returns the comment of a Go file's package as an article, if
// it has as many as 20 words. Tests' data, which need not be Go, have none.
func packageComment(file string) (text, error) {
	if filepath.Ext(file) != ".go" || strings.Contains(filepath.ToSlash(file), "/testdata/") {
		return text{}, nil
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil {
		return text{}, err
	}
	comment := parsed.Doc.Text()
	if len(strings.Fields(comment)) < 20 {
		return text{}, nil
	}
	return text{file, []string{comment}}, nil
}

// articles returns the articles of all texts.
func (s settings) articles() ([]string, error) {
	texts, err := s.texts()
	var all []string
	for _, t := range texts {
		all = append(all, t.articles...)
	}
	return all, err
}
