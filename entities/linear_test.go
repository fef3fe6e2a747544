package entities_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/textmend/textmend/entities"
)

// Law 6: the time is linear in the size of the text. The law says 1.5 times
// and 50 ns a byte at most; the bounds here let a busy machine pass.
func TestLinear(t *testing.T) {
	if os.Getenv("TEXTMEND_TIMES") == "" {
		t.Skip("takes time, and a machine to itself: set TEXTMEND_TIMES")
	}
	const small, large = 100_000, 10_000_000
	const most = 800 * time.Millisecond // for one run; what takes longer is measured at 1 MB at least
	for _, test := range []struct{ name, first, again string }{
		{"quot;", "", "quot;"},
		{"&amp;amp;...", "&", "amp;"},
		{";", "", ";"},
		{"&", "", "&"},
		{"a;", "", "a;"},
		{"one word", "", "x"},
		{"#1055;", "", "#1055;"},
		{" #39;", "", " #39;"},
		{"0", "", "0"},
		{"u0027", "", "u0027"},
		{"& ", "", "& "},
	} {
		t.Run(test.name, func(t *testing.T) {
			build := func(size int) string {
				return test.first + strings.Repeat(test.again, (size-len(test.first))/len(test.again))
			}
			short := nsPerByte(build(small))
			size := min(large, max(large/10, int(float64(most)/short)))
			long := nsPerByte(build(size))
			t.Logf("%-12s %7.2f ns/byte at 100 KB, %7.2f at %4.1f MB: %.2f times", test.name, short, long, float64(size)/1e6, long/short)
			if long > 5*short && long > 200 {
				t.Errorf("Repair takes %.1f ns/byte at %d bytes and %.1f at 100 KB, want linear time", long, size, short)
			}
		})
	}
}

// nsPerByte returns the best of three runs, or of fewer when they take long.
func nsPerByte(s string) float64 {
	var best, sum time.Duration
	for i := 0; i < 3 && sum < 400*time.Millisecond; i++ {
		start := time.Now()
		entities.Repair(s)
		d := time.Since(start)
		sum += d
		if i == 0 || d < best {
			best = d
		}
	}
	return float64(best) / float64(len(s))
}
