package repair_test

import (
	"path/filepath"
	"testing"

	"github.com/textmend/textmend/internal/txtar/txtartest"
	"github.com/textmend/textmend/repair"
)

// TestAskedFixtures runs the cases of each step that is to be asked for, with
// that step, and those that have nothing for it with all of them too.
func TestAskedFixtures(t *testing.T) {
	for name, step := range map[string]repair.Step{
		"tags": repair.Tags, "form": repair.Form, "compat": repair.Compat, "breaks": repair.Breaks, "lines": repair.Lines,
	} {
		o := repair.Options{Also: step}
		t.Run(name, func(t *testing.T) {
			txtartest.Run(t, filepath.Join("testdata", name+".txtar"), *update, o.String)
		})
		t.Run(name+" negative", func(t *testing.T) {
			txtartest.Run(t, filepath.Join("testdata", name+"_negative.txtar"), false, o.String)
		})
		t.Run(name+" known failures", func(t *testing.T) {
			txtartest.RunKnownFailures(t, filepath.Join("testdata", name+"_failures.txtar"), o.String)
		})
	}
}
