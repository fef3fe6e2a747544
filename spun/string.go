package spun

import "fmt"

// String explains the report in three lines.
func (r Report) String() string {
	return fmt.Sprintf("%v %.2f %d/%d rev=%v\n%+v", r.Verdict, r.Probability, r.Aligned, r.Words, r.Reversed, r.Evidence)
}
