package entities

import "strings"

// numbered reports whether what stands before the number is a word that a
// number sign follows: an issue, a room or a bus. Such a word at once before
// the sign is one of those that trackers know.
func (p *place) numbered() bool {
	if p.spaces == 0 && isLetter(p.after) {
		return false
	}
	var room [maxWord]byte
	word := strings.TrimSuffix(lower(p.wordBefore(), &room), "s")
	switch word {
	case "issue", "bug", "ticket", "pr", "gh", "mr", "apt", "rm", "no":
		return true
	}
	if p.spaces == 0 {
		return false
	}
	switch word {
	case "pull", "request", "fixe", "fixed", "fix", "close", "closed", "closing", "resolve", "resolved", "see", "also",
		"ref", "refer", "reference", "commit", "task", "story", "case", "room", "bu", "gate", "line", "platform",
		"track", "route", "unit", "apt", "suite", "number", "no", "item", "figure", "fig", "page", "chapter", "step",
		"rule", "law", "exhibit", "lot", "player", "jersey", "finished", "finishe", "finishing", "ranked", "seed",
		"seeded", "pick", "pole", "car", "box", "cell", "channel", "studio", "pier", "dock", "bay", "door", "locker",
		"patient", "sample", "test", "model", "type", "size", "volume", "vol", "episode", "season", "part", "section",
		"question", "problem", "exercise", "example", "color", "colour", "rank", "flight", "train", "tram", "highway",
		"local", "agent", "hole", "stage", "order", "invoice", "check", "cheque", "locomotive", "engine", "resolution",
		"license", "licence", "badge", "permit", "docket", "serial", "id", "bill", "account", "policy", "batch", "scp",
		"show":
		return true
	}
	return false
}
