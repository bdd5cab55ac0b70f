package library_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

var shockClaims = []claim{
	// What it does to futures is claimed in TestHazardsSpreadTheFutures; a run has them in the mean.
	{"shock/none", func(t *testing.T, base, with *future) {
		years(2024, 2035, func(y int) { require.InDelta(t, base.throughput(y), with.throughput(y), 1e-9, y) })
		require.Less(t, base.on("caucasus-road", "capacity_mt", "2027-06"), with.on("caucasus-road", "capacity_mt", "2027-06"), "the one mean that is not in the figures")
	}},
	{"shock/storm-year", func(t *testing.T, base, with *future) {
		require.Less(t, with.throughput(2027), base.throughput(2027))
		for _, ferry := range []string{"rail-ferry", "truck-ferry"} {
			for _, winter := range []string{"2027-03", "2027-12"} {
				require.GreaterOrEqual(t, with.on(ferry, "queue_mt", winter), base.on(ferry, "queue_mt", winter), "%s %s", ferry, winter)
			}
			require.Greater(t, with.on(ferry, "queue_mt", "2027"), 1.2*base.on(ferry, "queue_mt", "2027"), ferry)
		}
		require.InEpsilon(t, spring(base), spring(with), 0.01, "no wagons are made up in spring, when their ferries are full as it is")
		years(2029, 2035, func(y int) { require.InDelta(t, base.throughput(y), with.throughput(y), 0.002, y) })
	}},
	{"shock/falling-caspian", func(t *testing.T, base, with *future) {
		years(2025, 2035, func(y int) { require.Less(t, with.throughput(y), base.throughput(y), y) })
		lost := func(y int) float64 { return base.throughput(y) - with.throughput(y) }
		require.Less(t, lost(2029), lost(2028), "new ferries give a year")
		years(2030, 2035, func(y int) { require.Greater(t, lost(y), lost(y-1), "growing with the years: %d", y) })
	}},
	{"shock/red-sea", func(t *testing.T, base, with *future) {
		require.Greater(t, with.boxes(t, 2027), base.boxes(t, 2027))
		require.Less(t, with.boxes(t, 2027), 1.05*base.boxes(t, 2027), "trains by agreement do not come for a price")
		require.InDelta(t, base.boxes(t, 2030), with.boxes(t, 2030), 0.1, "it passes")
	}},
	{"shock/north-trusted", func(t *testing.T, base, with *future) {
		years(2024, 2035, func(y int) { require.InDelta(t, base.throughput(y), with.throughput(y), 1e-9, "it is of 2022: %d", y) })
		boxes := func(overlays ...string) float64 {
			return runSet(t, "reference", []string{"time.start=2022-01", "time.end=2022-12", "targets=null"}, overlays...).boxes(t, 2022)
		}
		more := func(overlays ...string) float64 {
			return boxes(overlays...)/boxes(append(overlays, "shock/north-trusted")...) - 1
		}
		require.InDelta(t, 0.016, more(), 0.005, "of the few that choose")
		require.Less(t, more("structure/no-nest"), more()/3, "who leaves the north goes by sea")
	}},
	{"shock/northern-border-2025", func(t *testing.T, base, with *future) {
		require.Greater(t, with.boxes(t, 2025), base.boxes(t, 2025))
		require.InEpsilon(t, base.boxes(t, 2025), with.boxes(t, 2025), 0.003)
		require.InDelta(t, base.throughput(2027), with.throughput(2027), 0.001)
	}},
	{"shock/northern-closure", func(t *testing.T, base, with *future) {
		require.InDelta(t, 1.125, with.boxes(t, 2027)/base.boxes(t, 2027), 0.02, "an eighth more")
		require.InDelta(t, 6, with.market("boxes-china-europe", 2027)/base.market("boxes-china-europe", 2027), 0.3, "of those that choose")
		north := func(f *future) float64 { return rivalCarried(f, "boxes-china-europe", "north", "2027-12") }
		require.Less(t, north(with), 0.1*north(base), "nobody goes by the north")
	}},
	{"shock/sea-rates-collapse", func(t *testing.T, base, with *future) {
		years(2027, 2035, func(y int) { require.Less(t, with.boxes(t, y), base.boxes(t, y), y) })
		require.Equal(t, base.boxes(t, 2026), with.boxes(t, 2026))
		// Wagons share rails with boxes, and gain a little of what those leave.
		for _, class := range []string{tables.Oil, "trucks", "dry-bulk"} {
			require.InDelta(t, base.cargo(class, 2030), with.cargo(class, 2030), 1e-5, class)
		}
		require.InEpsilon(t, base.cargo("wagons", 2030), with.cargo("wagons", 2030), 0.02)
	}},
	{"shock/cpc-outage", func(t *testing.T, base, with *future) {
		require.Greater(t, with.cargo(tables.Oil, 2027), base.cargo(tables.Oil, 2027))
		require.Equal(t, base.market("crude-oil-contract", 2027), with.market("crude-oil-contract", 2027), "what is agreed on goes as it did")
		for _, month := range []string{"2027-06", "2027-07"} {
			require.Greater(t, with.on("tankers", "load_mt", month), 1.02*base.on("tankers", "load_mt", month), month)
			require.Less(t, with.on("tankers", "load_mt", month), 1.2*base.on("tankers", "load_mt", month), month)
		}
		require.InEpsilon(t, base.on("tankers", "load_mt", "2027-12"), with.on("tankers", "load_mt", "2027-12"), 0.06, "it falls back")
		require.Greater(t, rivalCarried(with, "crude-oil", "makhachkala", "2027-07"), rivalCarried(base, "crude-oil", "makhachkala", "2027-07"))
		years(2026, 2035, func(y int) { require.InDelta(t, base.dry(y), with.dry(y), 1e-9, "dry cargo does not change: %d", y) })
	}},
	{"shock/georgia-blocked", func(t *testing.T, base, with *future) {
		require.Zero(t, with.on("boyuk-kesik-border", "load_mt", "2027-09"))
		for _, year := range []int{2027, 2028} {
			require.Less(t, with.throughput(year), base.throughput(year), year)
			require.InDelta(t, base.cargo(tables.Oil, year), with.cargo(tables.Oil, year), 1e-4)
			require.InDelta(t, base.market("grain", year), with.market("grain", year), 1e-4)
			require.InDelta(t, base.market("boxes-kazakhstan", year), with.market("boxes-kazakhstan", year), 1e-3)
		}
		years(2030, 2035, func(y int) { require.InDelta(t, base.throughput(y), with.throughput(y), 0.01, y) })
	}},
}

func spring(f *future) float64 {
	mt := 0.0
	for _, month := range []string{"2027-04", "2027-05", "2027-06"} {
		mt += f.on("rail-ferry", "load_mt", month)
	}
	return mt
}

func rivalCarried(f *future, market, route, month string) float64 {
	mt := 0.0
	for row := range f.Flows.Len() {
		if tables.Flows.Month.Of(f.Flows)[row] == month && tables.Flows.Market.Of(f.Flows)[row] == market && tables.Flows.Route.Of(f.Flows)[row] == route {
			mt += tables.Flows.CarriedMt.Of(f.Flows)[row]
		}
	}
	return mt
}
