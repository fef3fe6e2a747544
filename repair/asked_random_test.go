package repair_test

import (
	"math/rand"
	"strings"
	"testing"

	"github.com/textmend/textmend/repair"
)

// pageParts are lines of pages, with their ends.
var pageParts = []string{
	"\n", "\n", "\n", "\n \n", "\r\n", "Home\n", "News\n", "World News\n", "Real Estate\n", "Food and Drink\n", "Sign in\n", "Subscribe\n", "Facebook\n",
	"Twitter\n", "Contact us\n", "Privacy Policy\n", "Read more \u00bb\n", "ALSO READ:\n", "Related Articles\n", "3 min read\n", "15 August 2022\n",
	"Updated 2h ago\r\n", "By Jane Doe\n", "\u00a9 2023 The Daily Example. All rights reserved.\n", "Advertisement\n", "12\n", "A | B | C | D\n", "Comments\n",
	"The minister said on Tuesday that the two countries would sign the treaty.\n", "They have talked about it for three years, and it goes on.\r\n",
	"A headline about the treaty that has more than eight words\n", "What happened\n", "\"I do not know.\"\n", "Yes.\n", "a line in lower case, with a comma\n",
	"The quick brown fox jumps over the lazy dog and then he\n", "runs away from the hounds, which are fast and eager to\n", "catch him before the night falls on the hills that sur-\n",
	"round the farm of the old man who lives alone with well-\n", "\ufeffMark\n", "<b>Bold</b> move<br>of the\\team\n", "\u4e2d\u6587\u65b0\u95fb\n", "\u041d\u043e\u0432\u043e\u0441\u0442\u0438\n",
	strings.Repeat("A very long line of text goes on and on. ", 40) + "\n", "1 cup of flour\n", "Share\n", "x = {1}\n", "quot;Hi,quot; he said. nbsp;\n", "the the end of it\n",
}

// textParts are parts of lines that the steps look at.
var textParts = []string{
	" ", " ", "\n", "a", "the", "of", "team", "second", "word", "quot", "amp", ";", "&", "#39", "&amp;", "lt", "&lt;", "<", ">", "b", "<b>", "</b>", "<br>", "<p>", "</p>",
	"<a href=\"x\">", "</a>", "<!--", "-->", "\\", "\\n", "\\$", "55.8bn", "$", "u0026", "e\u0301", "\u0301", "\u00e9", "\u00c3", "\u00a9", "\u037e", "\u212b", "\uff06", "\uff41", "\uff1b",
	"\u3000", "\u4e2d", "\uff76\uff9e", "\ufb01", "nbsp;", "\u00a0", "-\n", "exam", "ple", "example", "\"", "`", "(", ")", ".", ",", "?", "\\team", "%26", "_x000D_", "\u00e2\u20ac\u2122", "\x80", "\xc3",
}

// damagedParts are what one step makes of which can be news to another.
var damagedParts = []string{
	" ", " ", "a", "the", ".", "#", "#39;", "#195;", "#169;", "#194;", "#160;", "&#88", "&gt", "nbsp;", "&nbsp;", "amp;", "&amp;", "lt;", "&euro;", "#226;", "#8364;", "#65279;", "u0026", "\\u0026",
	"\\u00a0", "\\u2019", "\\", "\x00", "\x1b[31m", "\x7f", "\u0081", "\u0093", "\ufeff", "\t", "\n", "\xc3", "\xe9", "\xa9", "\xe2", "\u00c3", "\u00a9", "\u0160", "\u00e2", "\u20ac", "\u2122",
	"\u251c", "\u0420", "\u0402", "\u0432", "\u010f", "\u013d", "\u0107", "\u2014", "\u201e", "\u2026", "\u00e9", "e\u0301", "\ufb01", "\uff41", "\uff1b", "\uff03", "\uff06", "\u2126", "<b>", "<br>", "\"", "?",
}

// Laws 1 to 4 on texts put together at random.
func TestAskedRandom(t *testing.T) {
	for name, parts := range map[string][]string{"pages": pageParts, "texts": textParts, "damaged": damagedParts} {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewSource(1))
			times := 3000
			if testing.Short() {
				times = 300
			}
			for range times {
				var b strings.Builder
				few := parts
				if r.Intn(2) == 0 {
					i := r.Intn(len(parts))
					few = parts[i:min(len(parts), i+3+r.Intn(12))]
				}
				for range 1 + r.Intn(80) {
					b.WriteString(few[r.Intn(len(few))])
					if r.Intn(12) == 0 {
						b.WriteString(parts[r.Intn(len(parts))])
					}
				}
				o := repair.Options{Also: allAsked}
				if r.Intn(3) == 0 {
					o = repair.Options{Also: repair.Step(r.Uint32()) & allAsked, Skip: repair.Step(r.Uint32())}
				}
				checkIdempotent(t, o, b.String())
				checkFixes(t, o, b.String())
				if r.Intn(10) == 0 {
					checkReaders(t, o, b.String())
				}
				if t.Failed() {
					return
				}
			}
		})
	}
}
