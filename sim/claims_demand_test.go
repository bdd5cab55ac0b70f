package sim_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

var demandClaims = []claim{
	{"demand/critical-raw-materials", func(t *testing.T, base, with *future) {
		years(2026, 2035, func(y int) {
			require.Greater(t, with.market("metals", y), base.market("metals", y), y)
			require.Greater(t, with.on("rail-ferry", "queue_mt", period(y)), base.on("rail-ferry", "queue_mt", period(y)), "queues at Kuryk: %d", y)
		})
	}},
	{"demand/uranium-grain", func(t *testing.T, base, with *future) {
		years(2027, 2035, func(y int) {
			require.Greater(t, with.market("grain", y), base.market("grain", y), y)
			require.InDelta(t, with.on("dry-ships", "capacity_mt", period(y)), with.on("dry-ships", "load_mt", period(y)), 0.01, "the dry ships are full: %d", y)
			require.Less(t, with.market("uranium", y), 0.004, "uranium does not show: %d", y)
		})
		require.Greater(t, with.on("dry-ships", "queue_mt", "2027-11"), base.on("dry-ships", "queue_mt", "2027-11"), "it waits in autumn")
	}},
	{"demand/ebrd", func(t *testing.T, base, with *future) {
		years(2025, 2035, func(y int) { require.Greater(t, with.boxes(t, y), base.boxes(t, y), y) })
	}},
	{"demand/ebrd-measures", func(t *testing.T, base, with *future) {
		trend := runOf(t, "reference", "demand/ebrd")
		years(2025, 2035, func(y int) { require.GreaterOrEqual(t, with.boxes(t, y), trend.boxes(t, y)-0.5, y) })
		require.Less(t, with.cargo(tables.Containers, 2035), 0.7*with.sought(tables.Containers, 2035), "far more sought than carried")
	}},
	{"demand/world-bank", func(t *testing.T, base, with *future) {
		years(2025, 2035, func(y int) { require.Greater(t, with.throughput(y), base.throughput(y), y) })
		require.Less(t, with.throughput(2030), 11.0, "the study's level is of another scope")
	}},
}

func period(year int) string { return strconv.Itoa(year) }

// TestGrowthOfTheReference: more growth, more offered, and never less carried.
func TestGrowthOfTheReference(t *testing.T) {
	last := runOf(t, "reference", "growth/none")
	for _, growth := range []string{"low", "ebrd", "worldbank", "high"} {
		now := runOf(t, "reference", "growth/"+growth)
		require.Greater(t, annual(now.Result, "potential_mt", 2030), annual(last.Result, "potential_mt", 2030), growth)
		require.Greater(t, now.throughput(2030), last.throughput(2030), growth)
		last = now
	}
}

// TestInvestmentInTheReference: late, half and nothing bring less, in that order.
func TestInvestmentInTheReference(t *testing.T) {
	last := runOf(t, "reference", "investment/none")
	require.Equal(t, runOf(t, "soft-only").Annual.Numbers("throughput_mt"), last.Annual.Numbers("throughput_mt"), "the measures are left")
	for _, investment := range []string{"half", "on-time"} {
		now := runOf(t, "reference", "investment/"+investment)
		years(2027, 2035, func(y int) { require.Greater(t, now.throughput(y), last.throughput(y), "%s %d", investment, y) })
		last = now
	}
	late := runOf(t, "reference", "investment/late-2-years")
	years(2026, 2035, func(y int) { require.Less(t, late.throughput(y), last.throughput(y), y) })
}
