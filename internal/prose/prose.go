// Package prose makes clean English text for benchmarks.
package prose

import "strings"

// paragraphs are clean prose without a semicolon, of about 150 bytes each.
var paragraphs = [...]string{
	"The council met on Tuesday to discuss the plans for the old harbour, which has stood empty since the last ferry left for the islands eleven years ago.",
	"\"We have waited long enough,\" said the mayor, who was born two streets away. \"The people of this town want to see something happen before winter.\"",
	"Prices rose by 3.4% in March, the statistics office reported, after a rise of 2.9% in February and a fall in each of the three months before.",
	"It's not the first time that the team has lost a final at home, and the coach didn't try to explain it: they had played badly, and that was all.",
	"At the caf\u00e9 on the corner nobody remembers the man with the grey coat, although he came every morning \u2013 so the waiter says \u2013 for twenty years.",
	"The recipe is simple: 200 g of flour, two eggs, a little milk and a pinch of salt, left to stand for an hour and fried in butter on both sides.",
	"Researchers at the university have found that bees can tell apart the faces of people, which surprised even those who had worked with them for decades.",
	"Version 2.10 fixes a problem with long file names (see the release notes), and it starts faster on machines with less than 4 GB of memory, users say.",
	"Her second novel, published in 2009 by a small house in Edinburgh, was translated into fourteen languages and made into a film that few people saw.",
	"The road between the two villages will be closed from 8 a.m. to 6 p.m. on Saturday and Sunday, and buses will take the old route along the river.",
}

// asides put one semicolon in a paragraph.
var asides = [...]string{
	" Nobody objected; it was late.", " There was a hearing; he wasn't there.", " He asked many times; she said no.",
	" They took the lamp; the room went dark.", " The caf\u00e9 closed at ten; the street was quiet.",
}

// Build returns size bytes or a little more of clean prose that does not repeat
// itself line by line, with a semicolon in each paragraph or with none. The same
// size gives the same text. It is safe for concurrent use.
func Build(size int, semicolons bool) string {
	var b strings.Builder
	b.Grow(size + 512)
	for state := uint32(1); b.Len() < size; {
		state = state*1664525 + 1013904223
		b.WriteString(paragraphs[(state>>16)%uint32(len(paragraphs))])
		if semicolons {
			b.WriteString(asides[(state>>8)%uint32(len(asides))])
		}
		if state>>24 < 64 {
			b.WriteString("\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
