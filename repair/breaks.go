package repair

// wraps reports whether a line, without space around it, may be one of a
// paragraph that was broken for its width.
func wraps(s string) bool { return len(s) >= 30 && len(s) <= 400 }
