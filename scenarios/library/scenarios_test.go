package library_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

var scenarioClaims = []claim{
	{"do-nothing", func(t *testing.T, base, with *future) {
		years(2024, 2035, func(y int) { require.LessOrEqual(t, with.throughput(y), base.throughput(y), y) })
		require.Greater(t, base.throughput(2035)-with.throughput(2035), base.throughput(2028)-with.throughput(2028), "the more so after 2028")
	}},
	{"soft-only", func(t *testing.T, base, with *future) {
		nothing := runOf(t, "do-nothing")
		years(2027, 2035, func(y int) {
			require.Greater(t, with.throughput(y), nothing.throughput(y), y)
			require.Less(t, with.throughput(y), base.throughput(y), y)
		})
		days, tonnes := with.days(2030)/nothing.days(2030)-1, with.throughput(2030)/nothing.throughput(2030)-1
		require.Less(t, days, -tonnes, "days fall more than tonnes rise")
	}},
	{"rail-first", func(t *testing.T, base, with *future) {
		soft := runOf(t, "soft-only")
		require.InDelta(t, soft.throughput(2030), with.throughput(2030), 0.05, "little more than without")
		years(2027, 2035, func(y int) { require.Greater(t, with.throughput(y), soft.throughput(y), y) })
		require.Less(t, with.throughput(2030), runOf(t, "sea-first").throughput(2030))
	}},
	{"sea-first", func(t *testing.T, base, with *future) {
		soft := runOf(t, "soft-only").throughput(2030)
		require.Greater(t, with.throughput(2030)-soft, 0.95*(base.throughput(2030)-soft), "nearly all of the gain of the reference")
		require.Less(t, sumOf(with, "capex_musd"), 0.05*sumOf(base, "capex_musd"), "for a fraction of the money")
	}},
	{"hard-and-soft", func(t *testing.T, base, with *future) {
		years(2027, 2035, func(y int) {
			require.Greater(t, with.throughput(y), base.throughput(y), y)
			require.Greater(t, with.throughput(y), runOf(t, "soft-only").throughput(y), y)
		})
	}},
	{"announced-programme", func(t *testing.T, base, with *future) {
		years(2026, 2035, func(y int) { require.Greater(t, with.throughput(y), base.throughput(y), y) })
		require.Less(t, with.throughput(2028), 10.0, "as far as the Caspian lets it")
	}},
	{"world-bank-2030", func(t *testing.T, base, with *future) {
		years(2027, 2035, func(y int) { require.Greater(t, with.throughput(y), base.throughput(y), y) })
	}},
	{"ebrd-2040", func(t *testing.T, base, with *future) {
		years(2026, 2035, func(y int) { require.Greater(t, with.boxes(t, y), base.boxes(t, y), y) })
		full := 0.0
		for _, segment := range []string{"box-feeder", "kars-divrigi", "marmaray"} {
			full += with.on(segment, "queue_mt", "2040")
		}
		require.Positive(t, full, "feeders and the rails of Türkiye bind")
		require.Greater(t, with.cargo(tables.Containers, 2035), base.cargo(tables.Containers, 2035))
	}},
}

// TestProgrammesInOrder: the more is done, the more is carried, and what is done at
// sea brings more than what is done on land.
func TestProgrammesInOrder(t *testing.T) {
	names := []string{"do-nothing", "soft-only", "rail-first", "sea-first", "reference", "announced-programme"}
	for i := 1; i < len(names); i++ {
		less, more := runOf(t, names[i-1]), runOf(t, names[i])
		require.Less(t, less.throughput(2030), more.throughput(2030), "%s and %s in 2030", names[i-1], names[i])
	}
}

func sumOf(f *future, column string) float64 {
	sum := 0.0
	for _, v := range f.Annual.Numbers(column) {
		sum += v
	}
	return sum
}
