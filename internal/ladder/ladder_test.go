package ladder

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/repair"
)

// corpus returns the articles that belong to the package.
func corpus(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("corpus/*.txt")
	if err != nil || len(files) < 4 {
		t.Fatalf("corpus has %d files, want 4: %v", len(files), err)
	}
	var articles []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, string(data))
	}
	return articles
}

func TestArticles(t *testing.T) {
	for _, test := range []struct {
		text string
		size int
		want []string
	}{
		{"", 3, nil},
		{" \n\n", 3, nil},
		{"a b", 3, []string{"a b"}},
		{"a b\nc d\ne f\ng\n", 3, []string{"a b\nc d\n", "e f\ng\n"}},
		{"a b\nc d\ne\n", 4, []string{"a b\nc d\ne\n"}},
		{"a b\nc d\n\ne f", 4, []string{"a b\nc d\n", "\ne f"}},
		{"a b c d e f", 2, []string{"a b c d e f"}},
	} {
		got := Articles(test.text, test.size)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("Articles(%q, %d) (-want +got):\n%s", test.text, test.size, diff)
		}
		if got != nil && strings.Join(got, "") != test.text {
			t.Errorf("Articles(%q, %d) = %q, which is not the whole text", test.text, test.size, got)
		}
	}
}

// The share that is counted is near to the one that is asked for.
func TestDamageShare(t *testing.T) {
	for i, article := range corpus(t) {
		for _, kind := range Kinds {
			for _, share := range Shares {
				d := Damage(article, kind, share, uint64(i))
				// A phrase may add three words too many or too few, glue one.
				if off := math.Abs(d.Share()-share) * float64(d.Words); off > 3 {
					t.Errorf("Damage(article %d, %s, %v) damages %d of %d words", i, kind, share, d.Damaged, d.Words)
				}
				if again := Damage(article, kind, share, uint64(i)); again != d {
					t.Errorf("Damage(article %d, %s, %v) differs the second time", i, kind, share)
				}
			}
		}
		if d := Damage(article, Lost, 0, 1); d.Text != article || d.Damaged != 0 {
			t.Errorf("Damage(article %d, %s, 0) damages %d words", i, Lost, d.Damaged)
		}
	}
}

// What was counted is what was done to the words.
func TestDamageIsCounted(t *testing.T) {
	for i, article := range corpus(t) {
		before := strings.Fields(article)
		for _, kind := range []Kind{Deleted, Mojibake, Lost, Controls, Recognised} {
			d := Damage(article, kind, 0.3, uint64(i))
			after := strings.FieldsFunc(d.Text, func(r rune) bool { return r == ' ' || r == '\n' })
			if len(after) != len(before) || d.Words != len(before) {
				t.Errorf("%s: %d words, of %d, are %d", kind, d.Words, len(before), len(after))
				continue
			}
			changed := 0
			for j := range before {
				if before[j] != after[j] {
					changed++
				}
			}
			if changed != d.Damaged {
				t.Errorf("%s: %d words are damaged, Damage says %d", kind, changed, d.Damaged)
			}
		}
		if d := Damage(article, Doubled, 0.3, uint64(i)); len(strings.Fields(d.Text)) != d.Words || d.Words-d.Damaged != len(before) {
			t.Errorf("%s: %d of %d words, of %d, are %d", Doubled, d.Damaged, d.Words, len(before), len(strings.Fields(d.Text)))
		}
		if d := Damage(article, Glued, 0.3, uint64(i)); len(before)-len(strings.Fields(d.Text)) != d.Damaged/2 {
			t.Errorf("%s: %d words damaged, and %d of %d are left", Glued, d.Damaged, len(strings.Fields(d.Text)), len(before))
		}
	}
}

// References and control characters are undone by the repair: there they do
// what they do in the wild.
func TestDamageIsRepaired(t *testing.T) {
	for i, article := range corpus(t) {
		if d := Damage(article, Controls, 0.3, uint64(i)); repair.String(d.Text) != article {
			t.Errorf("%s: the article does not come back", Controls)
		}
		for _, kind := range []Kind{Deleted, Spaced} {
			got := strings.Fields(repair.String(Damage(article, kind, 0.3, uint64(i)).Text))
			if n := len(strings.Fields(article)); len(got) != n {
				t.Errorf("%s: %d words come back as %d", kind, n, len(got))
			}
		}
	}
}

func TestDamageOfFewWords(t *testing.T) {
	for _, kind := range Kinds {
		for _, s := range []string{"", " \n", "a", "\u4e2d\u6587 \u4e2d", "a. 1 ?", "a b\n", "\xff \xc3"} {
			for _, share := range []float64{0, 0.5, 1} {
				d := Damage(s, kind, share, 1)
				if d.Damaged > d.Words || d.Words < len(strings.Fields(s)) {
					t.Errorf("Damage(%q, %s, %v) = %+v", s, kind, share, d)
				}
			}
		}
	}
}

func TestDamageByHand(t *testing.T) {
	for _, test := range []struct {
		kind    Kind
		s, want string
	}{
		{Deleted, "R&D \u00e9t\u00e9 \u201cya\u201d", "Ramp;D eacute;teacute; ldquo;yardquo;"},
		{Spaced, "it's \u0159", "it #39;s  #345;"},
		{Lost, "\u201cha\u201d na\u00efve", "\ufffdha\ufffd na\ufffdve"},
	} {
		if got := Damage(test.s, test.kind, 1, 1).Text; got != test.want {
			t.Errorf("Damage(%q, %s, 1) = %q, want %q", test.s, test.kind, got, test.want)
		}
	}
	misread := 0
	for seed := range uint64(100) {
		if Damage("na\u00efve", Mojibake, 1, seed).Text == "na\u00c3\u00afve" {
			misread++
		}
	}
	if misread < 50 || misread > 90 {
		t.Errorf("%s: %d of 100 are read as Windows-1252 or Latin-1", Mojibake, misread)
	}
}

func TestClimb(t *testing.T) {
	articles := append(corpus(t), strings.Repeat("\u4e2d\u6587 ", 200))
	blind := Climb(articles, 1, func(string) float64 { return 1 })
	if len(blind) != len(Kinds)*len(Shares) {
		t.Fatalf("%d cells, want %d", len(blind), len(Kinds)*len(Shares))
	}
	for _, cell := range blind {
		if cell.Estimated != 0 || math.Abs(cell.Error-cell.True) > 1e-12 || math.Abs(cell.True-cell.Share) > 0.02 {
			t.Errorf("a score of 1 gives %+v", cell)
		}
		if want := len(articles) - 1; cell.Kind == Recognised && cell.Articles != want {
			t.Errorf("%s: %d articles, want %d", cell.Kind, cell.Articles, want)
		}
	}
	if got := MeanError(blind); math.Abs(got-0.208) > 0.01 { // the mean of the shares
		t.Errorf("MeanError of a score of 1 = %v, want about 0.208", got)
	}
	half := []Cell{{Articles: 2, Error: 0.25}, {Articles: 1, Error: 0.75}, {Error: 9}}
	if got := MeanError(half); got != 0.5 {
		t.Errorf("MeanError(%v) = %v, want 0.5", half, got)
	}
	if got := MeanError(nil); got != 0 {
		t.Errorf("MeanError(nil) = %v, want 0", got)
	}
}

func TestSpearman(t *testing.T) {
	for _, test := range []struct {
		x, y []float64
		want float64
	}{
		{nil, nil, 0},
		{[]float64{1, 2}, []float64{5, 5}, 0},
		{[]float64{1, 2, 30}, []float64{-5, 0, 0.1}, 1},
		{[]float64{3, 2, 1}, []float64{1, 2, 3}, -1},
		// By the formula for ranks without ties: 1 - 6*(1+1+1+1)/(5*24).
		{[]float64{1, 2, 3, 4, 5}, []float64{2, 1, 4, 3, 5}, 0.8},
		// Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5/sqrt(4.5*5).
		{[]float64{1, 2, 2, 3}, []float64{1, 2, 3, 4}, 4.5 / math.Sqrt(22.5)},
	} {
		if got := Spearman(test.x, test.y); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("Spearman(%v, %v) = %v, want %v", test.x, test.y, got, test.want)
		}
	}
}

func TestPicture(t *testing.T) {
	cells := Climb(corpus(t), 1, func(string) float64 { return 0.5 })
	var svg bytes.Buffer
	if err := Picture(&svg, cells); err != nil {
		t.Fatal(err)
	}
	curves := 0
	for decoder := xml.NewDecoder(&svg); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "polyline" {
			curves++
		}
	}
	if curves != len(Kinds) {
		t.Errorf("%d curves, want %d", curves, len(Kinds))
	}
}
