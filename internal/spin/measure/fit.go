package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// fitPenalty keeps weights finite where the classes can be told apart without
// a mistake.
const fitPenalty = 1e-4

// A task is one of the functions that the decision is made of: some of the
// features, fitted on some of the samples and tried on others.
type task struct {
	name       string
	from, to   int // its features
	train, try set
}

// wayFeatures is how many features tell who changed a text. The others tell
// whether it still says the same, the first factFeatures of them by its names
// and numbers.
const (
	wayFeatures  = 10
	factFeatures = 2
	features     = 14
)

// fit fits the weights of the decision on the articles with an even number,
// and tries them on the others: first spins against all that was not refilled,
// then spins against what was. Spins have as much weight as all the rest
// together: that is the mixture for which the probabilities are right.
func fit(out io.Writer, args []string) error {
	all, s, err := prepare("fit", args)
	if err != nil {
		return err
	}
	without, err := s.withoutFeatures()
	if err != nil {
		return err
	}
	way := &task{name: "way", to: wayFeatures}
	content := &task{name: "content", from: wayFeatures, to: features}
	facts := &task{name: "facts", from: wayFeatures, to: wayFeatures + factFeatures}
	for _, sample := range all {
		r := sample.compare()
		if r.Evidence.Slots == 0 { // its probability is 0, whatever the weights
			continue
		}
		x := r.Features()
		for _, i := range without {
			if i >= len(x) {
				return fmt.Errorf("-without=%s: there are %d features", s.without, len(x))
			}
			x[i] = 0
		}
		refilled := strings.HasPrefix(sample.kind, "refilled")
		if !refilled {
			way.add(x, sample, s.human)
		}
		if refilled || sample.spun {
			content.add(x, sample, s.human)
			facts.add(x, sample, s.human)
		}
	}
	for _, t := range []*task{way, content, facts} {
		if len(t.train.x) == 0 || len(t.try.x) == 0 {
			fmt.Fprintf(out, "%s: nothing to fit on\n", t.name)
			continue
		}
		t.fit(out)
	}
	return nil
}

// add takes a sample, to fit on or to try.
func (t *task) add(x []float64, sample sample, human int) {
	to := &t.train
	if sample.article%2 == 1 {
		to = &t.try
	}
	weight := 1.0
	if strings.HasPrefix(sample.kind, "human") {
		weight = float64(human)
	}
	to.add(x[t.from:t.to], sample, weight)
}

// fit fits one function and tries it.
func (t *task) fit(out io.Writer) {
	l := fitLogistic(t.train.x, t.train.y, t.train.balance(), fitPenalty)
	fmt.Fprintf(out, "%s: fitted on %d comparisons\nbias %.4f\nweights", t.name, len(t.train.x), l.bias)
	for _, w := range l.weights {
		fmt.Fprintf(out, " %.4f,", w)
	}
	fmt.Fprintln(out)
	t.try.report(out, l)
}

// withoutFeatures returns the numbers of the features that are left out.
func (s *setup) withoutFeatures() ([]int, error) {
	var list []int
	for field := range strings.SplitSeq(s.without, ",") {
		if field == "" {
			continue
		}
		i, err := strconv.Atoi(field)
		if err != nil || i < 0 {
			return nil, fmt.Errorf("-without=%s: want numbers of features, from 0", s.without)
		}
		list = append(list, i)
	}
	return list, nil
}

// A set is some comparisons, what they are, and of which kind.
type set struct {
	x      [][]float64
	y      []bool
	kind   []string
	weight []float64
}

func (s *set) add(x []float64, of sample, weight float64) {
	s.x, s.y, s.kind, s.weight = append(s.x, x), append(s.y, of.spun), append(s.kind, of.kind), append(s.weight, weight)
}

// balance returns weights that give both classes the same weight together.
func (s *set) balance() []float64 {
	sum := map[bool]float64{}
	for i, y := range s.y {
		sum[y] += s.weight[i]
	}
	weights := make([]float64, len(s.y))
	for i, y := range s.y {
		weights[i] = s.weight[i] * float64(len(s.y)) / 2 / sum[y]
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
