package repair_test

import (
	"testing"

	"github.com/textmend/textmend/repair"
)

func TestStepText(t *testing.T) {
	for _, test := range []struct {
		s    repair.Step
		text string
	}{
		{0, "none"},
		{repair.Encoding, "encoding"},
		{repair.Controls, "controls"},
		{repair.Entities, "entities"},
		{repair.Spaces, "spaces"},
		{repair.Controls | repair.Entities, "controls,entities"},
		{repair.Quotes | repair.Doubled | repair.Glued, "quotes,doubled,glued"},
		{repair.Tags | repair.Lines | repair.Breaks, "tags,lines,breaks"},
		{repair.Lost | repair.Garbled | repair.Repeated | repair.CutOff, "lost,garbled,repeated,cutoff"},
		{repair.Form | repair.Compat, "form,compat"},
		{repair.Encoding | repair.Controls | repair.Entities | repair.Spaces, "encoding,controls,entities,spaces"},
	} {
		text, err := test.s.MarshalText()
		if err != nil || string(text) != test.text || test.s.String() != test.text {
			t.Errorf("Step(%#x).MarshalText() = %q, %v, String() = %q, want %q", uint32(test.s), text, err, test.s, test.text)
		}
		got := ^test.s
		if err := got.UnmarshalText(text); err != nil || got != test.s {
			t.Errorf("UnmarshalText(%q) gave %#x, %v, want %#x", text, uint32(got), err, uint32(test.s))
		}
	}
}

func TestStepUnmarshalText(t *testing.T) {
	const before = repair.Entities
	for _, test := range []struct {
		text string
		want repair.Step
		ok   bool
	}{
		{"", 0, true},
		{"  ", 0, true},
		{" spaces , controls ", repair.Spaces | repair.Controls, true},
		{"spaces,spaces", repair.Spaces, true},
		{"html", before, false},
		{"spaces,html", before, false},
		{"Spaces", before, false},
		{"spaces controls", before, false},
		{"0x10", before, false},
	} {
		s := before
		if err := s.UnmarshalText([]byte(test.text)); (err == nil) != test.ok || s != test.want {
			t.Errorf("UnmarshalText(%q) gave %v, %v, want %v and ok %t", test.text, s, err, test.want, test.ok)
		}
	}
	unknown := repair.Controls | repair.CutOff<<1
	if text, err := unknown.MarshalText(); err == nil {
		t.Errorf("Step(%#x).MarshalText() = %q, want an error", uint32(unknown), text)
	}
	if got, want := unknown.String(), "controls,0x10000"; got != want {
		t.Errorf("Step(%#x).String() = %q, want %q", uint32(unknown), got, want)
	}
}
