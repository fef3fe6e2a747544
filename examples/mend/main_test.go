package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/textmend/textmend/repair"
)

// What the tests repair: damage that leaves no doubt.
const (
	damaged  = "Pyongyang#39;s quot;long-standing relationship,quot; it said.\n"
	mended   = "Pyongyang's \"long-standing relationship,\" it said.\n"
	harmless = "Putin, in his message to Kim, also vowed to bolster bilateral ties.\n"
	page     = "<p title=\"&amp;\">Fish &amp; chips</p>\n<script>quot;x</script>\n"

	damagedPage = "<p title='Kim#39;s'>quot;Yes,quot; he said; AT amp;amp;T didn#39;t.</p>\n"
	mendedPage  = "<p title='Kim&#39;s'>\"Yes,\" he said; AT&amp;T didn't.</p>\n"

	binary = "\x7fELF\x02\x01\x01\x00\x00\x03\x00\x3e\x00"
)

// asMend in the environment makes the test binary the program itself.
const asMend = "MEND_TEST_AS_MEND"

func TestMain(m *testing.M) {
	if os.Getenv(asMend) != "" {
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

// readFile returns what a file holds.
func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// runMend runs the program on a standard input that is no terminal.
func runMend(stdin string, args ...string) (stdout, stderr string, status int) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	return out.String(), errs.String(), status
}

func TestRun(t *testing.T) {
	tests := []struct {
		name   string
		args   string
		stdin  string
		stdout string
		stderr string // what it must contain; nothing if empty
		status int
	}{
		{name: "filter", stdin: damaged, stdout: mended},
		{name: "filter_clean", stdin: harmless, stdout: harmless},
		{name: "empty_input_stays_empty"},
		{name: "empty_file_stays_empty", args: "empty", stdin: damaged},
		{name: "dash_is_standard_input", args: "bad - good", stdin: damaged, stdout: mended + mended + harmless},
		{name: "files_not_standard_input", args: "bad good", stdin: "unread", stdout: mended + harmless},
		{name: "no_newline_is_added", stdin: "Korea#39;s", stdout: "Korea's"},
		{name: "utf16_by_nulls", args: "utf16", stdout: mended},
		{name: "utf16_by_mark", args: "marked", stdout: mended},

		{name: "list", args: "-l good bad empty", stdout: "bad\n", status: 1},
		{name: "list_nothing", args: "-l good empty"},
		{name: "list_standard_input", args: "-l", stdin: damaged, stdout: "<standard input>\n", status: 1},
		{name: "diff_nothing", args: "-d good empty"},
		{name: "explain_nothing", args: "-explain good empty"},
		{name: "json_nothing", args: "-json good empty"},

		{name: "missing_among_good", args: "good missing bad", stdout: harmless + mended, stderr: "mend: missing: ", status: 2},
		{name: "directory_among_good", args: "good . bad", stdout: harmless + mended, stderr: "mend: .: is a directory\n", status: 2},
		{name: "binary_among_good", args: "good binary bad", stdout: harmless + mended, stderr: "mend: binary: not text: NUL byte at offset 7\n", status: 2},
		{name: "binary_input", stdin: binary, stderr: "mend: <standard input>: not text: NUL byte at offset 7\n", status: 2},
		{name: "trouble_outranks_difference", args: "-l binary bad", stdout: "bad\n", stderr: "not text", status: 2},
		{name: "difference_does_not_hide_trouble", args: "-l bad binary", stdout: "bad\n", stderr: "not text", status: 2},

		{name: "html", args: "-html page", stdout: page},
		{name: "html_standard_input", args: "-html", stdin: page + damagedPage, stdout: page + mendedPage},
		{name: "html_list", args: "-html -l page bad", stdout: "bad\n", status: 1},
		{name: "html_utf16", args: "-html utf16 page", stdout: page, stderr: "mend: utf16: HTML in UTF-16: -html repairs UTF-8\n", status: 2},
		{name: "text_is_no_html", args: "page", stdout: "<p title=\"&\">Fish & chips</p>\n<script>\"x</script>\n"},
		{name: "skip", args: "-skip entities,spaces bad", stdout: damaged},
		{name: "skip_twice", args: "-skip spaces -skip entities bad", stdout: damaged},
		{name: "skip_another", args: "-skip controls bad", stdout: mended},
		{name: "skip_in_html", args: "-html -skip entities", stdin: damagedPage, stdout: damagedPage},
		{name: "unknown_step", args: "-skip entitys bad", stderr: `-skip: no step has the name "entitys"; their names are encoding,controls,`, status: 2},
		{name: "unknown_step_among_known", args: "-also tags,x bad", stderr: `-also: no step has the name "x"`, status: 2},
		{name: "no_step", args: "-also tags, bad", stderr: `-also: no step has the name ""`, status: 2},
		{name: "finding_is_no_step", args: "-also lost bad", stderr: `-also: no step has the name "lost"`, status: 2},
		{name: "also_and_skip", args: "-also tags,glued -skip glued bad", stderr: "-also and -skip both name glued", status: 2},
		{name: "help", args: "-h", stdout: usage()},
		{name: "long_help", args: "--help", stdout: usage()},
		{name: "unknown_flag", args: "-x good", stderr: "flag provided but not defined: -x", status: 2},
		{name: "two_reports", args: "-json -d good", stderr: "-json and -d don't go together", status: 2},
		{name: "write_standard_input", args: "-w", stdin: damaged, stderr: "can't rewrite standard input", status: 2},
		{name: "write_dash", args: "-w -l bad -", stdin: damaged, stderr: "can't rewrite standard input", status: 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inTempDir(t, map[string]string{
				"bad": damaged, "good": harmless, "empty": "", "binary": binary, "page": page,
				"utf16": utf16LE(damaged), "marked": "\xff\xfe" + utf16LE(damaged),
			})
			stdout, stderr, status := runMend(tt.stdin, strings.Fields(tt.args)...)
			if diff := cmp.Diff(tt.stdout, stdout); diff != "" {
				t.Errorf("stdout (-want +got):\n%s", diff)
			}
			if !strings.Contains(stderr, tt.stderr) || tt.stderr == "" && stderr != "" {
				t.Errorf("stderr is %q, want %q", stderr, tt.stderr)
			}
			if status != tt.status {
				t.Errorf("status is %d, want %d", status, tt.status)
			}
			if diff := cmp.Diff(damaged, readFile(t, "bad")); diff != "" {
				t.Errorf("the file was changed (-want +got):\n%s", diff)
			}
		})
	}
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

// The flags add up.
func TestParseSteps(t *testing.T) {
	opts, err := parse([]string{"-also", "tags, lines", "-skip", "spaces", "-also", "form", "-skip", "glued,quotes"})
	if err != nil {
		t.Fatal(err)
	}
	if want := repair.Tags | repair.Lines | repair.Form; opts.repair.Also != want {
		t.Errorf("-also is %v, want %v", opts.repair.Also, want)
	}
	if want := repair.Spaces | repair.Glued | repair.Quotes; opts.repair.Skip != want {
		t.Errorf("-skip is %v, want %v", opts.repair.Skip, want)
	}
}

// What is reported of a document are changes to its bytes.
func TestHTMLFixes(t *testing.T) {
	doc, err := newDocument(&options{html: true}, "page", damagedPage)
	if err != nil {
		t.Fatal(err)
	}
	if doc.repaired != mendedPage || repair.Apply(doc.input, doc.fixes) != mendedPage {
		t.Errorf("the page is %q, and its fixes make %q, want %q", doc.repaired, repair.Apply(doc.input, doc.fixes), mendedPage)
	}
}

func TestFormOf(t *testing.T) {
	big := "\x00" + strings.TrimSuffix(utf16LE(harmless), "\x00")
	tests := []struct {
		name, input string
		want        form
		text        bool
	}{
		{"empty", "", formUTF8, true},
		{"ascii", harmless, formUTF8, true},
		{"invalid", "caf\xe9", formUTF8, true},
		{"marked_little", "\xff\xfea\x00", formUTF16LE, true},
		{"marked_big", "\xfe\xff\x00a", formUTF16BE, true},
		{"little", utf16LE(harmless), formUTF16LE, true},
		{"big", big, formUTF16BE, true},
		{"cut_in_a_unit", utf16LE(harmless) + "a", formUTF16LE, true},
		{"spaces_only", strings.Repeat("\x3f\x04\x40\x04\x38\x04\x20\x00", 8), formUTF16LE, true},
		{"a_null_in_text", "a null\x00 in a text", 0, false},
		{"nulls_for_spaces", "Letters\x00were\x00exchanged\x00on\x00Tuesday\x00by\x00both", 0, false},
		{"elf", binary, 0, false},
		{"utf32", "\xff\xfe\x00\x00a\x00\x00\x00", 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := formOf(tt.input)
			if got != tt.want || (err == nil) != tt.text {
				t.Errorf("formOf(%q) = %d, %v; want %d", tt.input, got, err, tt.want)
			}
		})
	}
}

// failingWriter is a full disk.
type failingWriter struct{ writes int }

func (w *failingWriter) Write([]byte) (int, error) {
	w.writes++
	return 0, io.ErrShortWrite
}

func TestWriteErrorsAreTold(t *testing.T) {
	inTempDir(t, map[string]string{"bad": damaged})
	for _, args := range []string{"bad bad", "-explain bad bad", "-json bad bad", "-d bad bad", "-l bad bad", "-h"} {
		t.Run(args, func(t *testing.T) {
			var out failingWriter
			var errs bytes.Buffer
			status := run(strings.Fields(args), strings.NewReader(""), &out, &errs)
			want := "mend: <standard output>: short write\n" // once: the second file is not tried
			if diff := cmp.Diff(want, errs.String()); diff != "" || status != 2 {
				t.Errorf("status %d; stderr (-want +got):\n%s", status, diff)
			}
			if out.writes != 1 {
				t.Errorf("%d writes, want 1", out.writes)
			}
		})
	}
}

// command returns the program as a process of its own.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asMend+"=1")
	return cmd
}

func TestClosedPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	defer w.Close()
	var errs bytes.Buffer
	cmd := command(t)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(damaged), w, &errs
	cmd.Run()
	if got := cmd.ProcessState.ExitCode(); got != 2 {
		t.Errorf("status is %d, want 2", got)
	}
	if !strings.HasPrefix(errs.String(), "mend: <standard output>: ") {
		t.Errorf("stderr is %q", errs.String())
	}
}

func TestSample(t *testing.T) {
	cmd := command(t) // standard input is the null device
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Errorf("%v: %s", err, errs.String())
	}
	for _, want := range []string{"Pyongyang's state media", `"long-standing strategic relationship,"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in the output:\n%s", want, out.String())
		}
	}
	lines := strings.SplitAfter(errs.String(), "\n")
	if len(lines) != 3 || !strings.Contains(lines[0], "sample") || !strings.Contains(lines[1], "-explain") {
		t.Errorf("stderr is not a line about the sample and one about the repair:\n%s", errs.String())
	}
}

func TestSampleInOtherReports(t *testing.T) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	for args, want := range map[string]int{"-explain": 0, "-json": 0, "-d": 1, "-l": 1, "-w": 2} {
		var out, errs bytes.Buffer
		if got := run([]string{args}, null, &out, &errs); got != want {
			t.Errorf("mend %s: status %d, want %d: %s", args, got, want, errs.String())
		}
		if args != "-w" && !strings.Contains(out.String(), sampleName) {
			t.Errorf("mend %s does not name the sample:\n%s", args, out.String())
		}
	}
	// Named, standard input is read whatever it is.
	var out, errs bytes.Buffer
	if got := run([]string{"-"}, null, &out, &errs); got != 0 || out.Len()+errs.Len() > 0 {
		t.Errorf("mend -: status %d, %q, %q", got, out.String(), errs.String())
	}
}

func TestMessagesAreEscaped(t *testing.T) {
	_, stderr, _ := runMend("", "\x1b[31mred\u202e")
	want := `mend: \x1b[31mred\u202e: `
	if !strings.HasPrefix(stderr, want) {
		t.Errorf("stderr is %q, want %q first", stderr, want)
	}
	if _, stderr, _ := runMend("", "-\x1b[31m"); strings.Contains(stderr, "\x1b") {
		t.Errorf("stderr is %q", stderr)
	}
}
