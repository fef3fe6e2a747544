package repair

// fixTexts makes the texts of fixes, many of them in one allocation.
type fixTexts struct{ room []byte }

// roomSize is how much is allocated at a time: little, as whoever keeps one of
// the fixes keeps all of it.
const roomSize = 1 << 10

// of returns a copy of b.
func (t *fixTexts) of(b []byte) string {
	if len(b) > roomSize/4 {
		return string(b)
	}
	if len(b) > cap(t.room)-len(t.room) {
		t.room = make([]byte, 0, roomSize)
	}
	n := len(t.room)
	t.room = append(t.room, b...)
	return view(t.room[n:])
}
