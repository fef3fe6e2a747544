package repair

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// What speaks against a text.
//
// A cost says how seldom prose of any language has a character, or has it
// behind another; it is about the logarithm to the base 2 of one in so many,
// beyond what must be there anyway. What was read wrongly costs much: signs
// inside of words, capitals behind small letters. What it was before costs
// little.

// plausibility has the costs.
type plausibility struct {
	class    *[classified]class
	triple   [classes][classes][classes]int8 // of the third behind the first two, its own included, and of the second between the others
	alphabet *[maxAlphabet]alphabetSet
}

var plausible = sync.OnceValue(func() *plausibility {
	p := &plausibility{class: classTable(), alphabet: alphabetSets()}
	for b := range classes {
		for c := range classes {
			pair := ownCost[c] + pairCost(b, c)
			for a := range classes {
				p.triple[a][b][c] = int8(pair + betweenCost(a, b, c))
			}
		}
	}
	return p
})

// ownCost is what a character costs wherever it stands.
var ownCost = [classes]int{
	classAccented: 1, classCapital: 1, classTilde: 3, classPhonetic: 8,
	classGreekLower: 1, classGreekUpper: 1,
	classCyrillicLower: 1, classCyrillicUpper: 1, classCyrillicRare: 2, classOldLetter: 10,
	classHebrew: 1, classArabic: 1, classAlphabet: 2,
	classKana: 1, classHan: 1, classHangul: 1, classWide: 2,
	classNoBreak: 1, classOpening: 1, classClosing: 1, classGuillemet: 1, classInverted: 1, classDash: 1, classEllipsis: 1,
	classCurrency: 2, classTrade: 2, classSign: 3, classOdd: 5, classMath: 3, classBox: 2, classPicture: 2,
	classMark: 4, classJoiner: 3, classLost: 3, classControl: 8, classRareHan: 7, classNone: 40,
}

// pairCost is what b costs behind a, its own cost aside.
func pairCost(a, b class) int {
	switch {
	case a.isLetter() && b.isLetter():
		return letterCost(a, b)
	case a.isLetter():
		return afterLetter(a, b)
	case b.isLetter():
		return beforeLetter(a, b)
	}
	return signCost(a, b)
}

// letterCost is pairCost for two letters.
func letterCost(a, b class) int {
	from, to := a.letterGroup(), b.letterGroup()
	switch {
	case from == to:
		return caseCost(a, b)
	case from == 7 && to == 1 || from == 1 && to == 7:
		return 5
	case a == classGreekLower && to == 1, from == 1 && b == classGreekLower:
		return 2
	}
	return 7
}

// caseCost is letterCost for letters of one script.
func caseCost(a, b class) int {
	switch {
	case a == classLower && b == classUpper:
		return 2
	case (a == classLower || a == classAccented || a == classPhonetic) && (b == classCapital || b == classTilde):
		return 6
	case a == classAccented && b == classUpper:
		return 4
	case a == classGreekLower && b == classGreekUpper, a == classCyrillicLower && b == classCyrillicUpper:
		return 6
	case a == classCyrillicRare || b == classCyrillicRare:
		return 1
	}
	return 0
}

// afterLetter is pairCost for what is no letter, behind one.
func afterLetter(a, b class) int {
	marked := a != classLower && a != classUpper
	wide := a.letterGroup() == 7
	switch b {
	case classOpening:
		if wide {
			return 0
		}
		return 2
	case classCurrency, classSign, classMath, classOdd, classBox:
		switch {
		case wide:
			return 1
		case b == classCurrency && a == classAccented:
			return 9
		case b == classCurrency && !marked:
			return 2
		case a == classCapital || a == classTilde:
			return 7
		case marked:
			return 6
		}
		return 4
	case classTrade, classPicture:
		return 1
	case classInverted:
		return 5
	case classControl, classWide:
		if wide {
			return 0
		}
		return 3
	}
	return 0
}

// beforeLetter is pairCost for a letter behind what is none.
func beforeLetter(a, b class) int {
	marked := b != classLower && b != classUpper
	wide := b.letterGroup() == 7
	switch a {
	case classDigit:
		if marked && !wide {
			return 3
		}
	case classClosing:
		if wide {
			return 0
		}
		return 1
	case classCurrency, classSign, classTrade:
		if marked {
			return 4
		}
		return 3
	case classBox:
		if marked {
			return 6
		}
		return 3
	case classOdd:
		return 4
	case classMath:
		if marked {
			return 2
		}
		return 1
	case classEllipsis:
		return 1
	case classControl:
		return 2
	case classWide:
		if !wide {
			return 1
		}
	case classPicture, classLost, classJoiner:
		return 1
	}
	return 0
}

// signCost is pairCost where neither is a letter.
func signCost(a, b class) int {
	if a == b {
		switch a {
		case classCurrency, classSign, classOpening:
			return 2
		case classOdd:
			return -2 // a pair of accents for quotes, art
		}
		return 0
	}
	quoteLike := func(c class) bool { return classOpening <= c && c <= classEllipsis }
	rare := func(c class) bool { return classCurrency <= c && c <= classMath }
	switch {
	case a == classBox && (quoteLike(b) || rare(b)):
		return 4
	case a == classSpace && b == classNoBreak, a == classNoBreak && b == classSpace:
		return 3
	case a == classSpace && b == classClosing:
		return 2
	case a == classOpening && b == classClosing, a == classClosing && b == classOpening:
		return 3
	case a == classOpening && b == classSpace:
		return 1
	case a == classSpace && b == classControl:
		return 1
	case a == classTrade && (b == classGuillemet || b == classOpening):
		return 4
	case quoteLike(a) && rare(b):
		return 3
	case rare(a) && quoteLike(b):
		return 2
	case a == classMath && rare(b):
		return 1
	case rare(a) && rare(b):
		return 4
	case a == classDigit && (b == classOdd || b == classMath):
		return 2
	case a == classNoBreak && rare(b):
		return 1
	case a == classControl || b == classControl:
		return 2
	}
	return 0
}

// betweenCost is what b costs where it stands between a and c, beyond pairs.
func betweenCost(a, b, c class) int {
	switch b {
	case classOpening, classGuillemet, classOdd, classSign, classCurrency, classTrade:
		switch {
		case !a.isLetter() || !c.isLetter() || a.letterGroup() == 7:
			return 0
		case b == classGuillemet:
			return 6
		case b == classCurrency && a.isCapital() && c.isCapital():
			return 0 // Ke$ha
		}
		return 4
	case classDash:
		if (a == classCapital || a == classTilde) && (c == classLower || c == classAccented) {
			return 4 // one letter, a dash and a word
		}
	case classClosing:
		if a == classCapital && (c == classLower || c == classAccented) {
			return 4
		}
	case classUpper, classCapital, classTilde:
		switch {
		case a.isCapital() && (c == classAccented || c == classLower && b != classUpper):
			return 4
		case b != classUpper && !a.isLetter() && c >= classCurrency && c <= classOdd:
			return 4 // one letter and a sign
		case b == classTilde && c == classNoBreak:
			return 4
		}
	case classAccented:
		if a.isCapital() && c.isCapital() {
			return 2
		}
	case classHan, classKana, classHangul:
		if a.letterGroup() != 7 && c.letterGroup() != 7 {
			return 12
		}
	case classHebrew, classArabic, classAlphabet, classCyrillicRare:
		if g := b.letterGroup(); a.letterGroup() != g && c.letterGroup() != g {
			return 5
		}
	case classGreekLower, classGreekUpper, classCyrillicLower, classCyrillicUpper:
		if g := b.letterGroup(); a.letterGroup() != g && c.letterGroup() != g {
			return 2
		}
	}
	return 0
}

// What a control of C1 costs beyond what the character does that Windows-1252
// has there: it stands in a text only if that was damaged, which one that comes
// of a reading has explained.
const (
	controlStands = 8
	controlRead   = 1
)

// strangerCost is what two letters cost side by side that no alphabet has
// both of.
const strangerCost = 6

// A context is the classes of the two characters before a place.
type context struct{ far, near class }

// context returns the classes of two characters. A no-break space is a
// space: other steps make one of the other, and what is thought of a place
// must not depend on them.
func (p *plausibility) context(far, near rune) context {
	c := context{p.classOf(far), p.classOf(near)}
	if c.near == classNoBreak {
		c.near = classSpace
	}
	if c.near == classSpace {
		c.far = classSpace
	}
	return c
}

// contextAfter returns the context that begins at i of a text.
func (p *plausibility) contextAfter(text string, i int) context {
	far, near := ' ', ' '
	if r, n := utf8.DecodeRuneInString(text[i:]); n > 0 {
		near = r
		if r, n = utf8.DecodeRuneInString(text[i+n:]); n > 0 {
			far = r
		}
	}
	return p.context(far, near)
}

// cost returns what s costs between two contexts: what stands before it, and
// the two characters behind it. A control costs as much more as given.
func (p *plausibility) cost(before context, s []rune, after context, control int) int {
	sum := 0
	a, b, last := before.far, before.near, rune(0)
	for _, r := range s {
		c := p.classOf(r)
		if c == classControl {
			if w := charmap.Windows1252.DecodeByte(byte(r)); w > 0x9f && w != utf8.RuneError {
				c = p.classOf(w)
				sum += control
			}
		}
		sum += int(p.triple[a][b][c])
		if b.isMarked() && c.isMarked() && last != 0 && p.strangers(last, r) {
			sum += strangerCost
		}
		a, b, last = b, c, r
	}
	return sum + int(p.triple[a][b][after.near]) + int(p.triple[b][after.near][after.far])
}
