package spun_test

import (
	"encoding/json"
	"fmt"

	"github.com/textmend/textmend/spun"
)

func ExampleCompare() {
	report := spun.Compare(bridgeSpun, bridgeStory)
	fmt.Println(report.Verdict)
	for _, s := range report.Substitutions[:3] {
		fmt.Printf("%s -> %s\n", bridgeStory[s.RefStart:s.RefEnd], bridgeSpun[s.Start:s.End])
	}
	// Output:
	// spun
	// open -> accessible
	// said -> claimed
	// company -> firm
}

func ExampleNewReference() {
	reference := spun.NewReference(bridgeStory) // once, for any number of texts
	for _, text := range []string{bridgeStory, parkStory, bridgeSpun} {
		fmt.Println(reference.Compare(text).Verdict)
	}
	// Output:
	// copy
	// unrelated
	// spun
}

// One suspect is compared with many references, all of them prepared.
func ExampleReference_CompareReference() {
	suspect := spun.NewReference(bridgeSpun)
	for i, reference := range []*spun.Reference{spun.NewReference(parkStory), spun.NewReference(bridgeStory)} {
		if report := reference.CompareReference(suspect); report.Verdict == spun.Spun {
			fmt.Println("spun from reference", i)
		}
	}
	// Output:
	// spun from reference 1
}

func ExampleOptions_Compare() {
	// No thesaurus: the verdict is the same, and no substitution is known.
	o := spun.Options{Related: func(a, b string) bool { return false }}
	report := o.Compare(bridgeSpun, bridgeStory)
	fmt.Println(report.Verdict, report.Evidence.Known)
	// Output:
	// spun 0
}

func ExampleVerdict_UnmarshalText() {
	var row struct{ Verdict spun.Verdict }
	if err := json.Unmarshal([]byte(`{"Verdict":"edited"}`), &row); err != nil {
		fmt.Println(err)
	}
	fmt.Println(row.Verdict == spun.Edited, row.Verdict)
	// Output:
	// true edited
}
