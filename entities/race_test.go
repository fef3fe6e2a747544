//go:build race

package entities_test

func init() { raceEnabled = true }
