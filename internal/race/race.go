// Package race tells tests whether the race detector is on. Under it sync.Pool
// drops what it is given now and then, so that what allocates nothing can't be
// told from what does.
package race

// Enabled reports whether the race detector is on.
const Enabled = enabled
