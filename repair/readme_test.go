package repair_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/textmend/textmend/repair"
)

// The program of README.
func Example() {
	fmt.Println(repair.String("Kim#39;s quot;visit,quot; anbsp;first"))
	// Output: Kim's "visit," a first
}

// TestReadme holds README to what it says: each row of its table, and that its
// program is the example above.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(readme)) {
		cells := strings.Split(strings.TrimSpace(line), " | ")
		if len(cells) != 2 || !strings.HasPrefix(cells[0], "| `") {
			continue
		}
		rows++
		before := strings.Trim(cells[0], "| `")
		after := strings.Trim(cells[1], "| `")
		if got := repair.String(before); got != after {
			t.Errorf("String(%q) = %q, README says %q", before, got, after)
		}
	}
	if rows != 4 {
		t.Errorf("README's table has %d rows, want 4", rows)
	}
	if program := `fmt.Println(repair.String("Kim#39;s quot;visit,quot; anbsp;first"))`; !strings.Contains(string(readme), program) {
		t.Errorf("README's program is not the example")
	}
}
