package library_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

var policyClaims = []claim{
	{"investment/announced", func(t *testing.T, base, with *future) {
		years(2026, 2035, func(y int) { require.Greater(t, with.throughput(y), base.throughput(y), y) })
		require.Equal(t, tables.Annual.ThroughputMt.Of(runOf(t, "announced-programme").Annual), tables.Annual.ThroughputMt.Of(with.Annual), "as the scenario of it")
	}},
	{"investment/financing", func(t *testing.T, base, with *future) {
		for _, metric := range tables.Metrics() {
			require.Equal(t, base.Annual.Numbers(metric), with.Annual.Numbers(metric), "nothing changes: %s", metric)
		}
		paid, spent := map[string]float64{}, sumOf(with, "capex_musd")
		for row, musd := range tables.Financing.MUSD.Of(with.Financing) {
			paid[tables.Financing.Financier.Of(with.Financing)[row]] += musd
		}
		require.InDelta(t, 0.8, 1-paid[tables.NoFinancier]/spent, 0.1, "some 80 % has a financier")
		require.Less(t, paid["global-gateway"]/spent, 0.02, "grants of the EU")
		require.InDelta(t, 0.15, paid["belt-and-road"]/spent, 0.05)
	}},
	{"investment/reference-class-delays", func(t *testing.T, base, with *future) {
		require.LessOrEqual(t, with.throughput(2028), base.throughput(2028))
		years(2026, 2035, func(y int) {
			require.InEpsilon(t, base.throughput(y), with.throughput(y), 0.04, "near the reference: %d", y)
		})
		require.Less(t, with.throughput(2027), base.throughput(2027), "below it where ports come later")
	}},
	{"policy/usd-15bn", func(t *testing.T, base, with *future) {
		years(2024, 2026, func(y int) { require.InDelta(t, base.throughput(y), with.throughput(y), 1e-9, y) })
		years(2027, 2035, func(y int) {
			require.Greater(t, with.throughput(y), base.throughput(y), y)
			require.InDelta(t, base.throughput(y), with.throughput(y), 0.03, y)
		})
		before, after := runSet(t, "reference", in2031), runSet(t, "reference", in2031, "policy/usd-15bn")
		require.InDelta(t, 8.4, before.price("trucks")-after.price("trucks"), 0.01, "8 USD less by road to Kuryk")
		require.Greater(t, with.sought("trucks", 2031), base.sought("trucks", 2031), "more trucks seek the corridor")
		require.InDelta(t, base.cargo("trucks", 2031), with.cargo("trucks", 2031), 0.03, "and its ferries take most of them")
	}},
	{"policy/safe-efficient-sustainable", func(t *testing.T, base, with *future) {
		for _, metric := range tables.Metrics() {
			require.Equal(t, base.Annual.Numbers(metric), with.Annual.Numbers(metric), "nothing changes: %s", metric)
		}
		met := map[string]bool{}
		for _, j := range with.Judged {
			met[j.Target.Name] = j.Met
		}
		require.True(t, met["safe"], "little is turned away")
		require.True(t, met["efficient"], "the mean is below 15 days")
		require.False(t, met["sustainable"], "a tonne emits more than in 2024")
		kg := func(year int) float64 { return annual(with.Result, "emissions_kt", year) / with.throughput(year) }
		require.InDelta(t, 97, kg(2024), 0.5)
		require.Less(t, kg(2030)/kg(2024), 1.1, "a little more")
	}},
	{"policy/highways", func(t *testing.T, base, with *future) {
		before, after := runSet(t, "reference", in2031), runSet(t, "reference", in2031, "policy/highways")
		require.InDelta(t, 0.08-0.073, (before.price("trucks")-after.price("trucks"))/1500, 0.0003, "USD a tonne-kilometre over 1,500 km")
		require.InDelta(t, 0.5, before.freeFlow("trucks")-after.freeFlow("trucks"), 0.05, "half a day")
		years(2026, 2035, func(y int) {
			seek := with.sought("trucks", y)/base.sought("trucks", y) - 1
			require.Positive(t, seek, y)
			require.Less(t, seek, 0.02, "one or two per cent: %d", y)
			require.InEpsilon(t, base.cargo("trucks", y), with.cargo("trucks", y), 0.01, "the ferries are near full: %d", y)
		})
		require.Greater(t, rivalCarried(with, "trucks", "russia", "2031-06"), rivalCarried(base, "trucks", "russia", "2031-06"), "the same roads serve the way by Russia")
		require.Less(t, rivalCarried(with, "trucks", "south", "2031-06"), rivalCarried(base, "trucks", "south", "2031-06"), "at the cost of the way by Iran")
	}},
	{"policy/afghan-railways", func(t *testing.T, base, with *future) {
		years(2024, 2025, func(y int) { require.InDelta(t, base.throughput(y), with.throughput(y), 1e-4, y) })
		years(2026, 2027, func(y int) { require.InDelta(t, base.throughput(y), with.throughput(y), 0.03, y) })
		years(2028, 2031, func(y int) {
			more := with.throughput(y) - base.throughput(y)
			require.Positive(t, more, y)
			require.Less(t, more, 0.12, y)
			require.InDelta(t, with.market("afghan-exports", y), more, 0.01, "all of it by Herat: %d", y)
			require.InDelta(t, 0, with.on("beyneu-mangystau", "queue_mt", period(y)), 1e-9, "the line to Mangystau does not bind: %d", y)
		})
		years(2032, 2035, func(y int) {
			require.Less(t, with.market("uzbek-wagons", y), base.market("uzbek-wagons", y), "Uzbek wagons to Karachi: %d", y)
		})
		require.InDelta(t, base.throughput(2035), with.throughput(2035), 0.02, "nothing is left of it")
		require.Positive(t, with.on("turkmen-ferry", "queue_mt", "2035"), "the ferry from Turkmenbashi is full")
	}},
	{"policy/black-sea", func(t *testing.T, base, with *future) {
		before, after := runSet(t, "reference", in2031), runSet(t, "reference", in2031, "policy/black-sea")
		require.InDelta(t, 2, before.freeFlow("boxes-china-europe")-after.freeFlow("boxes-china-europe"), 0.3, "two days sooner")
		years(2028, 2035, func(y int) {
			require.Greater(t, with.throughput(y), base.throughput(y), y)
			require.InEpsilon(t, base.throughput(y), with.throughput(y), 0.01, y)
			require.InDelta(t, 0.085, with.market("boxes-china-europe", y)/base.market("boxes-china-europe", y)-1, 0.015, "of those that choose: %d", y)
			boxes := with.boxes(t, y)/base.boxes(t, y) - 1
			require.Positive(t, boxes, y)
			require.Less(t, boxes, 0.01, "of all: %d", y)
			require.Zero(t, base.on("black-sea-feeder", "queue_mt", period(y)), "its ships do not bind: %d", y)
		})
	}},
	{"policy/armenia-open", func(t *testing.T, base, with *future) {
		more := with.throughput(2030) - base.throughput(2030)
		require.InDelta(t, 0.1, more, 0.01)
		require.InDelta(t, more, with.market("grain-armenia", 2030), 0.001, "all of it new")
	}},
	{"policy/anaklia", func(t *testing.T, base, with *future) {
		years(2025, 2029, func(y int) { require.Equal(t, base.throughput(y), with.throughput(y), y) })
		years(2030, 2035, func(y int) {
			require.InEpsilon(t, base.throughput(y), with.throughput(y), 0.005, "hardly any change: %d", y)
			require.Less(t, with.days(y), base.days(y), "less time: %d", y)
		})
	}},
	{"policy/btk-divrigi-kars", func(t *testing.T, base, with *future) {
		years(2031, 2035, func(y int) {
			year := period(y)
			require.Greater(t, with.on("kars-divrigi", "load_mt", year), base.on("kars-divrigi", "load_mt", year), "more by rail to Türkiye: %d", y)
			require.InEpsilon(t, base.throughput(y), with.throughput(y), 0.02, "as far as the Caspian lets it: %d", y)
		})
		years(2032, 2035, func(y int) {
			year := period(y)
			require.Less(t, with.on("georgian-railway", "load_mt", year), base.on("georgian-railway", "load_mt", year), "less by the ports of Georgia: %d", y)
		})
	}},
	{"policy/tripp", func(t *testing.T, base, with *future) {
		years(2030, 2032, func(y int) {
			require.InDelta(t, base.throughput(y), with.throughput(y), 0.04, "little in tonnes: %d", y)
			require.Greater(t, with.days(y), base.days(y), "more days: %d", y)
			require.Greater(t, with.on("kars-divrigi", "queue_mt", period(y)), base.on("kars-divrigi", "queue_mt", period(y)), "the way goes on by Kars: %d", y)
			require.Positive(t, with.on("tripp", "load_mt", period(y)), y)
		})
	}},
	{"policy/smart-cargo", func(t *testing.T, base, with *future) {
		years(2027, 2035, func(y int) { require.Greater(t, with.throughput(y), base.throughput(y), y) })
		before, after := runSet(t, "reference", in2031), runSet(t, "reference", in2031, "policy/smart-cargo")
		for market, days := range map[string]float64{"boxes-china-europe": 1.7, "metals": 1, "trucks": 1.4, "grain": 0.5} {
			require.InDelta(t, days, before.freeFlow(market)-after.freeFlow(market), 0.2, market)
		}
		require.InDelta(t, 0.7, base.days(2030)-with.days(2030), 0.15)
	}},
	{"policy/joint-border", func(t *testing.T, base, with *future) {
		years(2027, 2035, func(y int) { require.Greater(t, with.throughput(y), base.throughput(y), y) })
		before, after := runSet(t, "reference", in2031), runSet(t, "reference", in2031, "policy/joint-border")
		for market, days := range map[string]float64{"boxes-china-europe": 0.45, "metals": 0.4, "trucks": 1, "grain": 0} {
			require.InDelta(t, days, before.freeFlow(market)-after.freeFlow(market), 0.1, market)
		}
	}},
}

// TestTheRailwayToTurkey: Baku–Tbilisi–Kars alone does nothing for the railway to
// Türkiye, since the line beyond Kars takes no more; both do.
func TestTheRailwayToTurkey(t *testing.T) {
	without := runSet(t, "reference", []string{"projects.btk-upgrade.enabled=false", "projects.divrigi-kars.enabled=false"})
	first := runSet(t, "reference", []string{"projects.btk-upgrade.requires=null", "projects.divrigi-kars.enabled=false"})
	both := runOf(t, "reference", "policy/btk-divrigi-kars")
	load := func(f *future, year int) float64 { return f.on("kars-divrigi", "load_mt", period(year)) }
	years(2028, 2035, func(y int) { require.LessOrEqual(t, load(first, y), 0.75, y) })
	require.InDelta(t, load(without, 2035), load(first, 2035), 0.02)
	require.Greater(t, load(both, 2035), load(first, 2035)+0.08)
}

// TestTheWayThroughArmenia: with it the corridor no longer hangs on Georgia alone.
func TestTheWayThroughArmenia(t *testing.T) {
	blocked := []string{"shocks.georgia-rail.from=2031-09", "shocks.georgia-rail.to=2031-09", "shocks.georgia-road.from=2031-09", "shocks.georgia-road.to=2031-09"}
	lost := func(with ...string) float64 {
		all := runOf(t, "reference", with...)
		some := runSet(t, "reference", blocked, append(with, "shock/georgia-blocked")...)
		return (all.throughput(2031) + all.throughput(2032)) - (some.throughput(2031) + some.throughput(2032))
	}
	require.Less(t, lost("policy/tripp"), lost())
}

// TestRoadsWantFerries: with room on the ferries better roads bring trucks, without more
// of them hardly any.
func TestRoadsWantFerries(t *testing.T) {
	room := []string{"segments.truck-ferry.capacity.units.per_year=60000", "segments.alat-trucks.capacity.units.per_year=120000"}
	gain := func(set []string) float64 {
		return runSet(t, "reference", set, "policy/highways").cargo("trucks", 2031) - runSet(t, "reference", set).cargo("trucks", 2031)
	}
	require.Less(t, gain([]string{"projects.kuryk-ferries-1.enabled=false", "projects.kuryk-ferries-2.enabled=false", "projects.kuryk-ferries-3.enabled=false"}), 0.005)
	require.Greater(t, gain(room), 0.01)
}
