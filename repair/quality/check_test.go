package quality_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/repair"
	"github.com/textmend/textmend/repair/quality"
)

// The values are worked out by hand.
func TestCheck(t *testing.T) {
	for _, test := range []struct {
		rule, s string
		want    float64
	}{
		{"gopher_min_words", "", 0},
		{"gopher_min_words", " \n\u3000\n", 0},
		{"gopher_min_words", "a\u00a0b\tc\u2003d \n e", 5},
		{"gopher_max_words", "what's \u2013 this?", 3},
		{"gopher_min_mean_word_length", "a bb \u00e9\u00e9\u00e9", 2},
		{"gopher_max_mean_word_length", "\xff\xfe\xff\xfe", 4},
		{"gopher_max_mean_word_length", "", 0},
		{"gopher_hash_per_word", "#a b #c# d", 0.75},
		{"gopher_hash_per_word", "Kim#39;s quot;visitquot; a b", 0.25},
		{"gopher_ellipses_per_word", "a... b\u2026 c...... d.. e. f g h", 0.5},
		{"gopher_bullet_lines", "- a\n  * b\n\u2022c\n+\u00a0d\n\n-e\n*\n\u2013 f\n1. g", 0.5},
		{"gopher_ellipsis_lines", "a... \nb\u2026\nc.\n\n...d", 0.5},
		{"gopher_words_with_letter", "a 1 \u00e9 %", 0.5},
		{"gopher_words_with_letter", "\u4e2d 2\u03b1 \u0967 -", 0.5}, // the third is a digit
		{"gopher_stop_words", "Then other bee too", 0},
		{"gopher_stop_words", "THE (and) the \u201cTo\u201d that's \u2018with\u2019.", 4},

		{"gopher_duplicate_lines", "a\nb\n a\t\n\na\nA", 0.4},
		{"gopher_duplicate_line_characters", "\u00e9\u00e9\nb\n\u00e9\u00e9", 0.4},
		{"gopher_duplicate_paragraphs", "a\nb\n\nc\n \t\na\nb\n\n\n\n", 1.0 / 3},
		{"gopher_duplicate_paragraphs", "a\r\nb\r\n\r\nc\r\n\r\na\r\nb", 1.0 / 3},
		{"gopher_duplicate_paragraph_characters", "a\nb\n\nc\n\na\nb", 0.4},

		{"gopher_top_2gram", "few words that repeat nothing", 0},
		{"gopher_top_2gram", "a b c a b", 0.8},
		{"gopher_top_2gram", "a a a", 1},
		{"gopher_top_2gram", "a b\nxx a b yyy a\nb", 6.0 / 11},
		{"gopher_top_2gram", "a b, c a b c", 0},                              // "b," is another word
		{"gopher_top_2gram", "long words x y long words x y x z", 18.0 / 24}, // "words x" and "x y" are as frequent as the first
		{"gopher_top_3gram", "a b c d a b c", 6.0 / 7},
		{"gopher_top_4gram", "a b c d a b c", 0},
		{"gopher_top_4gram", "a b c d e a b c d", 8.0 / 9},

		{"gopher_duplicate_5gram", "a b c d e f a b c d e g", 5.0 / 12},
		{"gopher_duplicate_6gram", "a b c d e f a b c d e g", 0},
		{"gopher_duplicate_5gram", "1 2 3 4 5 6 7 8 9 x 1 2 3 4 5 6 7 8 9", 9.0 / 19},
		{"gopher_duplicate_7gram", "1 2 3 4 5 6 7 8 9 x 1 2 3 4 5 6 7 8 9", 9.0 / 19},
		{"gopher_duplicate_9gram", "1 2 3 4 5 6 7 8 9 x 1 2 3 4 5 6 7 8 9", 9.0 / 19},
		{"gopher_duplicate_10gram", "1 2 3 4 5 6 7 8 9 x 1 2 3 4 5 6 7 8 9", 0},
		{"gopher_duplicate_5gram", "1 2 3 4 5 x 1 2 3 4 5 y 1 2 3 4 5", 10.0 / 17},
		{"gopher_duplicate_10gram", strings.Repeat("ab ", 20), 0.95},

		{"c4_terminal_mark", "One. \nTwo!\nThree?\n\u201cFour.\u201d\nFive\n\nSix...\nSeven\u2026\nEight:", 4},
		{"c4_terminal_mark", "\u4f60\u597d\u3002\n\u0928\u092e\u0938\u094d\u0924\u0947\u0964\n\u0645\u0631\u062d\u0628\u0627\u061f\n\u201eJa.\u201c\n\u00abOui\u00bb", 0},
		{"c4_terminal_mark", "he said.quot;", 1},
		{"c4_line_words", "one two three\none two\none\n\n", 2},
		{"c4_word_length", "a " + strings.Repeat("\u00e9", 1000) + "\n" + strings.Repeat("\u00e9", 1001) + " b\nc", 1},
		{"c4_javascript", "Enable JavaScript.\nno Java script\nxjavascriptx javascript", 2},
		{"c4_policy", "Terms of Use\nour terms of trade\nThis site uses Cookies.\nPRIVACY POLICY\na privacy\npolicy\nuse of cookies\ncookies", 4},

		{"c4_sentences", "One is short. Two is longer! Is three? It is.", 4},
		{"c4_sentences", "One is short. Not kept", 0},
		{"c4_sentences", "See No. 5 vs. the other, at 3.4 %... he said.", 1},
		{"c4_sentences", "\"It is so.\" (She said: why?) \"Well.\"", 3},
		{"c4_sentences", "\u6211 \u6765\u3002\u4f60 \u597d\uff01\u201c\u597d\u3002\u201d\u4ed6\u8bf4\u3002", 4},
		{"c4_sentences", "One two three.\nFour five six. \nSeven.", 2},
		{"c4_lorem_ipsum", "Lorem ipsum dolor\nlorem\nipsum, and LOREM IPSUM", 2},
		{"c4_curly_bracket", "a {b} {{c}}\n}", 3},

		{"fineweb_terminal_lines", "One.\nTwo...\nthree'\nfour\nfive,", 0.6},
		{"fineweb_short_lines", strings.Repeat("\u00e9", 30) + "\n " + strings.Repeat("x", 31), 0.5},
		{"fineweb_duplicate_line_characters", "a\nb\na", 1.0 / 3},
		{"fineweb_newlines_per_word", "a b\n\nc d", 0.5},
		{"fineweb_newlines_per_word", "\n\n", 0},
	} {
		if got := value(t, test.s, test.rule); got != test.want {
			t.Errorf("Check(%.80q): %s = %v, want %v", test.s, test.rule, got, test.want)
		}
	}
}

func value(t *testing.T, s, rule string) float64 {
	t.Helper()
	result, ok := quality.Check(s).Result(rule)
	if !ok {
		t.Fatalf("no rule %q", rule)
	}
	return result.Value
}

// The table of the issue that asked for the package, both sides of each bound.
func TestThresholds(t *testing.T) {
	const want = `gopher_quality gopher_min_words >= 50
gopher_quality gopher_max_words <= 100000
gopher_quality gopher_min_mean_word_length >= 3
gopher_quality gopher_max_mean_word_length <= 10
gopher_quality gopher_hash_per_word <= 0.1
gopher_quality gopher_ellipses_per_word <= 0.1
gopher_quality gopher_bullet_lines <= 0.9
gopher_quality gopher_ellipsis_lines <= 0.3
gopher_quality gopher_words_with_letter >= 0.8
gopher_quality gopher_stop_words >= 2
gopher_repetition gopher_duplicate_lines <= 0.3
gopher_repetition gopher_duplicate_paragraphs <= 0.3
gopher_repetition gopher_duplicate_line_characters <= 0.2
gopher_repetition gopher_duplicate_paragraph_characters <= 0.2
gopher_repetition gopher_top_2gram <= 0.2
gopher_repetition gopher_top_3gram <= 0.18
gopher_repetition gopher_top_4gram <= 0.16
gopher_repetition gopher_duplicate_5gram <= 0.15
gopher_repetition gopher_duplicate_6gram <= 0.14
gopher_repetition gopher_duplicate_7gram <= 0.13
gopher_repetition gopher_duplicate_8gram <= 0.12
gopher_repetition gopher_duplicate_9gram <= 0.11
gopher_repetition gopher_duplicate_10gram <= 0.1
c4_lines c4_terminal_mark <= 0
c4_lines c4_line_words <= 0
c4_lines c4_word_length <= 0
c4_lines c4_javascript <= 0
c4_lines c4_policy <= 0
c4 c4_sentences >= 5
c4 c4_lorem_ipsum <= 0
c4 c4_curly_bracket <= 0
fineweb fineweb_terminal_lines >= 0.12
fineweb fineweb_short_lines <= 0.67
fineweb fineweb_duplicate_line_characters <= 0.01
fineweb fineweb_newlines_per_word <= 0.3
`
	var got strings.Builder
	for _, r := range quality.Check("").Results {
		relation := ">="
		if r.AtMost {
			relation = "<="
		}
		fmt.Fprintln(&got, r.Filter, r.Rule, relation, r.Threshold)
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
}

func TestPass(t *testing.T) {
	for _, test := range []struct {
		rule string
		s    string
		want bool
	}{
		{"gopher_min_words", strings.Repeat("a ", 49), false},
		{"gopher_min_words", strings.Repeat("a ", 50), true},
		{"gopher_max_words", strings.Repeat("a ", 100_000), true},
		{"gopher_max_words", strings.Repeat("a ", 100_001), false},
		{"gopher_hash_per_word", "# b c d e f g h i j", true},
		{"gopher_hash_per_word", "# b c d e f g h i", false},
		{"gopher_stop_words", "the the", false},
		{"gopher_stop_words", "to be", true},
		{"gopher_duplicate_lines", "a\na\na\nb\nc\nd\ne\nf\ng\nh", true},
		{"gopher_duplicate_lines", "a\na\na\nb\nc\nd\ne\nf\ng", true}, // 2 of 9
		{"gopher_duplicate_lines", "a\na\na\nb\nc\nd", false},
		{"c4_curly_bracket", "}", true},
		{"c4_curly_bracket", "{", false},
	} {
		result, _ := quality.Check(test.s).Result(test.rule)
		if result.Pass != test.want {
			t.Errorf("Check(%.80q): %v, passes %v, want %v", test.s, result, result.Pass, test.want)
		}
	}
}

func TestPasses(t *testing.T) {
	article := quality.Check(page(t, page000))
	for _, f := range []quality.Filter{quality.GopherQuality, quality.GopherRepetition, quality.C4, quality.FineWeb} {
		if !article.Passes(f) {
			t.Errorf("a clean article does not pass %s: %v", f, article)
		}
	}
	if article.Passes(quality.C4Lines) || article.Passes() || article.Passes(quality.C4, quality.C4Lines) {
		t.Errorf("the furniture of a page passes C4's rules for lines: %v", article)
	}
	empty := quality.Check("")
	var fails []string
	for _, r := range empty.Results {
		if !r.Pass {
			fails = append(fails, r.Rule)
		}
	}
	want := []string{
		"gopher_min_words", "gopher_min_mean_word_length", "gopher_words_with_letter", "gopher_stop_words",
		"c4_sentences", "fineweb_terminal_lines",
	}
	if diff := cmp.Diff(want, fails); diff != "" {
		t.Errorf("rules that an empty text fails (-want +got):\n%s", diff)
	}
}

func TestResultOfNoRule(t *testing.T) {
	if got, ok := quality.Check("a").Result("gopher"); ok || got != (quality.Result{}) {
		t.Errorf("Result(%q) = %v, %v, want none", "gopher", got, ok)
	}
}

func TestJSON(t *testing.T) {
	report := quality.Check("One # two three.\n\nFour\n")
	report.Results = report.Results[4:5]
	got, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"words":5,"characters":17,"lines":2,"paragraphs":2,"kept_lines":1,"kept_characters":16,` +
		`"results":[{"filter":"gopher_quality","rule":"gopher_hash_per_word","value":0.2,"threshold":0.1,"at_most":true,"pass":false}]}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	var back quality.Report
	if err := json.Unmarshal(got, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(report, back); diff != "" {
		t.Errorf("JSON and back (-want +got):\n%s", diff)
	}
}

// The figures in the package's documentation are those of the page.
func TestDocumentedFigures(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	damaged := page(t, page001)
	before, after := quality.Check(damaged), quality.Check(repair.String(damaged))
	rows := 0
	for line := range strings.Lines(string(doc)) {
		cells := strings.Fields(strings.TrimPrefix(line, "//"))
		if len(cells) != 3 {
			continue
		}
		b, ok := before.Result(cells[0])
		if !ok {
			continue
		}
		rows++
		a, _ := after.Result(cells[0])
		if got := figure(b.Value, cells[1]) + " " + figure(a.Value, cells[2]); got != cells[1]+" "+cells[2] {
			t.Errorf("%s: the documentation has %s %s, the page %s", cells[0], cells[1], cells[2], got)
		}
	}
	if rows != 10 {
		t.Errorf("%d rows in the documentation, want 10", rows)
	}
}

// figure writes a value with as many digits as the documentation has.
func figure(value float64, like string) string {
	_, fraction, _ := strings.Cut(like, ".")
	return fmt.Sprintf("%.*f", len(fraction), value)
}
