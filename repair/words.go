package repair

import "github.com/textmend/textmend/internal/lexicon"

// A wordFinder finds what Quotes, Doubled and Glued mend.
//
// It works on one sentence at a time, which ends with its line at the latest.
// scan goes over all of the text once and says which sentences hold something
// that could be mended; of those, most of which are as they should be, a
// sentence decides. It is mended until nothing is left to do in it, by what
// the text before it shows as that reads then, and no fix makes or removes the
// end of a sentence. So what was mended is left alone.
type wordFinder struct {
	sentence
	before prior // what the text before the sentence at hand shows
	long   bool  // the sentence at hand is too long, and what came is settled
	looked int   // how far its end was looked for
	seen   pairs
	made   []Fix // room for what is done to one sentence
	shapes *lexicon.Shapes
}

const (
	// maxSentence bounds the sentences that are looked at, in bytes. What is
	// longer is a list, a table or no prose at all, and left alone.
	maxSentence = 4 << 10
	// maxEnd bounds the marks and quotes that end a sentence.
	maxEnd = 16
	// maxRounds bounds how often the steps are taken on one sentence. What
	// needs more is no sentence, and left alone.
	maxRounds = 8
)

func (w *wordFinder) reset(o *Options) {
	w.sentence.reset(o)
	w.before, w.long, w.looked = prior{}, false, 0
	w.shapes = lexicon.GlueShapes()
}

func (w *wordFinder) find(in *input, fixes []Fix) ([]Fix, int) {
	if w.awaits(in) {
		return fixes, 0
	}
	for at := 0; at < len(in.text); {
		if w.long {
			at = w.pass(in, at)
			if w.long {
				return fixes, at
			}
			continue
		}
		before := w.before
		end, found := w.scan(in.text[:min(len(in.text), at+maxSentence+maxEnd)], at)
		n := end - at
		if end < 0 {
			n = len(in.text) - at
		}
		switch {
		case n > maxSentence && (end >= 0 || in.last || n >= maxSentence+maxEnd):
			w.before, w.long = before, true
			w.before.unclear = true
			at = runeStart(in.text, at+maxSentence)
			continue
		case end < 0 && !in.last:
			w.before = before
			_, w.looked = sentenceEnd(in.text, at)
			w.looked -= at
			return fixes, at
		}
		if found != 0 {
			fixes = w.mendAt(in.text, span{at, at + n}, found, before, fixes)
		}
		at += n
	}
	w.text = ""
	return fixes, len(in.text)
}

// awaits reports whether the end of the sentence at hand, which in.text begins
// with, is still to come.
func (w *wordFinder) awaits(in *input) bool {
	if w.looked == 0 || in.last || len(in.text) >= maxSentence+maxEnd {
		w.looked = 0
		return false
	}
	end, at := sentenceEnd(in.text, w.looked)
	w.looked = at
	if end >= 0 {
		w.looked = 0
	}
	return end < 0
}

// pass returns where the sentence ends that was too long.
func (w *wordFinder) pass(in *input, at int) int {
	end, sure := sentenceEnd(in.text, at)
	switch {
	case end < 0 && !in.last:
		return sure
	case end < 0:
		end = len(in.text)
	}
	w.long = false
	w.before.ends(in.text[at:end])
	return end
}

// mendAt appends the fixes for the sentence that at is of text, in which the
// steps could find something.
func (w *wordFinder) mendAt(text string, at span, steps Step, before prior, fixes []Fix) []Fix {
	after := w.before
	w.sentence.before = before
	made, ok := w.mendAll(text[at.from:at.to], steps)
	if !ok {
		w.before = after
	}
	for _, f := range made {
		f.Start += at.from
		f.End += at.from
		fixes = append(fixes, f)
	}
	return fixes
}

// mendAll takes the steps on the sentence text, and again on what they make of
// it, until there is nothing to find, and returns all that they did. It is not
// ok, and does nothing, if that takes too long or parts the sentence.
func (w *wordFinder) mendAll(text string, steps Step) (made []Fix, ok bool) {
	for range maxRounds {
		if !w.mend(text, steps) {
			return made, len(made) > 0
		}
		text = Apply(text, w.found)
		if made == nil {
			w.made = append(w.made[:0], w.found...)
			made = w.made
		} else {
			made = compose(nil, made, w.found, 0)
		}
		w.before = w.sentence.before
		end, more := w.scan(text, 0)
		switch {
		case end >= 0 && end < len(text):
			return nil, false
		case more == 0:
			return made, true
		}
		steps = more
	}
	return nil, false
}

// runeStart returns the last offset up to at where a character of s begins.
func runeStart(s string, at int) int {
	for at < len(s) && s[at]&0xc0 == 0x80 {
		at--
	}
	return at
}

// sentenceEnd returns where the sentence ends that goes on at offset at of s:
// behind a line feed, or behind a full stop, question or exclamation mark and
// the quotes that follow it, where a space comes next. It returns -1 if s ends
// before that is certain, and then also up to where there is none.
func sentenceEnd(s string, at int) (end, sure int) {
	for i := at; i < len(s); i++ {
		switch s[i] {
		case '\n':
			return i + 1, i + 1
		case '.', '!', '?':
			j, ok := stopEnd(s, i)
			if !ok {
				return -1, i
			}
			if j > 0 {
				return j, j
			}
		}
	}
	return -1, len(s)
}

// stopEnd returns where the sentence ends that has a full stop or another such
// mark at offset i of s, or 0 if it goes on. It is not ok if s ends too early
// to say.
func stopEnd(s string, i int) (end int, ok bool) {
	for j := i + 1; j-i < maxEnd; {
		if j >= len(s) {
			return 0, false
		}
		switch s[j] {
		case ' ', '\t', '\r':
			return j, true
		case '\n':
			return 0, true
		case '.', '!', '?', '"', '\'', ')', ']':
			j++
		case 0xe2:
			if j+3 > len(s) {
				return 0, false
			}
			if !isQuote(s[j:]) {
				return 0, true
			}
			j += 3
		default:
			return 0, true
		}
	}
	return 0, true
}

// isQuote reports whether s begins with one of U+2018 to U+201F.
func isQuote(s string) bool {
	return len(s) >= 3 && s[0] == 0xe2 && s[1] == 0x80 && 0x98 <= s[2] && s[2] <= 0x9f
}
