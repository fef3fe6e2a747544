package repair_test

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/textmend/textmend/repair"
)

func ExampleAssess() {
	a := repair.Assess("The visit was quot;historic,quot; they said, and tbey talked until n\ufffdght.")
	fmt.Printf("%.2f: %d of %d words, %d of them mended by String\n", a.Integrity, a.Damaged, a.Words, a.Repairable)
	for _, f := range a.Findings {
		fmt.Println(f.Start, f.End, f.Step, f.Reason, f.Repairable)
	}
	// Output:
	// 0.73: 3 of 11 words, 1 of them mended by String
	// 14 19 entities damaged character reference: ampersand deleted true
	// 28 33 entities damaged character reference: ampersand deleted true
	// 49 53 garbled letters misread false
	// 68 71 lost character lost false
}

// A pipeline keeps texts that are intact enough once they are repaired.
func ExampleAssess_filter() {
	for _, text := range []string{"It#39;s nbsp;fine.", "Th\ufffd p\ufffdge w\ufffds l\ufffdst."} {
		repaired := repair.String(text)
		if a := repair.Assess(repaired); a.Integrity >= 0.9 {
			fmt.Println("keep", repaired)
		} else {
			fmt.Println("drop", a)
		}
	}
	// Output:
	// keep It's fine.
	// drop integrity 0.00, 4 of 4 words damaged, 0 repairable: 4 character lost
}

func ExampleAssessment_Breakdown() {
	for _, c := range repair.Assess("Pyongyang#39;s quot;visit,quot; by bus\x00").Breakdown() {
		fmt.Println(c.Count, c.Step, c.Reason)
	}
	// Output:
	// 3 entities damaged character reference: ampersand deleted
	// 1 controls control character
}

func ExampleAssessment_String() {
	fmt.Println(repair.Assess("Pyongyang#39;s quot;visit,quot; by bus\x00"))
	// Output:
	// integrity 0.25, 3 of 4 words damaged, 3 repairable: 3 damaged character reference: ampersand deleted; 1 control character
}

func ExampleAssessment_MarshalJSON() {
	if err := json.NewEncoder(os.Stdout).Encode(repair.Assess("caf\xe9")); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"integrity":0,"words":1,"damaged":1,"repairable":1,"breakdown":[{"step":"encoding","reason":"byte of Windows-1252","repairable":true,"count":1}],"findings":[{"step":"encoding","start":3,"end":4,"reason":"byte of Windows-1252","repairable":true}]}
}

func ExampleOptions_Assess() {
	// References of a text that is HTML still are no damage.
	html := repair.Options{Skip: repair.Entities}
	fmt.Println(html.Assess("Fish &amp; chips").Integrity, repair.Assess("Fish amp; chips quot;").Integrity)
	// Output:
	// 1 0.5
}
