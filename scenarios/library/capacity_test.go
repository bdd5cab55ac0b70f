package library_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
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

// TestCapacitiesOfReferenceAgainstALinearProgram: the peer is a simplex method in exact
// fractions, in Python, on segments.csv (the sum of 2024), routes.csv and flows.csv alone: the
// largest flow of any mix by the ways that are built, by those of them that pass a service of
// Aktau and Kuryk, and the largest multiple of what each market and way carried. With ways
// free for each market the multiple is the same. The filling reaches the largest flow since
// services lie side by side. Of the last the like-for-like scope alone could take 5.551, were
// the ships it shares with the rest all its own.
func TestCapacitiesOfReferenceAgainstALinearProgram(t *testing.T) {
	base := runOf(t, "reference")
	for column, peer := range map[string]float64{
		"capacity_mt": 7.356, "comparable_capacity_mt": 6.271, "mix_capacity_mt": 4.98222000002416,
	} {
		require.InDelta(t, peer, base.Annual.Numbers(column)[0], 1e-9, column)
	}
	c := &tables.Capacities
	sums := map[string]float64{}
	for row, year := range c.Year.Of(base.Capacities) {
		if year != 2024 {
			continue
		}
		mt := c.CapacityMt.Of(base.Capacities)[row]
		sums["capacity_mt"] += mt
		if c.Comparable.True(base.Capacities, row) {
			sums["comparable_capacity_mt"] += mt
			if c.Scope.Of(base.Capacities)[row] == tables.LikeForLike {
				sums["like-for-like"] += mt
			}
		}
	}
	require.InDelta(t, 7.356, sums["capacity_mt"], 1e-9)
	require.InDelta(t, 6.271, sums["comparable_capacity_mt"], 1e-9)
	require.Less(t, sums["like-for-like"], 5.551)
}

// What the declared capacity counts follows its scope, and moves nothing else.
func TestComparableCapacityFollowsWhatIsDeclared(t *testing.T) {
	base, alike := runOf(t, "reference"), runSet(t, "reference", []string{"declared_capacity.scope=like-for-like"})
	require.Less(t, alike.Annual.Numbers("comparable_capacity_mt")[0], base.Annual.Numbers("comparable_capacity_mt")[0]-0.72, "no trucks")
	for _, column := range []string{"capacity_mt", "mix_capacity_mt", "throughput_mt"} {
		require.Equal(t, base.Annual.Numbers(column), alike.Annual.Numbers(column), column)
	}
}
