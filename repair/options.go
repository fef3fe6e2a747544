package repair

import (
	"strings"
	"unsafe"

	"golang.org/x/text/encoding/unicode"

	"github.com/textmend/textmend/internal/utf16form"
)

// Options say which steps are taken. The zero value takes those that any
// careful reader would agree with, as the functions of the package do. Its
// methods are safe for concurrent use, and a value serves any number of texts.
type Options struct {
	// Skip is the set of steps not to take. The output is valid UTF-8 even
	// so: without Encoding, bytes that are none become U+FFFD.
	Skip Step
	// Also is the set of steps to take beside the default ones.
	Also Step
	// Words are words of the user's language, such as [ReadWords] reads; nil
	// for none. With them Doubled and Glued work on text in that language,
	// and leave the words alone that are in it, and Breaks joins those that
	// hyphens divide at the ends of lines.
	Words *Words
	// OnFix is called for each fix by HTML and NewReader, which return no
	// list, in order. Offsets count from the beginning of the document or
	// stream; where that is in UTF-16, from the beginning of its text in UTF-8.
	OnFix func(Fix)
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
	decoded, _ := o.decode(s)
	text, _ := o.mend(decoded)
	return text
}

// Bytes is [Bytes] with options.
func (o Options) Bytes(b []byte) []byte {
	s := view(b)
	text := o.String(s)
	if len(text) == len(s) && unsafe.StringData(text) == unsafe.StringData(s) {
		return b
	}
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

// takes reports whether the step is one that the options ask for.
func (o *Options) takes(s Step) bool { return (defaultSteps&^o.Skip|o.Also)&s != 0 }

// Explain is [Explain] with options.
func (o Options) Explain(s string) (string, []Fix) {
	decoded, whole := o.decode(s)
	text, fixes := o.mend(decoded)
	if len(whole) > 0 {
		fixes = compose(nil, whole, fixes, 0)
	}
	return text, minimal(fixes, s)
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
