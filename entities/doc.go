// Package entities repairs HTML character references: those that are intact,
// and those that a scraper, a feed or an export damaged.
//
//	entities.Repair("Pyongyang#39;s quot;visit,quot; anbsp;first")
//	// Pyongyang's "visit," a\u00a0first
//
// Its input is text that was HTML, and its output is text, not HTML: whoever
// shows it in a page escapes it. For text that is HTML still there is
// [Options.KeepIntact]. [Repair] and [AppendRepair] repair a whole text,
// [NewTransformer] a stream, and [All] tells what would be done and why.
//
// # What is repaired
//
// Intact references are decoded, all of HTML's 2,125 names and numbers, as a
// browser does: 0x80 to 0x9F are read as Windows-1252. What is no character
// (0, lone surrogates, numbers above 0x10FFFF) and controls, but for those of
// UTF-8 that was read as Windows-1252 (&acirc;&euro;&#157;), stay as they
// stand. The forms of damage are those of [Damage]: the & deleted, turned into
// a space or into "and"; spaces inside; the ; or the # lost; escaped twice or
// more; escaped by JSON, URLs or Office; misspelt; in upper case; surrogate
// pairs. They may come together.
//
// # How a doubtful case is decided
//
// A wrong repair is worse than a missed one. In this order:
//
//  1. Code is left alone: a line that begins as JSON or a comment does, or that
//     has braces, assignments or calls near the form; a URL or path; what
//     stands alone between quotes or brackets; what is spoken of ("the string
//     &amp;amp; is how you escape ..."). Tags are not code: lt;, gt; and the
//     quot; of an attribute are told by the rest of their tag (as in
//     lt;a href=quot;/quot;gt;), and text beside a tag is repaired. What stands
//     in the value of an attribute may not end it.
//  2. The name. Some end no word of any language (quot, nbsp, rsquo, eacute):
//     these are repaired wherever they stand. Others are words or end them
//     (copy, times, race; hearing, buscaron, Waldegrave): where the letters
//     before the semicolon are an English word as they stand, they stay.
//  3. What touches it. A letter or digit at once behind the semicolon is not
//     how prose looks, so nbsp;and is a reference, and aring;r is. Signs need
//     their own neighbours: a digit behind pound;, a year behind copy;,
//     capitals around R amp;D, no "the" before amp; and no clause behind it, a
//     word on both sides of #038;. Another number that stands alone (#39;) may
//     be an issue or a bus, and is left unless two spaces or a plural's end
//     stand before it; of a letter (#233;), unless the text has another letter
//     beyond doubt.
//  4. The rest of the text. One reference beyond doubt makes the doubtful ones
//     likely. A letter whose name ends words needs the same name beyond doubt.
//     Evidence is all of the text before a place, and the next 64 KiB.
//
// Where the & became a space, that space goes too. Which family a text is of,
// deleted or spaced, is told by the references whose place shows it: don#39;t
// against don #39;t, two spaces before an opening quote, f uuml;r, a letter
// that begins no word (Stra szlig;e). Where nothing shows it, a space goes
// before a contraction, before a closing quote and where two stand. Before
// amp; it always goes if a letter follows at once (R amp;D), never otherwise.
//
// An escape of JSON is decoded where it stands in a word, or begins one that is
// all escapes, in a line that is not JSON, no string in quotes and no setting;
// and then the others of that line are, too.
//
// An "and" or "et" was an ampersand at the start of a word or after a mark
// (andrsquo;, d'eteacute;), and behind a word of five letters or more, of four
// in lower case, that it makes no other word with (Slayerandrsquo;s, but not
// brandrsquo;s), a contraction (doesnandrsquo;t), an elision (land#39;eau), or no
// word of any language (Fandamp;B, naandiuml;ve).
//
// Where the ; is lost, hexadecimal digits end after four that are a quote or a
// dash, and after two that are a mark of ASCII or a character of Latin-1 in
// Latin text (&#xF6ffnen). A comma stands for the ; where a letter follows it,
// and behind a dash or an ampersand.
//
// # Laws
//
// Repair is idempotent. It returns the same string, without allocating, when
// there is nothing to do. The references of All, applied, give what Repair
// gives, and so does a Transformer, however its input is cut. Any bytes are
// input; output is valid UTF-8 if the input is. Work is linear in the size of
// the text. All functions are safe for concurrent use.
//
// The English word list is SCOWL's, from Debian; see internal/lexicon.
package entities
