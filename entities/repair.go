package entities

import (
	"iter"
	"slices"
)

// Options say which references are repaired and how. The zero value repairs
// all of them, as the functions of the package do. Its methods are safe for
// concurrent use.
type Options struct {
	// KeepIntact leaves well-formed references as they are, for text that is
	// still HTML. The markup characters that a damaged reference stood for
	// are then written as well-formed references: quot; becomes &quot;.
	KeepIntact bool
	// Skip leaves references alone that have any of these damages.
	Skip Damage
	// Names, when it is not empty, limits repair to references of these
	// names, such as "nbsp" or "#39".
	Names []string
	// OnReference is called by a Transformer, which returns no list, for
	// each reference that it replaces, in order. Offsets count from the
	// beginning of the stream.
	OnReference func(Reference)
}

func (o *Options) takes(f *form) bool {
	return f.damage&o.Skip == 0 && (len(o.Names) == 0 || slices.Contains(o.Names, f.name))
}

// text returns what f is replaced by.
func (o *Options) text(f *form) string {
	if o.KeepIntact {
		switch f.text {
		case "&":
			return "&amp;"
		case "<":
			return "&lt;"
		case ">":
			return "&gt;"
		case `"`:
			return "&quot;"
		}
	}
	return f.text
}

// Repair returns s with its character references decoded, the damaged ones
// among them too. It returns s itself when there is nothing to do. It is
// idempotent, and safe for concurrent use.
func Repair(s string) string { return Options{}.Repair(s) }

// AppendRepair appends the repaired text of src to dst and returns the
// extended slice. dst and src must not overlap. It is safe for concurrent use.
func AppendRepair[T ~[]byte | ~string](dst []byte, src T) []byte {
	switch src := any(src).(type) {
	case string:
		return Options{}.AppendString(dst, src)
	case []byte:
		return Options{}.Append(dst, src)
	}
	return Options{}.AppendString(dst, string(src))
}

// All returns the references of s, intact and damaged, in order and disjoint.
// Replacing each by its Text gives what [Repair] returns. It is safe for
// concurrent use.
func All(s string) iter.Seq[Reference] { return Options{}.All(s) }

// Repair is [Repair] with options.
func (o Options) Repair(s string) string {
	e := newScanner(o, s, true)
	defer e.release()
	out, at := e.appendRepair(nil, 0)
	if at == 0 {
		return s
	}
	return view(append(out, s[at:]...))
}

// Append is [AppendRepair] with options, for bytes.
func (o Options) Append(dst, src []byte) []byte { return o.AppendString(dst, view(src)) }

// AppendString is [AppendRepair] with options, for a string.
func (o Options) AppendString(dst []byte, src string) []byte {
	e := newScanner(o, src, true)
	defer e.release()
	dst, at := e.appendRepair(dst, 0)
	return append(dst, src[at:]...)
}

// appendRepair appends the input at hand from the offset at, with what is
// settled of it repaired, up to the end of the last edit, which it returns.
func (e *scanner) appendRepair(dst []byte, at int) ([]byte, int) {
	for more := true; more; {
		var edits []edit
		edits, more = e.more()
		if dst == nil && len(edits) > 0 {
			dst = make([]byte, 0, len(e.s))
		}
		for i := range edits {
			d := &edits[i]
			dst = append(append(dst, e.s[at:d.Start]...), d.Text...)
			at = d.End
		}
	}
	return dst, at
}

// All is [All] with options.
func (o Options) All(s string) iter.Seq[Reference] {
	return func(yield func(Reference) bool) {
		e := newScanner(o, s, true)
		defer e.release()
		for more := true; more; {
			var edits []edit
			edits, more = e.more()
			for i := range edits {
				if !yield(edits[i].Reference) {
					return
				}
			}
		}
	}
}
