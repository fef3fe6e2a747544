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
//     word.
//  4. Stretches are parted where the way they were made changes, by Viterbi's
//     algorithm.
//  5. A logistic function of ten numbers gives the probability; decide.go has
//     its weights, and [Evidence] the counts they are made of.
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
// Below about 40 words the verdict is Undecided, unless the text is a copy. In
// texts of 90 words of which one content word in five was replaced, one in
// twelve is missed, and light rewording by a person is sometimes called Spun.
// Translation, summaries, and rewriting by language models leave no slots; they
// come out as Paraphrase, Related or Unrelated.
//
// All functions take any bytes, don't panic, and give the same result on every
// run and machine.
package spun
