//go:build !unix

package simulated

import "time"

var begun = time.Now()

// processorTime is the time by the clock, where a system does not tell what a process takes.
func processorTime() time.Duration { return time.Since(begun) }
