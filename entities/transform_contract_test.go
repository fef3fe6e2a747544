package entities_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/transform"

	"github.com/textmend/textmend/entities"
)

var contractTexts = []string{
	"", "a", "plain prose; nothing to do here.", "caf\u00e9\u00a0\xff\x00",
	"Pyongyang#39;s quot;visit,quot; anbsp;first", "doesn #39;t", "&", "& ", "&amp", "&amp;amp;quot;", "quot;",
	"&fjlig;&nGt;", "#55357;&#56832; u0027", "don#39;t " + strings.Repeat("it hums; ", 20000) + "Smith amp; Sons quot;x",
	"one &" + strings.Repeat("amp;", 60000) + "quot; is " + strings.Repeat("&#97;mp;", 8000) + " don#39;t",
}

// With room for one byte at a time Transform gets on with each call, and asks
// for more room only when dst is full.
func TestTransformShortDst(t *testing.T) {
	for _, s := range contractTexts {
		tr := entities.NewTransformer()
		src := []byte(s)
		var got []byte
		for {
			dst := make([]byte, 1)
			n, taken, err := tr.Transform(dst, src, true)
			got = append(got, dst[:n]...)
			src = src[taken:]
			if err == nil {
				break
			}
			if !errors.Is(err, transform.ErrShortDst) || n != len(dst) {
				t.Fatalf("Transform of %.60q = %d, %d, %v, want 1 byte and ErrShortDst", s, n, taken, err)
			}
		}
		if len(src) > 0 {
			t.Errorf("Transform of %.60q left %d bytes at the end", s, len(src))
		}
		if d := cmp.Diff(entities.Repair(s), string(got)); d != "" {
			t.Errorf("Transform of %.60q: (-Repair +Transform)\n%.300s", s, d)
		}
	}
}

func TestTransformNoDst(t *testing.T) {
	tr := entities.NewTransformer()
	n, taken, err := tr.Transform(nil, []byte("quot;"), true)
	if n != 0 || !errors.Is(err, transform.ErrShortDst) {
		t.Errorf("Transform without room = %d, %d, %v, want 0 bytes and ErrShortDst", n, taken, err)
	}
}

func TestTransformEmptySrc(t *testing.T) {
	tr := entities.NewTransformer()
	for _, atEOF := range []bool{false, false, true, true} {
		if n, taken, err := tr.Transform(make([]byte, 8), nil, atEOF); n != 0 || taken != 0 || err != nil {
			t.Errorf("Transform of nothing, atEOF %t = %d, %d, %v, want 0, 0, nil", atEOF, n, taken, err)
		}
	}
}

// A form that is cut waits for the rest of it, and ends with the stream.
func TestTransformAtEOF(t *testing.T) {
	for _, test := range []struct {
		pieces []string
		want   string
	}{
		{[]string{"don#3", "9;t"}, "don't"},
		{[]string{"don", "#39", ";", "t"}, "don't"},
		{[]string{"don#39"}, "don#39"},
		{[]string{"&am", "p;"}, "&"},
		{[]string{"&", "amp", ";am", "p;quot;"}, "\""},
		{[]string{"a caf\xc3", "\xa9; quot;x"}, "a caf\u00e9; \"x"},
		{[]string{"quot;", ""}, "\""},
	} {
		tr := entities.NewTransformer()
		dst := make([]byte, 100)
		var got []byte
		for _, piece := range append(test.pieces, "") {
			n, taken, err := tr.Transform(dst, []byte(piece), false)
			if taken != len(piece) || err != nil {
				t.Errorf("Transform of %q, not at EOF, took %d, %v, want all of it", piece, taken, err)
			}
			got = append(got, dst[:n]...)
		}
		n, _, err := tr.Transform(dst, nil, true)
		got = append(got, dst[:n]...)
		if string(got) != test.want || err != nil {
			t.Errorf("Transform of %q = %q, %v, want %q", test.pieces, got, err, test.want)
		}
	}
}

// Reset forgets what the stream before it showed, and what it held back.
func TestTransformReset(t *testing.T) {
	tr := entities.NewTransformer()
	dst := make([]byte, 1<<10)
	for _, s := range contractTexts[:len(contractTexts)-2] {
		for _, before := range []string{"don#39;t quot;x", "half of &am", "Donx27;t, doesn #39;t"} {
			if _, _, err := tr.Transform(dst, []byte(before), false); err != nil {
				t.Fatal(err)
			}
			tr.Reset()
			n, taken, err := tr.Transform(dst, []byte(s), true)
			if got, want := string(dst[:n]), entities.Repair(s); got != want || taken != len(s) || err != nil {
				t.Errorf("after %q and Reset, Transform of %.60q = %.60q, %d, %v, want %.60q", before, s, got, taken, err, want)
			}
			tr.Reset()
		}
	}
}

func TestTransformSpan(t *testing.T) {
	for _, test := range []struct {
		name, s string
		atEOF   bool
		atLeast int // a Span may end earlier than it has to
		atMost  int
		err     error
	}{
		{"empty", "", true, 0, 0, nil},
		{"empty, more to come", "", false, 0, 0, nil},
		{"clean", "plain prose; nothing to do here.", true, 32, 32, nil},
		{"clean, other bytes", "caf\u00e9; \xff\x00", true, 9, 9, nil},
		{"reference", "It is quot;late,quot; she said", true, 0, 6, transform.ErrEndOfSpan},
		{"reference at the start", "&amp;", true, 0, 0, transform.ErrEndOfSpan},
		{"space goes too", "doesn #39;t", true, 0, 5, transform.ErrEndOfSpan},
		{"half a reference", "It is &am", false, 0, 6, transform.ErrShortSrc},
		{"half a reference at the end", "It is &#3", true, 9, 9, nil},
		{"reference, more to come", "It is &quot;", false, 0, 6, transform.ErrShortSrc},
	} {
		t.Run(test.name, func(t *testing.T) {
			n, err := entities.NewTransformer().Span([]byte(test.s), test.atEOF)
			if n < test.atLeast || n > test.atMost || !errors.Is(err, test.err) {
				t.Errorf("Span(%q, %t) = %d, %v, want %d to %d, %v", test.s, test.atEOF, n, err, test.atLeast, test.atMost, test.err)
			}
		})
	}
}

// What Span passes and what Transform makes of the rest is what Repair makes
// of it all.
func TestTransformSpanThenTransform(t *testing.T) {
	for _, s := range contractTexts {
		for _, atEOF := range []bool{true, false} {
			tr := entities.NewTransformer()
			n, err := tr.Span([]byte(s), atEOF)
			if n < len(s) && err == nil {
				t.Errorf("Span(%.60q, %t) = %d, nil, want all or an error", s, atEOF, n)
			}
			got := []byte(s[:n])
			dst := make([]byte, len(s)+100)
			m, taken, err := tr.Transform(dst, []byte(s[n:]), true)
			got = append(got, dst[:m]...)
			if d := cmp.Diff(entities.Repair(s), string(got)); d != "" || err != nil || taken != len(s)-n {
				t.Errorf("Span(%.60q, %t) = %d, then Transform took %d, %v: (-Repair +got)\n%.300s", s, atEOF, n, taken, err, d)
			}
		}
	}
}

func TestTransformHelpers(t *testing.T) {
	tr := entities.NewTransformer()
	for _, s := range contractTexts {
		want := entities.Repair(s)
		got, n, err := transform.String(tr, s)
		if got != want || n != len(s) || err != nil {
			t.Errorf("transform.String(%.60q) = %.60q, %d, %v, want %.60q", s, got, n, err, want)
		}
		b, n, err := transform.Bytes(tr, []byte(s))
		if string(b) != want || n != len(s) || err != nil {
			t.Errorf("transform.Bytes(%.60q) = %.60q, %d, %v, want %.60q", s, b, n, err, want)
		}
		b, n, err = transform.Append(tr, []byte("> "), []byte(s))
		if string(b) != "> "+want || n != len(s) || err != nil {
			t.Errorf("transform.Append(%.60q) = %.60q, %d, %v, want %.60q after > ", s, b, n, err, want)
		}
		got, _, err = transform.String(transform.Chain(entities.NewTransformer(), entities.NewTransformer()), s)
		if got != want || err != nil {
			t.Errorf("two Transformers in a chain made %.60q of %.60q, %v, want %.60q", got, s, err, want)
		}
	}
}

func TestTransformOnReference(t *testing.T) {
	for _, keep := range []bool{false, true} {
		for _, s := range contractTexts {
			s = strings.Repeat(s+"\n", 3)
			var got []entities.Reference
			opts := entities.Options{KeepIntact: keep, OnReference: func(r entities.Reference) { got = append(got, r) }}
			w := transform.NewWriter(io.Discard, opts.NewTransformer())
			for piece := range slices.Chunk([]byte(s), 37) {
				if _, err := w.Write(piece); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(slices.Collect(opts.All(s)), got); d != "" {
				t.Errorf("references of %.60q, KeepIntact %t: (-All +OnReference)\n%.600s", s, keep, d)
			}
		}
	}
}
