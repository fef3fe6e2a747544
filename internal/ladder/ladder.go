// Package ladder damages clean texts in known ways and to known degrees, and
// compares what a score says of them with what was done.
//
// The score is taken for the share of the words that stand as they were
// written, and the truth is counted in the same way: words are what stands
// between white space in the text as it was, plus those that a repair has to
// remove, and a word that was damaged counts once. Two words that were glued
// together are two damaged words. A phrase that stands twice has as many
// damaged words as it is long: those of the second.
//
// Everything is deterministic: a seed stands for the choices.
package ladder

import (
	"math"
	"strings"
)

// Shares are the rungs: the shares of words that are damaged.
var Shares = [...]float64{0.01, 0.03, 0.10, 0.30, 0.60}

//go:generate go run ./climb picture -o ../../repair/calibration.svg corpus

// A Cell is what a score says of one kind of damage at one share, over many
// articles.
type Cell struct {
	Kind      Kind
	Share     float64 // that was asked for
	Articles  int     // that can be damaged in this way
	True      float64 // mean of the shares that were damaged
	Estimated float64 // mean of 1 - score
	Error     float64 // mean of the absolute differences between the two
}

// Climb scores the articles with each kind of damage at each share, in the
// order of Kinds and of Shares.
func Climb(articles []string, seed uint64, score func(string) float64) []Cell {
	var cells []Cell
	for _, kind := range Kinds {
		for _, share := range Shares {
			cells = append(cells, climb(articles, kind, share, seed, score))
		}
	}
	return cells
}

func climb(articles []string, kind Kind, share float64, seed uint64, score func(string) float64) Cell {
	cell := Cell{Kind: kind, Share: share}
	for i, article := range articles {
		d := Damage(article, kind, share, seed+uint64(i))
		if d.Damaged == 0 {
			continue
		}
		estimated := 1 - score(d.Text)
		cell.Articles++
		cell.True += d.Share()
		cell.Estimated += estimated
		cell.Error += math.Abs(estimated - d.Share())
	}
	if n := float64(cell.Articles); n > 0 {
		cell.True /= n
		cell.Estimated /= n
		cell.Error /= n
	}
	return cell
}

// MeanError is the mean of the errors of all cells that have articles.
func MeanError(cells []Cell) float64 {
	sum, n := 0.0, 0
	for _, cell := range cells {
		if cell.Articles > 0 {
			sum += cell.Error
			n++
		}
	}
	return sum / float64(max(n, 1))
}

// Articles cuts a text at ends of lines into articles of at least size words.
// A rest of less than half of that belongs to the last. A text without words
// has none.
func Articles(text string, size int) []string {
	var articles []string
	start, end, words := 0, 0, 0
	for line := range strings.Lines(text) {
		end += len(line)
		words += len(strings.Fields(line))
		if words >= size {
			articles = append(articles, text[start:end])
			start, words = end, 0
		}
	}
	switch last := len(articles) - 1; {
	case words == 0:
	case last >= 0 && words < size/2:
		articles[last] = text[start-len(articles[last]):]
	default:
		articles = append(articles, text[start:])
	}
	return articles
}
