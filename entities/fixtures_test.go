package entities_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/txtar"
	"github.com/textmend/textmend/internal/txtar/txtartest"
)

var update = flag.Bool("update", false, "rewrite the fixtures with what Repair makes now")

func TestFixtures(t *testing.T) {
	for _, name := range []string{"wild", "languages", "synthetic", "forms", "negative"} {
		t.Run(name, func(t *testing.T) {
			txtartest.Run(t, filepath.Join("testdata", name+".txtar"), *update, entities.Repair)
		})
	}
}

func TestKnownFailures(t *testing.T) {
	txtartest.RunKnownFailures(t, filepath.Join("testdata", "known_failures.txtar"), entities.Repair)
}

// The page whose every & was deleted is repaired exactly. Its golden file is
// written as [txtar.Quote] does, so that the no-break spaces can be seen.
func TestDamagedPage(t *testing.T) {
	got := entities.Repair(readPage(t, "001_fd1dbfffdbe4f1c0.txt"))
	golden := filepath.Join("..", "internal", "testdata", "pages", "001_fd1dbfffdbe4f1c0.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(txtar.Quote(got)+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want := readPage(t, filepath.Base(golden))
	if diff := cmp.Diff(want, txtar.Quote(got)+"\n"); diff != "" {
		t.Errorf("Repair of page 001: mismatch (-want +got):\n%s", diff)
	}
	if again := entities.Repair(got); again != got {
		t.Errorf("Repair of page 001's repaired text: mismatch (-want +got):\n%s", cmp.Diff(got, again))
	}
}

// The other pages have no references: clean, aggregated, machine translated
// and spun.
func TestPagesWithoutReferences(t *testing.T) {
	for _, name := range []string{
		"000_469997444fc2ab7f.txt",
		"002_1e8faefd57101ac8.txt",
		"003_f069a5fa2b4ce56e.txt",
		"004_4734dab08bf5535b.txt",
	} {
		t.Run(name, func(t *testing.T) {
			want := readPage(t, name)
			if diff := cmp.Diff(want, entities.Repair(want)); diff != "" {
				t.Errorf("Repair of page %s: mismatch (-want +got):\n%s", name, diff)
			}
		})
	}
}

func readPage(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "internal", "testdata", "pages", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
