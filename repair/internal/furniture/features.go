package furniture

// A feature is one thing about a line that speaks for or against its being
// furniture. Each is a yes or no.
type feature uint8

// Features of which one of several holds come first.
const (
	bias       feature = 0
	lengthEnd          = bias + 1                 // by number of words and how it ends
	capitals           = lengthEnd + lengths*ends // by share of words with a capital
	smallWords         = capitals + shares        // by number of short words in lower case
	kindShort          = smallWords + smalls      // by kind, in a line of up to 4 words
	kindLong           = kindShort + feature(kinds)
)

const (
	longCapitals feature = kindLong + feature(kinds) + iota // many words, most with a capital
	allCapitals
	comma
	commaShort // in a line of up to 7 words
	quote
	quoteShort
	noLetters
	numberOnly
	number
	year
	clock
	bar
	barMany
	arrow
	bullet
	at
	address
	lowerFirst
	colon       // inside
	manyNumbers // a row of a table
	numberLower // an amount of something
	question    // anywhere
	bracket
	money
	longPlain    // many words, few with a capital
	unspacedText // of a script without spaces
	seenShort    // stood there before
	seenLong
	seenLower // and has words in lower case
	numFeatures
)

const (
	lengths = 9
	ends    = 4
	shares  = 5
	smalls  = 4
)

// lengthClass returns which of the lengths a number of words is.
func lengthClass(words int) feature {
	for i, most := range [lengths - 1]int{1, 2, 3, 5, 7, 11, 19, 34} {
		if words <= most {
			return feature(i)
		}
	}
	return lengths - 1
}

// features appends those of the line, which seen says stood there before.
func (l *Line) features(to []feature, seen bool) []feature {
	add := func(f feature, has bool) {
		if has {
			to = append(to, f)
		}
	}
	short := l.Words <= 7
	to = append(to, bias, lengthEnd+ends*lengthClass(l.Words)+l.endClass(), capitals+l.shareClass(), smallWords+feature(min(l.small, smalls-1)))
	add(longCapitals, l.Words >= 5 && 3*(l.capital+l.allCaps) >= 2*l.Words)
	add(allCapitals, l.allCaps > 0 && l.capital+l.lower == 0)
	add(comma, l.commas > 0)
	add(commaShort, l.commas > 0 && short)
	add(quote, l.quotes > 0)
	add(quoteShort, l.quotes > 0 && short)
	add(noLetters, l.letters == 0 && l.digits == 0)
	add(numberOnly, l.letters == 0 && l.digits > 0)
	add(number, l.letters > 0 && l.digits > 0)
	add(year, l.year && l.Words < 12)
	add(clock, l.clock && l.Words < 12)
	add(bar, l.bars > 0)
	add(barMany, l.bars > 2)
	add(arrow, l.arrow)
	add(bullet, l.first == '\u2022' || l.first == '-' || l.first == '*')
	add(at, l.at)
	add(address, l.address)
	add(lowerFirst, 'a' <= l.first && l.first <= 'z')
	if l.Kind != None {
		if l.Words <= 4 {
			to = append(to, kindShort+feature(l.Kind))
		} else {
			to = append(to, kindLong+feature(l.Kind))
		}
	}
	add(colon, l.colon && l.end != ':')
	add(manyNumbers, l.numbers >= 4)
	add(numberLower, l.numbers > 0 && l.lower >= 2)
	add(question, l.question)
	add(bracket, l.bracket)
	add(money, l.money)
	add(longPlain, l.Words >= 5 && l.lower > 2*(l.capital+l.allCaps))
	add(unspacedText, l.unspaced > 8)
	add(seenLower, seen && l.lower > 0)
	add(seenShort, seen && short)
	add(seenLong, seen && !short)
	return to
}

// How a line ends.
const (
	endNone     feature = iota
	endSentence         // as a sentence
	endMark             // in another mark of punctuation that prose has
	endLink             // in a mark of links
)

func (l *Line) endClass() feature {
	switch l.end {
	case ',', ';', ':', '\uff1a':
		return endMark
	case '\u2026', '\u00bb', '\u2192', '|', '\u203a':
		return endLink
	}
	if isSentenceEnd(l.end) {
		return endSentence
	}
	return endNone
}

// shareClass returns how many of the words have a capital.
func (l *Line) shareClass() feature {
	upper := l.capital + l.allCaps
	switch n := upper + l.lower; {
	case 2*l.caseless > l.letters || n == 0:
		return 0
	case upper == 0:
		return 1
	case upper == n:
		return 2
	case 2*upper >= n:
		return 3
	}
	return 4
}

// IsText reports whether the line is running text, or a row of a table, so that
// it is never furniture: a sentence of six words or more, not most of them with
// a capital, that does not say that it is furniture; or four numbers.
func (l *Line) IsText() bool {
	switch {
	case l.code:
		return true
	case l.Kind != None:
		return false
	case l.numbers >= 4:
		return true
	case l.Words < textWords || l.endClass() != endSentence:
		return false
	}
	capitals := l.capital + l.allCaps
	return l.caseless > 0 || 3*capitals < 2*(capitals+l.lower)
}

// textWords is how many words make a line that ends as a sentence text.
const textWords = 6

// What a line can weigh at most, so that it takes a row of lines, or phrases of
// furniture, to outweigh two changes. These, and Change, are set by hand: what
// the likelihood asks for gives up lists and recipes.
const (
	most      = 16
	leastKind = 24 // and if it is short, at least
	mostKind  = 80 // of a line that says that it is furniture
	mostLong  = -8
	mostPlain = -24 // of one that reads on in lower case, whatever it says
	leastText = -1 << 16
	longWords = 8
)

// Change is the weight of a change between text and furniture, in the unit of
// [Line.Score].
const Change = 128

// IsCue reports whether the line speaks for the page's having furniture, in any
// language.
func (l *Line) IsCue(seen bool) bool {
	return l.Kind != None || l.Words <= 7 && (l.arrow || l.bars > 2) || seen && l.Words <= 3 && l.letters > 0 && l.endClass() == endNone
}

// IsProgram reports whether the line looks like one of a program, by its marks.
func (l *Line) IsProgram() bool { return l.mark || l.end == ';' || l.comment }

// OpensProgram reports whether no other text than a program begins with the
// line: a comment.
func (l *Line) OpensProgram() bool { return l.comment && (l.first == '/' || l.first == '#') }

// Limits returns the least and the most that the line can weigh.
func (l *Line) Limits() (lowest, highest int) {
	switch short := l.Words <= 4; {
	case l.Alone:
		return 0, mostKind
	case l.IsText():
		return leastText, leastText
	case l.Words >= longWords && l.small >= 2 && l.lower >= 2*(l.capital+l.allCaps):
		return leastText, mostPlain
	case l.Kind != None && short:
		return leastKind, mostKind
	case l.Kind != None:
		return leastText, mostKind
	case l.Words >= longWords:
		return leastText, mostLong
	}
	return leastText, most
}

// Features appends the numbers of what speaks for or against the line being
// furniture, for the program that fits the weights. All are below NumFeatures.
func (l *Line) Features(to []int, seen bool) []int {
	var room [numFeatures]feature
	for _, f := range l.features(room[:0], seen) {
		to = append(to, int(f))
	}
	return to
}

// MayLose reports whether a line can lose the feature when other lines are taken
// away. It must not speak for text then.
func MayLose(f int) bool { return feature(f) >= seenShort }

// NumFeatures is how many features there are.
const NumFeatures = int(numFeatures)

// Score returns the weight of the evidence that the line is furniture, above 0
// if it looks so, in the unit of [Change]. seen says whether the same line
// stood there before.
func (l *Line) Score(seen bool) int {
	var room [numFeatures]feature
	sum := 0
	for _, f := range l.features(room[:0], seen) {
		sum += int(weights[f])
	}
	lowest, highest := l.Limits()
	return min(max(sum, lowest), highest)
}
