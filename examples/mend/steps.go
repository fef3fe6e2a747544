package main

import (
	"fmt"
	"strings"

	"github.com/textmend/textmend/repair"
)

// The steps of the repair, by the names that -also and -skip know.
const (
	stepsByDefault = repair.Tags - 1
	stepsAskedFor  = repair.Tags | repair.Lines | repair.Breaks | repair.Form | repair.Compat
)

// addSteps adds to a set the steps with the names given, which have commas
// between them.
func addSteps(set *repair.Step, names string) error {
	var steps repair.Step
	for name := range strings.SplitSeq(names, ",") {
		var s repair.Step
		err := s.UnmarshalText([]byte(name))
		if err != nil || s == 0 || s&^(stepsByDefault|stepsAskedFor) != 0 {
			return fmt.Errorf("no step has the name %q; their names are %v", strings.TrimSpace(name), stepsByDefault|stepsAskedFor)
		}
		steps |= s
	}
	*set |= steps
	return nil
}
