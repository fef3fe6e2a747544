package prose

import (
	"strings"
	"testing"
)

func TestBuild(t *testing.T) {
	const size = 100 << 10
	for _, semicolons := range []bool{false, true} {
		s := Build(size, semicolons)
		if len(s) < size || len(s) > size+512 {
			t.Errorf("Build(%d, %t) has %d bytes", size, semicolons, len(s))
		}
		if got := strings.Contains(s, ";"); got != semicolons {
			t.Errorf("Build(%d, %t) has semicolons: %t", size, semicolons, got)
		}
	}
}
