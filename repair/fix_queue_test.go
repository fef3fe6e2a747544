package repair

import (
	"math/rand"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What comes out of a queue is what was put in, however the two take turns,
// but for fixes that join.
func TestFixQueue(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	texts := []string{"", "a", "\u2019", "longer"}
	steps := []Step{Encoding, Controls, Entities}
	var q fixQueue
	var want, got []Fix
	at := 0
	for range 20000 {
		if random.Intn(5) < 3 {
			f := Fix{Step: steps[random.Intn(3)], Reason: "x", Text: texts[random.Intn(4)]}
			f.Start = at + 1 + random.Intn(2)
			f.End = f.Start + random.Intn(3)
			at = f.End
			want = append(want, f)
			q.put(&f)
		}
		for n := random.Intn(3); n > 0 && q.n > 0; n-- {
			got = append(got, q.take())
		}
		if len(want) != len(got)+q.n {
			t.Fatalf("%d were put, %d taken, and %d are left", len(want), len(got), q.n)
		}
	}
	for q.n > 0 {
		got = append(got, q.take())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("taken (-put +taken):\n%s", diff)
	}
}

// Of text that is taken away there is one fix.
func TestFixQueueJoins(t *testing.T) {
	var q fixQueue
	for i := range 100000 {
		q.put(&Fix{Step: Controls, Start: i, End: i + 1, Reason: "x"})
	}
	q.put(&Fix{Step: Controls, Start: 100001, End: 100002, Reason: "x"})
	if first := q.take(); first.End != 100000 || q.n != 1 {
		t.Errorf("the first ends at %d, and %d follow", first.End, q.n)
	}
}

// Fixes like each other take no more room, others a few bytes.
func TestFixQueueRoom(t *testing.T) {
	var q fixQueue
	for i := range 100000 {
		q.put(&Fix{Step: Controls, Start: 2 * i, End: 2*i + 1, Reason: "x"})
	}
	if n := len(q.packed); n > 100 {
		t.Errorf("fixes like each other take %d bytes", n)
	}
	q = fixQueue{}
	for i := range 1000 {
		q.put(&Fix{Step: Controls, Start: 4*i + i%2, End: 4*i + i%2 + 1, Reason: "x", Text: "\u00e9"})
	}
	if n := len(q.packed); n > 8*1000 {
		t.Errorf("1000 fixes take %d bytes", n)
	}
}
