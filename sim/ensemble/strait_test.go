package ensemble_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// strait is a line, a ferry that storms shut and a port, which grain and boxes pass from
// 2024 to 2028, or go round by a rival. The port is widened in 2027. Demand and capacity
// go together; what is known least is the end of the works.
func strait(t testing.TB) ensemble.Alternative {
	t.Helper()
	var windy, even [calendar.MonthsPerYear]float64
	for month := range windy {
		even[month] = 1
		windy[month] = 0.95 - 0.15*math.Abs(float64(month)-6)/6
	}
	segment := func(name string, mt, days, usd float64) model.Segment {
		return model.Segment{
			Name: name, Supply: model.Supply{Fixed: model.Fixed{Years: []int{2024}, MtPerYear: []float64{mt}}},
			Availability: even, Effectiveness: 1, FreeFlowDays: days, CostUSDPerT: usd, DistanceKm: 400, EmissionsG: 20, StorageMt: 0.3,
		}
	}
	route := func(name string, share float64, segments ...int) model.Route {
		weights := make([]float64, len(segments))
		for i := range weights {
			weights[i] = 1
		}
		return model.Route{Name: name, Share: share, Segments: segments, Weights: weights}
	}
	market := func(name, cargo string, mt, rate float64, routes ...model.Route) model.Market {
		return model.Market{
			Name: name, Cargo: cargo, Season: even, ValueOfTimeUSD: 5, Sensitivity: 0.03, Inertia: 0.3, PerceptionLag: 0.5, GiveUp: 0.4,
			Growth: model.Growth{Years: []int{2024}, MtPerYear: []float64{mt}, Rates: []model.Rate{{From: 2024, PerYear: rate}}, Fade: 1},
			Routes: routes,
		}
	}
	c := model.Corridor{
		Start: calendar.NewMonth(2024, 1), Months: 60,
		Segments: []model.Segment{segment("line", 9, 6, 20), segment("ferry", 7, 2, 12), segment("port", 5, 1, 6)},
		Rivals:   []model.Rival{{Name: "round", CostUSDPerT: model.Constant(70), Days: model.Constant(14), ReliabilityUSDPerT: model.Constant(0), EmissionsKgPerT: 90}},
		Markets: []model.Market{
			market("boxes", tables.Containers, 3, 0.08, route("sea", 0.6, 0, 1, 2), model.Route{Name: "round", Rival: true, Share: 0.4}),
			market("grain", "grain", 2, 0.04, route("sea", 0.7, 1, 2), route("land", 0.3, 0)),
		},
		Projects: []model.Project{{
			Name: "pier", CostMUSD: 120, Start: calendar.NewMonth(2025, 1), DurationMonths: 24, DelayFactor: 1, EffectiveShare: 1,
			Changes: []model.Change{{Segment: 2, Quantity: model.Capacity, Add: 3}},
		}},
		Economics: model.Economics{Given: true, OperatingShare: 0.8, LostCargoUSDPerT: 200, CO2eUSDPerT: model.Constant(80)},
		Hazards: []model.Hazard{
			{Name: "storms", Kind: model.StormClosure, Segments: []int{1}, Spells: model.Days{Shortest: 1, Longest: 4}},
			{Name: "derailment", Kind: model.Outage, Segments: []int{0}, Severity: 0.6, Events: model.Events{PerYear: 0.8, Lasting: model.Days{Shortest: 10, Longest: 60}}},
			{Name: "harvest", Kind: model.MarketShock, Markets: []int{1}, Factor: 0.7, Events: model.Events{PerYear: 0.5, Lasting: model.Days{Shortest: 60, Longest: 200}}},
		},
	}
	a := ensemble.Alternative{Run: sim.Run{
		Name: "strait", Corridor: c, Labels: tables.Labels{Cargo: map[string]tables.CargoLabel{
			tables.Containers: {Title: "Containers", TonnesPerUnit: 12}, tables.Wagons: {TonnesPerUnit: 60}, tables.Trucks: {TonnesPerUnit: 20},
		}},
		Targets: []tables.Target{target(t, "carried", "throughput_mt", "2028", 4.6), target(t, "room", "capacity_mt", "2027-06", 7)},
	}}
	a.Uncertainties = []ensemble.Uncertainty{
		{Name: "growth of boxes", Distribution: must(random.NewPERT(0.02, 0.08, 0.2))(t), Set: func(c *model.Corridor, v float64) { c.Markets[0].Growth.Rates[0].PerYear = v }},
		{Name: "growth of grain", Distribution: must(random.NewTriangular(-0.02, 0.04, 0.08))(t), Set: func(c *model.Corridor, v float64) { c.Markets[1].Growth.Rates[0].PerYear = v }},
		{Name: "port in practice", Distribution: must(random.NewBeta(6, 3, 0.7, 1.1))(t), Set: func(c *model.Corridor, v float64) { c.Segments[2].Effectiveness = v }},
		{Name: "delay", Distribution: must(random.NewLognormal(1.2, 0.3))(t), Set: func(c *model.Corridor, v float64) { c.Projects[0].DelayFactor = v }},
	}
	names := make([]string, len(a.Uncertainties))
	for i := range names {
		names[i] = a.Uncertainties[i].Name
	}
	together := must(random.NewCorrelation(names))(t)
	require.NoError(t, together.Set(names[0], names[1], 0.5))
	a.Copula = must(together.Copula())(t)
	return a
}

func target(t testing.TB, name, metric, at string, least float64) tables.Target {
	t.Helper()
	return tables.Target{Name: name, Metric: must(tables.ParseExpression(metric, nil))(t), At: must(tables.ParsePeriod(at))(t), Threshold: least}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		require.NoError(t, err)
		return v
	}
}
