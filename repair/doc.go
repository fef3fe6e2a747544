// Package repair undoes the damage that scraping, feeds and exports do to text,
// and explains every change with its place.
//
//	repair.String("Kim#39;s quot;visit,quot; anbsp;first") // Kim's "visit," a first
//
// [String], [Bytes] and [Append] repair a whole text, [NewReader] a stream, and
// [Explain] lists the fixes, which [Apply] makes, all of them or those that a
// person chose. [Options] leave steps out.
//
// # The steps
//
// They are taken in this order, each on what the one before it left:
//
//   - [Encoding]: UTF-16 is read as what it is, told by its byte order mark or
//     its NULs. A byte that is no UTF-8 is the character it is in Windows-1252;
//     what is none of that either, or was cut off, becomes U+FFFD.
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
//     is an English word or stood in the text before.
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
//     phrases are not known need longer lists.
//
// These leave alone what is so near to something like a reference that
// [Entities] could read it another way afterwards.
//
// # Laws
//
// String is idempotent, its output is valid UTF-8 whatever came in, and clean
// text comes back as the same string without an allocation. The fixes of
// Explain, applied, give what String gives, as does a reader, however its input
// is cut. Work is linear in the size of the text.
package repair
