package entities

// window is how far ahead evidence counts, in bytes.
const window = 64 << 10

// maxBalance bounds how much a family of forms weighs, so that a text made of
// others follows each of them soon.
const maxBalance = 4

// An evidence is what the forms beyond doubt in the text so far have shown.
type evidence struct {
	any     bool   // there is one
	and     bool   // an "and" was an ampersand
	letter  bool   // one is a letter
	own     uint32 // the names of class risky, by their number
	apart   int    // letters behind a space since the last reference that had none
	balance int    // above 0: the & was deleted; below 0: it became a space
}

// An event is one form beyond doubt that was found ahead.
type event struct {
	at     int // byte offset of its start
	any    bool
	and    bool
	letter bool
	own    uint32
	sign   int
	apart  bool // a letter behind a space, which may be the start of a word
}

func eventOf(f *form, p *place, at int) event {
	const lost = AmpersandDeleted | AmpersandWord
	return event{
		at:     at,
		any:    f.damage&lost != 0,
		and:    f.damage&AmpersandWord != 0,
		letter: f.role == roleLetter && f.damage&lost != 0,
		own:    f.own(),
		sign:   sign(f, p),
		apart:  f.damage&AmpersandDeleted != 0 && f.role == roleLetter && p.spaces == 1 && isLetter(p.beyond),
	}
}

func (e event) empty() bool { return !e.any && !e.and && e.own == 0 && e.sign == 0 && !e.apart }

func (v *evidence) add(e event) {
	v.any = v.any || e.any
	v.and = v.and || e.and
	v.own |= e.own
	v.letter = v.letter || e.letter
	switch {
	case e.sign > 0:
		v.apart = 0
	case e.apart:
		v.apart++
	}
	v.balance = min(max(v.balance+e.sign, -maxBalance), maxBalance)
}

// isFull reports whether one more form that lost its &, with that sign of 0 or 1,
// would change nothing.
func (v *evidence) isFull(sign int) bool {
	return v.any && (sign == 0 || v.balance == maxBalance && v.apart == 0)
}

// foreignOwn stands for all numbers of letters that are not Latin.
const foreignOwn = 1 << 31

// own returns the bit of a form's name, if that is of class risky.
func (f *form) own() uint32 {
	switch {
	case f.certainty == risky:
		return 1 << (f.risk - 1)
	case f.role == roleLetter && f.number.value >= 0x250:
		return foreignOwn
	}
	return 0
}

// known reports whether the text before the byte at has what k stands for,
// which before says, or the window after it.
func (e *scanner) known(at int, before bool, k kind) bool {
	if before || e.probing() {
		return before
	}
	return e.scouted().has(k, max(at+1, e.skip), at+window)
}

// manyApart is how many letters behind a space, and none without, make a text
// one whose ampersands became spaces.
const manyApart = 6

// family returns the family of the text at a place: above 0 where ampersands
// were deleted, below 0 where they became spaces, 0 where neither shows.
// The form there, which is part of the evidence by now, does not count.
func (e *scanner) family(at int) int {
	sum := e.prior
	if sum.balance != 0 || e.probing() {
		return sum.balance
	}
	c := e.scouted()
	for n, signs := 0, 0; signs < maxBalance && sum.apart <= manyApart && c.nth(signKind, n, max(at+1, e.skip), at+window); n++ {
		q := &c.ahead[signKind]
		v := q.shows[q.first+n].event()
		sum.add(v)
		if v.sign != 0 {
			signs++
		}
	}
	if sum.balance == 0 && sum.apart > manyApart {
		return -1
	}
	return sum.balance
}
