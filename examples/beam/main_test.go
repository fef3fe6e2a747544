package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/google/go-cmp/cmp"
)

// asProgram is the environment variable that makes the test binary the program.
const asProgram = "TEXTMEND_BEAM_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	flag.Parse()
	initBeam(os.Stderr, false, true)
	os.Exit(m.Run())
}

// runProgram runs the program in a process of its own.
func runProgram(t *testing.T, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), asProgram+"=1")
	var out, errs strings.Builder
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return out.String(), errs.String(), c.ProcessState.ExitCode()
}

// runJob runs a job in this process, on Prism, and returns where it wrote and
// what it counted.
func runJob(t *testing.T, args ...string) (output string, s summary) {
	t.Helper()
	output = filepath.Join(t.TempDir(), "output")
	var o options
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	check := o.register(flags)
	if err := flags.Parse(append(args, "-output", output)); err != nil {
		t.Fatal(err)
	}
	if err := check(); err != nil {
		t.Fatal(err)
	}
	result, err := beamx.RunWithMetrics(context.Background(), newPipeline(&o))
	if err != nil {
		t.Fatal(err)
	}
	return output, newSummary(result.Metrics())
}

// written returns the lines of a kind that a job wrote.
func written[T any](t *testing.T, output, kind string) []T {
	t.Helper()
	all, err := readLines[T](output, kind)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What the sample was made of.
var sampleSpun = []string{
	"bread-blog is spun from bakery-strike",
	"clock-blog is spun from school-clock",
	"crane-blog is spun from harbour-crane",
	"glass-blog is spun from glass-works",
	"owl-blog is spun from owl-census",
	"piano-blog is spun from beach-piano",
}

func TestSample(t *testing.T) {
	stdout, stderr, status := runProgram(t)
	if status != statusFine {
		t.Fatalf("status %d, stderr:\n%s", status, stderr)
	}
	found := regexp.MustCompile(`\S+ is \S+ from \S+\b`).FindAllString(stdout, -1)
	if diff := cmp.Diff(sampleSpun, found); diff != "" {
		t.Errorf("pairs (-want +got):\n%s", diff)
	}
	for _, damaged := range []string{"train-poet", "glass-blog", "chess-cafe", "honey-court"} {
		if !strings.Contains(stdout, "  "+damaged+" ") {
			t.Errorf("%s is not among the damaged texts:\n%s", damaged, stdout)
		}
	}
	for _, line := range []string{"texts read                 34", "repaired                    4", "pairs spun                  6"} {
		if !strings.Contains(stderr, line+"\n") {
			t.Errorf("the summary lacks %q:\n%s", line, stderr)
		}
	}
	if strings.Contains(stderr, "beam:") {
		t.Errorf("a run that has nothing to complain about logs:\n%s", stderr)
	}
}

func TestTrouble(t *testing.T) {
	dir := t.TempDir()
	cut := filepath.Join(dir, "cut.jsonl.gz")
	whole := compress(t, `{"id": "a", "text": "It stops here."}`)
	writeFile(t, cut, whole[:len(whole)-9])
	good := filepath.Join(dir, "good.jsonl")
	writeFile(t, good, `{"id": "a", "text": "b"}`)
	occupied := filepath.Join(dir, "occupied")
	if err := os.Mkdir(occupied, 0o777); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(occupied, "pairs-00000-of-00008.jsonl"), "")
	output := filepath.Join(dir, "output")

	for _, test := range []struct {
		args   []string
		status int
		stderr string
	}{
		{[]string{"-nonsense"}, statusUsage, "flag provided but not defined: -nonsense"},
		{[]string{good}, statusUsage, "files are named by -input"},
		{[]string{"-format", "xml"}, statusUsage, `-format "xml" is neither jsonl nor text`},
		{[]string{"-format", "text"}, statusUsage, "-format needs -input"},
		{[]string{"-input", good}, statusUsage, "-input needs -output"},
		{[]string{"-text-field", ""}, statusUsage, "-text-field needs a name"},
		{[]string{"-verdicts", "spun,odd"}, statusUsage, `-verdicts: "odd" is none of undecided, unrelated,`},
		{[]string{"-common", "1"}, statusUsage, "-common 1 is not between 2 and 4096"},
		{[]string{"-shards", "0"}, statusUsage, "-shards 0 is not between"},
		{[]string{"-input", filepath.Join(dir, "none*"), "-output", output}, statusTrouble, "none*: no such file"},
		{[]string{"-input", "odd://place/x", "-output", output}, statusTrouble, `scheme "odd" not registered`},
		{[]string{"-input", dir, "-output", output}, statusTrouble, dir},
		{[]string{"-input", cut, "-output", output}, statusTrouble, cut + ":1: unexpected EOF\n"},
		{[]string{"-input", good, "-output", occupied}, statusTrouble, "pairs-00000-of-00008.jsonl is there already"},
		{[]string{"-input", good, "-output", filepath.Join(good, "x")}, statusTrouble, good},
		{[]string{"-input", good, "-output", output, "-runner", "odd"}, statusTrouble, "Runner odd not registered"},
		{[]string{"-input", good, "-output", output, "-runner", "flink"}, statusTrouble, "no job service endpoint"},
	} {
		stdout, stderr, status := runProgram(t, test.args...)
		if stdout != "" || status != test.status || !strings.Contains(stderr, test.stderr) {
			t.Errorf("%q: status %d, want %d; stderr, which should have %q:\n%s", test.args, status, test.status, test.stderr, stderr)
		}
		if n := strings.Count(stderr, "\n"); n != 1 {
			t.Errorf("%q: %d lines on stderr, want 1:\n%s", test.args, n, stderr)
		}
	}
}

func TestHelp(t *testing.T) {
	stdout, stderr, status := runProgram(t, "-h")
	if stdout != usage || stderr != "" || status != statusFine {
		t.Errorf("-h: status %d, %q, %q", status, stdout, stderr)
	}
	stdout, _, status = runProgram(t, "-help-all")
	if !strings.Contains(stdout, "-environment_type") || status != statusFine {
		t.Errorf("-help-all: status %d:\n%s", status, stdout)
	}
}
