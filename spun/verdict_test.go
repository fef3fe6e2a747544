package spun_test

import (
	"testing"

	"github.com/textmend/textmend/spun"
)

// TestVerdict checks that each verdict has a name that it can be read from.
func TestVerdict(t *testing.T) {
	names := map[string]bool{}
	for v := spun.Undecided; v <= spun.Spun; v++ {
		data, err := v.MarshalText()
		if err != nil || string(data) != v.String() {
			t.Errorf("%v.MarshalText() = %q, %v", v, data, err)
		}
		names[v.String()] = true
		var back spun.Verdict
		if err := back.UnmarshalText(data); err != nil || back != v {
			t.Errorf("UnmarshalText(%q) = %v, %v", data, back, err)
		}
	}
	if len(names) != 7 {
		t.Errorf("%d names, want 7", len(names))
	}
}

func TestVerdictOutOfRange(t *testing.T) {
	const none = spun.Spun + 1
	if got, want := none.String(), "Verdict(7)"; got != want {
		t.Errorf("String() = %q, want %q", got, want)
	}
	if data, err := none.MarshalText(); err == nil {
		t.Errorf("MarshalText() = %q, want an error", data)
	}
	v := spun.Copy
	if err := v.UnmarshalText([]byte("Copy")); err == nil || v != spun.Copy {
		t.Errorf(`UnmarshalText("Copy") gives %v, %v, want an error and no change`, v, err)
	}
}

// TestOptions checks that lists of the user are used.
func TestOptions(t *testing.T) {
	none := spun.Options{FunctionWords: []string{"zzz"}, Related: func(a, b string) bool { return false }}
	r := none.Compare(text, reference)
	for _, s := range r.Substitutions {
		if s.Known && text[s.Start:s.End] != "2" {
			t.Errorf("%q is known to no thesaurus", text[s.Start:s.End])
		}
	}
	usual := spun.Compare(text, reference)
	if r.Evidence.Function >= usual.Evidence.Function {
		t.Errorf("%d function words with a list of none, %d with the built-in list", r.Evidence.Function, usual.Evidence.Function)
	}
	if r.Verdict != spun.Spun {
		t.Errorf("without a thesaurus the verdict is %v", r.Verdict)
	}
}
