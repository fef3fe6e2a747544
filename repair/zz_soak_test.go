package repair_test

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"
)

func TestSoak(t *testing.T) {
	sec, _ := strconv.Atoi(os.Getenv("SOAK"))
	seed, _ := strconv.Atoi(os.Getenv("SEED"))
	r := rand.New(rand.NewPCG(uint64(seed), 7))
	n := 0
	for t0 := time.Now(); time.Since(t0) < time.Duration(sec)*time.Second; n++ {
		// few pieces make repeats likely
		k := 3 + r.IntN(12)
		set := make([]byte, k)
		for i := range set {
			set[i] = byte(r.IntN(len(pieces)))
		}
		data := make([]byte, 2*(1+r.IntN(60)))
		for i := range data {
			if i%2 == 0 {
				data[i] = set[r.IntN(k)]
			} else {
				data[i] = byte(r.Uint32())
			}
		}
		checkWords(t, fromPieces(data))
		if t.Failed() {
			return
		}
	}
	t.Log(n, "texts")
}
