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
//     what is none of that either, or was cut off, becomes U+FFFD. A line whose
//     bytes are much likelier in Windows-1251, KOI8-R, Shift-JIS, EUC-JP, GBK or
//     EUC-KR is read as that, whether it comes as bytes or was read as
//     Windows-1252 before. UTF-8 that was read as Windows-1252, 1250, 1251, 1253,
//     1254 or 1257, ISO 8859-1 or 8859-2, Mac Roman or code page 437 is undone,
//     once or more often, in whole texts and in single words. What stands must
//     be unlikely in any language (a sign inside a word, letters that no
//     alphabet has both of, a control) and what it says likely; what is less
//     sure is undone only where the text has others of its kind. The step is
//     taken again behind Entities, for what was written as references.
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
// # Laws
//
// String is idempotent, its output is valid UTF-8 whatever came in, and clean
// text comes back as the same string without an allocation. The fixes of
// Explain, applied, give what String gives, as does a reader, however its input
// is cut. Work is linear in the size of the text.
package repair
