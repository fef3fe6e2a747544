package ladder

// random is SplitMix64 (Steele, Lea and Flood, 2014), which is the same with
// every version of Go.
type random struct{ state uint64 }

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number in [0,n).
func (r *random) below(n int) int { return int(r.next() >> 33 % uint64(n)) }

// order returns the numbers in [0,n) in a random order.
func (r *random) order(n int) []int {
	list := make([]int, n)
	for i := range list {
		j := r.below(i + 1)
		list[i] = list[j]
		list[j] = i
	}
	return list
}
