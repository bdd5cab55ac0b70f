package stats

import (
	"fmt"
	"math"
	"slices"
)

// MaxDraws is the most values that a summary may hold, so that its counters take
// four bytes.
const MaxDraws = math.MaxUint32

// compatible reports why two summaries cannot be merged.
func (s *Summary) compatible(o *Summary) error {
	same := slices.EqualFunc(s.exceedances, o.exceedances, func(a, b Exceedance) bool {
		return math.Float64bits(a.Threshold) == math.Float64bits(b.Threshold)
	})
	if !same {
		return fmt.Errorf("stats: summaries with thresholds %v and %v do not merge", thresholds(s), thresholds(o))
	}
	if len(s.replicates) != len(o.replicates) || s.ranked != o.ranked {
		return fmt.Errorf("stats: summaries of %d and of %d replicates do not merge", len(s.replicates), len(o.replicates))
	}
	if a, b := s.count+s.nonFinite, o.count+o.nonFinite; a+b > MaxDraws {
		return fmt.Errorf("stats: %d and %d values are more than the %d a summary holds", a, b, uint32(MaxDraws))
	}
	return nil
}

func thresholds(s *Summary) []float64 {
	list := make([]float64, len(s.exceedances))
	for i, e := range s.exceedances {
		list[i] = e.Threshold
	}
	return list
}
