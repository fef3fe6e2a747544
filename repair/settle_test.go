package repair

import (
	"strings"
	"testing"
)

// What settles comes with the fixes of all rounds.
func TestSettle(t *testing.T) {
	const s = "caaab"
	rounds := 0
	shorten := func(s string) (string, []Fix) {
		rounds++
		i := strings.Index(s, "aa")
		if i < 0 {
			return s, nil
		}
		fixes := []Fix{{Step: Doubled, Start: i, End: i + 2, Text: "a", Reason: "a"}}
		return Apply(s, fixes), fixes
	}
	text, fixes := shorten(s)
	text, fixes, ok := settle(text, fixes, shorten)
	if text != "cab" || !ok || Apply(s, fixes) != text || rounds != 3 {
		t.Errorf("settle = %q, %+v, %v in %d rounds", text, fixes, ok, rounds)
	}
}

// What does not settle is given up.
func TestSettleNever(t *testing.T) {
	grow := func(s string) (string, []Fix) {
		return s + "a", []Fix{{Step: Doubled, Start: len(s), End: len(s), Text: "a", Reason: "a"}}
	}
	text, fixes := grow("b")
	if text, _, ok := settle(text, fixes, grow); ok {
		t.Errorf("settle = %q, want nothing", text)
	}
}
