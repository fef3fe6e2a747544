// Package spun tells whether a text is a synonym-spun copy of a reference: what
// spinning tools make, which take a text and swap words for synonyms, so that
// search engines and plagiarism checkers see something new.
//
//	report := spun.Compare(text, reference)
//	if report.Verdict == spun.Spun { ... }
//
// [Compare] compares two texts. To compare many with one, prepare it by
// [NewReference]; to compare one with thousands, prepare them all and use
// [Reference.CompareReference], which discards most in a microsecond or two. To
// find the source of a text among millions, there is [Index].
//
// # What decides
//
// What gives a spun text away is not which words it shares but where: names and
// function words stand in the same order, and single content words differ in
// slots between them. Texts are cut into words and aligned (Smith and Waterman
// 1981, in a band around words that both have in a row), which gives passages,
// whatever their order. In these are counted the slots, function words and
// content words kept, gaps, forms of one word, pairs that recur, and how much
// rarer the words of the text are than those they stand for. A logistic
// function of these numbers is the probability that the text is spun; its
// weights stand in the source, and the program internal/spin/measure fits them
// to texts that are spun for the purpose. A thesaurus helps to list the
// substitutions and hardly has a part in the verdict.
//
// A text says Copy, Edited or Paraphrase by how many of the derived words were
// changed; Related or Unrelated, if not enough of it derives, by the share of
// content words that the reference has too; and Undecided if either text has
// fewer than about 40 words, unless it is a plain copy. The verdict is that of
// most of the derived words; Passages tell the parts apart. A reference that was
// made from the text is told by its words being the rarer ones: Reversed.
//
// Damaged character references are read as what they stand for.
//
// # Languages
//
// Alignment needs word boundaries and function words. Those of English are
// known; for another language give them as [Options].FunctionWords, without
// which words of up to three letters count as such. Inflection and word
// frequency are known for English only, and less is listed in other languages.
// In scripts without spaces each character is a word: copies and edits are
// told, and Spun is never said.
//
// # Finding the source
//
// An [Index] keeps [Keys], fingerprints of what spinners leave alone. Measured
// on texts that internal/corpus makes up, 200 words each and twenty on one
// subject, spun at 40 and 70 % of their content words, by internal/corpus/measure
// on one core of a small shared machine:
//
//	references    file, bytes each    memory    median query    source first, 40 %    70 %
//	     1,000                 438     2,101         0.05 ms                 1.000   1.000
//	    10,000                 401       753         0.2  ms                 1.000   1.000
//	   100,000                 428       449         0.5  ms                 1.000   1.000
//	 1,000,000                 391       395         0.4  ms                 1.000   1.000
//
// # What a billion documents cost
//
// Of a million such references, 72.4 keys each come to 72 million postings of 64
// million different keys; 61 million of these are in one reference alone. Keys
// that more than 50 references have make 2.6 % of the postings, and are worth
// dropping before anything is grouped. What is left makes 25 pairs of references
// a document to be counted, and 0.3 pairs that share three keys or more, which
// are worth comparing.
//
// So a billion documents have 72 billion postings. With 8 bytes for the key and
// 8 for the document that is 1.2 TB to shuffle; sorted and delta-coded, as an
// Index file has them, it is 0.39 TB. Making keys takes about 50 microseconds a
// document: 14 core-hours. Pairs to compare were 0.38 a document among 100,000
// and 0.29 among a million, nearly all of one subject: should it stay so, a
// billion have 3*10^8, which at 0.2 milliseconds each are 17 core-hours. Where
// chance adds to them, three shared keys should become five, which more than 95
// of 100 texts have that are spun at 70 %. Copies, of which a crawl is full, are
// to be removed by their hash first. An Index of all of it is best cut by
// document into shards of some 100 million, 39 GB each, all of which are
// searched for a text.
package spun
