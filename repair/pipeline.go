package repair

import (
	"slices"
	"sync"
)

// A finder is one step at work on one text, which it may be given in parts.
type finder interface {
	// reset prepares for another text.
	reset(o *Options)
	// find appends to fixes those for the text that in has, in the order of
	// their offsets and disjoint, with offsets into in.text. It returns the
	// fixes and how much of in.text is settled: the rest comes again, with more
	// behind it, and fixes lie in what is settled. At the last of the text it is
	// called until all of it is settled, so that it must settle something.
	//
	// What a step decides about a place may depend on all of the text before
	// it and on lookahead bytes behind it, and never on how the text was cut:
	// find must look no further even if there is more, and must settle a place
	// only once so much is there, or less if it needs less.
	// What is settled ends between characters, so that no step but the first
	// sees a part of one.
	//
	// It does not allocate where there is nothing to fix. Strings in fixes are
	// constants or copies: in.text is gone after the call.
	find(in *input, fixes []Fix) ([]Fix, int)
}

// lookahead is how many bytes behind a place are evidence for it, at most.
const lookahead = 64 << 10

// An input is what a step has to do.
type input struct {
	text  string // not settled yet, as the steps before left it
	first bool   // it begins the whole text
	last  bool   // it ends the whole text
	fixes []Fix  // that the steps before made, some before text
	shift int    // offset in text less offset in the input of the first step, before fixes
}

// A stage is a step at its place in the order.
type stage struct {
	step Step // 0 for what is done whatever is skipped
	make func() finder
}

// stages lists the steps in the order in which they are taken. One that can
// give work to another that went before comes before it again.
var stages = [...]stage{
	{0, func() finder { return new(byteFinder) }},
	{Encoding, func() finder { return new(legacyFinder) }},
	{Encoding, func() finder { return new(mojibakeFinder) }},
	{Encoding, func() finder { return &mojibakeFinder{again: true} }}, // what a fix shows of what stands before it
	{Controls, func() finder { return new(controlFinder) }},
	{Entities, func() finder { return new(entityFinder) }},
	{Controls, func() finder { return new(markFinder) }},
	{Encoding, func() finder { return &mojibakeFinder{again: true} }},
	{Encoding, func() finder { return &mojibakeFinder{again: true} }}, // what a fix shows of what stands before it
	{Encoding, func() finder { return &legacyFinder{again: true} }},
	{Controls, func() finder { return new(byteControlFinder) }},
	{Tags, func() finder { return &tagFinder{step: Tags} }},
	{Breaks, func() finder { return &tagFinder{step: Breaks} }},
	{Compat, func() finder { return new(compatFinder) }},
	{Breaks, func() finder { return new(backslashFinder) }},
	{Spaces, func() finder { return new(spaceFinder) }},
	{Encoding, func() finder { return &mojibakeFinder{again: true} }}, // what Spaces made of no-break spaces
	{Encoding, func() finder { return &mojibakeFinder{again: true} }},
	{Encoding, func() finder { return &legacyFinder{again: true} }},
	{Compat, func() finder { return new(compatFinder) }},
	{Form, func() finder { return new(formFinder) }},
	{Breaks, func() finder { return new(wrapFinder) }},
	{Quotes | Doubled | Glued, func() finder { return new(wordFinder) }},
	{Lines, func() finder { return new(lineFinder) }},
	{Breaks, func() finder { return new(wrapFinder) }},
}

// takes reports whether the stage is one of the options'.
func (o *Options) takesStage(s *stage) bool { return s.step == 0 || o.takes(s.step) }

// A kind is what finders have in common that stand at several stages and look
// at nothing but the text: where one found nothing, none does.
type kind int

const (
	single kind = iota // any other
	legacyKind
	mojibakeKind
	compatKind
	wrapKind
	kinds
)

func kindOf(f finder) kind {
	switch f.(type) {
	case *legacyFinder:
		return legacyKind
	case *mojibakeFinder:
		return mojibakeKind
	case *compatFinder:
		return compatKind
	case *wrapFinder:
		return wrapKind
	}
	return single
}

// A worker has what it takes to repair one text after the other without
// allocating for those that are clean.
type worker struct {
	finders [len(stages)]finder
	found   []Fix
	in      input
	opts    Options
}

var workers = sync.Pool{New: func() any {
	w := new(worker)
	for i := range stages {
		w.finders[i] = stages[i].make()
	}
	return w
}}

// run takes the steps on s, each on the whole of what the one before left.
// The fixes make of s the text that it returns.
func (o *Options) run(s string) (text string, fixes []Fix) {
	w := workers.Get().(*worker)
	defer workers.Put(w)
	w.opts = *o
	text = s
	texts := 1           // how many there were: s, and those that stages made
	var clean [kinds]int // the last of them in which a finder of the kind found nothing
	for i := range stages {
		if !o.takesStage(&stages[i]) {
			continue
		}
		f := w.finders[i]
		k := kindOf(f)
		if clean[k] == texts {
			continue
		}
		f.reset(&w.opts)
		w.in = input{text: text, fixes: fixes, first: true, last: true}
		w.found, _ = f.find(&w.in, w.found[:0])
		if len(w.found) == 0 {
			if k != single {
				clean[k] = texts
			}
			continue
		}
		texts++
		if len(fixes) == 0 {
			fixes = slices.Clone(w.found)
		} else {
			fixes = compose(make([]Fix, 0, len(fixes)+len(w.found)), fixes, w.found, 0)
		}
		text = Apply(text, w.found)
	}
	w.in, w.opts = input{}, Options{}
	clear(w.found)
	return text, fixes
}
