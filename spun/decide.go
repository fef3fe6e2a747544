package spun

import "math"

// featureCount is how many numbers the probability is made of.
const featureCount = 9

// Features returns the numbers that Probability is made of, for those who want
// to fit the decision to texts of their own kind: the probability is
// 1/(1+exp(-z)), z being a constant plus the sum of these numbers, each
// multiplied by a weight. It is 0 where there is no slot.
func (r *Report) Features() []float64 {
	f := r.Evidence.features(r.Aligned, r.Words)
	return f[:]
}

// features returns the numbers for evidence about aligned of so many words.
func (e *Evidence) features(aligned, words int) [featureCount]float64 {
	slots, size := float64(e.Slots), float64(e.Content+e.Function)
	return [featureCount]float64{
		logOdds(e.Slots, e.ContentKept),
		logOdds(e.Function-e.FunctionKept, e.FunctionKept),
		logOdds(e.Gaps, e.ContentKept+e.FunctionKept),
		logOdds(e.Inflected, e.ContentKept),
		float64(e.Known) / (slots + 1),
		float64(e.Repeated) / (slots + 1),
		math.Log(size + 1),
		e.Rarer * slots / (slots + 2),
		logOdds(aligned, words-aligned),
	}
}

// logOdds returns the logarithm of the odds of a against b, as far as so few
// can tell.
func logOdds(a, b int) float64 { return math.Log((float64(a) + 0.5) / (float64(b) + 0.5)) }

var weights = [featureCount]float64{5.5205, -0.3860, -1.7956, -1.7513, -1.5188, -0.8104, 0.3999, 0.9793, -0.3970}

const bias = -4.4298

// probability returns the probability that a text was spun of which so many
// words are aligned.
func (e *Evidence) probability(aligned, words int) float64 {
	if e.Slots == 0 {
		return 0
	}
	z := float64(bias)
	for i, f := range e.features(aligned, words) {
		z += weights[i] * f
	}
	return 1 / (1 + math.Exp(-z))
}

// Shares that tell verdicts apart.
const (
	leastDerived    = 0.3  // of the words of a text, for it to derive as a whole
	leastRefDerived = 0.5  // of the words of a reference, for a text that has them to derive
	leastCopied     = 0.15 // of the words of a text, if hardly any was changed
	leastCopiedLong = 50   // words, at least
	mostCopyEdits   = 0.05 // changed words among these, by their number
	mostEdits       = 0.005
	leastShared     = 0.15 // of the content words, for the same subject
	leastWords      = 40
)

// weigh takes the evidence of the passages that have most words: of those that
// were reworded, or of all.
func (r *Report) weigh(parts []part) {
	var all, reworded Evidence
	words := 0
	for k := range parts {
		p := &parts[k]
		all = all.plus(p.evidence)
		if p.reworded {
			reworded = reworded.plus(p.evidence)
			words += p.words()
		}
	}
	r.Evidence = all
	if 2*words > r.Aligned {
		r.Evidence = reworded
	}
}

// decide sets the verdict, the probability and Reversed.
func (r *Report) decide() {
	coverage := r.coverage()
	r.Probability = min(1, coverage) * r.Evidence.probability(r.Aligned, r.Words)
	r.Reversed = r.Evidence.Rarer < 0
	derived := coverage >= 1 || r.copied()
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
		r.Verdict = r.Evidence.way()
	}
	if r.Verdict != Spun {
		r.Reversed = false
	}
}

// coverage returns how much of the text, or of the reference, is in passages, by
// what it takes for the text to derive from the reference as a whole: 1 or more
// is enough.
func (r *Report) coverage() float64 {
	ofText := float64(r.Aligned) / (leastDerived * float64(max(1, r.Words)))
	ofReference := float64(r.refAligned) / (leastRefDerived * float64(max(1, r.Evidence.RefWords)))
	return max(ofText, ofReference)
}

// copied reports whether a good part of the text is in passages in which hardly
// any word was changed.
func (r *Report) copied() bool {
	aligned := float64(r.Aligned)
	return aligned >= leastCopied*float64(r.Words) && r.Aligned >= leastCopiedLong &&
		float64(r.Evidence.changed()) <= mostCopyEdits*aligned
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
	if p.reworded && p.evidence.probability(1, 1) >= 0.5 {
		return Spun
	}
	return p.evidence.way()
}
