package quality

// A Filter is a published set of rules. Its value is its name in JSON.
type Filter string

const (
	GopherQuality    Filter = "gopher_quality"    // Rae et al. 2021
	GopherRepetition Filter = "gopher_repetition" // Rae et al. 2021
	C4Lines          Filter = "c4_lines"          // Raffel et al. 2020; its rules drop lines, not texts
	C4               Filter = "c4"                // Raffel et al. 2020, what drops a page
	FineWeb          Filter = "fineweb"           // Penedo et al. 2024
)

// rule says what a rule asks for and how a text's value comes out of its
// counts.
type rule struct {
	filter    Filter
	name      string
	threshold float64
	atMost    bool
	value     func(*counts) float64
}

func (r *rule) passes(value float64) bool {
	if r.atMost {
		return value <= r.threshold
	}
	return value >= r.threshold
}

// share is 0 when there is nothing to share.
func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func words(c *counts) float64          { return float64(c.words) }
func meanWordLength(c *counts) float64 { return share(c.wordChars, c.words) }

func duplicateLineCharacters(c *counts) float64 { return share(c.duplicateLineChars, c.lineChars) }

func topNgram(n int) func(*counts) float64 {
	return func(c *counts) float64 { return share(c.ngrams.top[n], c.wordChars) }
}

func duplicateNgram(n int) func(*counts) float64 {
	return func(c *counts) float64 { return share(c.ngrams.duplicate[n], c.wordChars) }
}

func brokenLines(why dropped) func(*counts) float64 {
	return func(c *counts) float64 { return float64(c.dropped[why]) }
}

// rules are in the order of the papers.
var rules = [...]rule{
	{GopherQuality, "gopher_min_words", 50, false, words},
	{GopherQuality, "gopher_max_words", 100_000, true, words},
	{GopherQuality, "gopher_min_mean_word_length", 3, false, meanWordLength},
	{GopherQuality, "gopher_max_mean_word_length", 10, true, meanWordLength},
	{GopherQuality, "gopher_hash_per_word", 0.1, true, func(c *counts) float64 { return share(c.hashes, c.words) }},
	{GopherQuality, "gopher_ellipses_per_word", 0.1, true, func(c *counts) float64 { return share(c.ellipses, c.words) }},
	{GopherQuality, "gopher_bullet_lines", 0.9, true, func(c *counts) float64 { return share(c.bulletLines, c.lines) }},
	{GopherQuality, "gopher_ellipsis_lines", 0.3, true, func(c *counts) float64 { return share(c.ellipsisLines, c.lines) }},
	{GopherQuality, "gopher_words_with_letter", 0.8, false, func(c *counts) float64 { return share(c.wordsWithLetter, c.words) }},
	{GopherQuality, "gopher_stop_words", 2, false, func(c *counts) float64 { return float64(c.stopWords.count()) }},

	{GopherRepetition, "gopher_duplicate_lines", 0.3, true, func(c *counts) float64 { return share(c.duplicateLines, c.lines) }},
	{GopherRepetition, "gopher_duplicate_paragraphs", 0.3, true, func(c *counts) float64 { return share(c.duplicateParagraphs, c.paragraphs) }},
	{GopherRepetition, "gopher_duplicate_line_characters", 0.2, true, duplicateLineCharacters},
	{GopherRepetition, "gopher_duplicate_paragraph_characters", 0.2, true, func(c *counts) float64 { return share(c.duplicateParagraphChars, c.paragraphChars) }},
	{GopherRepetition, "gopher_top_2gram", 0.20, true, topNgram(2)},
	{GopherRepetition, "gopher_top_3gram", 0.18, true, topNgram(3)},
	{GopherRepetition, "gopher_top_4gram", 0.16, true, topNgram(4)},
	{GopherRepetition, "gopher_duplicate_5gram", 0.15, true, duplicateNgram(5)},
	{GopherRepetition, "gopher_duplicate_6gram", 0.14, true, duplicateNgram(6)},
	{GopherRepetition, "gopher_duplicate_7gram", 0.13, true, duplicateNgram(7)},
	{GopherRepetition, "gopher_duplicate_8gram", 0.12, true, duplicateNgram(8)},
	{GopherRepetition, "gopher_duplicate_9gram", 0.11, true, duplicateNgram(9)},
	{GopherRepetition, "gopher_duplicate_10gram", 0.10, true, duplicateNgram(10)},

	{C4Lines, "c4_terminal_mark", 0, true, brokenLines(noTerminalMark)},
	{C4Lines, "c4_line_words", 0, true, brokenLines(fewWords)},
	{C4Lines, "c4_word_length", 0, true, brokenLines(longWord)},
	{C4Lines, "c4_javascript", 0, true, brokenLines(javascript)},
	{C4Lines, "c4_policy", 0, true, brokenLines(policy)},

	{C4, "c4_sentences", 5, false, func(c *counts) float64 { return float64(c.sentences) }},
	{C4, "c4_lorem_ipsum", 0, true, func(c *counts) float64 { return float64(c.loremIpsum) }},
	{C4, "c4_curly_bracket", 0, true, func(c *counts) float64 { return float64(c.curlyBrackets) }},

	{FineWeb, "fineweb_terminal_lines", 0.12, false, func(c *counts) float64 { return share(c.terminalLines, c.lines) }},
	{FineWeb, "fineweb_short_lines", 0.67, true, func(c *counts) float64 { return share(c.shortLines, c.lines) }},
	{FineWeb, "fineweb_duplicate_line_characters", 0.01, true, duplicateLineCharacters},
	{FineWeb, "fineweb_newlines_per_word", 0.3, true, func(c *counts) float64 { return share(c.newlines, c.words) }},
}
