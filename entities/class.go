package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A class is what deciding needs to know of a name or number.
type class struct {
	role role
	certainty
	common bool  // content systems write it: HTML 4's names and Latin letters
	risk   uint8 // the place of a name in riskyLetters, from 1 on
}

// A role says how the text of a reference stands among its neighbours.
type role uint8

const (
	roleOther      role = iota
	roleLetter          // é: joins what is on both sides
	roleApostrophe      // ' and ’: joins, or closes
	roleQuote           // ": opens or closes
	roleOpen            // “ « ¿ ¡: space before, none after
	roleClose           // ” » …: none before, space after
	roleDash            // – and —: the same on both sides
	roleSpace           // no-break and other spaces
	roleAmp             // &
	roleSign            // < > and other signs
)

// A certainty says whether the letters of a name may be something else.
type certainty uint8

const (
	rare         certainty = iota // mathematics: nobody's feed has it but in full
	word                          // a word, or the end of one: copy, times, race
	risky                         // a letter whose name ends words of some languages: hearing
	unmistakable                  // the end of no word in any language: nbsp, rsquo, eacute
)

// unmistakableNames are, beside the names of accented letters, those that no
// word ends with in the word lists of twenty languages (Debian's wordlist and
// hunspell packages), but for a dozen rare ones.
const unmistakableNames = `
quot nbsp lsquo rsquo ldquo rdquo sbquo bdquo laquo raquo lsaquo rsaquo
ndash mdash hellip middot iexcl ensp emsp thinsp hairsp zwnj
frac12 frac14 frac34 sup1 sup2 sup3 plusmn ordf ordm brvbar
rsquor rdquor ldquor lsquor frac13 frac23 frac18 frac38 frac58 frac78
szlig imath inodot`

// wordNames are words, abbreviations or word ends that content systems write
// as references too. They need a neighbour that no word has, or other
// references in the text.
const wordNames = `
amp lt gt AMP LT GT apos copy COPY reg REG trade deg times divide euro pound
cent yen sect para micro bull shy acute cedil uml macr curren dollar num
excl period comma colon semi plus equals quest sol bsol verbar ast dagger
Dagger hearts prime Prime minus tilde circ grave dash cir lrm rlm zwj alpha
beta gamma delta epsilon lambda sigma omega mu pi Delta Omega Sigma le ge ne
not Tab NewLine check star phone male female lpar rpar lsqb rsqb lcub rcub
iquest numero hyphen permil infin harr larr rarr uarr darr napos horbar
percnt commat lowbar`

// riskyLetters are letters whose names end words as they stand. They need
// what decideRisky says.
const riskyLetters = `aring uring Aring atilde otilde agrave egrave
ograve ugrave racute oelig aelig ijlig eth thorn ETH THORN abreve scaron
ncaron rcaron ecaron lcaron zcaron edot zdot gdot Idot lstrok dstrok tstrok`

// letterMarks are what the names of accented Latin letters end with.
var letterMarks = [...]string{
	"acute", "grave", "circ", "uml", "tilde", "ring", "slash", "cedil",
	"caron", "macr", "ogon", "breve", "strok", "dot", "midot", "lig", "dblac",
}

// A classifier knows the names that are listed.
type classifier map[string]class

func newClassifier() classifier {
	c := make(classifier, 256)
	for name := range strings.FieldsSeq(wordNames) {
		c[name] = class{certainty: word, common: true}
	}
	for i, name := range strings.Fields(riskyLetters) {
		c[name] = class{certainty: risky, common: true, risk: uint8(i + 1)}
	}
	for name := range strings.FieldsSeq(unmistakableNames + " QUOT") {
		c[name] = class{certainty: unmistakable, common: true}
	}
	return c
}

func (c classifier) classify(name, text string) class {
	known := c[name]
	if known.certainty == rare && isAccentedLetter(name, text) {
		known.certainty, known.common = unmistakable, true
	}
	known.role = roleOf(text)
	return known
}

// isAccentedLetter reports whether name is that of a letter of Latin script,
// which is its base letter and a mark.
func isAccentedLetter(name, text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	if n != len(text) || r > 0x24f || !unicode.IsLetter(r) {
		return false
	}
	for _, mark := range letterMarks {
		base, ok := strings.CutSuffix(name, mark)
		if ok && (len(base) == 1 || len(base) == 2) {
			return true
		}
	}
	return false
}

// roleOf returns the role of a reference that reads text.
func roleOf(text string) role {
	r, n := utf8.DecodeRuneInString(text)
	if n == len(text) && (0xc0 <= r && r < 0x2bc || 0x400 <= r && r < 0x530) && isLetter(r) {
		return roleLetter // that is no mark
	}
	switch r {
	case '\'', 0x2019, 0x02bc:
		return roleApostrophe
	case '"':
		return roleQuote
	case 0x2018, 0x201a, 0x201c, 0x201e, 0xab, 0x2039, 0xbf, 0xa1, '(', '[', '{', '$', '#', 0xa3, 0xa5, 0x20ac:
		return roleOpen
	case 0x201d, 0xbb, 0x203a, 0x2026, ')', ']', '}', '%', 0x2122, 0xae, 0xb0, '!', '?', ',', '.', ':', ';':
		return roleClose
	case 0x2012, 0x2013, 0x2014, 0x2015:
		return roleDash
	case '&':
		return roleAmp
	case '\n', '\t':
		return roleSpace
	}
	switch {
	case n < len(text):
		return roleOther
	case isLetter(r):
		return roleLetter
	case unicode.IsSpace(r):
		return roleSpace
	}
	return roleSign
}

// isLetter reports whether r is part of a word: a letter or a mark on one.
func isLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	case 0xc0 <= r && r <= 0x24f:
		return r != 0xd7 && r != 0xf7
	case 0x400 <= r && r <= 0x481, 0x48a <= r && r <= 0x52f, 0x4e00 <= r && r <= 0x9fff, 0xac00 <= r && r <= 0xd7a3:
		return true
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isWordByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || isDigit(c) }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
