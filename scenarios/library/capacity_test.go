package library_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCapacityWhereItBinds: capacity at a segment that binds raises throughput;
// at one that never fills it changes nothing, to the bit.
func TestCapacityWhereItBinds(t *testing.T) {
	base := runOf(t, "reference")
	for _, set := range []string{
		"segments.rail-ferry.capacity.units.per_year=25500",
		"segments.truck-ferry.capacity.units.per_year=45000",
	} {
		more := runSet(t, "reference", []string{set})
		years(2025, 2035, func(y int) { require.Greater(t, more.throughput(y), base.throughput(y), "%s %d", set, y) })
	}
	for _, set := range []string{
		"segments.khorgos-border.capacity.fixed_mt_per_year=30",
		"segments.georgian-railway.capacity.fixed_mt_per_year=60",
		"segments.kazakh-road.capacity.fixed_mt_per_year=20",
		"segments.aktau-oil.capacity.fixed_mt_per_year=15",
	} {
		same := runSet(t, "reference", []string{set})
		for _, column := range []string{"throughput_mt", "diverted_mt", "queue_mt", "transit_days", "cost_usd_per_t"} {
			require.Equal(t, base.Annual.Numbers(column), same.Annual.Numbers(column), "%s: %s", set, column)
		}
	}
}
