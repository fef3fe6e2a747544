package spun

import "math"

// features are the numbers that the decision goes by.
const features = 8

// Features returns the numbers that Probability is made of, for those who want
// to fit the decision to texts of their own kind: the probability is
// 1/(1+exp(-z)), z being the sum of these numbers, each multiplied by its
// weight, and of a constant. All are 0 without evidence.
func (e *Evidence) Features() []float64 {
	f := e.features()
	return f[:]
}

func (e *Evidence) features() [features]float64 {
	content, order := float64(e.Content), float64(e.Function)
	words := content + order
	replaced := float64(e.Slots)
	return [features]float64{
		math.Log((replaced + 0.5) / (float64(e.ContentKept) + 0.5)),
		math.Log((float64(e.Function-e.FunctionKept) + 0.5) / (float64(e.FunctionKept) + 0.5)),
		math.Log((float64(e.Added+e.Dropped) + 0.5) / (words + 1)),
		math.Log((float64(e.Inflected) + 0.5) / (words + 1)),
		float64(e.Known) / (replaced + 1),
		float64(e.Repeated) / (replaced + 1),
		math.Log(words + 1),
		math.Abs(e.Rarer),
	}
}

var weights = [features]float64{3, -1, -1, 0, 0, 0, 0, 0}

const bias = 0

// probability returns the probability that what the evidence is about was spun.
func (e *Evidence) probability() float64 {
	if e.Slots == 0 {
		return 0
	}
	z := float64(bias)
	for i, f := range e.features() {
		z += weights[i] * f
	}
	return 1 / (1 + math.Exp(-z))
}

// Shares that tell verdicts apart.
const (
	leastDerived = 0.25  // of the words of a text, for it to derive as a whole
	mostEdits    = 0.005 // changed words of a copy, by its words
	leastShared  = 0.15  // of the content words, for the same subject
	leastWords   = 40
)

// decide sets the verdict, the probability and Reversed.
func (r *Report) decide(parts []part) {
	all, reworded, rewordedWords := Evidence{}, Evidence{}, 0
	for k := range parts {
		p := &parts[k]
		all = all.plus(p.evidence)
		if p.reworded {
			reworded = reworded.plus(p.evidence)
			rewordedWords += p.words()
		}
	}
	mostly := 2*rewordedWords > r.Aligned
	of := &all
	if mostly {
		of = &reworded
	}
	r.Probability = of.probability()
	r.Reversed = of.Rarer < 0
	derived := float64(r.Aligned) >= leastDerived*float64(r.Words)
	switch {
	case r.Words == 0 || r.Evidence.RefWords == 0:
		r.Verdict = Undecided
	case !derived && r.Words < leastWords:
		r.Verdict = Undecided
	case !derived && r.Evidence.Shared >= leastShared:
		r.Verdict = Related
	case !derived:
		r.Verdict = Unrelated
	case r.Probability >= 0.5:
		r.Verdict = Spun
	default:
		r.Verdict = of.way()
	}
	if r.Verdict != Spun {
		r.Reversed = false
	}
}

// way returns how something derived that was not spun was made.
func (e *Evidence) way() Verdict {
	words := float64(e.Content + e.Function)
	switch changed := float64(e.changed()); {
	case changed <= mostEdits*words:
		return Copy
	case changed <= 0.3*words:
		return Edited
	}
	return Paraphrase
}

// verdict returns how a part was made.
func (p *part) verdict(r *Report) Verdict {
	if p.reworded && p.evidence.probability() >= 0.5 {
		return Spun
	}
	return p.evidence.way()
}
