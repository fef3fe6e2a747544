package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/spun"
)

const elf = "\x7fELF\x02\x01\x01\x00\x00\x03\x00\x3e\x00"

// asCompare in the environment makes the test binary the program itself.
const asCompare = "COMPARE_TEST_AS_COMPARE"

func TestMain(m *testing.M) {
	if os.Getenv(asCompare) != "" {
		main()
	}
	os.Exit(m.Run())
}

// inTempDir makes the files in a new directory and works there.
func inTempDir(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// runCompare runs the program.
func runCompare(stdin string, args ...string) (stdout, stderr string, status int) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	return out.String(), errs.String(), status
}

// utf16LE returns ASCII text as UTF-16, little endian, without a mark.
func utf16LE(ascii string) string {
	var b strings.Builder
	for i := range len(ascii) {
		b.WriteByte(ascii[i])
		b.WriteByte(0)
	}
	return b.String()
}

func TestRun(t *testing.T) {
	tests := []struct {
		name   string
		args   string
		stdin  string
		stdout string // what it must contain; nothing if empty
		stderr string // the same
		status int
	}{
		{name: "spun", args: "spun source", stdout: "spun from source", status: 1},
		{name: "spun_the_other_way", args: "source spun", stdout: "source from spun", status: 1},
		{name: "from_standard_input", args: "- source", stdin: sampleText, stdout: "<standard input> from source", status: 1},
		{name: "against_standard_input", args: "spun -", stdin: sampleReference, stdout: "spun from <standard input>", status: 1},
		{name: "from_utf16", args: "utf16 plain", stdout: "utf16 from plain"},
		{name: "with_itself", args: "source source", stdout: "source from source"},
		{name: "unrelated", args: "plain source", stdout: "plain from source"},
		{name: "empty", args: "empty source", stdout: "empty from source"},
		{name: "json", args: "-json spun source", stdout: `"reference":"source"`, status: 1},
		{name: "json_not_spun", args: "-json empty source", stdout: `"substitutions":[]`},

		{name: "missing", args: "missing source", stderr: "compare: missing: ", status: 2},
		{name: "missing_reference", args: "source missing", stderr: "compare: missing: ", status: 2},
		{name: "directory", args: ". source", stderr: "compare: .: is a directory\n", status: 2},
		{name: "binary", args: "source binary", stderr: "compare: binary: not text: NUL byte at offset 7\n", status: 2},
		{name: "binary_input", args: "source -", stdin: elf, stderr: "compare: <standard input>: not text", status: 2},
		{name: "one_file", args: "source", stderr: "want two files, a text and its reference, not 1; for help, run compare -h\n", status: 2},
		{name: "three_files", args: "source spun plain", stderr: "not 3", status: 2},
		{name: "standard_input_twice", args: "- -", stderr: "standard input can't be both texts", status: 2},
		{name: "unknown_flag", args: "-x source spun", stderr: "flag provided but not defined: -x", status: 2},
		{name: "help", args: "-h", stdout: usage},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inTempDir(t, map[string]string{
				"spun": sampleText, "source": sampleReference, "empty": "", "binary": elf,
				"plain": plainText, "utf16": "\xff\xfe" + utf16LE(plainText),
			})
			stdout, stderr, status := runCompare(tt.stdin, strings.Fields(tt.args)...)
			for _, stream := range []struct{ name, got, want string }{{"stdout", stdout, tt.stdout}, {"stderr", stderr, tt.stderr}} {
				if !strings.Contains(stream.got, stream.want) || stream.want == "" && stream.got != "" {
					t.Errorf("%s is %q, want %q in it", stream.name, stream.got, stream.want)
				}
			}
			if status != tt.status {
				t.Errorf("status is %d, want %d", status, tt.status)
			}
		})
	}
}

// plainText has nothing to do with the sample.
const plainText = "The recipe wants four eggs, a cup of flour and some butter. Beat the eggs until they foam, " +
	"then stir the flour in slowly while the butter melts in a pan. Pour it in, wait until the edge is brown, turn it " +
	"once and eat it hot with jam or sugar. It serves two, or one who is hungry.\n"

func TestSample(t *testing.T) {
	stdout, stderr, status := runCompare("")
	if status != 1 || !strings.Contains(stderr, "sample") {
		t.Errorf("status is %d, stderr %q", status, stderr)
	}
	folded := ""
	for line := range strings.Lines(stdout) {
		folded += "\n" + strings.Join(strings.Fields(line), " ") + " "
	}
	for _, want := range []string{"1:60 with 3:61 using", "1:130 advance 3:136 breakthrough *", "2:42 bilateral 5:42 reciprocal *", "3:139 develop 7:144 symptom"} {
		if !strings.Contains(folded, "\n"+want+" ") {
			t.Errorf("no line %q in\n%s", want, stdout)
		}
	}
	if !strings.Contains(stdout, "passages\nline") || strings.Contains(stdout, "\x1b") {
		t.Errorf("no passages, or colours, in\n%s", stdout)
	}
}

// wireRecord is -json's output as a program outside would declare it.
type wireRecord struct {
	Text          string
	Reference     string
	Verdict       string
	Probability   float64
	Reversed      bool
	Words         int
	Aligned       int
	Evidence      map[string]float64
	Passages      []wirePiece
	Substitutions []wirePiece
}

type wirePiece struct {
	Start     int
	End       int
	Line      int
	Column    int
	RefStart  int `json:"ref_start"`
	RefEnd    int `json:"ref_end"`
	RefLine   int `json:"ref_line"`
	RefColumn int `json:"ref_column"`
	Verdict   string
	Text      string
	Reference string
	Known     bool
	Count     int
}

func TestJSON(t *testing.T) {
	stdout, _, _ := runCompare("", "-json")
	var r wireRecord
	dec := json.NewDecoder(strings.NewReader(stdout))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		t.Fatalf("%v: %s", err, stdout)
	}
	if !strings.EqualFold(r.Verdict, "spun") || r.Probability < 0.5 || r.Reversed || r.Aligned < 100 || r.Words < r.Aligned || len(r.Passages) == 0 {
		t.Errorf("the report is %+v", r)
	}
	if r.Evidence["slots"] < 30 {
		t.Errorf("the evidence is %v", r.Evidence)
	}
	if len(r.Substitutions) < 30 {
		t.Errorf("%d substitutions", len(r.Substitutions))
	}
	for _, s := range r.Substitutions {
		if got := sampleText[s.Start:s.End]; got != s.Text {
			t.Errorf("bytes %d to %d are %q, want %q", s.Start, s.End, got, s.Text)
		}
		if got := sampleReference[s.RefStart:s.RefEnd]; got != s.Reference {
			t.Errorf("bytes %d to %d of the reference are %q, want %q", s.RefStart, s.RefEnd, got, s.Reference)
		}
		line := strings.Split(sampleText, "\n")[s.Line-1]
		if !strings.HasPrefix(line[s.Column-1:], s.Text) {
			t.Errorf("%q is not at %d:%d", s.Text, s.Line, s.Column)
		}
		line = strings.Split(sampleReference, "\n")[s.RefLine-1]
		if !strings.HasPrefix(line[s.RefColumn-1:], s.Reference) {
			t.Errorf("%q is not at %d:%d of the reference", s.Reference, s.RefLine, s.RefColumn)
		}
	}
}

func TestPlaces(t *testing.T) {
	doc := document{text: "ab\n\nc\u00e9\n"}
	places := doc.places()
	want := []place{{1, 1}, {1, 2}, {1, 3}, {2, 1}, {3, 1}, {3, 2}, {3, 3}, {3, 4}, {4, 1}}
	for offset := range len(doc.text) + 1 {
		if got := places.at(offset); got != want[offset] {
			t.Errorf("offset %d is at %v, want %v", offset, got, want[offset])
		}
	}
}

func TestClip(t *testing.T) {
	tests := []struct {
		in   string
		most int
		want string
	}{
		{"word", 10, "word"},
		{" two \n words ", 10, "two words"},
		{"\u00e9\u00e9\u00e9\u00e9", 4, "\u00e9\u00e9\u00e9\u00e9"},
		{"\u00e9\u00e9\u00e9\u00e9\u00e9", 4, "\u00e9\u00e9\u00e9\u2026"},
		{"\x1b[31m\u202e\xff", 40, `\x1b[31m\u202e\xff`},
		{strings.Repeat("\u4e2d", 50), 3, "\u4e2d\u4e2d\u2026"},
	}
	for _, tt := range tests {
		if got := clip(tt.in, tt.most); got != tt.want {
			t.Errorf("clip(%q, %d) = %q, want %q", tt.in, tt.most, got, tt.want)
		}
	}
}

func TestColour(t *testing.T) {
	c := &comparison{document{"t", sampleText}, document{"r", sampleReference}, compareSample()}
	plain, coloured := printed(c, painter(false)), printed(c, painter(true))
	if !strings.Contains(coloured, "\x1b[32musing") {
		t.Errorf("no colour: %s", coloured)
	}
	for _, code := range []string{"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m"} {
		coloured = strings.ReplaceAll(coloured, code, "")
	}
	if diff := cmp.Diff(plain, coloured); diff != "" {
		t.Errorf("colour changes more than colour (-plain +coloured):\n%s", diff)
	}
	if wantsColour(&bytes.Buffer{}) {
		t.Error("colour for a file")
	}
}

// failingWriter is a full disk.
type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteErrorsAreTold(t *testing.T) {
	for _, args := range []string{"", "-json", "-h"} {
		var errs bytes.Buffer
		status := run(strings.Fields(args), strings.NewReader(""), failingWriter{}, &errs)
		if !strings.HasSuffix(errs.String(), "compare: <standard output>: short write\n") || status != 2 {
			t.Errorf("compare %s: status %d, stderr %q", args, status, errs.String())
		}
	}
}

func TestClosedPipe(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	defer w.Close()
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), asCompare+"=1")
	var errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = w, &errs
	cmd.Run()
	if got := cmd.ProcessState.ExitCode(); got != 2 || !strings.Contains(errs.String(), "compare: <standard output>: ") {
		t.Errorf("status is %d, stderr %q", got, errs.String())
	}
}

func TestMessagesAreEscaped(t *testing.T) {
	_, stderr, _ := runCompare("", "\x1b[31mred\u202e", "x")
	if want := `compare: \x1b[31mred\u202e: `; !strings.HasPrefix(stderr, want) {
		t.Errorf("stderr is %q, want %q first", stderr, want)
	}
}

// compareSample returns the report on the sample.
func compareSample() spun.Report { return spun.Compare(sampleText, sampleReference) }

// printed returns what show prints.
func printed(c *comparison, paint paint) string {
	var b strings.Builder
	w := bufio.NewWriter(&b)
	c.show(w, paint)
	w.Flush()
	return b.String()
}
