package main

import "io"

func fit(out io.Writer, args []string) error { return nil }
