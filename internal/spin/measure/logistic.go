package main

import "math"

// A logistic is a logistic regression: the probability of a sample is
// 1/(1+exp(-(bias + sum of weight times feature))).
type logistic struct {
	bias    float64
	weights []float64
}

func (l *logistic) probability(x []float64) float64 {
	z := l.bias
	for i, w := range l.weights {
		z += w * x[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// fitLogistic fits a regression by Newton's method, which needs some ten
// steps. Each sample counts as much as weight says (nil: 1), and the penalty,
// per sample, on the squares of the weights is for features scaled to the same
// spread; the weights returned are for features as given.
func fitLogistic(x [][]float64, y []bool, weight []float64, penalty float64) *logistic {
	mean, spread := scale(x)
	n := len(mean) + 1 // the bias comes last
	beta := make([]float64, n)
	rows := make([][]float64, len(x))
	for k := range x {
		rows[k] = make([]float64, n)
		for i := range mean {
			rows[k][i] = (x[k][i] - mean[i]) / spread[i]
		}
		rows[k][n-1] = 1
	}
	for range 50 {
		step := solve(slopes(rows, y, weight, beta, penalty*float64(len(x))))
		longest := 0.0
		for i := range beta {
			beta[i] += step[i]
			longest = max(longest, math.Abs(step[i]))
		}
		if longest < 1e-9 {
			break
		}
	}
	l := &logistic{bias: beta[n-1], weights: make([]float64, n-1)}
	for i := range l.weights {
		l.weights[i] = beta[i] / spread[i]
		l.bias -= l.weights[i] * mean[i]
	}
	return l
}

// slopes returns the second derivatives of the loss by the weights in beta,
// the last of which is the bias, and the negative of the first.
func slopes(rows [][]float64, y []bool, weight, beta []float64, penalty float64) (second [][]float64, down []float64) {
	n := len(beta)
	second, down = make([][]float64, n), make([]float64, n)
	for i := range second {
		second[i] = make([]float64, n)
		second[i][i] = 1e-9 // so that it can be solved
		if i < n-1 {
			second[i][i] += penalty
			down[i] = -penalty * beta[i]
		}
	}
	for k, row := range rows {
		w, z, target := 1.0, 0.0, 0.0
		if weight != nil {
			w = weight[k]
		}
		if y[k] {
			target = 1
		}
		for i := range row {
			z += beta[i] * row[i]
		}
		p := 1 / (1 + math.Exp(-z))
		for i := range row {
			down[i] += w * (target - p) * row[i]
			for j := range row {
				second[i][j] += w * p * (1 - p) * row[i] * row[j]
			}
		}
	}
	return second, down
}

// scale returns the mean and the standard deviation of each feature, 1 for one
// that is always the same.
func scale(x [][]float64) (mean, spread []float64) {
	n := len(x[0])
	mean, spread = make([]float64, n), make([]float64, n)
	for _, row := range x {
		for i, v := range row {
			mean[i] += v / float64(len(x))
		}
	}
	for _, row := range x {
		for i, v := range row {
			spread[i] += (v - mean[i]) * (v - mean[i]) / float64(len(x))
		}
	}
	for i := range spread {
		spread[i] = math.Sqrt(spread[i])
		if spread[i] < 1e-12 {
			spread[i] = 1
		}
	}
	return mean, spread
}

// solve returns the x with a·x = b, by elimination; it changes both.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		pivot := i
		for j := i + 1; j < n; j++ {
			if math.Abs(a[j][i]) > math.Abs(a[pivot][i]) {
				pivot = j
			}
		}
		a[i], a[pivot] = a[pivot], a[i]
		b[i], b[pivot] = b[pivot], b[i]
		for j := i + 1; j < n; j++ {
			f := a[j][i] / a[i][i]
			for k := i; k < n; k++ {
				a[j][k] -= f * a[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = b[i]
		for k := i + 1; k < n; k++ {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}
