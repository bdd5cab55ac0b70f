package random

import "os"

// many is how often something is drawn that is judged by chance: as often as given in the
// long proofs that CI asks for, and a quarter of that otherwise.
func many(times int) int {
	if os.Getenv("CORRIDOR_TESTS") == "long" {
		return times
	}
	return times / 4
}
