package findings

import (
	"math"

	"corridor/sim/tables"
)

// Material is the least part of a value by which another must differ to be told apart from it.
const Material = 0.01

// Apart says whether a value of a metric lies materially above another, 1, or below it, −1: by
// [Material] of the other at least, and by more than is lost where values are rounded to be read. 0
// where it does not, or either is no number.
func Apart(m tables.MetricColumn, v, baseline float64) int {
	change := v - baseline
	least := max(float64(Material*math.Abs(baseline)), m.Rounding())
	switch {
	case change >= least:
		return 1
	case change <= -least:
		return -1
	}
	return 0
}
