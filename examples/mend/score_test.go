package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestScore(t *testing.T) {
	inTempDir(t, map[string]string{"a.txt": damaged, "b.txt": harmless + "Lost: caf\ufffd\n", "empty": ""})
	for _, test := range []struct {
		name string
		args []string
		want string
	}{
		{"files", []string{"-score", "a.txt", "b.txt", "empty"}, scoreHeader +
			"    0.500        6        3           3  a.txt: 3 entities, damaged character reference: ampersand deleted\n" +
			"    0.929       14        1           0  b.txt: 1 lost, character lost (for good)\n" +
			"    1.000        0        0           0  empty\n"},
		{"lines", []string{"-score", "-lines", "b.txt"}, scoreHeader +
			"    1.000       12        0           0  b.txt:1\n" +
			"    0.500        2        1           0  b.txt:2: 1 lost, character lost (for good)\n"},
		{"JSON", []string{"-score", "-json", "-lines", "b.txt"},
			`{"file":"b.txt","line":1,"integrity":1,"words":12,"damaged":0,"repairable":0,"breakdown":[],"findings":[]}` + "\n" +
				`{"file":"b.txt","line":2,"integrity":0.5,"words":2,"damaged":1,"repairable":0,` +
				`"breakdown":[{"step":"lost","reason":"character lost","repairable":false,"count":1}],` +
				`"findings":[{"step":"lost","start":9,"end":12,"reason":"character lost","repairable":false}]}` + "\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var stdout, stderr strings.Builder
			status := run(test.args, strings.NewReader(""), &stdout, &stderr)
			if diff := cmp.Diff(test.want, stdout.String()); diff != "" || status != statusFine || stderr.Len() > 0 {
				t.Errorf("status %d, standard error %q, output (-want +got):\n%s", status, stderr.String(), diff)
			}
		})
	}
}

func TestScoreFlags(t *testing.T) {
	for want, args := range map[string][]string{
		"-lines goes with -score":               {"-lines"},
		"-score and -html don't go together":    {"-score", "-html"},
		"-score and -w don't go together":       {"-score", "-w", "x"},
		"-score and -explain don't go together": {"-score", "-explain"},
		"no such file":                          {"-words", "nowhere/words"},
	} {
		if _, err := parse(args); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("parse(%q) gives error %v, want %q", args, err, want)
		}
	}
}

func TestWords(t *testing.T) {
	inTempDir(t, map[string]string{"words": "Haus\nGarten\nund\n"})
	opts, err := parse([]string{"-words", "words"})
	if err != nil || opts.repair.Words == nil {
		t.Errorf("parse gives words %v, error %v", opts.repair.Words, err)
	}
}
