package repair

import (
	"strings"
	"unsafe"

	"golang.org/x/text/encoding/unicode"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/utf16form"
)

// Options say which steps are taken. The zero value takes those that any
// careful reader would agree with, as the functions of the package do. Its
// methods are safe for concurrent use, and a value serves any number of texts.
type Options struct {
	// Skip is the set of steps not to take. The output is valid UTF-8 even
	// so: without Encoding, bytes that are none become U+FFFD.
	Skip Step
}

// String returns s repaired. It returns s itself when there is nothing to do,
// without allocating. Any bytes are input, and the result is valid UTF-8. It
// is idempotent, and safe for concurrent use.
func String(s string) string { return Options{}.String(s) }

// Bytes returns b repaired: b itself when there is nothing to do, else a new
// slice. It does not change b. It is safe for concurrent use.
func Bytes(b []byte) []byte { return Options{}.Bytes(b) }

// Append appends src, repaired, to dst and returns the extended slice. dst and
// src must not overlap. It is safe for concurrent use.
func Append[T ~[]byte | ~string](dst []byte, src T) []byte {
	switch src := any(src).(type) {
	case string:
		return Options{}.AppendString(dst, src)
	case []byte:
		return Options{}.Append(dst, src)
	}
	return Options{}.AppendString(dst, string(src))
}

// Explain returns what [String] does, and the fixes that make it of s: in the
// order of their offsets, disjoint, and each as small as can be. Text in UTF-16
// is one fix. It is safe for concurrent use.
func Explain(s string) (string, []Fix) { return Options{}.Explain(s) }

// String is [String] with options.
func (o Options) String(s string) string {
	if o.clean(s) {
		return s
	}
	text, _ := o.Explain(s)
	return text
}

// Bytes is [Bytes] with options.
func (o Options) Bytes(b []byte) []byte {
	s := view(b)
	if o.clean(s) {
		return b
	}
	text, _ := o.Explain(s)
	return []byte(text)
}

// Append is [Append] with options, for bytes.
func (o Options) Append(dst, src []byte) []byte { return o.AppendString(dst, view(src)) }

// AppendString is [Append] with options, for a string.
func (o Options) AppendString(dst []byte, src string) []byte {
	return append(dst, o.String(src)...)
}

// view returns b as a string that is valid until b changes.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func (o *Options) takes(s Step) bool { return o.Skip&s == 0 }

// clean reports whether no step has anything to do.
func (o *Options) clean(s string) bool {
	if o.form(s) != utf16form.UTF8 || validPrefix(s) < len(s) {
		return false
	}
	if o.takes(Controls) && (nextControl(s) < len(s) || len(s) >= 3 && s[:3] == byteOrderMark) {
		return false
	}
	return !o.takes(Entities) || entities.Repair(s) == s
}

// Explain is [Explain] with options.
func (o Options) Explain(s string) (string, []Fix) {
	text, decoded := o.decode(s)
	middle := text
	var fixes []Fix
	for _, step := range o.steps() {
		var found []Fix
		step(text, marksOf(fixes), func(f Fix) { found = append(found, f) })
		fixes = compose(fixes, found, text)
		text = Apply(text, found)
	}
	fixes = compose(decoded, fixes, middle)
	minimal := fixes[:0]
	for _, f := range fixes {
		if f.shrink(s) {
			minimal = append(minimal, f)
		}
	}
	return text, minimal
}

// form returns the form of the text that begins with s. It goes by NULs only
// if those are removed from the result, which is to be UTF-8 for good.
func (o *Options) form(s string) utf16form.Form {
	if !o.takes(Encoding) || !o.takes(Controls) && !strings.HasPrefix(s, "\xff\xfe") && !strings.HasPrefix(s, "\xfe\xff") {
		return utf16form.UTF8
	}
	return utf16form.Of(s)
}

// decode returns s in UTF-8, and the fix that makes it so if it is in UTF-16.
func (o *Options) decode(s string) (string, []Fix) {
	form := o.form(s)
	if form == utf16form.UTF8 {
		return s, nil
	}
	text := decodeUTF16(form, s)
	return text, []Fix{{Step: Encoding, End: len(s), Text: text, Reason: reasonUTF16}}
}

// A finder lists the fixes of one step. The spans of marks are where the steps
// before it wrote in text.
type finder func(text string, marks []span, add func(Fix))

// steps returns the steps to take, in order. UTF-16 comes before them.
func (o *Options) steps() []finder {
	var steps []finder
	use := func(s Step, f finder) {
		if o.takes(s) {
			steps = append(steps, f)
		}
	}
	steps = append(steps, func(text string, _ []span, add func(Fix)) { findEncoding(text, true, o.takes(Encoding), add) })
	use(Controls, func(text string, _ []span, add func(Fix)) { findControls(text, true, true, add) })
	use(Entities, func(text string, _ []span, add func(Fix)) { findEntities(text, add) })
	use(Controls, func(text string, _ []span, add func(Fix)) { findMarks(text, add) })
	use(Spaces, func(text string, marks []span, add func(Fix)) { new(spaceStep).find(text, true, marks, add) })
	return steps
}

// marksOf returns where fixes of a text wrote in what they made of it. What an
// intact reference says was the author's to say, spaces too.
func marksOf(fixes []Fix) []span {
	marks := make([]span, 0, len(fixes))
	shift := 0
	for _, f := range fixes {
		if from := f.Start + shift; f.Reason != reasonIntact {
			marks = append(marks, span{from, from + len(f.Text)})
		}
		shift += len(f.Text) - (f.End - f.Start)
	}
	return marks
}

// decodeUTF16 returns s, which is in the form given, in UTF-8. Half of a pair
// of surrogates, and half of a unit at the end, is U+FFFD.
func decodeUTF16(form utf16form.Form, s string) string {
	order := unicode.LittleEndian
	if form == utf16form.BigEndian {
		order = unicode.BigEndian
	}
	text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().String(s)
	if err != nil {
		text += "\ufffd"
	}
	return text
}
