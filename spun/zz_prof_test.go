package spun

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func BenchmarkZZ(b *testing.B) {
	text, ref := zzpage("004"), zzpage("002")
	r := NewReference(ref)
	tr := NewReference(text)
	for b.Loop() {
		r.CompareReference(tr)
	}
}

func zzpage(n string) string {
	f, _ := filepath.Glob("testdata/pages/" + n + "_*.txt")
	b, _ := os.ReadFile(f[0])
	return string(b)
}

func TestProf(t *testing.T) {
	text, ref := zzpage("004"), zzpage("002")
	r := NewReference(ref)
	tr := NewReference(text)
	start := cpuTime()
	n := 0
	for cpuTime()-start < 2*time.Second {
		r.CompareReference(tr)
		n++
	}
	fmt.Println((cpuTime() - start) / time.Duration(n))
}
