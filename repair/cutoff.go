package repair

import (
	"strings"
	"unicode/utf8"
)

const reasonCutOff = "text cut off in mid-sentence"

// findCutOff mentions it when the text ends within a sentence: its last line
// is long, ends in a letter or comma, and the lines before it that are as long
// end as sentences do. It damages no words, as those that are there are right.
func (a *assessor) findCutOff() {
	text := strings.TrimRight(a.text, " \n\r\t")
	body, last := "", text
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		body, last = text[:i], text[i+1:]
	}
	if len(last) < proseLine || isEnded(last) || !endsOpen(last) {
		return
	}
	ended, long := 0, 0
	for line := range strings.Lines(body[max(0, len(body)-lookahead):]) {
		line = strings.TrimRight(line, " \n\r\t")
		if len(line) >= proseLine {
			long++
			if isEnded(line) {
				ended++
			}
		}
	}
	within := strings.Contains(last, ". ") || strings.Contains(last, "? ") || strings.Contains(last, "! ")
	if ended >= 3 && ended*10 >= long*9 || long == 0 && within && len(last) >= 2*proseLine {
		a.mention(CutOff, reasonCutOff, len(text), len(text))
	}
}

// proseLine is the length in bytes of what is taken for a line of prose.
const proseLine = 60

// isEnded reports whether a line ends as a sentence does, in any script.
func isEnded(line string) bool {
	line = strings.TrimRight(line, "\"')]*_\u201d\u2019\u00bb\u203a\u300d\u300f\uff09 ")
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?:;\u2026\u3002\uff01\uff1f\uff0e\u061f\u06d4\u0964\u0965\u037e\u1362\u104b\u17d4\u0589", r)
}

// endsOpen reports whether a line ends in a small letter, a comma or a dash.
func endsOpen(line string) bool {
	c := line[len(line)-1]
	return 'a' <= c && c <= 'z' || c == ',' || c == '-'
}
