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
	return f.damage&o.Skip == 0 && (len(o.Names) == 0 || slices.Contains(o.Names, f.label()))
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
	var first finder
	if !first.peek(s) {
		return s
	}
	e := newScanner(o, s, true)
	defer e.recycle()
	e.find = first
	e.keepText(nil)
	if e.run(); e.raw {
		return s
	}
	return view(e.out)
}

// Append is [AppendRepair] with options, for bytes.
func (o Options) Append(dst, src []byte) []byte { return o.AppendString(dst, view(src)) }

// AppendString is [AppendRepair] with options, for a string.
func (o Options) AppendString(dst []byte, src string) []byte {
	var first finder
	if !first.peek(src) {
		return append(dst, src...)
	}
	e := newScanner(o, src, true)
	defer e.recycle()
	e.find = first
	e.keepText(dst)
	if e.run(); e.raw {
		return append(dst, src...)
	}
	return e.out
}

// run decides about the whole text and brings out up to its end.
func (e *scanner) run() {
	for e.advance() {
	}
	e.extend(len(e.s))
}

// All is [All] with options.
func (o Options) All(s string) iter.Seq[Reference] {
	return func(yield func(Reference) bool) {
		e := newScanner(o, s, true)
		defer e.recycle()
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
