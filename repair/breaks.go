package repair

import (
	"strings"

	"github.com/textmend/textmend/internal/lexicon"
)

const (
	reasonBackslash = "backslash that was a line break"
	reasonDollar    = "backslash before a dollar sign"
	reasonNewline   = "line break written as \\n"
)

// A backslashFinder finds line breaks that became backslashes, or are written
// as \n, and dollar signs that were escaped:
//
//   - a backslash between two common English words becomes a space, as the
//     break was in running text;
//   - \n becomes a line break where a capital, a digit, a mark or another \n
//     follows, or a common word that is none with the n;
//   - \$ before an amount becomes $.
//
// All of this only in lines that read as prose: with short English words
// nearby, and without marks of code, formulas and paths.
type backslashFinder struct {
	trail trail
	line  lineScan
}

func (b *backslashFinder) reset(*Options) {
	b.trail.reset()
	b.line = lineScan{}
}

func (b *backslashFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	text, i := in.text, 0
	for {
		n := strings.IndexByte(text[i:], '\\')
		if n < 0 {
			i = len(text)
			break
		}
		if i += n; !in.last && len(text)-i < 2*farReach {
			break
		}
		b.trail.follow(text, i)
		f := b.fix(text[i:])
		if f.Reason == reasonNewline {
			latent, known := b.line.latent(text, i+f.End, in.last, nil)
			if !known {
				break
			}
			if latent {
				f = Fix{}
			}
		}
		if f.End == 0 || opensTag(b.trail.end()) || !b.trail.quiet(f.Text, text, i+f.End) {
			i += backslashes(text[i:])
			continue
		}
		fixes = append(fixes, Fix{Step: Breaks, Start: i, End: i + f.End, Text: f.Text, Reason: f.Reason})
		i += f.End
		b.trail.write(f.Text, i)
	}
	b.line.settle(text, i)
	return fixes, b.trail.settle(text, i)
}

// backslashes returns how many backslashes s begins with, up to reach.
func backslashes(s string) int {
	n := 0
	for n < len(s) && n < reach && s[n] == '\\' {
		n++
	}
	return n
}

// fix returns the fix for the backslash that s begins with, if there is one.
func (b *backslashFinder) fix(s string) Fix {
	left, rest := b.trail.end(), s[:min(len(s), reach)]
	left = left[strings.LastIndexByte(left, '\n')+1:]
	rest, _, _ = strings.Cut(rest, "\n")
	if strings.HasSuffix(left, "\\") || !isProse(left, rest) {
		return Fix{}
	}
	switch n := backslashes(rest); {
	case n == 1 && strings.HasPrefix(rest, `\$`):
		if isBlankEnd(left, len(left)-1) && isAmount(rest[2:]) {
			return Fix{End: 1, Reason: reasonDollar}
		}
	case n <= 2 && joinsWords(left, rest[n:]):
		return Fix{End: n, Text: " ", Reason: reasonBackslash}
	case n == 1 && strings.HasPrefix(rest, `\n`):
		return newlineFix(left, rest)
	}
	return Fix{}
}

// isProse reports whether the line around a backslash reads as prose.
func isProse(left, rest string) bool {
	const codeMarks = "{}<>=`^|~*+[]@\t"
	if strings.ContainsAny(left, codeMarks) || strings.ContainsAny(rest, codeMarks) || strings.Contains(left, ":/") {
		return false
	}
	return functionWords(left)+functionWords(strings.ReplaceAll(rest, `\n`, " ")) >= 1
}

// functionWords counts the short words of English in s.
func functionWords(s string) int {
	n := 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '\\' || r == '\u00a0' }) {
		switch w {
		case "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "but", "is", "are", "was", "were", "it", "its",
			"he", "she", "his", "her", "they", "their", "we", "our", "you", "i", "I", "that", "this", "with", "from", "as", "be", "has", "have", "had",
			"The", "A", "In", "It", "He", "She", "They", "We", "You", "This", "not", "what", "will", "would", "can":
			n++
		}
	}
	return n
}

// isAmount reports whether s begins with an amount of money: two digits or more,
// or one that a decimal point or a word follows.
func isAmount(s string) bool {
	i := 0
	for i < len(s) && (isDigitByte(s[i]) || i > 0 && (s[i] == '.' || s[i] == ',') && i+1 < len(s) && isDigitByte(s[i+1])) {
		i++
	}
	if i > 1 || i == 1 && i < len(s) && isLetterByte(s[i]) {
		return true
	}
	switch nextName(s[i:]) {
	case "million", "billion", "trillion", "bn", "m":
		return i == 1
	}
	return false
}

// joinsWords reports whether left ends in a common English word and right
// begins with one, each of them whole but for marks of punctuation.
func joinsWords(left, right string) bool {
	// A no-break space may become a space after this step.
	before := left[strings.LastIndexByte(left, ' ')+1:]
	if i := strings.LastIndex(before, "\u00a0"); i >= 0 {
		before = before[i+len("\u00a0"):]
	}
	before = strings.TrimLeft(before, "\"'(\u2018\u201c")
	before = strings.TrimRight(before, ".,;:!?\"')\u2019\u201d")
	after := right[:wordEnd(right)]
	if rest := right[len(after):]; rest != "" && strings.IndexByte(" .,;:!?\"')\\-", rest[0]) < 0 && !strings.HasPrefix(rest, "\u00a0") {
		return false
	}
	return isBasic(before) && isBasic(after) && !isPathPart(before) && !isPathPart(after)
}

// wordEnd returns how many ASCII letters s begins with.
func wordEnd(s string) int {
	i := 0
	for i < len(s) && isLetterByte(s[i]) {
		i++
	}
	return i
}

// isBasic reports whether w is an English word of two letters or more, common
// enough not to be there by chance.
func isBasic(w string) bool {
	if len(w) < 2 || len(w) > 24 || wordEnd(w) < len(w) {
		return false
	}
	level := lexicon.Level(strings.ToLower(w))
	return 0 < level && level <= commonest && (len(w) > 3 || level <= 20)
}

// commonest is the SCOWL size up to which words are common.
const commonest = 50

// isPathPart reports whether w is a word that is often part of a path, or a
// command of TeX.
func isPathPart(w string) bool {
	switch strings.ToLower(w) {
	case "windows", "system", "users", "user", "program", "programs", "files", "file", "documents", "desktop", "data", "temp", "bin",
		"config", "home", "root", "main", "debug", "release", "test", "tests", "server", "client", "common", "local", "public", "software",
		"drive", "share", "shared", "folder", "directory", "path", "images", "source", "include", "build", "domain", "machine", "current",
		"times", "text", "frac", "left", "right", "sum", "over", "bar", "hat", "dot", "label", "item", "begin", "end", "section", "alpha",
		"beta", "gamma", "delta", "lambda", "omega", "pi", "sin", "cos", "log", "max", "min", "limit", "to", "in", "sup":
		return true
	}
	return false
}

// newlineFix returns the fix for the \n that rest begins with.
func newlineFix(left, rest string) Fix {
	n := 0
	for strings.HasPrefix(rest[n:], `\n`) {
		n += len(`\n`)
	}
	next := rest[n:]
	text := strings.Repeat("\n", n/len(`\n`))
	f := Fix{End: n, Text: text, Reason: reasonNewline}
	last := byte(' ')
	if left != "" {
		last = left[len(left)-1]
	}
	switch {
	case !isAlnum(last) && strings.IndexByte(".,;!?)\"'", last) < 0 && last < 0x80:
		return Fix{} // it is spoken of, or part of a path
	case next == "":
		return f
	case isLetterByte(next[0]) && next[0] >= 'a':
		w := next[:wordEnd(next)]
		if isBasic(w) && lexicon.Level("n"+w) == 0 {
			return f
		}
		return Fix{}
	case 'A' <= next[0] && next[0] <= 'Z' || isDigitByte(next[0]) || n > len(`\n`) || strings.HasPrefix(next, "- "):
		return f
	}
	return Fix{}
}
