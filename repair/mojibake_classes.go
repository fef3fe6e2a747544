package repair

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// A class is a kind of character, for what it may stand next to.
type class uint8

const (
	classSpace    class = iota // of ASCII, and the ends of the text
	classPunct                 // of ASCII
	classDigit                 // of ASCII
	classLower                 // of ASCII
	classUpper                 // of ASCII
	classAccented              // lower-case letter of a living Latin alphabet
	classCapital               // upper-case letter of a living Latin alphabet
	classTilde                 // U+00C3, with which no word begins
	classPhonetic              // any other Latin letter
	classGreekLower
	classGreekUpper
	classCyrillicLower
	classCyrillicUpper
	classCyrillicRare // of few languages
	classOldLetter    // of the past, or of a script with few readers
	classHebrew
	classArabic
	classAlphabet // of any other script
	classKana
	classHan
	classHangul
	classWide    // punctuation and letters as wide as ideographs
	classNoBreak // spaces that are not in ASCII
	classOpening // quotation mark
	classClosing // quotation mark
	classGuillemet
	classInverted // punctuation before a sentence
	classDash     // and the bullet
	classEllipsis
	classCurrency
	classTrade // (c), (R), TM
	classSign  // that belongs to a number
	classOdd   // accents without a letter, and other signs that are rare in prose
	classMath
	classBox
	classPicture
	classMark   // combining, of no script
	classStrike // combining, through a letter
	classJoiner
	classLost    // U+FFFD
	classControl // of C1
	classRareHan
	classNone // not assigned, or private
	classes
)

// letterGroup tells the letters of one script from those of another.
func (c class) letterGroup() int {
	switch c {
	case classLower, classUpper, classAccented, classCapital, classTilde, classPhonetic:
		return 1
	case classGreekLower, classGreekUpper:
		return 2
	case classCyrillicLower, classCyrillicUpper, classCyrillicRare:
		return 3
	case classOldLetter:
		return 8
	case classHebrew:
		return 4
	case classArabic:
		return 5
	case classAlphabet:
		return 6
	case classKana, classHan, classHangul, classRareHan:
		return 7
	}
	return 0
}

func (c class) isLetter() bool { return c.letterGroup() != 0 }

// isMarked reports whether c is a Latin letter that ASCII does not have.
func (c class) isMarked() bool { return c == classAccented || c == classCapital || c == classTilde }

// isRare reports whether hardly any text has characters of the class.
func (c class) isRare() bool { return c == classOldLetter || c == classPhonetic || c == classRareHan }

// isCapital reports whether c is an upper-case letter of Latin.
func (c class) isCapital() bool { return c == classUpper || c == classCapital || c == classTilde }

// classified is how many characters have their class in a table.
const classified = 0x3100

var classTable = sync.OnceValue(func() *[classified]class {
	t := new([classified]class)
	for r := range t {
		t[r] = findClass(rune(r))
	}
	return t
})

// classOf returns the class of r.
func (t *plausibility) classOf(r rune) class {
	if r < classified {
		return t.class[r]
	}
	return highClass(r)
}

// highClass is classOf for what the table does not have.
func highClass(r rune) class {
	switch {
	case r < 0x4dc0:
		if r >= 0x3400 {
			return classRareHan
		}
		return classWide
	case r < 0x9fb0:
		return classHan
	case 0xac00 <= r && r <= 0xd7a3:
		return classHangul
	case 0xff00 <= r && r < 0xffe0 || 0xfe30 <= r && r < 0xfe50:
		return classWide
	}
	return farClass(r)
}

// farClass is highClass for what is rare.
func farClass(r rune) class {
	switch {
	case 0x9fb0 <= r && r < 0xa000, 0xf900 <= r && r < 0xfb00, 0x20000 <= r && r < 0x32000:
		return classRareHan
	case 0xfb00 <= r && r <= 0xfb06:
		return classAccented
	case 0xfb1d <= r && r < 0xfb50:
		return classHebrew
	case 0xfb50 <= r && r < 0xfe00, 0xfe70 <= r && r < 0xfeff:
		return classArabic
	case 0xfe00 <= r && r < 0xfe10, r == 0xfeff:
		return classJoiner
	case r == utf8.RuneError:
		return classLost
	case 0x1f000 <= r && r < 0x1fb00:
		return classPicture
	case 0xe000 <= r && r < 0xf900, !unicode.IsGraphic(r):
		return classNone
	}
	return classPhonetic
}

// signs are the characters outside ASCII that are no letters and have a class
// of their own.
var signs = [...]string{
	classNoBreak:   "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000",
	classOpening:   "\u2018\u201a\u201c\u201e\u2039",
	classInverted:  "\u00a1\u00bf",
	classClosing:   "\u2019\u201d\u203a",
	classGuillemet: "\u00ab\u00bb",
	classDash:      "\u2010\u2011\u2012\u2013\u2014\u2015\u2022\u00b7",
	classEllipsis:  "\u2026",
	classCurrency:  "\u00a2\u00a3\u00a5\u20a9\u20aa\u20ab\u20ac\u20b4\u20b9\u20ba\u20bd",
	classTrade:     "\u00a9\u00ae\u2122",
	classSign: "\u00b0\u00b1\u00b2\u00b3\u00b5\u00b9\u00ba\u00aa\u00bc\u00bd\u00be\u00d7\u00f7\u00a7\u2030" +
		"\u2032\u2033\u2044\u2070\u2074\u2080\u2081\u2082\u2103\u2116\u2153\u2154\u215b\u215c\u215d\u215e",
	classOdd: "\u00a4\u00a6\u00a8\u00ad\u00af\u00b4\u00b6\u00b8\u02c6\u02c7\u02d8\u02d9\u02da\u02db\u02dc\u02dd" +
		"\u0192\u2020\u2021\u203e\u2310\u20a7",
	classMath: "\u00ac",
	classWide: "\u3001\u3002\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u30fb",
}

// oldLatin are the letters of Latin Extended-A that no language of today has
// in its alphabet, and the letters outside it and Latin-1 that one has.
const (
	oldLatin = "\u0114\u0115\u012c\u012d\u013f\u0140\u0149\u014e\u014f\u017f\u0138\u0108\u0109\u0124\u0125\u0134\u0135\u0156\u0157"
	newLatin = "\u018f\u0259\u01a0\u01a1\u01af\u01b0\u01cd\u01ce\u01cf\u01d0\u01d1\u01d2\u01d3\u01d4\u01c4\u01c5\u01c6\u01c7\u01c8\u01c9\u01ca\u01cb\u01cc\u0218\u0219\u021a\u021b\u1e9e"
)

// marks are the combining marks that languages write.
const marks = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u031b\u0323\u0326\u0327\u0328\u0331"

// cyrillics are the letters of Cyrillic that Serbian, Macedonian, Kazakh,
// Kyrgyz, Tajik, Tatar, Bashkir, Uzbek and Mongolian add.
const cyrillics = "\u0402\u0403\u0405\u0408\u0409\u040a\u040b\u040c\u040f\u0452\u0453\u0455\u0458\u0459\u045a\u045b\u045c\u045f\u0400\u040d\u0450\u045d" +
	"\u04d8\u04d9\u0492\u0493\u049a\u049b\u04a2\u04a3\u04e8\u04e9\u04b0\u04b1\u04ae\u04af\u04ba\u04bb\u0496\u0497\u04b2\u04b3\u04b6\u04b7\u04e2\u04e3\u04ee\u04ef\u0498\u0499\u04aa\u04ab\u04a0\u04a1"

// findClass is classOf for what the table is made of.
func findClass(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return asciiClass(r)
	case r < 0xa0:
		return classControl
	}
	for c, list := range signs {
		if contains(list, r) {
			return class(c)
		}
	}
	switch {
	case r == 0xc3:
		return classTilde
	case r < 0x0370 || 0x1d00 <= r && r < 0x1f00:
		return latinClass(r)
	case r < 0x0400 || 0x1f00 <= r && r < 0x2000:
		return cased(r, classGreekLower, classGreekUpper)
	case r < 0x0530:
		return cyrillicClass(r)
	case !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r):
		return classNone
	}
	return otherClass(r)
}

func asciiClass(r rune) class {
	switch {
	case 'a' <= r && r <= 'z':
		return classLower
	case 'A' <= r && r <= 'Z':
		return classUpper
	case '0' <= r && r <= '9':
		return classDigit
	case r <= ' ':
		return classSpace
	}
	return classPunct
}

func latinClass(r rune) class {
	switch {
	case 0x334 <= r && r <= 0x338:
		return classStrike
	case contains(marks, r):
		return classMark
	case 0x2b0 <= r && r < 0x370, 0x1d00 <= r && r < 0x1e00:
		return classOldLetter
	case contains(oldLatin, r), r >= 0x180 && r < 0x1ea0 && !contains(newLatin, r):
		return classPhonetic
	}
	return cased(r, classAccented, classCapital)
}

func contains(s string, r rune) bool {
	for _, q := range s {
		if q == r {
			return true
		}
	}
	return false
}

// cased returns the class of a letter by its case.
func cased(r rune, lower, upper class) class {
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return upper
	case unicode.IsLetter(r):
		return lower
	case !unicode.IsGraphic(r):
		return classNone
	}
	return classOdd
}

func cyrillicClass(r rune) class {
	switch {
	case 0x410 <= r && r < 0x430, contains("\u0401\u0404\u0406\u0407\u040e\u0490", r):
		return classCyrillicUpper
	case 0x430 <= r && r < 0x450, contains("\u0451\u0454\u0456\u0457\u045e\u0491", r):
		return classCyrillicLower
	}
	if r >= 0x460 && r < 0x490 || r >= 0x500 || !contains(cyrillics, r) {
		return classOldLetter
	}
	return classCyrillicRare
}

func otherClass(r rune) class {
	switch {
	case r < 0x0590 && r >= 0x0530:
		return classAlphabet
	case r < 0x0600:
		return classHebrew
	case r < 0x0700:
		return classArabic
	case 0x0900 <= r && r < 0x1100 || 0x1200 <= r && r < 0x1380 || 0x1780 <= r && r < 0x1800:
		return classAlphabet
	case r < 0x2000:
		return classOldLetter
	case 0x2000 <= r && r <= 0x200f, 0x202a <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f:
		return classJoiner
	case 0x2200 <= r && r < 0x2300:
		return classMath
	case 0x2500 <= r && r < 0x25a0:
		return classBox
	case 0x2190 <= r && r < 0x2c00:
		return classPicture
	case 0x3040 <= r && r < 0x3100:
		return classKana
	case r >= 0x2e80:
		return classWide
	case r >= 0x2c00:
		return classAlphabet
	}
	return classOdd
}
