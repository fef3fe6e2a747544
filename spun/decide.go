package spun

import "math"

// How many numbers the two parts of the probability are made of.
const (
	wayCount     = 10
	contentCount = 4
)

// Features returns the numbers that Probability is made of, for those who want
// to fit the decision to texts of their own kind. The probability is the
// product of two logistic functions 1/(1+exp(-z)), z being a constant plus the
// sum of numbers, each multiplied by a weight. The first ten numbers tell a
// spinner's work from that of an editor, or of a person who rewords; the others
// tell a text that says the same from one that was made from the same template,
// with other names, numbers and words. Where no ordinary English word stands for
// another, the constant and the weights of the latter are others. The probability
// is 0 where there is no slot.
func (r *Report) Features() []float64 {
	way := r.Evidence.wayFeatures(r.Aligned, r.Words)
	content := r.Evidence.contentFeatures()
	return append(way[:], content[:]...)
}

// wayFeatures returns the numbers that show who changed a text, for evidence
// about aligned of so many words.
func (e *Evidence) wayFeatures(aligned, words int) [wayCount]float64 {
	slots, size := float64(e.Slots), float64(e.Content+e.Function)
	return [wayCount]float64{
		logOdds(e.Slots, e.ContentKept),
		logOdds(e.Function-e.FunctionKept, e.FunctionKept),
		logOdds(e.Gaps, e.ContentKept+e.FunctionKept),
		logOdds(e.Inflected, e.ContentKept),
		float64(e.Known) / (slots + 1),
		float64(e.Repeated) / (slots + 1),
		float64(e.Mixed) / (slots + 2),
		math.Log(size + 1),
		e.Rarer * slots / (slots + 2),
		logOdds(aligned, words-aligned),
	}
}

// contentFeatures returns the numbers that show whether a text still says the
// same.
func (e *Evidence) contentFeatures() [contentCount]float64 {
	slots, pairs := float64(e.Slots), float64(e.rarerWords)
	return [contentCount]float64{
		logOdds(e.FactsKept, e.Facts-e.FactsKept),
		float64(e.Facts-e.FactsKept) / (slots + 1),
		// A few pairs show little: a thesaurus may have none of them.
		math.Log((float64(e.Known) + 3) / (float64(e.Unrelated) + 6)),
		math.Abs(e.Rarer) * pairs / (pairs + 4),
	}
}

// logOdds returns the logarithm of the odds of a against b, as far as so few
// can tell.
func logOdds(a, b int) float64 { return math.Log((float64(a) + 0.5) / (float64(b) + 0.5)) }

// The weights and the constants are what
//
//	go run ./internal/spin/measure fit -spinner both -words 70-110,150-600 \
//		-rates 20,40,70 -articles 60 -seed 7 -answers ANSWERS NEWS NOVELS
//
// prints: fitted on news and novels spun by one of WordNet 3.0 and Moby II ($MOBY)
// while the detector had the other, with copies, edited, reworded and refilled
// texts against them.
// NEWS is the first 64,000 bytes of the English side of NTREX; NOVELS are the
// first three of 100 English novels, 500,000 bytes of each; ANSWERS is Clough and
// Stevenson's corpus.
var (
	wayWeights     = [wayCount]float64{6.1873, -0.8628, -1.4724, -1.9423, -0.3058, 3.5961, -3.3665, -0.3913, 0.7403, -0.2779}
	contentWeights = [contentCount]float64{0.7160, -21.8168, 3.2772, 1.9318}
	// For texts in which no ordinary English word stands for another.
	factWeights = [contentCount]float64{0.8447, -27.8618}
)

const (
	wayBias     = -2.3507
	contentBias = 2.6359
	factBias    = 1.3939
)

// probability returns the probability that a text was spun of which so many
// words are aligned.
func (e *Evidence) probability(aligned, words int) float64 {
	if e.Slots == 0 {
		return 0
	}
	way, content := e.wayFeatures(aligned, words), e.contentFeatures()
	p := logistic(wayBias, wayWeights[:], way[:])
	if e.rarerWords == 0 {
		return p * logistic(factBias, factWeights[:], content[:])
	}
	return p * logistic(contentBias, contentWeights[:], content[:])
}

func logistic(z float64, weights, features []float64) float64 {
	for i, f := range features {
		z += float64(weights[i] * f) // not fused with the sum on any machine
	}
	return 1 / (1 + math.Exp(-z))
}

// Shares that tell verdicts apart.
const (
	leastDerived    = 0.3   // of the words of a text, for it to derive as a whole
	leastRefDerived = 0.5   // of the words of a reference, for a text that has them to derive
	leastCopied     = 0.15  // of the words of a text, if hardly any was changed
	mostCopyEdits   = 0.05  // words changed, of those in passages, for hardly any
	mostEdits       = 0.005 // the same for none but slips of the pen
	mostReworded    = 0.3   // words changed by an editor
	leastShared     = 0.15  // of the content words, for the same subject
	mostSolo        = 0.5   // of the words, letters of scripts without spaces, for words to be told apart
)

// leastSpun is the probability from which on something is called Spun. Below, a
// person who changed a few words is as likely.
const leastSpun = 0.5

// Numbers of words.
const (
	leastWords  = 40 // of a text and a reference, to decide about them
	leastCopy   = 8  // of a text or a reference that is all copied
	leastLong   = 50 // of what counts as copied in a text that has more of its own
	leastAsSuch = 40 // of a passage, to be judged by itself
)

// weigh takes the evidence of the passages that have most words: of those that
// were reworded or, if the others are plain copies, of those.
func (r *Report) weigh(parts []part) {
	var asIs, reworded Evidence
	words := 0
	for k := range parts {
		if p := &parts[k]; p.reworded {
			reworded = reworded.plus(p.evidence)
			words += p.words()
		} else {
			asIs = asIs.plus(p.evidence)
		}
	}
	switch {
	case 2*words > r.Aligned:
		r.Evidence = reworded
	case 50*asIs.Slots < asIs.ContentKept:
		r.Evidence = asIs
	default:
		r.Evidence = asIs.plus(reworded)
	}
}

// decide sets the verdict, the probability and Reversed.
func (r *Report) decide() {
	coverage := r.coverage()
	derived := coverage >= 1 || r.copied()
	if !r.unspaced {
		p := min(1, coverage) * r.Evidence.probability(r.Aligned, r.Words)
		if !derived {
			p /= 2 // a few passages don't make a copy of a text
		}
		r.Probability = math.Round(p*1e4) / 1e4 // logarithms differ in their last bit between machines
	}
	way := r.Evidence.way()
	switch {
	case min(r.Words, r.Evidence.RefWords) < leastWords && !(derived && way == Copy && r.Aligned >= leastCopy):
		r.Verdict = Undecided
	case !derived && r.Evidence.Shared >= leastShared:
		r.Verdict = Related
	case !derived:
		r.Verdict = Unrelated
	case r.Probability >= leastSpun:
		r.Verdict = Spun
	default:
		r.Verdict = way
	}
	r.Reversed = r.Verdict == Spun && r.Evidence.Rarer < mostReversed && r.Evidence.rarerWords >= leastRarer
}

// mostReversed is how many bits commoner words of a text have to be than those
// they stand for, to say that it is the older one. People who reword come to
// -0.1 to -0.3.
const mostReversed = -0.5

// leastRarer is how many pairs of words it takes to say so.
const leastRarer = 8

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
	return aligned >= leastCopied*float64(r.Words) && r.Aligned >= leastLong &&
		float64(r.Evidence.changed()) <= mostCopyEdits*aligned
}

// way returns how something derived that was not spun was made.
func (e *Evidence) way() Verdict {
	words := float64(e.Content + e.Function)
	switch changed := float64(e.changed()); {
	case changed <= mostEdits*words:
		return Copy
	case changed <= mostReworded*words:
		return Edited
	}
	return Paraphrase
}

// verdictOf returns how a part was made. A short one is like the others.
func (r *Report) verdictOf(p *part) Verdict {
	way := p.evidence.way()
	short := p.words() < leastAsSuch
	switch {
	case way == Copy || r.unspaced || p.evidence.Slots == 0:
		return way
	case short && r.Verdict == Spun:
		return Spun
	case p.reworded && !short && p.evidence.probability(1, 1) >= leastSpun:
		return Spun
	}
	return way
}
