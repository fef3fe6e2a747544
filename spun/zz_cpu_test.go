package spun

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"
)

func cpuTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func TestCPU(t *testing.T) {
	runtime.GOMAXPROCS(1)
	read := func(n string) string {
		f, _ := filepath.Glob("testdata/pages/" + n + "_*.txt")
		b, _ := os.ReadFile(f[0])
		return string(b)
	}
	text, ref := read("004"), read("002")
	r := NewReference(ref)
	tr := NewReference(text)
	time1 := func(name string, f func()) {
		f()
		best := time.Hour
		for range 10 {
			start := cpuTime()
			for range 200 {
				f()
			}
			best = min(best, (cpuTime()-start)/200)
		}
		fmt.Println(name, best)
	}
	time1("prepare 004", func() { NewReference(text) })
	time1("document 004", func() { newDocument(text, english()) })
	time1("sketch", func() { newSketch(tr.doc) })
	time1("postings 002", func() { newPostings(r.doc) })
	time1("compare prepared", func() { r.CompareReference(tr) })
	time1("compare", func() { r.Compare(text) })
	time1("anchors", func() { anchors(tr.doc, r.postings()) })
	time1("chains", func() { l := anchors(tr.doc, r.postings()); link(l); chains(l) })
	c := &comparison{text: tr.doc, ref: r.doc, kindred: kindred{text: tr.doc, ref: r.doc}}
	time1("align", func() { c.stretches = nil; c.align(r.postings()) })
	time1("report", func() { c.report() })
	time1("parts", func() { c.parts() })
}

func TestFull(t *testing.T) {
	runtime.GOMAXPROCS(1)
	tr, r := NewReference(zzpage("004")), NewReference(zzpage("002"))
	a := &aligner{text: tr.doc, ref: r.doc}
	for range 5 {
		start := cpuTime()
		for range 200 {
			a.layOut([]anchor{{}}, 0, tr.doc.words(), 0, r.doc.words(), 10000)
			a.trace(0, 0)
			a.fill()
		}
		full := (cpuTime() - start) / 200
		start = cpuTime()
		for range 200 {
			r.Compare(tr.doc.raw)
		}
		fmt.Println("full", full, "compare", (cpuTime()-start)/200)
	}
}
