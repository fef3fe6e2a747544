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
		if n := wordLen(s[i:]); n > 0 {
			l.addWord(s[i : i+n])
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
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !(r == '\u2019' && i > 0) {
			return i
		}
		i += n
	}
	return i
}

func isAlnum(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }

func (l *Line) addWord(w string) {
	letters, upper, lower, digits, caseless, unspaced := 0, 0, 0, 0, 0, 0
	firstUpper := false
	for i, r := range w {
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case '0' <= r && r <= '9':
			digits++
		case unicode.IsUpper(r):
			upper++
			firstUpper = firstUpper || i == 0
		case unicode.IsLower(r):
			lower++
		case isUnspaced(r):
			unspaced++
		case unicode.IsLetter(r):
			caseless++
		}
	}
	letters = upper + lower + caseless + unspaced
	l.letters += letters
	l.upper += upper
	l.digits += digits
	l.caseless += caseless + unspaced
	l.unspaced += unspaced
	if letters > unspaced || digits > 0 {
		l.Words++
	}
	if digits > 0 {
		l.numbers++
	}
	switch {
	case letters == 0:
		year, _, _ := strings.Cut(w, "-")
		l.year = l.year || len(year) == 4 && (w[:2] == "19" || w[:2] == "20")
	case upper > 1 && lower == 0:
		l.allCaps++
	case firstUpper:
		l.capital++
	case lower > 0:
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
