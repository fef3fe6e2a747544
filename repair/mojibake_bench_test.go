package repair

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misreadUTF8 returns s as one reads its UTF-8 with a table.
func misreadUTF8(s string, table *charmap.Charmap) string {
	var b strings.Builder
	for i := range len(s) {
		if r := table.DecodeByte(s[i]); r != utf8.RuneError {
			b.WriteRune(r)
		} else {
			b.WriteRune(rune(s[i])) // a control, as browsers have it
		}
	}
	return b.String()
}

// BenchmarkMojibake measures the step alone.
func BenchmarkMojibake(b *testing.B) {
	english := "The minister said that talks would go on, and that nothing had been agreed on so far.\n"
	french := "Le ministre a déclaré « jeudi » qu’aucun accord n’était prêt ; l’été sera décisif à Genève.\n"
	russian := "Министр заявил в четверг, что переговоры продолжатся и решения пока нет.\n"
	chinese := "部长星期四表示，谈判将继续进行，目前还没有达成任何协议。\n"
	for _, bench := range []struct{ name, s string }{
		{"English", english},
		{"French", french},
		{"Russian", russian},
		{"Chinese", chinese},
		{"French misread", misreadUTF8(french, charmap.Windows1252)},
		{"Russian misread", misreadUTF8(russian, charmap.Windows1251)},
		{"Chinese misread", misreadUTF8(chinese, charmap.ISO8859_1)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			s := strings.Repeat(bench.s, 1<<20/len(bench.s))
			m := new(mojibakeFinder)
			var fixes []Fix
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				m.reset(nil)
				fixes, _ = m.find(&input{text: s, first: true, last: true}, fixes[:0])
			}
		})
	}
}
