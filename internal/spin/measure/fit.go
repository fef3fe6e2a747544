package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/textmend/textmend/spun"
)

// fitPenalty keeps weights finite where the classes can be told apart without
// a mistake.
const fitPenalty = 1e-4

// fit fits the weights of the decision on the articles with an even number,
// and tries them on the others. Spins have as much weight as all the rest
// together: that is the mixture for which the probabilities are right.
func fit(out io.Writer, args []string) error {
	all, compare, s, err := prepare("fit", args)
	if err != nil {
		return err
	}
	var train, try set
	for _, sample := range all {
		r := compare(sample)
		if r.Evidence.Slots == 0 { // never spun
			continue
		}
		to := &train
		if sample.article%2 == 1 {
			to = &try
		}
		to.x, to.y, to.kind = append(to.x, features(&r)), append(to.y, sample.spun), append(to.kind, sample.kind)
	}
	l := fitLogistic(train.x, train.y, train.balance(), fitPenalty)
	fmt.Fprintf(out, "fitted on %d comparisons, spinner %s, detector knows %s\n", len(train.x), s.spinner, s.known)
	fmt.Fprintf(out, "bias %.4f\n", l.bias)
	for i, w := range l.weights {
		fmt.Fprintf(out, "%-16s %.4f\n", featureNames[i], w)
	}
	try.report(out, l)
	return nil
}

// featureNames name what features returns.
var featureNames = []string{
	"replaced", "order lost", "gaps", "inflected", "known", "repeated", "words", "rarer", "aligned",
}

// features are the numbers that the decision of package spun goes by.
func features(r *spun.Report) []float64 { return r.Features() }

// A set is some comparisons, what they are, and of which kind.
type set struct {
	x    [][]float64
	y    []bool
	kind []string
}

// balance returns weights that give both classes the same weight together.
func (s *set) balance() []float64 {
	spins := 0
	for _, y := range s.y {
		if y {
			spins++
		}
	}
	weights := make([]float64, len(s.y))
	for i, y := range s.y {
		n := len(s.y) - spins
		if y {
			n = spins
		}
		weights[i] = float64(len(s.y)) / 2 / float64(max(1, n))
	}
	return weights
}

// report tries a regression: how well it orders, and what it calls wrong.
func (s *set) report(out io.Writer, l *logistic) {
	p := make([]float64, len(s.x))
	wrong := map[string]int{}
	var bins calibration
	loss := 0.0
	weights := s.balance()
	for i, x := range s.x {
		p[i] = l.probability(x)
		if (p[i] >= 0.5) != s.y[i] {
			wrong[s.kind[i]]++
		}
		bins.add(p[i], s.y[i])
		of := p[i]
		if !s.y[i] {
			of = 1 - of
		}
		loss -= weights[i] * math.Log(max(1e-12, of)) / float64(len(s.x))
	}
	fmt.Fprintf(out, "tried on %d: AUC %.4f, log loss %.4f; wrong: %s\n", len(s.x), auc(p, s.y), loss, most(wrong))
	bins.report(out)
}

// auc returns the probability that a spin has a higher score than something
// that is none.
func auc(score []float64, y []bool) float64 {
	order := make([]int, len(score))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(score[i], score[j]) })
	below, spins, pairs := 0.0, 0, 0.0
	for start := 0; start < len(order); {
		end := start
		ties, tiedSpins := 0, 0
		for ; end < len(order) && score[order[end]] == score[order[start]]; end++ {
			if y[order[end]] {
				tiedSpins++
			} else {
				ties++
			}
		}
		pairs += float64(tiedSpins) * (below + float64(ties)/2)
		below += float64(ties)
		spins += tiedSpins
		start = end
	}
	return pairs / max(1, below*float64(spins))
}
