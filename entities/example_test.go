package entities_test

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/transform"

	"github.com/textmend/textmend/entities"
)

func ExampleRepair() {
	fmt.Printf("%+q\n", entities.Repair("Pyongyang#39;s quot;visit,quot; anbsp;first"))
	fmt.Printf("%+q\n", entities.Repair("The Caf&eacute; doesn #39;t change its menu"))
	// Output:
	// "Pyongyang's \"visit,\" a\u00a0first"
	// "The Caf\u00e9 doesn't change its menu"
}

func ExampleAppendRepair() {
	line := []byte("08:30 ")
	line = entities.AppendRepair(line, "quot;Yes,quot; she said. It#39;s fine.")
	fmt.Println(string(line))
	// Output:
	// 08:30 "Yes," she said. It's fine.
}

func ExampleAll() {
	const s = "AT&amp;amp;T doesn#39;t care about quot;legacyquot; &amp; old lines"
	for r := range entities.All(s) {
		fmt.Printf("%q -> %s (%s: %v)\n", s[r.Start:r.End], r.Text, r.Name, r.Damage)
	}
	// Output:
	// "&amp;amp;" -> & (amp: doubled)
	// "#39;" -> ' (#39: ampersand deleted)
	// "quot;" -> " (quot: ampersand deleted)
	// "quot;" -> " (quot: ampersand deleted)
	// "&amp;" -> & (amp: intact)
}

func ExampleLookup() {
	for _, name := range []string{"Eacute", "eacute", "EACUTE"} {
		text, ok := entities.Lookup(name)
		fmt.Printf("%s %+q %t\n", name, text, ok)
	}
	// Output:
	// Eacute "\u00c9" true
	// eacute "\u00e9" true
	// EACUTE "" false
}

func ExampleNewTransformer() {
	feed := strings.NewReader("The countries#39; friendship is quot;strategic,quot; Kim said.\n")
	if _, err := io.Copy(os.Stdout, transform.NewReader(feed, entities.NewTransformer())); err != nil {
		fmt.Println(err)
	}
	// Output:
	// The countries' friendship is "strategic," Kim said.
}

// Text that is still HTML keeps its references, and the markup characters that
// damaged ones stood for do not become markup.
func ExampleOptions_Repair() {
	html := entities.Options{KeepIntact: true}
	fmt.Println(html.Repair("<p>Fish &amp; chips: quot;Mum#39;s favourite,quot; &lt;3</p>"))
	// Output:
	// <p>Fish &amp; chips: &quot;Mum's favourite,&quot; &lt;3</p>
}

func ExampleOptions_All() {
	const s = "quot;It#39;s late,quot; she said &#146;til nine. &amp;quot;Oh.&amp;quot; &eacute;"
	count := make(map[entities.Damage]int)
	for r := range (entities.Options{}).All(s) {
		count[r.Damage]++
	}
	for _, d := range []entities.Damage{0, entities.AmpersandDeleted, entities.Doubled, entities.Windows1252} {
		fmt.Println(count[d], d)
	}
	// Output:
	// 1 intact
	// 3 ampersand deleted
	// 2 doubled
	// 1 windows-1252
}

func ExampleOptions_AppendString() {
	typography := entities.Options{Names: []string{"rsquo", "ndash"}}
	fmt.Printf("%+q\n", typography.AppendString(nil, "The teamrsquo;s anbsp;first win, 3ndash;1"))
	// Output:
	// "The team\u2019s anbsp;first win, 3\u20131"
}

func ExampleOptions_NewTransformer() {
	opts := entities.Options{OnReference: func(r entities.Reference) {
		fmt.Println(r.Start, r.Name, r.Damage)
	}}
	out, _, err := transform.String(opts.NewTransformer(), "Korea#39;s quot;visitquot;")
	fmt.Println(out, err)
	// Output:
	// 5 #39 ampersand deleted
	// 11 quot ampersand deleted
	// 21 quot ampersand deleted
	// Korea's "visit" <nil>
}
