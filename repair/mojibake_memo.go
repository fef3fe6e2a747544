package repair

import (
	"bytes"
	"unicode/utf8"
)

// Most of what was misread in a text is the same few characters, between
// others of the same kinds: what they were read as is kept.

// maxKept bounds the bytes of characters whose reading is kept.
const maxKept = 32

// A readingKey is all that a reading depends on, of characters with ASCII
// behind them: those, and what else there is, in a few bits each.
type readingKey struct {
	chars [maxKept / 8]uint64
	other uint64
}

// A keptReading is the reading of what has the key.
type keptReading struct {
	key   readingKey
	as    reading // but for its runes
	runes [maxKept/4 + 1]rune
	count int // of runes
}

// A readingMemo has the last readings, one for each value of a hash.
type readingMemo [1 << 8]keptReading

// keyFor makes m.key and m.alone those of what stands at i of a text, and
// returns where a reading of that is kept, or nil where it can depend on more.
func (m *mojibakeReader) keyFor(before context, text string, i int) *keptReading {
	rest := text[i:min(len(text), i+maxKept+1+utf8.UTFMax)]
	n := 0
	for n < len(rest) && (rest[n] >= utf8.RuneSelf || rest[n] == ' ' && m.runsOver(rest, n)) {
		n++
	}
	if n == 0 || n > maxKept || n+2 > len(rest) || m.until > 0 && m.until < i+n {
		return nil
	}
	near, far := rest[n], rune(rest[n+1])
	if far >= utf8.RuneSelf {
		far, _ = decodeRune(rest[n+1:])
	}
	alone, lost := true, byte(0)
	if mayBeLost(near) {
		lost = near
		if far < utf8.RuneSelf && !mayBeLost(byte(far)) {
			alone = near != ' ' || !m.endsInGrave(rest[:n])
		} else if near != ' ' || !m.isClosed(rest[:n]) {
			return nil
		}
	}
	if m.memo == nil {
		m.memo = new(readingMemo)
	}
	m.alone = alone
	h := m.setKey(rest, n, lost, before, m.costs.context(far, rune(near)))
	return &m.memo[h%uint64(len(m.memo))]
}

// setKey sets m.key for the first n bytes of rest between two contexts, and
// returns a hash of it.
func (m *mojibakeReader) setKey(rest string, n int, lost byte, before, after context) uint64 {
	h := uint64(n) | uint64(lost)<<8 | uint64(before.far)<<16 | uint64(before.near)<<24 | uint64(after.far)<<32 | uint64(after.near)<<40 | uint64(m.lossy)<<48
	if m.alone {
		h |= 1 << 15
	}
	m.key = readingKey{other: h}
	for at := 0; at < n; at += 8 {
		var x uint64
		if at+8 <= len(rest) {
			x = load8(rest[at:]) & (1<<(8*min(8, n-at)) - 1)
		} else {
			x = bytesAtEnd(rest[at:n])
		}
		m.key.chars[at/8] = x
		h = (h ^ x) * hashFactor
		h ^= h >> 32
	}
	return h
}

// runsOver reports whether a sequence can have the space at n of s in it, and
// what stands behind that.
func (m *mojibakeReader) runsOver(s string, n int) bool {
	return n+1 < len(s) && s[n+1] >= utf8.RuneSelf && !m.isClosed(s[:n])
}

// endsInGrave reports whether s ends in what was the first byte of U+00E0, of
// which the words that follow tell whether a space was the second.
func (m *mojibakeReader) endsInGrave(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return bytes.IndexByte(m.tables.characters[m.tables.id(r)].bytes[:], 0xc3) >= 0
}

// isClosed reports whether no sequence can begin in s, of characters outside
// ASCII, that goes on behind it.
func (m *mojibakeReader) isClosed(s string) bool {
	for size := 2; size <= utf8.UTFMax && s != ""; size++ {
		r, n := decodeLastRune(s)
		s = s[:len(s)-n]
		for _, lead := range m.tables.characters[m.tables.id(r)].lead[size:] {
			if lead != 0 {
				return false
			}
		}
	}
	return true
}

// mayBeLost reports whether c can stand for a byte that was lost.
func mayBeLost(c byte) bool { return c == ' ' || c == '?' || c == '_' }

// keep keeps a reading, or that there is none, unless what is lost can have a
// part in it and with that all that follows: alone says that nothing behind the
// characters has.
func (k *keptReading) keep(key *readingKey, r *reading, alone bool) {
	switch {
	case r == nil && alone:
		k.key, k.as = *key, reading{}
	case r != nil && (alone || !r.lossy && r.gain >= gainWhole) && len(r.runes) <= len(k.runes):
		k.key, k.as, k.count = *key, *r, copy(k.runes[:], r.runes)
		k.as.runes = nil
	}
}

// recall returns the reading that is kept, in the place of r.
func (k *keptReading) recall(r *reading) *reading {
	if k.as.n == 0 {
		return nil
	}
	runes := append(r.runes[:0], k.runes[:k.count]...)
	*r = k.as
	r.runes = runes
	return r
}
