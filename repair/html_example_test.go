package repair_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"golang.org/x/net/html/charset"

	"github.com/textmend/textmend/repair"
)

func ExampleHTML() {
	const page = `<title>Kim#39;s visit</title>
<script>var s = "quot;x"</script>
<p>He called it quot;<b>strategic</b>quot; &ndash; R&amp;amp;D, AT&amp;T.</p>
<img src="a.jpg" alt="quot;Yesquot;">
`
	if err := repair.HTML(os.Stdout, strings.NewReader(page)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <title>Kim's visit</title>
	// <script>var s = "quot;x"</script>
	// <p>He called it "<b>strategic</b>" &ndash; R&amp;D, AT&amp;T.</p>
	// <img src="a.jpg" alt="&quot;Yes&quot;">
}

// A document as it came from a server, in whatever encoding its header or its
// meta element names.
func ExampleHTML_charset() {
	body := strings.NewReader("<meta charset=windows-1251><p>\xca\xe8\xec quot;\xc4\xe0quot;</p>")
	r, err := charset.NewReader(body, "text/html") // the Content-Type header
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := repair.HTML(os.Stdout, r); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <meta charset=windows-1251><p>Ким "Да"</p>
}

// OnFix tells where in the document something was changed.
func ExampleOptions_HTML() {
	o := repair.Options{OnFix: func(f repair.Fix) {
		fmt.Printf("%d-%d %q: %s\n", f.Start, f.End, f.Text, f.Reason)
	}}
	const page = "<p title=\"amp;quot;Yes\">didn#39;t</p>"
	if err := o.HTML(io.Discard, strings.NewReader(page)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 10-19 "&quot;": damaged character reference: ampersand deleted,doubled
	// 28-32 "'": damaged character reference: ampersand deleted
}

// The cells of a table, each a text of its own. Cells that are clean cost
// nothing but the look at them.
func Example_csv() {
	const table = "id,title\n1,Kim#39;s quot;visitquot;\n2,\"Fish & chips; to go\"\n"
	r := csv.NewReader(strings.NewReader(table))
	r.ReuseRecord = true
	w := csv.NewWriter(os.Stdout)
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			fmt.Println(err) // it names the line
			return
		}
		for i, cell := range record {
			record[i] = repair.String(cell)
		}
		if err := w.Write(record); err != nil {
			fmt.Println(err)
			return
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// id,title
	// 1,"Kim's ""visit"""
	// 2,Fish & chips; to go
}

// A page that a crawler fetched.
type fetched struct{ url, title, text string }

// Workers of a crawler share one Options value.
func Example_crawl() {
	options := repair.Options{Skip: repair.Doubled} // this site is about poems
	pages := make(chan *fetched)
	mended := make(chan *fetched)

	var workers sync.WaitGroup
	for range 4 {
		workers.Go(func() {
			for page := range pages {
				page.title = options.String(page.title)
				page.text = options.String(page.text)
				mended <- page
			}
		})
	}
	go func() {
		pages <- &fetched{"https://example.org/1", "Kim#39;s visit", "He said quot;yes.quot;"}
		close(pages)
		workers.Wait()
		close(mended)
	}()
	for page := range mended {
		fmt.Printf("%s: %s: %s\n", page.url, page.title, page.text)
	}
	// Output:
	// https://example.org/1: Kim's visit: He said "yes."
}
