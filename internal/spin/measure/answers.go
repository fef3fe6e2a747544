package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/spun"
)

// most lists what was counted most often.
func most(counts map[string]int) string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	var list []string
	for _, key := range keys[:min(25, len(keys))] {
		list = append(list, fmt.Sprintf("%q %d", key, counts[key]))
	}
	return strings.Join(list, ", ")
}

// An answer is one of Clough and Stevenson's corpus.
type answer struct {
	task, class    string // class: non, heavy, light, cut
	text, original string
}

// readAnswers reads the corpus.
func readAnswers(dir string) ([]answer, error) {
	f, err := os.Open(filepath.Join(dir, "file_information.csv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	table := csv.NewReader(f)
	table.FieldsPerRecord = 3
	rows, err := table.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	var all []answer
	for _, row := range rows[min(1, len(rows)):] {
		if !slices.Contains(classes, row[2]) { // the originals are listed too
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, row[0]))
		if err != nil {
			return nil, err
		}
		original, err := os.ReadFile(filepath.Join(dir, "orig_task"+row[1]+".txt"))
		if err != nil {
			return nil, err
		}
		all = append(all, answer{row[1], row[2], valid(text), valid(original)})
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: no answers", dir)
	}
	return all, nil
}

// valid makes UTF-8 of a text: what isn't, in this corpus, stands for quotes.
func valid(text []byte) string { return strings.ToValidUTF8(string(text), "'") }

// answers classes the answers: by the verdict alone, and by a logistic
// regression on the numbers of the report that never sees the task it classes.
func answers(out io.Writer, args []string) error {
	flags := subcommand.Flags("answers")
	if err := subcommand.Parse(flags, args, 1, 1); err != nil {
		return err
	}
	all, err := readAnswers(flags.Arg(0))
	if err != nil {
		return err
	}
	reports := make([]spun.Report, len(all))
	verdicts := map[string]map[spun.Verdict]int{}
	right := 0
	for i, a := range all {
		reports[i] = spun.Compare(a.text, a.original)
		if verdicts[a.class] == nil {
			verdicts[a.class] = map[spun.Verdict]int{}
		}
		verdicts[a.class][reports[i].Verdict]++
		if derived(reports[i].Verdict) == (a.class != "non") {
			right++
		}
	}
	for _, class := range slices.Sorted(maps.Keys(verdicts)) {
		fmt.Fprintf(out, "%-6s %v\n", class, verdicts[class])
	}
	fmt.Fprintf(out, "derived or not, by the verdict: %d of %d right, %s\n", right, len(all), percent(right, len(all)))
	two, four := leaveOneOut(all, reports)
	_, err = fmt.Fprintf(out, "fitted on the other tasks: derived or not %d of %d right, %s; four classes %d, %s\n",
		two, len(all), percent(two, len(all)), four, percent(four, len(all)))
	return err
}

// derived reports whether a verdict says that the text was made from the
// reference.
func derived(v spun.Verdict) bool {
	return v == spun.Copy || v == spun.Edited || v == spun.Spun || v == spun.Paraphrase
}

// classes are ordered: from nothing taken to all.
var classes = []string{"non", "heavy", "light", "cut"}

// leaveOneOut counts the answers classed right by what was fitted on the
// other tasks.
func leaveOneOut(all []answer, reports []spun.Report) (two, four int) {
	for i, a := range all {
		var x [][]float64
		var train []answer
		for j, b := range all {
			if b.task != a.task {
				x, train = append(x, numbers(&reports[j])), append(train, b)
			}
		}
		scores := make([]float64, len(classes))
		for k, class := range classes {
			y := make([]bool, len(train))
			for j, b := range train {
				y[j] = b.class == class
			}
			scores[k] = fitLogistic(x, y, nil, answersPenalty).probability(numbers(&reports[i]))
		}
		for j := range x {
			x[j] = x[j][:1] // what both share is all that this takes
		}
		y := make([]bool, len(train))
		for j, b := range train {
			y[j] = b.class != "non"
		}
		if (fitLogistic(x, y, nil, answersPenalty).probability(numbers(&reports[i])[:1]) >= 0.5) == (a.class != "non") {
			two++
		}
		if classes[slices.Index(scores, slices.Max(scores))] == a.class {
			four++
		}
	}
	return two, four
}

// answersPenalty keeps the weights of a fit to some forty answers small.
const answersPenalty = 0.003

// numbers are those of a report that say how much of a text was taken: words
// shared, words in passages, and those of them that were kept.
func numbers(r *spun.Report) []float64 {
	words := float64(max(1, r.Words))
	kept := float64(r.Evidence.ContentKept + r.Evidence.FunctionKept)
	return []float64{r.Evidence.Shared, float64(r.Aligned) / words, kept / words}
}
