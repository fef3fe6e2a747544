// Package quality computes the filters that builders of text datasets know,
// all of them in one call: Gopher's quality and repetition rules (Rae et al.,
// Scaling Language Models, 2021, appendix A.1.1), C4's line and page rules
// (Raffel et al., Exploring the Limits of Transfer Learning, 2020, section
// 2.2) and those that FineWeb added (Penedo et al., The FineWeb Datasets,
// 2024).
//
//	report := quality.Check(text)
//	if !report.Passes(quality.GopherQuality) {
//		log.Print(report)
//	}
//
// [Check] gives for each rule its value, its threshold and whether the text
// passes. The thresholds are the published ones; who wants others compares
// the values himself. [KeptLines] yields the text that C4 leaves of a page.
//
// # Repair first
//
// Damage distorts the values, so a text is to be repaired before it is
// judged. "#39;" is a number sign to Gopher's symbol rule, a lost "&nbsp;"
// makes one word of two, or a line of nothing, and "quot;" at the end of a line
// is no terminal mark. These are the figures of the page that the project's
// tests know as 001, which lost each "&" of its references, before and after
// repair.String:
//
//	rule                              before  after
//	gopher_max_mean_word_length       5.6623  5.2508
//	gopher_hash_per_word              0.0227  0.0000
//	gopher_duplicate_lines            0.1333  0.0000
//	gopher_duplicate_line_characters  0.0049  0.0000
//	c4_terminal_mark                       7       3
//	c4_line_words                          4       1
//	c4_sentences                           9      10
//	fineweb_terminal_lines            0.5333  0.7500
//	fineweb_short_lines               0.3333  0.1667
//	fineweb_newlines_per_word         0.0909  0.0707
//
// # Definitions
//
// The papers leave much open, and the implementations that are in use differ:
// datatrove (which made FineWeb), Dolma, NeMo-Curator, and the code of C4 in
// TensorFlow Datasets. The remarks on them are about their code of 2024 and
// 2025, and were made without it at hand: look there before you rely on one.
// In this package:
//
//   - A word is what stands between white space, punctuation included, as in
//     Dolma and, for English, NeMo-Curator. datatrove has a tokenizer for each
//     language, to which a comma is a word; it leaves such words out of the
//     number of words and their mean length, but not out of the other rules.
//     Chinese, Japanese, Thai and other languages that are written without
//     spaces have few and long words here, and fail Gopher's mean word length;
//     Korean, whose words are short, comes near to its other end.
//   - A character is a code point; a byte that is no UTF-8 is one.
//   - A line ends at a line feed, and white space around it does not count.
//     Lines that hold nothing else are left out, as in datatrove; Dolma and
//     NeMo-Curator count them. Paragraphs are separated by such lines.
//   - A share is 0 where there is nothing to share. So an empty text fails the
//     rules that ask for something, and no other.
//
// Gopher quality:
//
//   - gopher_min_words, gopher_max_words: 50 to 100,000 words.
//   - gopher_min_mean_word_length, gopher_max_mean_word_length: 3 to 10
//     characters to a word. Dolma takes the median.
//   - gopher_hash_per_word, gopher_ellipses_per_word: occurrences of "#", and
//     of "…" and "...", to a word: at most 0.1 each. Six dots are two
//     ellipses, as in datatrove. Dolma counts the words that have a symbol,
//     with "…" as the only ellipsis; NeMo-Curator those that consist of them
//     for the most part.
//   - gopher_bullet_lines: lines that start with a bullet, at most 0.9. A
//     bullet is one of • ‣ ⁃ ∙ · ◦ ● ○ ■ □ ▪ ▫ ▶ ► ➢ ➤ ❖ ♦ ✓, or one of - * +
//     with white space after it. datatrove takes • and any hyphen, Dolma * and
//     any hyphen, NeMo-Curator a list of round and square ones.
//   - gopher_ellipsis_lines: lines that end in "…" or "...", at most 0.3. Dolma
//     takes "…" only; NeMo-Curator takes "[...]" and "read more" as well.
//   - gopher_words_with_letter: words with a letter of any script, at least 0.8.
//   - gopher_stop_words: how many of the, be, to, of, and, that, have, with
//     occur, at least 2. Case and punctuation around a word don't matter here;
//     datatrove and Dolma look for the word in lower case. English only.
//
// Gopher repetition:
//
//   - gopher_duplicate_lines, gopher_duplicate_paragraphs: those that stood
//     before, at most 0.3, and gopher_duplicate_line_characters,
//     gopher_duplicate_paragraph_characters: their characters, at most 0.2.
//     The first occurrence is no duplicate, as in datatrove and NeMo-Curator;
//     Dolma counts it too.
//   - gopher_top_2gram, …, gopher_top_4gram: characters in the most frequent
//     sequence of 2, 3 or 4 words, at most 0.20, 0.18 and 0.16. Of sequences
//     as frequent the first in the text is taken, and none that occurs only
//     once: the text "a few words" has no top 2-gram here, while to datatrove
//     and Dolma it is a large part of the text.
//   - gopher_duplicate_5gram, …, gopher_duplicate_10gram: characters in
//     sequences of 5 to 10 words that stood before, at most 0.15 down to 0.10.
//
// Words of sequences are compared as they are written, and cross lines. No
// character counts twice, however the sequences that it is in overlap, as the
// paper asks: the share is one of all characters in words. datatrove goes on
// behind each duplicate, so that it finds 5 words in a repeated phrase of 9,
// and divides by all characters of the text; Dolma divides the characters of
// repeated sequences by those of all sequences.
//
// C4's rules for lines. They drop lines, not pages: the value is the number of
// lines that break the rule, and a text passes when none does. A line may break
// more than one.
//
//   - c4_terminal_mark: a line has to end in a terminal mark, and not in an
//     ellipsis. That is a mark that ends a sentence in any script (Unicode's
//     Sentence_Terminal) or a quotation mark that closes. The code of C4 takes
//     . ! ? and " only.
//   - c4_line_words: a line has to have 3 words. Like the number of sentences
//     below, it is the one that datatrove takes, and versions of the paper; the
//     code of C4 asks for 5 words in a line and 3 sentences in a page.
//   - c4_word_length: no word of a line has more than 1,000 characters.
//   - c4_javascript: the line does not say "javascript", in any case.
//   - c4_policy: it says none of "terms of use", "privacy policy", "cookie
//     policy", "uses cookies", "use of cookies", "use cookies", in any case.
//     These phrases are of the code, not the paper. English only.
//
// C4's rules for pages:
//
//   - c4_sentences: at least 5 in the lines that are kept. A sentence ends at
//     the end of a line, and at a terminal mark before white space unless a
//     lower-case letter or a digit follows; in scripts that need no space, at
//     the mark. The code of C4 has NLTK's model for that, which knows that
//     "Mr." ends nothing.
//   - c4_lorem_ipsum: the phrase occurs nowhere, in any case.
//   - c4_curly_bracket: no "{" occurs. The code of C4 looks for both in lines
//     that it did not drop before.
//
// Lines that C4 drops because they repeat other pages, its list of bad words
// and its test of language are not of this package.
//
// FineWeb:
//
//   - fineweb_terminal_lines: lines that end in a terminal mark, as above, or
//     in an ellipsis, at least 0.12. The first version took . ! ? ' and ".
//   - fineweb_short_lines: lines of at most 30 characters, at most 0.67.
//   - fineweb_duplicate_line_characters: as Gopher's, at most 0.01. This is the
//     threshold of the code that made the dataset; the paper says 0.1.
//   - fineweb_newlines_per_word: line feeds to a word, at most 0.3. This rule
//     is in the code and not in the paper.
//
// Values at a threshold pass. (The paper of FineWeb drops texts at exactly
// 0.12 and 0.67.)
package quality
