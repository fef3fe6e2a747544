package repair_test

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/textmend/textmend/repair"
)

func ExampleString() {
	fmt.Printf("%+q\n", repair.String("\ufeffPyongyang#39;s quot;visit,quot; at the caf\xe9"))
	// Output:
	// "Pyongyang's \"visit,\" at the caf\u00e9"
}

func ExampleBytes() {
	// UTF-16 with its byte order mark.
	fmt.Println(string(repair.Bytes([]byte("\xff\xfeI\x00t\x00#\x003\x009\x00;\x00s\x00"))))
	// Output:
	// It's
}

func ExampleAppend() {
	line := []byte("08:30 ")
	line = repair.Append(line, "quot;Yes,quot; she said.\x00 It\x92s fine.")
	fmt.Printf("%+q\n", line)
	// Output:
	// "08:30 \"Yes,\" she said. It\u2019s fine."
}

func ExampleExplain() {
	text, fixes := repair.Explain("\ufeffIt\x92s Kim#39;s first\x00 visit")
	fmt.Printf("%+q\n", text)
	for _, f := range fixes {
		fmt.Printf("%v %d-%d %+q: %s\n", f.Step, f.Start, f.End, f.Text, f.Reason)
	}
	// Output:
	// "It\u2019s Kim's first visit"
	// controls 0-3 "": byte order mark
	// encoding 5-6 "\u2019": byte of Windows-1252
	// entities 11-15 "'": damaged character reference: ampersand deleted
	// controls 22-23 "": control character
}

// Only the fixes of one step are made, and the rest of the text stays.
func ExampleApply() {
	const s = "Kim#39;s\x00 quot;visitquot;"
	_, fixes := repair.Explain(s)
	var chosen []repair.Fix
	for _, f := range fixes {
		if f.Step == repair.Entities {
			chosen = append(chosen, f)
		}
	}
	fmt.Printf("%q\n", repair.Apply(s, chosen))
	fmt.Printf("%q\n", repair.Apply(s, fixes))
	// Output:
	// "Kim's\x00 \"visit\""
	// "Kim's \"visit\""
}

func ExampleNewReader() {
	feed := strings.NewReader("The countries#39; friendship is\x00 quot;strategic,quot; Kim said.\n")
	if _, err := io.Copy(os.Stdout, repair.NewReader(feed)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// The countries' friendship is "strategic," Kim said.
}

func ExampleOptions_String() {
	html := repair.Options{Skip: repair.Entities}
	fmt.Printf("%+q\n", html.String("<p>Fish &amp; chips:\x00 Mum\x92s</p>"))
	// Output:
	// "<p>Fish &amp; chips: Mum\u2019s</p>"
}

func ExampleStep_UnmarshalText() {
	var skip repair.Step
	if err := skip.UnmarshalText([]byte("controls, spaces")); err != nil {
		fmt.Println(err)
	}
	fmt.Println(skip == repair.Controls|repair.Spaces, skip)
	// Output:
	// true controls,spaces
}
