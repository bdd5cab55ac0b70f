package library_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/tables"
)

var demandClaims = []claim{
	{"demand/rival-prices", func(t *testing.T, base, with *future) {
		years(2024, 2035, func(y int) {
			require.Equal(t, base.throughput(y), with.throughput(y), "what is expected stays: %d", y)
		})
	}},
	{"demand/critical-raw-materials", func(t *testing.T, base, with *future) {
		years(2026, 2035, func(y int) {
			require.Greater(t, with.market("metals", y), base.market("metals", y), y)
			require.Greater(t, with.on("rail-ferry", "queue_mt", period(y)), base.on("rail-ferry", "queue_mt", period(y)), "queues at Kuryk: %d", y)
		})
	}},
	{"demand/uranium-grain", func(t *testing.T, base, with *future) {
		years(2027, 2035, func(y int) {
			require.Greater(t, with.market("grain", y), base.market("grain", y), y)
			full := with.on("dry-ships", "load_mt", period(y)) / with.on("dry-ships", "capacity_mt", period(y))
			require.Equal(t, y <= 2027, full > 0.99, "the dry ships are full until more come: %d", y)
			require.Less(t, with.market("uranium", y), 0.004, "uranium does not show: %d", y)
		})
		require.Greater(t, with.on("dry-ships", "queue_mt", "2027-11"), base.on("dry-ships", "queue_mt", "2027-11"), "it waits in autumn")
	}},
	{"demand/farm-products", func(t *testing.T, base, with *future) {
		years(2027, 2035, func(y int) {
			eu, more := with.market("farm-products", y), with.throughput(y)-base.throughput(y)
			require.InDelta(t, 0.2, eu, 0.05, y)
			require.InDelta(t, eu, more, 0.01, "all of it new: %d", y)
		})
		require.Less(t, with.market("grain", 2026), base.market("grain", 2026), "in 2026 in the place of grain for Azerbaijan")
		years(2028, 2035, func(y int) { require.InDelta(t, base.market("grain", y), with.market("grain", y), 0.003, y) })
	}},
	{"demand/none", func(t *testing.T, base, with *future) {
		years(2025, 2035, func(y int) { require.Less(t, with.offered(y), base.offered(y), y) })
	}},
	{"demand/low", func(t *testing.T, base, with *future) {
		years(2025, 2035, func(y int) { require.Less(t, with.offered(y), base.offered(y), y) })
	}},
	{"demand/high", func(t *testing.T, base, with *future) {
		years(2025, 2035, func(y int) { require.Greater(t, with.offered(y), base.offered(y), y) })
	}},
	{"demand/ebrd", func(t *testing.T, base, with *future) {
		years(2026, 2035, func(y int) { require.Greater(t, with.boxes(t, y), base.boxes(t, y), y) })
		require.Less(t, with.boxes(t, 2025), base.boxes(t, 2025), "more trains were agreed on for 2025 than the trend has")
	}},
	{"demand/ebrd-measures", func(t *testing.T, base, with *future) {
		trend := runOf(t, "reference", "demand/ebrd")
		years(2025, 2035, func(y int) { require.GreaterOrEqual(t, with.boxes(t, y), trend.boxes(t, y)-0.5, y) })
		require.Less(t, with.cargo(tables.Containers, 2035), 0.7*with.sought(tables.Containers, 2035), "far more sought than carried")
	}},
	{"demand/world-bank", func(t *testing.T, base, with *future) {
		years(2025, 2035, func(y int) {
			require.InEpsilon(t, base.throughput(y), with.throughput(y), 0.015, "as the reference: %d", y)
		})
		require.Less(t, with.throughput(2030), 11.0, "the study's level is of another scope")
	}},
}

func period(year int) string { return strconv.Itoa(year) }

// TestGrowthInOrder: what is called low lies below the scenario it is made for, and what
// is called high above it, in every year after the last one that is known; without growth
// it is less still.
func TestGrowthInOrder(t *testing.T) {
	for _, c := range []struct {
		scenario, group string
		known           int
	}{{"stated", "growth", 2025}, {"reference", "demand", 2024}} {
		last := runOf(t, c.scenario, c.group+"/none")
		for _, with := range [][]string{{c.group + "/low"}, nil, {c.group + "/high"}} {
			now := runOf(t, c.scenario, with...)
			for _, year := range tables.Annual.Year.Of(now.Annual) {
				y := int(year)
				before, after := annual(last.Result, "potential_mt", y), annual(now.Result, "potential_mt", y)
				if y <= c.known {
					require.Equal(t, before, after, "%s %v %d", c.scenario, with, y)
				} else {
					require.Less(t, before, after, "%s %v %d", c.scenario, with, y)
					require.Less(t, annual(last.Result, "offered_mt", y), annual(now.Result, "offered_mt", y), "%s %v %d", c.scenario, with, y)
				}
			}
			last = now
		}
	}
}

// TestGrowthIsOfItsScenario: growth of what one line carries is not laid on markets that
// choose their way, nor theirs on it.
func TestGrowthIsOfItsScenario(t *testing.T) {
	for scenario, overlays := range map[string][]string{
		"reference": {"growth/none", "growth/low", "growth/stated", "growth/high", "growth/worldbank", "growth/ebrd", "investment/phased"},
		"sea-first": {"growth/low"},
		"stated":    {"demand/none", "demand/low", "demand/high", "demand/ebrd"},
	} {
		for _, overlay := range overlays {
			_, err := scenarios.Load(scenarios.Request{Scenario: scenario, With: []string{overlay}})
			require.ErrorContains(t, err, overlay+" is made for ", scenario)
		}
	}
	_, err := scenarios.Load(scenarios.Request{Scenario: "sea-first", With: []string{"growth/low"}})
	require.ErrorContains(t, err, `growth/low is made for stated, and this is sea-first, did you mean "demand/low"?`)
	_, err = scenarios.Load(scenarios.Request{Scenario: "sea-first", With: []string{"demand/low"}})
	require.NoError(t, err)
}

// TestInvestmentInTheReference: late, half and nothing bring less, in that order.
func TestInvestmentInTheReference(t *testing.T) {
	last := runOf(t, "reference", "investment/none")
	require.Equal(t, tables.Annual.ThroughputMt.Of(runOf(t, "soft-only").Annual), tables.Annual.ThroughputMt.Of(last.Annual), "the measures are left")
	for _, investment := range []string{"half", "on-time"} {
		now := runOf(t, "reference", "investment/"+investment)
		years(2027, 2035, func(y int) { require.Greater(t, now.throughput(y), last.throughput(y), "%s %d", investment, y) })
		last = now
	}
	late := runOf(t, "reference", "investment/late-2-years")
	years(2026, 2035, func(y int) { require.Less(t, late.throughput(y), last.throughput(y), y) })
}
