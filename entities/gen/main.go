// Command gen writes names.txt, HTML's table of named character references.
//
// The names come from the source of the standard library's html package,
// which does not export them; the text of each comes from
// html.UnescapeString. Both follow
// https://html.spec.whatwg.org/multipage/named-characters.html.
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"html"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// missing holds the two names of HTML that the standard library's table lacks,
// with their text as WHATWG's list gives it.
var missing = map[string]string{
	"nGt;": "\u226b\u20d2",
	"nLt;": "\u226a\u20d2",
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	names, err := listNames()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("names.txt", table(names), 0o644); err != nil {
		log.Fatal(err)
	}
}

// listNames returns every string of html/entity.go that is used as a key, as
// "quot;" or, for the names that HTML also reads without a semicolon, "quot".
func listNames() ([]string, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("finding the Go root: %w", err)
	}
	path := filepath.Join(strings.TrimSpace(string(root)), "src", "html", "entity.go")
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		return nil, err
	}
	var names []string
	ast.Inspect(file, func(n ast.Node) bool {
		pair, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		if key, ok := pair.Key.(*ast.BasicLit); ok && key.Kind == token.STRING {
			if name, err := strconv.Unquote(key.Value); err == nil {
				names = append(names, name)
			}
		}
		return true
	})
	for name := range missing {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names, nil
}

// table writes a line for each name: the name, a star when HTML reads it
// without a semicolon too, and its one or two code points in hexadecimal.
func table(names []string) []byte {
	bare := map[string]bool{}
	for _, name := range names {
		if !strings.HasSuffix(name, ";") {
			bare[name] = true
		}
	}
	var out bytes.Buffer
	count := 0
	for _, name := range names {
		base, ok := strings.CutSuffix(name, ";")
		if !ok {
			continue
		}
		count++
		out.WriteString(base)
		if bare[base] {
			out.WriteByte('*')
		}
		text, ok := missing[name]
		if !ok {
			text = html.UnescapeString("&" + name)
		}
		for _, r := range text {
			fmt.Fprintf(&out, " %X", r)
		}
		out.WriteByte('\n')
	}
	if count != 2125 {
		log.Fatalf("found %d names, want the 2125 of HTML", count)
	}
	return out.Bytes()
}
