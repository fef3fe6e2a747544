package entities

import (
	"strings"
	"unicode"

	"github.com/textmend/textmend/internal/lexicon"
)

// decideAmp settles amp; without its &.
//
// Between names, between capitals (R amp;D) and in a run that is no word
// (rockamp;roll) it is an ampersand. Alone among other words it is one unless
// a determiner stands before it or a clause begins behind it, as with the
// amplifier that a guitarist turns up.
func decideAmp(p *place) verdict {
	if p.pre != "" {
		return decideGluedAmp(p)
	}
	before, after := p.wordBefore(), p.wordAfter()
	switch {
	case p.inList(), strings.ContainsFunc(before, unicode.IsDigit) && !p.joined:
		return leave // lt;amp;gt, 5 amp;
	case p.before != ' ' && p.before != 0:
		return doubtful
	case before == "" || after == "" || p.isStatement():
		return doubtful
	case len(before) == 1 && len(after) == 1 && isUpper(before) && isUpper(after):
		return sure // Q amp; A
	case p.joined:
		if unicode.IsUpper(p.after) || unicode.IsDigit(p.after) {
			return sure
		}
		return doubtful
	case p.spaces > 1:
		return sure
	case beginsClause(after) || p.mentioned():
		return leave
	case determined(p.left):
		return either(isCapital(after), doubtful, leave)
	}
	return sure
}

func decideGluedAmp(p *place) verdict {
	whole := p.pre + "amp"
	switch {
	case isUpper(p.pre) && len(p.pre) <= 4 && p.afterEnds():
		return sure
	case lexicon.Known(whole):
		return leave
	case p.inList():
		return leave
	case p.joined:
		return either(len(p.pre) > 3 && lexicon.Known(p.pre), sure, doubtful)
	case len(p.pre) > 3 && lexicon.Known(p.pre) && p.wordAfter() != "":
		return sure
	}
	return either(isCapital(p.pre), doubtful, leave) // svamp
}

// afterEnds reports whether capitals follow the form and end a word, but for the
// s of a plural.
func (p *place) afterEnds() bool {
	w := p.wordAfter()
	if w == "" || len(w) > 3 || strings.HasPrefix(p.right, " ") {
		return false
	}
	return isUpper(w) || len(w) > 1 && isUpper(strings.TrimSuffix(w, "s"))
}

func isUpper(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return s != ""
}

func isCapital(word string) bool {
	r := firstRune(word)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// determined reports whether one of the last three words of s makes a noun of
// what follows it.
func determined(s string) bool {
	var room [maxWord]byte
	for range 3 {
		s = strings.TrimRight(s, " ")
		w := s[strings.LastIndexByte(s, ' ')+1:]
		s = s[:len(s)-len(w)]
		switch lower(w, &room) {
		case "the", "a", "an", "this", "that", "my", "your", "his", "her", "its", "our", "their", "each", "every",
			"one", "no", "any", "some", "another", "guitar", "bass", "tube", "valve", "power", "watt", "stereo",
			"per", "practice", "head", "combo", "fender", "vox", "marshall", "peavey", "op":
			return true
		}
	}
	return false
}

// decideWord settles a name that is a word or the end of one. It takes a
// neighbour that no word has: a digit behind a currency, a year behind a
// copyright sign, a tag around < and >.
func decideWord(f *form, p *place) verdict {
	if !p.joined && needsNeighbour(f.name) {
		return leave
	}
	switch f.name {
	case "lt", "LT", "gt", "GT":
		return decideAngle(f, p)
	case "apos":
		if isLetter(p.after) {
			return sure
		}
		return ifPre(p)
	case "copy", "COPY":
		if p.pre != "" || !p.beforeYear() || determined(p.left) {
			return leave
		}
		return either(p.before == 0 || p.wordBefore() == "Copyright" || isBlank(p.before) && !isLetter(p.beyond), sure, doubtful)
	case "reg", "REG", "trade":
		if p.pre != "" && allDigits(p.pre) {
			return sure
		}
		return either(isCapital(p.pre) && (lexicon.Known(p.pre) || len(p.pre) > 3) && !p.joined, doubtful, leave)
	case "lpar", "lsqb", "lcub", "iquest":
		return either(p.pre == "" && p.joined, sure, leave)
	case "rpar", "rsqb", "rcub", "percnt":
		return ifPre(p)
	case "euro":
		if endsInDigit(p) && !p.joined {
			return doubtful
		}
		return decideBeforeDigit(p)
	case "pound", "yen", "cent", "dollar", "curren", "sect", "para", "num":
		return decideBeforeDigit(p)
	case "deg":
		return decideDegree(p)
	case "times", "divide", "minus", "plus", "equals", "le", "ge", "ne":
		return either(endsInDigit(p) && unicode.IsDigit(p.after), sure, leave)
	case "micro":
		return either(isLetter(p.after) && endsInDigit(p), sure, leave)
	case "shy":
		return either(isLetter(p.after) && p.pre != "" && isLetter(rune(p.pre[0])), sure, leave)
	case "bull":
		return either(p.pre == "" && p.beyond == 0, either(unicode.IsUpper(p.after), sure, doubtful), leave)
	case "comma", "excl", "quest", "colon", "semi", "period":
		return ifPre(p)
	}
	return leave
}

// needsNeighbour reports whether a name that is a word is never a reference
// where no letter or digit follows it at once.
func needsNeighbour(name string) bool {
	switch name {
	case "lt", "LT", "gt", "GT", "apos", "copy", "COPY", "reg", "REG", "trade", "rpar", "rsqb", "rcub", "percnt",
		"deg", "bull", "comma", "excl", "quest", "colon", "semi", "period",
		"euro":
		return false
	}
	return true
}

func either[T any](condition bool, yes, no T) T {
	if condition {
		return yes
	}
	return no
}

// ifPre lets other references decide where the letters before the form are a
// word and the whole is none.
func ifPre(p *place) verdict {
	return either(len(p.pre) > 2 && lexicon.Known(p.pre), doubtful, leave)
}

// decideAngle settles lt; and gt;: certain where they enclose a tag.
func decideAngle(f *form, p *place) verdict {
	less := f.text == "<"
	open := p.openTag()
	switch {
	case isUpper(f.name) && p.pre == "" && p.spaces > 0 && !isUpper(p.wordBefore()):
		return leave // Mustang GT
	case less && (p.pre == "" && p.joined || p.after == '/'):
		return sure
	case !less && open:
		return sure
	case p.pre == "" && (p.spaces > 1 || strings.HasSuffix(p.left, "--") || strings.HasSuffix(p.left, " -")):
		return sure
	case p.pre == "":
		return doubtful
	}
	return leave
}

// openTag reports whether a tag was opened on the line and not closed.
func (p *place) openTag() bool {
	near := p.near()
	return strings.LastIndexByte(near, '<') > strings.LastIndexByte(near, '>')
}

// decideBeforeDigit settles what stands before a number: pound;50.
func decideBeforeDigit(p *place) verdict {
	if p.pre != "" || !unicode.IsDigit(p.after) {
		return leave
	}
	return either(p.before != 0, sure, doubtful)
}

func decideDegree(p *place) verdict {
	if !endsInDigit(p) {
		return leave
	}
	if p.after == 'C' || p.after == 'F' || p.after == 'N' || p.after == 'S' || p.after == 'E' || p.after == 'W' {
		return sure
	}
	return either(p.spaces == 0, doubtful, leave)
}

func endsInDigit(p *place) bool {
	if p.pre != "" {
		return allDigits(p.pre)
	}
	return p.spaces > 0 && unicode.IsDigit(p.beyond)
}

// beforeYear reports whether a year follows, from 1900 to 2099.
func (p *place) beforeYear() bool {
	w := p.wordAfter()
	return len(w) == 4 && allDigits(w) && (w[:2] == "19" || w[:2] == "20")
}
