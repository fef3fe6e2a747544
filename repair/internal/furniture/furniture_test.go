package furniture_test

import (
	"strings"
	"testing"

	"github.com/textmend/textmend/repair/internal/furniture"
)

func TestOf(t *testing.T) {
	for _, test := range []struct {
		line  string
		words int
		kind  furniture.Kind
		alone bool
		text  bool
	}{
		{"The minister said on Tuesday that it would be signed.", 10, furniture.None, false, true},
		{"Le ministre a dit mardi que le traité serait signé.", 10, furniture.None, false, true},
		{"大臣は火曜日に、両国が条約に署名すると述べた。", 10, furniture.None, false, true},
		{"قال الوزير يوم الثلاثاء إن البلدين سيوقعان المعاهدة.", 8, furniture.None, false, true},
		{"1 Kyle Busch 5040 5 1 17 27", 8, furniture.None, false, true},
		{"`tar xf {{file}}`", 3, furniture.None, false, true},
		{"Commercial Real Estate", 3, furniture.None, false, false},
		{"Yes.", 1, furniture.None, false, false},
		{"Read more \u00bb", 2, furniture.More, true, false},
		{"READ MORE", 2, furniture.More, true, false},
		{"Back to top button", 4, furniture.Menu, true, false},
		{"3 min read", 3, furniture.Time, true, false},
		{"Updated 2h ago 7:40am", 5, furniture.Time, true, false},
		{"15 August 2022", 3, furniture.Time, false, false},
		{"Facebook", 1, furniture.Share, false, false},
		{"\u00a9 2023 The Daily Example", 4, furniture.Legal, false, false},
		{"", 0, furniture.None, false, false},
		{"\xff\xc3", 0, furniture.None, false, false},
	} {
		l := furniture.Of(test.line)
		if l.Words != test.words || l.Kind != test.kind || l.Alone != test.alone || l.IsText() != test.text {
			t.Errorf("Of(%q) = %d words, kind %d, alone %t, text %t, want %d, %d, %t, %t", test.line,
				l.Words, l.Kind, l.Alone, l.IsText(), test.words, test.kind, test.alone, test.text)
		}
	}
}

// A line weighs no less for having been seen before, as Lines relies on.
func TestScoreGrowsWithSeen(t *testing.T) {
	for _, s := range []string{"Home", "World News", "a line in lower case", "1 cup of flour", "Yes.", "Read more", "A rather long line of more than seven words here"} {
		l := furniture.Of(s)
		if a, b := l.Score(false), l.Score(true); b < a {
			t.Errorf("%q weighs %d, and %d where it was seen before", s, a, b)
		}
	}
}

func TestScore(t *testing.T) {
	for _, s := range []string{"Commercial Real Estate", "Contact us", "Privacy Policy", "Read more", "Latest News"} {
		if l := furniture.Of(s); l.Score(false) <= 0 {
			t.Errorf("%q weighs %d, want more than 0", s, l.Score(false))
		}
	}
	for _, s := range []string{"The minister said on Tuesday that it would be signed.", "They were all there, too."} {
		if l := furniture.Of(s); l.Score(true) > 0 {
			t.Errorf("%q weighs %d, want no more than 0", s, l.Score(true))
		}
	}
}

// What IsProse says is text is what Of says is text and no cue.
func FuzzIsProse(f *testing.F) {
	const prose = "The minister said that, for all that he knew, it would be signed by those who were there on the first day of the week, and not before that, in any of the two cities."
	for _, s := range []string{
		prose, "Share on Facebook " + prose, strings.ToUpper(prose), strings.ReplaceAll(prose, " ", " X"), prose + " \u00a9 2020 The Daily Example.", prose[:60] + ".",
		strings.ReplaceAll(prose, " ", "  "), strings.ReplaceAll(prose, " ", " \u00c9"), "# " + prose,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > furniture.MaxLine || !furniture.IsProse(s) {
			return
		}
		if l := furniture.Of(s); !l.IsText() || l.Kind != furniture.None || l.Alone || l.IsCue(true) || l.Score(true) > -2*furniture.Change {
			t.Errorf("IsProse(%q), but Of says %+v", s, l)
		}
	})
}

func TestIsProse(t *testing.T) {
	for s, want := range map[string]bool{
		strings.Repeat("and so it was said ", 6) + "there.":      true,
		strings.Repeat("and so it was said ", 6) + "there":       false,
		strings.Repeat("And So It Was Said ", 6) + "There.":      false,
		strings.Repeat("caf\u00e9 r\u00e9sum\u00e9 ", 30) + ".":  false,
		strings.Repeat("le caf\u00e9 est l\u00e0 ", 14) + "now.": true,
	} {
		if got := furniture.IsProse(s); got != want {
			t.Errorf("IsProse(%q) = %t", s, got)
		}
	}
}
