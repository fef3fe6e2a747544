// Package repair undoes the damage that scraping, feeds and exports do to text,
// and explains every change with its place.
//
//	repair.String("Kim#39;s quot;visit,quot; anbsp;first") // Kim's "visit," a first
//
// [String], [Bytes] and [Append] repair a whole text, [NewReader] a stream, and
// [HTML] the text in a document. [Explain] lists the fixes, which [Apply] makes,
// all of them or those that a person chose. [Options] leave steps out.
//
// # The steps
//
// They are taken in this order, each on what the one before it left:
//
//   - [Encoding]: UTF-16 is read as what it is, told by its byte order mark or
//     its NULs. A byte that is no UTF-8 is the character it is in Windows-1252;
//     what is none of that either, or was cut off, becomes U+FFFD. A line whose
//     bytes are much likelier in Windows-1251, KOI8-R, Shift-JIS, EUC-JP, GBK or
//     EUC-KR is read as that, whether it comes as bytes or was read as
//     Windows-1252 before. UTF-8 that was read as Windows-1252, 1250, 1251, 1253,
//     1254 or 1257, ISO 8859-1 or 8859-2, Mac Roman or code page 437 is undone,
//     once or more often, in whole texts and in single words. What stands must
//     be unlikely in any language (a sign inside a word, letters that no
//     alphabet has both of, a control) and what it says likely; what is less
//     sure is undone only where the text has others of its kind. One character
//     alone in quotation marks is spoken of, and stays. The step is taken again
//     behind Entities, for what was written as references.
//   - [Controls]: control characters, escape sequences of terminals and a byte
//     order mark at the start go. U+0080 to U+009F are what Windows-1252 has
//     there. Tab, line feed, carriage return, form feed, soft hyphens, joiners
//     and marks of direction stay.
//   - [Entities]: character references, intact and damaged, as package
//     entities decides.
//   - [Spaces]: what the repair itself leaves. No-break spaces of damaged
//     references become spaces, runs of them one, and those at the ends of
//     lines and lines that held nothing else go. Spacing that was there before
//     is the author's and stays, no-break spaces too.
//   - [Quotes]: a question mark inside a word becomes the apostrophe that was
//     there (didn?t, Pyongyang?s), but not after a word that asks (What?s). What
//     “ opened ” closes, not “ or "; and “ opens what ” closes in the same
//     sentence. Nothing is curled or straightened otherwise.
//   - [Doubled]: a phrase of two to twelve words that stands twice or more often
//     in the middle of a sentence goes but for the first (has accused has
//     accused), if it begins with no capital, pronoun or conjunction and is no
//     idiom (time to time to). Of single words only some do (the the, of of).
//     Verse, names and what a line break or a mark parts stay.
//   - [Glued]: a word that no list has is parted where both parts are common
//     words and one is a function word (andraised, inthe), or a numeral before
//     a plural (twohospitals) or behind a name (Luhansktwo), and where a seam
//     shows: a closing quotation mark before a capital, or small letters before
//     one with which a sentence of four words or more begins (localsUse of).
//
// The last three work sentence by sentence, on English ones: two of three words
// are, and one is of no other language. They leave sentences alone that hold
// marks of code, tables or references, such as { = | _ & and ;, and those of
// more than 4 KiB. With [Options.Words] Doubled and the seams of Glued work on
// sentences in these words, too, and what they have is a word to all steps.
//
// # Steps to ask for
//
// These are taken only where [Options.Also] asks for them:
//
//   - [Tags]: comments, tags and scripts go. A start tag without attributes
//     counts as one where its end tag follows, or where nobody would write its
//     name in angle brackets for anything else. What is spoken of stays
//     ("the <b> tag"), and so do comparison signs, List<String>, <me@x.org>, <3.
//     Blocks leave a line break where they part words, table cells a space.
//   - [Breaks]: a backslash between two common English words is a space, \n
//     before a capital or a word and <br> are line breaks, \$ before an amount
//     is $. Paragraphs between empty lines become one line if no line had room
//     for the first word of the next: four lines or more, or fewer of the width
//     that the text had before. Verse, lists, tables, code and addresses stay.
//     Words divided by a hyphen at the end of a line are joined where the whole
//     is an English word, one of Options.Words, or stood in the text before.
//   - [Compat]: full-width letters, digits and, where no Chinese, Japanese or
//     Korean is near, marks; half-width katakana; ligatures of Latin and
//     Armenian; presentation forms of Hebrew and Arabic letters. Superscripts,
//     fractions, circled and Roman numbers, units in squares, letters of
//     mathematics, other spaces and the ellipsis stay.
//   - [Form]: normalization form C.
//   - [Lines]: page furniture. A list of short lines goes where the page has
//     running text and at least two lines that say that it has furniture; a
//     short line among sentences stays, unless it can be nothing else, such as
//     "Read more" or "3 min read". Running text never goes. Languages whose
//     phrases are not known need longer lists. A text that is a program has
//     none: one that begins with a comment, or has marks of code in a quarter
//     of its lines.
//
// These leave alone what is so near to something like a reference that
// [Entities] could read it another way afterwards.
//
// # How intact a text is
//
// [Assess] estimates the share of words that stand as they were written, and
// lists why: what the steps repair, what those would that are to be asked for,
// and what nothing can repair. The latter are, as kinds of [Finding]:
//
//   - [Lost]: U+FFFD, a question mark within a word, three spaces where an
//     ampersand was (which damages no word), and names of single letters that
//     are written with one and have a space for it (AT T, R D).
//   - [Garbled]: words that no language would write. They are looked for where
//     a line is English, which its most frequent words tell: a word that no
//     list has and that is one slip away from a common one (misread letters,
//     their order, one too many, two words in one). Words that are strange in
//     another way, stand beside another such word or more than once count only
//     where one different word in 33 came of such a slip, and five did. Names,
//     capitals, identifiers, tables and listings are left alone.
//   - [Repeated]: a phrase of two to eight words that follows on itself with
//     one space between, or three times or more whatever stands between; all
//     but the first are damage. Lines that stand again damage no word, as they may be a chorus
//     or a list.
//   - [CutOff]: an end in mid-sentence, which damages no word.
//
// A damage counts for each word that it lies in, or touches with no more than
// punctuation between. Of the steps to be asked for, Tags and Breaks damage
// words; furniture ([Lines]) and how characters are composed do not. Below some
// 20 words the share says little: go by the number of damaged words.
//
// The picture calibration.svg beside the source shows what the estimate is
// worth: estimated against true share, one curve for each kind of damage. The
// program internal/ladder/climb makes it, and measures the same on any text.
//
// # Documents
//
// All but [HTML] take text and give text: who shows it in a page escapes it, and
// who has a page gives it to HTML. There the steps read what a browser shows, as
// one text: a paragraph ends in an empty line, an item of a list or <br> in a
// line end, a cell in a tab, line ends of the source are spaces, and a tag within
// a line is nothing. What is left alone (code, pictures) stands there as one
// character that no step knows. A fix is made where it lies between two tags; one
// that takes away space or whole lines is made on each side of a tag. References
// that decoding leaves behind, such as &amp;#39;, were escaped twice if they touch
// a word or are an ampersand between names; else the text speaks of them.
//
// # Laws
//
// String is idempotent, its output is valid UTF-8 whatever came in, and clean
// text comes back as the same string without an allocation. The fixes of
// Explain, applied, give what String gives, as does a reader, however its input
// is cut. Work is linear in the size of the text. HTML is idempotent, too, and
// tags, the keys of their attributes and comments are the same before and after.
//
// On texts of up to 16 KiB the steps are taken again, all of them, until they
// find nothing more. Longer ones, of which a reader cannot keep enough for that,
// settle at once as far as the order of the steps brings it about, which random
// damage has been seen to get round once in some fifty thousand texts.
package repair
