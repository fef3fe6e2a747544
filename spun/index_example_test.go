package spun_test

import (
	"bytes"
	"fmt"

	"github.com/textmend/textmend/spun"
)

// Two texts of a newspaper, and one that was made from the second.
const (
	parkStory = "The council of Harlow voted on Monday to close the park at night, because the lamps that were put up in 2019 have failed, " +
		"and because there is no money for new ones before the spring. Most of those who spoke were against it."
	bridgeStory = "The bridge over the Stort will not be open before June, said the company that has been at work on it since last year. " +
		"It found that the piles under the north side were not as deep as they had been on the plans, and it has to wait for more steel."
	bridgeSpun = "The bridge over the Stort will not be accessible before June, claimed the firm that has been at labor on it since last year. " +
		"It discovered that the heaps under the north side were not as profound as they had been on the blueprints, and it has to linger for more metal."
)

func ExampleIndex() {
	index := spun.Options{HoldTexts: true}.NewIndex()
	index.Add("park", parkStory)
	index.Add("bridge", bridgeStory)
	for _, hit := range index.Search(bridgeSpun, 3) {
		fmt.Println(hit.ID, hit.Report.Verdict)
	}
	// Output:
	// bridge spun
}

// An index is written to a file, and a program that only searches it opens
// that without reading all of it.
func ExampleOpenIndex() {
	index := spun.NewIndex()
	index.Add("park", parkStory)
	index.Add("bridge", bridgeStory)
	var file bytes.Buffer
	if _, err := index.WriteTo(&file); err != nil {
		fmt.Println(err)
		return
	}
	opened, err := spun.OpenIndex(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		fmt.Println(err)
		return
	}
	hits := opened.Search(bridgeSpun, 1)
	fmt.Println(opened.Len(), hits[0].ID, hits[0].Report == nil, opened.Err())
	// Output:
	// 2 bridge true <nil>
}

// Keys are what other engines group by: texts with a key in common are
// candidates.
func ExampleKeys() {
	texts := map[uint64][]string{}
	for name, text := range map[string]string{"park": parkStory, "bridge": bridgeStory} {
		for key := range spun.Keys(text) {
			texts[key] = append(texts[key], name)
		}
	}
	shared := 0
	for key := range spun.Keys(bridgeSpun) {
		for _, name := range texts[key] {
			if name != "bridge" {
				fmt.Println("a chance match:", name)
			}
			shared++
		}
	}
	fmt.Println(shared > 3)
	// Output:
	// true
}
