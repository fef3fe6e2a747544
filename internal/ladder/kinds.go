package ladder

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/textmend/textmend/entities"
)

// A Kind is a way in which texts are damaged.
type Kind string

const (
	// Deleted is character references without their "&": quot;word.
	Deleted Kind = "references, & deleted"
	// Spaced is references with a space in its place: Welsh rsquo;s.
	Spaced Kind = "references, & spaced"
	// Mojibake is UTF-8 read as one of several encodings, a different one in
	// each article.
	Mojibake Kind = "mojibake"
	// Lost has U+FFFD for each character outside ASCII.
	Lost Kind = "U+FFFD"
	// Controls has a control character inside of a word.
	Controls Kind = "controls"
	// Doubled repeats phrases of one to four words, at high shares twice.
	Doubled Kind = "doubled phrases"
	// Glued takes the space from between two words.
	Glued Kind = "glued words"
	// Recognised has letters taken for others. What comes of it may be another
	// word, now and then, which nobody can see.
	Recognised Kind = "bad OCR"
)

// Kinds are all there are.
var Kinds = [...]Kind{Deleted, Spaced, Mojibake, Lost, Controls, Doubled, Glued, Recognised}

// wordDamage has the kinds that happen to single words. A function returns
// false when its damage can't happen to the word.
var wordDamage = map[Kind]func(*document, string) (string, bool){
	Deleted:    func(doc *document, w string) (string, bool) { return references(doc.special(w), ""), true },
	Spaced:     func(doc *document, w string) (string, bool) { return references(doc.special(w), " "), true },
	Mojibake:   mojibake,
	Lost:       lost,
	Controls:   controls,
	Recognised: recognise,
}

// special gives a word a character that gets damaged, if it has none, as news
// have them: quotation marks open and close in turn, and there are
// possessives.
func (doc *document) special(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf || strings.ContainsRune(`"'&`, r) }) {
		return word
	}
	return doc.decorate(word, doc.curly)
}

// specialRune is special for damage to what is outside ASCII.
func (doc *document) specialRune(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return word
	}
	if before, after, found := strings.Cut(word, "'"); found && before != "" {
		return before + "\u2019" + after
	}
	return doc.decorate(word, true)
}

func (doc *document) decorate(word string, curly bool) string {
	quotes := [3]string{`"`, `"`, "'"}
	if curly {
		quotes = [3]string{"\u201c", "\u201d", "\u2019"}
	}
	if len(word) > 4 && plain(word) && !strings.HasSuffix(word, "s") && doc.random.below(2) == 0 {
		return word + quotes[2] + "s"
	}
	doc.quote = !doc.quote
	if doc.quote || isArticle(word) { // behind which no quotation ends
		return quotes[0] + word
	}
	return word + quotes[1]
}

func isArticle(word string) bool {
	switch strings.ToLower(word) {
	case "the", "a", "an":
		return true
	}
	return false
}

// names are the references that are written by name.
var names = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string)
	for _, name := range strings.Fields(`amp lt gt quot nbsp ldquo rdquo lsquo rsquo bdquo laquo raquo ndash mdash hellip
		agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
		ntilde ograve oacute ocirc otilde ouml oslash ugrave uacute ucirc uuml yacute szlig
		Agrave Aacute Auml Aring Ccedil Egrave Eacute Ouml Oslash Uuml euro pound`) {
		text, _ := entities.Lookup(name)
		r, _ := utf8.DecodeRuneInString(text)
		m[r] = name
	}
	return m
})

// references writes references for what is special in a word, with something
// else in the place of "&".
func references(word, ampersand string) string {
	var b strings.Builder
	for _, r := range word {
		name, named := names()[r]
		switch {
		case named:
			b.WriteString(ampersand + name + ";")
		case r == '\'' || r >= utf8.RuneSelf:
			b.WriteString(ampersand + "#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// misread are the encodings that UTF-8 is read as, the commonest more often.
var misread = [...]*charmap.Charmap{
	charmap.Windows1252, charmap.Windows1252, charmap.Windows1252, charmap.Windows1252,
	charmap.ISO8859_1, charmap.Macintosh, charmap.Windows1250, charmap.Windows1251,
}

func mojibake(doc *document, word string) (string, bool) {
	var b strings.Builder
	read := misread[doc.cause%len(misread)]
	for _, c := range []byte(doc.specialRune(word)) {
		b.WriteRune(read.DecodeByte(c))
	}
	return b.String(), true
}

// lost has U+FFFD for each character that is not of ASCII.
func lost(doc *document, word string) (string, bool) {
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return utf8.RuneError
		}
		return r
	}, doc.specialRune(word)), true
}

// controls puts a control character inside a word.
func controls(doc *document, word string) (string, bool) {
	const chars = "\x00\x01\x02\x03\x08\x0e\x14\x19\x1a\x1e\x1f\x7f"
	n := utf8.RuneCountInString(word)
	if n < 2 {
		return word, false
	}
	at := 1 + doc.random.below(n-1)
	runes := []rune(word)
	return string(runes[:at]) + string(chars[doc.random.below(len(chars))]) + string(runes[at:]), true
}

// confusions are what a program that recognises printed letters takes for
// each other.
var confusions = [...][2]string{
	{"rn", "m"}, {"m", "rn"}, {"h", "b"}, {"b", "h"}, {"e", "c"}, {"c", "e"}, {"l", "1"}, {"i", "l"}, {"l", "i"},
	{"o", "0"}, {"s", "5"}, {"d", "cl"}, {"cl", "d"}, {"w", "vv"}, {"u", "ii"}, {"n", "ri"}, {"ri", "n"}, {"t", "f"},
	{"f", "t"}, {"a", "o"}, {"g", "q"}, {"y", "v"}, {"B", "8"}, {"I", "1"}, {"S", "5"}, {"i", "!"}, {"l", "|"}, {"t", "+"},
	{"e", "\u00e9"}, {"v", "y"}, {"k", "lc"}, {"n", "u"}, {"u", "n"}, {"in", "m"}, {"ti", "n"}, {"li", "h"},
}

// recognise takes letters of a word for others, more of them in a long word.
func recognise(doc *document, word string) (string, bool) {
	letters := strings.Count(strings.Map(asciiLetter, word), "x")
	if letters < 3 {
		return word, false
	}
	result := word
	for range 1 + letters/6 {
		for _, i := range doc.random.order(len(confusions)) {
			if at := strings.Index(result, confusions[i][0]); at >= 0 {
				result = result[:at] + confusions[i][1] + result[at+len(confusions[i][0]):]
				break
			}
		}
	}
	return result, result != word
}

// asciiLetter maps ASCII letters to x and drops the rest.
func asciiLetter(r rune) rune {
	if r < utf8.RuneSelf && unicode.IsLetter(r) {
		return 'x'
	}
	return -1
}
