package spun_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/textmend/textmend/spun"
)

const reference = "The council met on Tuesday to discuss the plans for the old harbour, which has stood empty since the last ferry " +
	"left for the islands eleven years ago. The mayor said that the people of the town want to see something happen before winter, " +
	"and promised that two of the sheds will be repaired with the help of the region. Most of the money is to come from the sale of land."

const text = "The council met on Tuesday to talk over the plans for the aged haven, which has stood vacant since the final ferry " +
	"departed for the islands eleven years ago. The mayor claimed that the folks of the town want to see something happen before winter, " +
	"and vowed that 2 of the shacks will be mended using the assistance of the region. Most of the currency is to come from the sale of soil."

func ExampleCompare() {
	r := spun.Compare(text, reference)
	fmt.Println(r.Verdict)
	for _, s := range r.Substitutions[:6] {
		fmt.Println(reference[s.RefStart:s.RefEnd], "->", text[s.Start:s.End])
	}
	// Output:
	// spun
	// discuss -> talk over
	// old -> aged
	// harbour -> haven
	// empty -> vacant
	// last -> final
	// left -> departed
}

func ExampleNewReference() {
	r := spun.NewReference(reference)
	for _, suspect := range []string{text, reference, "Another text."} {
		fmt.Println(r.Compare(suspect).Verdict)
	}
	// Output:
	// spun
	// copy
	// undecided
}

func ExampleReference_Compare() {
	r := spun.NewReference(reference)
	_, end, _ := strings.Cut(reference, "years ago. ")
	fmt.Println(r.Compare(end).Verdict)
	// Output: copy
}

func ExampleReference_CompareReference() {
	references := []*spun.Reference{
		spun.NewReference("Prices rose by 3.4% in March, the statistics office reported, after a rise of 2.9% in February " +
			"and a fall in each of the three months before. Economists had expected less, but food and rents became dearer again, " +
			"and nobody knows whether the central bank will act before the summer."),
		spun.NewReference(reference),
	}
	suspect := spun.NewReference(text)
	for i, r := range references {
		fmt.Println(i, r.CompareReference(suspect).Verdict)
	}
	// Output:
	// 0 unrelated
	// 1 spun
}

func ExampleOptions_Compare() {
	o := spun.Options{Related: func(a, b string) bool { return a == "haven" && b == "harbour" }}
	for _, s := range o.Compare(text, reference).Substitutions {
		if s.Known {
			fmt.Println(text[s.Start:s.End])
		}
	}
	// Output:
	// haven
	// 2
}

func ExampleOptions_NewReference() {
	german := spun.Options{FunctionWords: strings.Fields("der die das und in zu den von mit ist sich des auf für nicht als auch es an")}
	original := strings.Repeat("Der Rat hat sich in der Nacht auf einen Plan für den Hafen geeinigt, und die Stadt will ihn noch in diesem Jahr bauen. ", 3)
	fmt.Println(german.NewReference(original).Compare(original).Verdict)
	// Output: copy
}

func ExampleReport_String() {
	fmt.Println(spun.Compare(text, reference))
	// Output:
	// spun (spun with probability 1.00): 73 of 73 words from the reference, in 1 passage
	// 16 substitutions (14 in a thesaurus, 0 repeated); 20 of 35 content words and 36 of 37 function words kept, 0 gaps, 0 other forms
	// 0 doubled phrases copied; new words 2.1 bits rarer than old ones; 56 % of the different content words shared
}

func ExampleReport_Features() {
	r := spun.Compare(text, reference)
	fmt.Println(len(r.Features()))
	// Output: 14
}

func ExampleEvidence() {
	e := spun.Compare(text, reference).Evidence
	fmt.Printf("%d of %d function words kept, %d of %d content words\n", e.FunctionKept, e.Function, e.ContentKept, e.Content)
	// Output: 36 of 37 function words kept, 20 of 35 content words
}

func ExampleVerdict_String() {
	fmt.Println(spun.Edited.String())
	// Output: edited
}

func ExampleVerdict_MarshalText() {
	b, err := json.Marshal(map[string]spun.Verdict{"verdict": spun.Spun})
	fmt.Println(string(b), err)
	// Output: {"verdict":"spun"} <nil>
}

func ExampleVerdict_UnmarshalText() {
	var v spun.Verdict
	fmt.Println(v.UnmarshalText([]byte("paraphrase")), v)
	// Output: <nil> paraphrase
}
