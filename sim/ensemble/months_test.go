package ensemble_test

import (
	"slices"
	"testing"

	"corridor/sim/stats"
)

// BenchmarkMonths times the months of 256 futures of the reference network, future by future, and
// says what one takes where nothing disturbs it, and in the median: the figures of the twins in
// testdata/benchmarks.md.
func BenchmarkMonths(b *testing.B) {
	const draws = 256
	months := ofReference(b, draws, 1).Months()
	var ns []float64
	for b.Loop() {
		for draw := range uint64(draws) {
			ns = append(ns, float64(months(draw).Nanoseconds())/144)
		}
	}
	slices.Sort(ns)
	b.ReportMetric(stats.Quantile(ns, 0.1), "ns/month-p10")
	b.ReportMetric(stats.Quantile(ns, 0.5), "ns/month-median")
}
