package score

import "math"

// Skill returns how much of another forecast's score is saved: 1 − score/reference. It is 1 of a
// perfect forecast, 0 of one as good as the reference, and below of a worse one; NaN where
// the reference is perfect.
func Skill(score, reference float64) float64 {
	if !(reference > 0) {
		return math.NaN()
	}
	return 1 - score/reference
}

// Coverage returns which part of what happened its forecasts covered; NaN of none.
func Coverage(covered []bool) float64 {
	n := 0
	for _, c := range covered {
		if c {
			n++
		}
	}
	if len(covered) == 0 {
		return math.NaN()
	}
	return float64(n) / float64(len(covered))
}
