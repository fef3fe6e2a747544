// Package spun tells whether a text is a copy of a reference in which words
// were replaced by synonyms, one by one, as spinning tools do so that search
// engines and plagiarism checkers see something new.
//
//	r := spun.Compare(text, reference)
//	if r.Verdict == spun.Spun {
//		for _, s := range r.Substitutions {
//			fmt.Println(reference[s.RefStart:s.RefEnd], "->", text[s.Start:s.End])
//		}
//	}
//
// # What gives a spun text away
//
// Not which words it shares with its source, but where: names and function
// words stand in the same order, and single content words differ in slots
// between them. A person who rewords changes function words, forms and the
// order too, and leaves gaps. So a text is compared with a reference as
// follows.
//
//  1. Both are cut into words, as package internal/words says, and folded for
//     case and apostrophes. Character references, intact or damaged, are read
//     as what they stand for.
//  2. Words and pairs of words that are rare in the reference are anchors.
//     Anchors in the same order make chains, and the words near a chain are
//     aligned by Smith and Waterman's algorithm (1981) in a band, so that time
//     and memory are linear in the length of the texts. Order may be changed,
//     paragraphs added and dropped.
//  3. What lies between the words that were kept is paired: forms of one word,
//     pairs that a thesaurus has, and then word for word, or a phrase for a
//     word. Marks between words, which spinners leave alone, tell what belongs
//     together. Where most words are others, whole sentences are paired by their
//     place, length and function words.
//  4. Stretches are parted where the way they were made changes, by Viterbi's
//     algorithm.
//  5. Two logistic functions, whose product is the probability, tell a spinner
//     from an editor or a person who rewords, and a text that still says the same
//     from one made from the same template: the results of another match, with
//     other names, numbers and words. decide.go has their weights, and [Evidence]
//     the counts they are made of.
//
// # How to choose
//
// [Compare] is for one pair. To compare many texts with one reference, prepare
// it by [NewReference]. To compare one text with thousands, prepare them all
// and use [Reference.CompareReference]. To find the reference among millions
// there is an index.
//
// # Languages
//
// Alignment needs word boundaries and a list of function words. The built-in
// list and the thesaurus are English. Of a text in which hardly any word is on
// the list, the words of up to three letters are taken for function words;
// a list of the language is better, see [Options]. Copies, excerpts and edited
// copies are told in any language. Texts in scripts without spaces are
// compared letter by letter and never called Spun, as their words are unknown.
//
// # Limits
//
// Below about 40 words the verdict is Undecided, unless the text is a copy. Of
// texts of 90 words, one in eight is missed if 20 % of the content words were
// replaced, and one in twenty at 40 and 70 %. Light rewording by a person is seldom
// called Spun. Neither is a text from the same template, from 150 words on; of
// those of 90 words one in nine is, most of them with hardly any name or number
// that differs. Translation, summaries, and rewriting by language models leave no
// slots; they come out as Paraphrase, Related or Unrelated.
//
// All functions take any bytes, don't panic, and give the same result on every
// run and machine.
//
// # Finding the source
//
// An [Index] keeps [Keys], fingerprints of what spinners leave alone. Measured
// on texts that internal/corpus makes up, 200 words each and twenty on one
// subject, spun at 40 and 70 % of their content words, by internal/corpus/measure
// on one core of a small shared machine:
//
//	references    adding    memory    file    query, median and 99 %    source first, 40 %    70 %
//	     1,000     49 us   2,101 B   438 B             0.02  0.04 ms                 1.000   1.000
//	    10,000     62 us     753 B   401 B             0.12  0.35 ms                 1.000   1.000
//	   100,000     78 us     449 B   428 B             0.36  0.74 ms                 1.000   1.000
//	 1,000,000     74 us     395 B   391 B             0.16  0.42 ms                 1.000   1.000
//
// Bytes are those of each reference. No text whose source was not there had a
// hit that was verified.
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
