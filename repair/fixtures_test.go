package repair_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/txtar/txtartest"
	"github.com/textmend/textmend/repair"
)

var update = flag.Bool("update", false, "rewrite what the fixtures want")

func TestFixtures(t *testing.T) {
	for _, name := range []string{"steps", "negative"} {
		t.Run(name, func(t *testing.T) {
			txtartest.Run(t, filepath.Join("testdata", name+".txtar"), *update, repair.String)
		})
	}
}

const page001 = "../internal/testdata/pages/001_fd1dbfffdbe4f1c0.txt"

// TestPage001 asks for what a reader expects of the page: every reference
// decoded, and the no-break spaces at its end gone with the lines they left.
func TestPage001(t *testing.T) {
	page := read(t, page001)
	want := strings.NewReplacer("quot;", `"`, "#39;", "'", "Reutersnbsp;", "Reuters").Replace(page)
	want = strings.Replace(want, "\n\nnbsp;\n\nnbsp;\n\nnbsp;\n\nBy", "\n\nBy", 1)
	want = strings.ReplaceAll(want, "nbsp;", " ")
	if diff := cmp.Diff(want, repair.String(page)); diff != "" {
		t.Errorf("page 001 (-want +got):\n%s", diff)
	}
}

// The other pages have no damage that these steps mend.
func TestOtherPages(t *testing.T) {
	pages, err := filepath.Glob("../internal/testdata/pages/*.txt")
	if err != nil || len(pages) != 5 {
		t.Fatalf("found %d pages, %v", len(pages), err)
	}
	for _, path := range pages {
		if path == filepath.FromSlash(page001) {
			continue
		}
		o := repair.Options{Skip: repair.Quotes | repair.Doubled | repair.Glued}
		if diff := cmp.Diff(read(t, path), o.String(read(t, path))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
