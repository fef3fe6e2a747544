// Package furniture says how much a line of a page looks like page furniture
// (menus, buttons, bylines, links to other pages), taken by itself.
//
// What it goes by is how lines of running text differ from others in any
// language: their length, how they end, commas and quotes, short words in
// lower case between longer ones. A few words and phrases of several languages
// ([Kind]) count as well. The weights come from the program in fit, which
// fits them together with the weight of a line's neighbours (Lafferty et al.
// 2001, Conditional Random Fields).
package furniture

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxLine is how many bytes of a line are looked at. A longer one is text.
const MaxLine = 1 << 10

// A Line is what is known of a line.
type Line struct {
	Kind Kind // what it says it is, None if it does not
	// Words is the number of its words. In scripts that write no spaces,
	// two characters count as one.
	Words int
	// Alone reports that it is furniture wherever it stands.
	Alone bool

	letters, upper, digits   int // characters
	capital, allCaps, lower  int // words that begin with a capital, are all capitals, have none
	small                    int // lower-case words of up to three letters
	commas, quotes, bars     int
	caseless                 int // letters of scripts without capitals
	unspaced                 int // letters of scripts that write no spaces
	end                      rune
	first                    rune
	address, at, arrow, year bool
	clock, colon, question   bool
	bracket, money, code     bool
	mark, comment            bool // of a program: why it is code, headings and quotes aside
	numbers                  int  // words with digits
}

// Of measures a line, without its end. Only its first MaxLine bytes count.
func Of(s string) Line {
	l := Line{}
	s = strings.TrimSpace(s[:min(len(s), MaxLine)])
	l.first, _ = utf8.DecodeRuneInString(s)
	l.end = lastMark(s)
	l.comment = strings.HasPrefix(s, "//") || strings.HasPrefix(s, "/*") || strings.HasPrefix(s, "#!")
	l.code = l.comment || strings.HasPrefix(s, "# ") || strings.HasPrefix(s, "## ") || strings.HasPrefix(s, "> ")
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		n, c := plainWord(s[i:])
		if n == 0 {
			if n = wordLen(s[i:]); n > 0 {
				c = lettersOf(s[i : i+n])
			}
		}
		if n > 0 {
			l.addWord(s[i:i+n], &c)
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		l.addMark(r, s[i:])
		i += n
	}
	l.Words += l.unspaced / 2
	if l.Words <= maxCueWords {
		k, alone := l.kindOf(s)
		l.Kind, l.Alone = max(l.Kind, k), alone && !l.code
	}
	return l
}

// lastMark returns the last character of s that is no closing quote or bracket.
func lastMark(s string) rune {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if strings.ContainsRune("\"'\u201d\u2019\u00bb)]\u300d\u300f\u201c", r) && len(s) > n {
			if before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n]); r != '\u00bb' || isSentenceEnd(before) {
				s = s[:len(s)-n]
				continue
			}
		}
		return r
	}
	return 0
}

// isSentenceEnd reports whether r ends sentences, in any script.
func isSentenceEnd(r rune) bool {
	return strings.ContainsRune(".!?\u2026\u3002\uff01\uff1f\u06d4\u061f\u0964\u104b\u1362\u0589", r)
}

// wordLen returns the length of the word that s begins with: letters, digits
// and marks, and apostrophes, points and hyphens between them.
func wordLen(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if !isAlnum(c) {
				if i == 0 || i+1 == len(s) || strings.IndexByte("'.-", c) < 0 || !isAlnum(s[i+1]) {
					return i
				}
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '\u2019' && i > 0 {
			i += n
			continue
		}
		if !isLetter(r) && (isPunct(r) || !unicode.IsMark(r) && !unicode.IsDigit(r)) {
			return i
		}
		i += n
	}
	return i
}

// isPunct reports whether r is punctuation of the blocks that have most of it.
func isPunct(r rune) bool {
	return 0x2010 <= r && r <= 0x2027 || 0x3001 <= r && r <= 0x3003 || 0x3008 <= r && r <= 0x3011 ||
		0xff01 <= r && r <= 0xff0f || 0xff1a <= r && r <= 0xff20
}

func isAlnum(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }

// A letterCount counts the characters of a word.
type letterCount struct {
	upper, lower, digits, caseless, unspaced int
	firstUpper                               bool
}

// Kinds of ASCII in words.
const (
	otherKind = iota
	lowerKind
	upperKind
	digitKind
)

// kindOfByte returns the kind of c, otherKind if it is not of ASCII.
func kindOfByte(c byte) uint8 {
	switch {
	case c-'a' <= 'z'-'a':
		return lowerKind
	case c-'A' <= 'Z'-'A':
		return upperKind
	case c-'0' <= '9'-'0':
		return digitKind
	}
	return otherKind
}

// kindOfPair returns the kind of the letter of Latin-1 or Cyrillic that s begins
// with, otherKind if it begins with something else.
func kindOfPair(s string) uint8 {
	if len(s) < 2 {
		return otherKind
	}
	switch c, d := s[0], s[1]; {
	case c == 0xd0 && 0xb0 <= d && d <= 0xbf, c == 0xd1 && 0x80 <= d && d <= 0x9f, // U+0430 to U+045F
		c == 0xc3 && 0x9f <= d && d <= 0xbf && d != 0xb7: // U+00DF to U+00FF
		return lowerKind
	case c == 0xd0 && 0x80 <= d && d <= 0xaf, c == 0xc3 && 0x80 <= d && d <= 0x9e && d != 0x97: // U+0400 to U+042F, U+00C0 to U+00DE
		return upperKind
	}
	return otherKind
}

// plainWord is wordLen and lettersOf for a word of ASCII, Latin-1 and Cyrillic
// that ends at a space or comma. It returns 0 for all else.
func plainWord(s string) (n int, c letterCount) {
	var counts [4]int
	for n < len(s) {
		kind, size := kindOfByte(s[n]), 1
		if s[n] >= utf8.RuneSelf {
			kind, size = kindOfPair(s[n:]), 2
		}
		if kind == otherKind {
			break
		}
		if n == 0 {
			c.firstUpper = kind == upperKind
		}
		counts[kind]++
		n += size
	}
	if n < len(s) && s[n] != ' ' && s[n] != ',' {
		return 0, letterCount{}
	}
	c.lower, c.upper, c.digits = counts[lowerKind], counts[upperKind], counts[digitKind]
	return n, c
}

func lettersOf(w string) (c letterCount) {
	for i, r := range w {
		switch {
		case 'a' <= r && r <= 'z':
			c.lower++
		case '0' <= r && r <= '9':
			c.digits++
		case isUnspaced(r):
			c.unspaced++
		case unicode.IsUpper(r):
			c.upper++
			c.firstUpper = c.firstUpper || i == 0
		case unicode.IsLower(r):
			c.lower++
		case isLetter(r):
			c.caseless++
		}
	}
	return c
}

// isLetter is unicode.IsLetter, and quicker where most letters are.
func isLetter(r rune) bool {
	switch {
	case 0x0400 <= r && r <= 0x0481, 0x05d0 <= r && r <= 0x05ea, 0x0620 <= r && r <= 0x064a, 0x0904 <= r && r <= 0x0939,
		0x3041 <= r && r <= 0x3096, 0x30a1 <= r && r <= 0x30fa, 0x4e00 <= r && r <= 0x9fff, 0xac00 <= r && r <= 0xd7a3:
		return true
	}
	return !isPunct(r) && unicode.IsLetter(r)
}

func (l *Line) addWord(w string, c *letterCount) {
	letters := c.upper + c.lower + c.caseless + c.unspaced
	l.letters += letters
	l.upper += c.upper
	l.digits += c.digits
	l.caseless += c.caseless + c.unspaced
	l.unspaced += c.unspaced
	if letters > c.unspaced || c.digits > 0 {
		l.Words++
	}
	if c.digits > 0 {
		l.numbers++
	}
	switch {
	case letters == 0:
		year, _, _ := strings.Cut(w, "-")
		l.year = l.year || len(year) == 4 && (w[:2] == "19" || w[:2] == "20")
	case c.upper > 1 && c.lower == 0:
		l.allCaps++
	case c.firstUpper:
		l.capital++
	case c.lower > 0:
		l.lower++
		if letters <= 3 {
			l.small++
		}
	}
}

// isUnspaced reports whether r is of a script that writes no spaces between
// words: Han, kana, Thai, Lao, Burmese, Khmer.
func isUnspaced(r rune) bool {
	return 0x3040 <= r && r <= 0x30ff || 0x3400 <= r && r <= 0x9fff || 0x0e00 <= r && r <= 0x0eff ||
		0x1000 <= r && r <= 0x109f || 0x1780 <= r && r <= 0x17ff || 0x20000 <= r && r <= 0x3ffff
}

// addMark takes account of what stands between words; rest begins with it.
func (l *Line) addMark(r rune, rest string) {
	switch r {
	case '/':
		l.comment = l.comment || !l.address && strings.HasPrefix(rest, "// ")
		l.bars++
	case ',', ';', '\u3001', '\uff0c', '\u060c':
		l.commas++
	case '"', '\u201c', '\u201d', '\u00ab', '\u201e', '\u300c', '\u2018':
		l.quotes++
	case '|', '\u00b7', '\u2022', '\u203a', '>', '\u00a6', '\uff5c':
		l.bars++
	case '\u00bb', '\u2192', '\u25b8', '\u25ba', '\u25b6', '\u2190', '\u00d7', '\u25bc', '\u25be':
		l.arrow = true
	case '@':
		l.at = true
	case ':':
		if strings.HasPrefix(rest, "://") {
			l.address = true
		} else if len(rest) > 2 && '0' <= rest[1] && rest[1] <= '5' && '0' <= rest[2] && rest[2] <= '9' {
			l.clock = true
		} else {
			l.colon = true
		}
	case '?', '\uff1f', '\u061f':
		l.question = true
	case '(', '[':
		l.bracket = true
	case '$', '\u20ac', '\u00a3', '%':
		l.money = true
	case '`', '{', '}', '\\', '=':
		l.code, l.mark = true, true
	case '\u00a9':
		l.Kind = Legal
	}
}
