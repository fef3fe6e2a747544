//go:build !unix

package main

// reportClosedPipes does nothing here: there is no signal for them.
func reportClosedPipes() {}
