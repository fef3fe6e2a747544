// Measure runs the project's measurements on data of your own:
//
//	go run ./internal/measure COMMAND [FLAGS] ARGS
//
// The commands are
//
//	pairs [-via=entities] FILE
//
// With -via=repair package repair is used, with -via=repair,STEPS these steps
// are taken beside the default ones.
//
// FILE has a damaged text, a tab, and what it should read on each line; \n in
// the second stands for a newline. Each row that does not come out right is
// printed with its number and one of these words: "spaces", right once every
// run of white space is one space; "missed", left unchanged; "WRONG", changed
// into something else; "WRONG (partial)", changed, and what remains between
// it and the expected text is exactly the rest of the way. A no-break space
// counts as a space.
//
//	same [-via=entities] FILE
//
// Each line of FILE has to come back unchanged; those that do not are printed.
//
//	roundtrip [-match=news-*.txt] [-v=N] DIR-OR-FILE...
//
// Each file is clean text, a sentence to a line. Documents of 20 lines are
// escaped as a content management system does it, damaged (every "&" deleted,
// or turned into one space), repaired, and compared with the original line by
// line. The html4 families write with numbers what has no name in HTML 4.
// With -v, the first N lines that differ in each file and family are printed.
// A repair that adds or removes a newline makes the rest of its document
// differ.
//
//	false [-ext=.go] PATH...
//
// Each file under PATH is one text. Every damaged reference found in it is
// printed; in text without damage, each is a false alarm. Intact references
// are only counted. The references, applied, have to give Repair's result.
// Files with a NUL byte are skipped as binary.
//
//	mojibake [-match=news-*.txt] [-v=N] FILE.json...|DIR-OR-FILE...
//
// FILE.json has the cases that ftfy's authors collected: those that package
// repair, with its default steps, does not make what is wanted are printed.
// Curled quotes count as straight ones. Any other file is clean text, a
// sentence to a line. Its UTF-8 is read as something else, repaired, and
// compared: each line as a whole, one word of each line among the others, and
// that word alone. "twice" is Windows-1252 two times over; "lossy" is
// Windows-1252 of which controls were then dropped and no-break spaces made
// spaces. The table has the percentage that came out exactly, and after a
// slash the percentage that became something else than it was or is to be;
// the rest was left alone. With -v, N texts of the second kind are printed for
// each file and misreading, with -v above 1000 also those left alone.
//
//	legacy [-match=news-*.txt] DIR-OR-FILE...
//
// The same for texts that were written in Windows-1251, KOI8-R, Shift-JIS,
// EUC-JP, GBK or EUC-KR, and read as Windows-1252, as another encoding of
// Russian, or not at all.
//
//	sms FILE
//
// FILE is like that of pairs. C1 controls are what Windows-1252 has there,
// spaces at the ends do not count, and rows that differ by quotation marks,
// backslashes and spaces alone are left out.
//
//	changes [-ext=.go] [-step=encoding] PATH...
//
// Each file under PATH is one text. The fixes that package repair makes in it
// are printed, those of the step or steps named.
//
//	fixes [-also=STEPS] [-skip=STEPS] FILE...
//
// Each file is one text. Every fix that package repair makes is printed, with
// these steps taken beside the default ones, or left out. Files with a NUL byte
// are skipped.
//
//	lines [-v] FILE
//
// FILE has the lines of pages, in order: on each line a page's name, a tab, 1
// for a line of the text or 0 for furniture, a tab and the line. What Lines
// takes of the text and of the furniture is counted, and with -v what it takes
// of the text printed.
//
// The exit status is 2 on trouble, such as a file that cannot be read; how
// the measured text came out does not change it.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/repair"
)

const usage = `usage: measure COMMAND [FLAGS] ARGS
	pairs [-via=entities] FILE
	same [-via=entities] FILE
	roundtrip [-match=news-*.txt] [-v=N] DIR-OR-FILE...
	false [-ext=.go] PATH...
	mojibake [-match=news-*.txt] [-v=N] FILE.json...|DIR-OR-FILE...
	legacy [-match=news-*.txt] DIR-OR-FILE...
	sms FILE
	changes [-ext=.go] [-step=encoding] PATH...
	fixes [-also=STEPS] [-skip=STEPS] FILE...
	lines [-v] FILE`

// program has the commands, by name.
var program = subcommand.Program{
	Name:  "measure",
	Usage: usage,
	Commands: map[string]func(io.Writer, []string) error{
		"pairs": pairs, "same": same, "roundtrip": roundtrip, "false": falseAlarms,
		"mojibake": mojibake, "legacy": legacyTexts, "sms": sms,
		"changes": changes, "fixes": listFixes, "lines": furniture,
	},
}

func main() { program.Main() }

// repairFunc returns what the flag -via names.
func repairFunc(via string) (func(string) string, error) {
	switch via {
	case "entities":
		return entities.Repair, nil
	case "repair":
		return repair.String, nil
	}
	if also, ok := strings.CutPrefix(via, "repair,"); ok {
		o, err := repairOptions(also, "")
		return o.String, err
	}
	return nil, fmt.Errorf("-via=%s: want entities, repair, or repair,STEPS", via)
}

// readLines returns the lines of a file without their ends.
func readLines(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	text := strings.TrimSuffix(string(data), "\n")
	if text == "" {
		return nil, fmt.Errorf("%s: no lines", file)
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSuffix(line, "\r")
	}
	return lines, nil
}
