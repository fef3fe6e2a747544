package spun_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/internal/corpus"
	"github.com/textmend/textmend/internal/prose"
	"github.com/textmend/textmend/spun"
)

// articles returns n articles that differ, of about 150 words each.
var articles = sync.OnceValue(func() []string {
	m := corpus.New([]string{prose.Build(1<<18, true)})
	list := make([]string, 3000)
	for i := range list {
		list[i] = m.Article(1, i, 150)
	}
	return list
})

func id(i int) string { return fmt.Sprintf("%08d", i) }

func filled(n int) *spun.Index {
	x := spun.NewIndex()
	for i, text := range articles()[:n] {
		x.Add(id(i), text)
	}
	return x
}

// firsts returns the id of the first hit for each of the first n articles, or
// "-" for none.
func firsts(x *spun.Index, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = "-"
		if hits := x.Search(articles()[i], 1); len(hits) > 0 && hits[0].Score > 0.9 {
			list[i] = hits[0].ID
		}
	}
	return list
}

func wantIDs(n int, missing ...int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = id(i)
	}
	for _, i := range missing {
		list[i] = "-"
	}
	return list
}

func TestIndexFindsEach(t *testing.T) {
	x := filled(3000)
	if diff := cmp.Diff(wantIDs(300), firsts(x, 300)); diff != "" {
		t.Errorf("first hits (-want +got):\n%s", diff)
	}
	if x.Len() != 3000 {
		t.Errorf("Len() = %d, want 3000", x.Len())
	}
}

func TestIndexSearchBounds(t *testing.T) {
	x := filled(50)
	for _, test := range []struct {
		text string
		k    int
		most int
	}{{articles()[0], 0, 0}, {articles()[0], -1, 0}, {"", 5, 0}, {"one two", 5, 0}, {articles()[0], 1000, 50}, {"\xff\x00", 3, 0}} {
		if hits := x.Search(test.text, test.k); len(hits) > test.most {
			t.Errorf("Search(%.20q, %d) gives %d hits, want at most %d", test.text, test.k, len(hits), test.most)
		}
	}
	if hits := spun.NewIndex().Search(articles()[0], 5); len(hits) > 0 {
		t.Errorf("an empty Index has hits: %v", hits)
	}
	hits := x.Search(articles()[7], 50)
	for i, h := range hits {
		if h.Score <= 0 || h.Score > 1 || i > 0 && h.Score > hits[i-1].Score {
			t.Errorf("hit %d: %+v after %+v", i, h, hits[max(0, i-1)])
		}
	}
}

func TestIndexRemoveAndReplace(t *testing.T) {
	x := filled(40)
	if !x.Remove(id(3)) || x.Remove(id(3)) || x.Remove("nobody") {
		t.Error("Remove reports something else than whether there was one")
	}
	x.Add(id(5), articles()[50])
	if x.Len() != 39 {
		t.Errorf("Len() = %d, want 39", x.Len())
	}
	if diff := cmp.Diff(wantIDs(20, 3, 5), firsts(x, 20)); diff != "" {
		t.Errorf("first hits (-want +got):\n%s", diff)
	}
	if hits := x.Search(articles()[50], 1); len(hits) != 1 || hits[0].ID != id(5) {
		t.Errorf("Search of the new text = %v", hits)
	}
	for range 300 { // the table of ids must not fill up with what is gone
		x.Add("again", articles()[60])
	}
	if x.Len() != 40 {
		t.Errorf("Len() = %d, want 40", x.Len())
	}
}

func written(t testing.TB, x *spun.Index) []byte {
	t.Helper()
	var b bytes.Buffer
	n, err := x.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatalf("WriteTo = %d, %v, wrote %d", n, err, b.Len())
	}
	return b.Bytes()
}

func TestIndexFile(t *testing.T) {
	x := filled(100)
	x.Remove(id(3))
	file := written(t, x)
	if again := written(t, x); !bytes.Equal(file, again) {
		t.Error("WriteTo writes something else the second time")
	}

	read := filled(10) // to be replaced
	r := iotest.HalfReader(bytes.NewReader(append(bytes.Clone(file), "tail"...)))
	if n, err := read.ReadFrom(r); err != nil || n != int64(len(file)) {
		t.Fatalf("ReadFrom = %d, %v, want %d", n, err, len(file))
	}
	if tail, _ := io.ReadAll(r); string(tail) != "tail" {
		t.Errorf("ReadFrom left %q, want what is behind the file", tail)
	}
	opened, err := spun.OpenIndex(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for name, y := range map[string]*spun.Index{"read": read, "opened": opened} {
		if diff := cmp.Diff(wantIDs(30, 3), firsts(y, 30)); diff != "" {
			t.Errorf("%s: first hits (-want +got):\n%s", name, diff)
		}
		y.Add("new", articles()[200])
		y.Add(id(4), articles()[201])
		y.Remove(id(6))
		if diff := cmp.Diff(wantIDs(30, 3, 4, 6), firsts(y, 30)); diff != "" || y.Len() != 99 || y.Err() != nil {
			t.Errorf("%s, changed: %d, %v, first hits (-want +got):\n%s", name, y.Len(), y.Err(), diff)
		}
		last := spun.NewIndex()
		if _, err := last.ReadFrom(bytes.NewReader(written(t, y))); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(wantIDs(30, 3, 4, 6), firsts(last, 30)); diff != "" || last.Len() != 99 {
			t.Errorf("%s, changed, written and read: %d, first hits (-want +got):\n%s", name, last.Len(), diff)
		}
	}
}

func TestIndexHoldsTexts(t *testing.T) {
	x := spun.Options{HoldTexts: true}.NewIndex()
	for i, text := range articles()[:30] {
		x.Add(id(i), text)
	}
	x.Remove(id(2))
	file := written(t, x)
	opened, err := spun.OpenIndex(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	opened.Add(id(30), articles()[30])
	read := spun.NewIndex()
	if _, err := read.ReadFrom(bytes.NewReader(written(t, opened))); err != nil {
		t.Fatal(err)
	}
	for name, y := range map[string]*spun.Index{"held": x, "opened": opened, "read": read} {
		for i := range 30 {
			hits := y.Search(articles()[i], 3)
			switch {
			case i == 2 && len(hits) > 0 && hits[0].ID == id(2):
				t.Errorf("%s: found what was removed", name)
			case i == 2:
			case len(hits) == 0 || hits[0].ID != id(i) || hits[0].Report == nil || hits[0].Report.Verdict != spun.Copy:
				t.Errorf("%s: Search(%d) = %+v, want a copy", name, i, hits)
			}
		}
	}
	if hits := read.Search(articles()[30], 1); len(hits) != 1 || hits[0].ID != id(30) || hits[0].Report == nil {
		t.Errorf("Search of what was added to a file = %+v", hits)
	}
}

func TestIndexFetch(t *testing.T) {
	asked := 0
	x := spun.Options{Fetch: func(want string) (string, bool) {
		asked++
		var i int
		_, err := fmt.Sscanf(want, "%d", &i)
		return articles()[i], err == nil
	}}.NewIndex()
	for i, text := range articles()[:30] {
		x.Add(id(i), text)
	}
	hits := x.Search(articles()[9], 1)
	if len(hits) != 1 || hits[0].ID != id(9) || hits[0].Report == nil || asked == 0 {
		t.Errorf("Search = %+v after %d fetches", hits, asked)
	}
}

func TestIndexMerge(t *testing.T) {
	x, y := spun.NewIndex(), spun.NewIndex()
	for i, text := range articles()[:60] {
		if i < 40 {
			x.Add(id(i), text)
		}
		if i >= 30 {
			y.Add(id(i), text)
		}
	}
	x.Add(id(35), articles()[90]) // is replaced again
	y.Remove(id(50))
	if err := x.Merge(y); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wantIDs(60, 50), firsts(x, 60)); diff != "" || x.Len() != 59 || y.Len() != 29 {
		t.Errorf("%d and %d references, first hits (-want +got):\n%s", x.Len(), y.Len(), diff)
	}
	if err := x.Merge(x); err == nil {
		t.Error("Merge with itself gives no error")
	}
}

// A file that is cut or changed anywhere gives an error, at once or, in what
// OpenIndex leaves on disk, when it is read; never another answer.
func TestIndexFileDamaged(t *testing.T) {
	x := spun.Options{HoldTexts: true}.NewIndex()
	for i, text := range articles()[:5] {
		x.Add(id(i), text)
	}
	file := written(t, x)
	want := firsts(x, 5)
	for n := 0; n < len(file); n += 1 + n/50 {
		checkDamaged(t, fmt.Sprintf("cut at %d", n), file[:n], want)
		changed := bytes.Clone(file)
		changed[n] ^= 0x10
		checkDamaged(t, fmt.Sprintf("changed at %d", n), changed, want)
	}
}

func checkDamaged(t *testing.T, name string, file []byte, want []string) {
	t.Helper()
	x := filled(3)
	if _, err := x.ReadFrom(bytes.NewReader(file)); err == nil || x.Len() != 3 {
		t.Errorf("%s: ReadFrom gives error %v and leaves %d references", name, err, x.Len())
	}
	opened, err := spun.OpenIndex(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return
	}
	if got := firsts(opened, len(want)); opened.Err() == nil {
		t.Errorf("%s: OpenIndex and Search give no error, hits %v", name, got)
	}
}

func FuzzIndexFile(f *testing.F) {
	f.Add(written(f, filled(0)))
	f.Add(written(f, filled(2)))
	f.Fuzz(func(t *testing.T, file []byte) {
		x := spun.NewIndex()
		_, _ = x.ReadFrom(bytes.NewReader(file))
		x.Search(articles()[0], 3)
		if y, err := spun.OpenIndex(bytes.NewReader(file), int64(len(file))); err == nil {
			y.Search(articles()[0], 3)
			y.Add("a", articles()[1])
			_, _ = y.WriteTo(io.Discard)
		}
	})
}

func TestIndexWriteError(t *testing.T) {
	x := filled(20)
	full := errors.New("disk full")
	if _, err := x.WriteTo(failing{full}); !errors.Is(err, full) || !strings.Contains(err.Error(), "index") {
		t.Errorf("WriteTo gives %v", err)
	}
	if _, err := x.ReadFrom(iotest.ErrReader(full)); !errors.Is(err, full) {
		t.Errorf("ReadFrom gives %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// Readers go on beside one writer, through seals and merges.
func TestIndexConcurrent(t *testing.T) {
	x := filled(20)
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				if hits := x.Search(articles()[7], 1); len(hits) != 1 || hits[0].ID != id(7) {
					t.Errorf("Search beside Add = %v", hits)
					return
				}
				x.Len()
				if _, err := x.WriteTo(io.Discard); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for i := 20; i < 400; i++ {
		x.Add(id(i), articles()[i])
		if i%3 == 0 {
			x.Remove(id(i - 1))
		}
	}
	close(done)
	readers.Wait()
}
