package corpus

import (
	"strings"
	"testing"

	"github.com/textmend/textmend/internal/prose"
)

// An article is the same each time, and none is another's.
func TestArticle(t *testing.T) {
	m := New([]string{prose.Build(1<<16, true)})
	seen := make(map[string]int)
	for i := range 3 * Group {
		text := m.Article(1, i, 100)
		if again := m.Article(1, i, 100); again != text {
			t.Fatalf("article %d is another the second time", i)
		}
		if j, ok := seen[text]; ok {
			t.Errorf("articles %d and %d are the same", i, j)
		}
		seen[text] = i
		if n := len(strings.Fields(text)); n < 100 || n > 100+2*maxSentence {
			t.Errorf("article %d has %d words, want about 100", i, n)
		}
		if m.Sibling(1, i, 100) == text {
			t.Errorf("the sibling of article %d is the article", i)
		}
	}
}
