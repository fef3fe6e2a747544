package quality_test

import (
	"fmt"

	"github.com/textmend/textmend/repair"
	"github.com/textmend/textmend/repair/quality"
)

const damaged = `Kim#39;s quot;visit,quot; the first in years, was announced by the state media.
quot;It is time,quot; said the minister#39;s spokesman, who did not give a date for it.
Share
Share
Kim#39;s advisers have not said with whom he is to meet.
`

// Damage distorts the values, so the text is repaired before it is judged.
func Example() {
	for _, text := range []string{damaged, repair.String(damaged)} {
		hash, _ := quality.Check(text).Result("gopher_hash_per_word")
		fmt.Println(hash, hash.Pass)
	}
	// Output:
	// gopher_hash_per_word 0.075 <= 0.1 true
	// gopher_hash_per_word 0 <= 0.1 true
}

func ExampleCheck() {
	for _, r := range quality.Check(damaged).Results {
		if r.Filter == quality.FineWeb {
			fmt.Println(r, r.Pass)
		}
	}
	// Output:
	// fineweb_terminal_lines 0.6 >= 0.12 true
	// fineweb_short_lines 0.4 <= 0.67 true
	// fineweb_duplicate_line_characters 0.0215517 > 0.01 false
	// fineweb_newlines_per_word 0.125 <= 0.3 true
}

func ExampleKeptLines() {
	for line := range quality.KeptLines(repair.String(damaged)) {
		fmt.Println(line)
	}
	// Output:
	// Kim's "visit," the first in years, was announced by the state media.
	// "It is time," said the minister's spokesman, who did not give a date for it.
	// Kim's advisers have not said with whom he is to meet.
}

func ExampleReport_Passes() {
	report := quality.Check(damaged)
	fmt.Println(report.Passes(quality.GopherRepetition))
	fmt.Println(report.Passes(quality.C4, quality.FineWeb))
	// Output:
	// true
	// false
}

func ExampleReport_Result() {
	report := quality.Check(damaged)
	lines, ok := report.Result("gopher_duplicate_lines")
	fmt.Println(lines.Value, lines.Threshold, lines.Pass, ok)
	// Output:
	// 0.2 0.3 true true
}

func ExampleReport_String() {
	fmt.Println(quality.Check("He said: #39;It is so.#39;\nThey are, and that was that.\nNobody asked #39;why.#39;\nWho would have?\n"))
	// Output:
	// 17 words, 4 lines, 2 kept; fails gopher_min_words 17 < 50, gopher_hash_per_word 0.235294 > 0.1, c4_terminal_mark 2 > 0, c4_sentences 2 < 5, fineweb_short_lines 1 > 0.67
}

func ExampleResult_String() {
	loop, _ := quality.Check("on and on and on").Result("gopher_top_2gram")
	fmt.Println(loop)
	// Output:
	// gopher_top_2gram 0.833333 > 0.2
}
