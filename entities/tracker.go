package entities

import "strings"

// numbered reports whether word is one that a number sign follows: an issue,
// a room or a bus, and not a reference.
func numbered(word string) bool {
	switch strings.TrimSuffix(strings.ToLower(word), "s") {
	case "issue", "bug", "ticket", "pr", "pull", "mr", "request", "fixe", "fixed", "fix", "close", "closed", "closing",
		"resolve", "resolved", "see", "also", "ref", "refer", "reference", "commit", "task", "story", "case",
		"room", "bu", "bus", "gate", "line", "platform", "track", "route", "unit", "apt", "suite", "number", "no",
		"item", "figure", "fig", "page", "chapter", "step", "rule", "law", "exhibit", "lot", "player", "jersey",
		"finished", "finishe", "finishing", "ranked", "seed", "seeded", "pick", "pole", "car", "box", "cell", "channel",
		"studio", "pier", "dock", "bay", "door", "locker", "patient", "sample", "test", "model", "type", "size",
		"volume", "vol", "episode", "season", "part", "section", "question", "problem", "exercise", "example",
		"color", "colour", "rank", "flight", "train", "tram", "highway", "local", "agent", "unitno", "hole", "stage":
		return true
	}
	return false
}
