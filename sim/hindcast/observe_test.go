package hindcast

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// months is a result of a year and a month, with a market in each scope, each on a
// route of the corridor and on a rival.
func months() *sim.Result {
	r := &sim.Result{Annual: tables.New(tables.Annual), Flows: tables.New(tables.Flows), Routes: tables.New(tables.Routes)}
	for i, market := range []struct{ name, cargo, scope string }{
		{"boxes", tables.Containers, tables.LikeForLike},
		{"oil", tables.Oil, tables.LikeForLike},
		{"trucks", "trucks", tables.Headline},
		{"unscoped", "bulk", ""},
	} {
		mt := []float64{1, 10, 100, 1000}[i]
		for _, route := range []string{"corridor", "rival"} {
			rival := route == "rival"
			r.Routes.Append("test", market.name, "", market.cargo, "", market.scope, route, rival, "", 0.5, 0.0, 0.0, 0.0, "")
			for _, month := range []string{"2024-01", "2024-02", "2025-01"} {
				carried := mt
				if rival {
					carried = 1e6
				}
				r.Flows.Append("test", month, market.name, market.cargo, route, 0.0, carried, 0.0, 0.5)
			}
		}
	}
	for _, year := range []int{2024, 2025} {
		row := make([]any, len(tables.Annual.Columns))
		for i, column := range tables.Annual.Columns {
			switch column.Name {
			case "scenario":
				row[i] = "test"
			case "year":
				row[i] = year
			case "transit_days":
				row[i] = float64(year - 2000)
			case "containers_kteu":
				row[i] = 2000.0 / 14
			}
		}
		r.Annual.Append(row...)
	}
	return r
}

func TestObserveSumsTheScope(t *testing.T) {
	r := months()
	for _, c := range []struct {
		metric Metric
		year   int
		want   float64
	}{
		{Headline, 2024, 2222}, {LikeForLike, 2024, 2022}, {Containers, 2024, 2.0 / 14 * 1000},
		{Headline, 2025, 1111}, {LikeForLike, 2025, 1011},
	} {
		require.Equal(t, c.want, Observe(r, c.metric, c.year), "%v %d", c.metric, c.year)
	}
	require.True(t, math.IsNaN(Observe(r, Headline, 2026)), "a year that is not simulated")
}

func TestMeasure(t *testing.T) {
	r := months()
	for metric, want := range map[string]float64{
		"throughput_mt": 2222, "containers_mt": 2, "containers_kteu": 2.0 / 14 * 1000, "oil_mt": 20, "transit_days": 24,
	} {
		got, err := Measure(r, metric, 2024)
		require.NoError(t, err)
		require.InDelta(t, want, got, 1e-9, metric)
		_, err = Measure(r, metric, 2026)
		require.EqualError(t, err, "the year 2026 is not simulated", metric)
	}
	_, err := Measure(r, "queue_mt", 2024)
	require.EqualError(t, err, `unknown measure "queue_mt"`)
}

// TestMeasuresAreMeasured: every measure that is listed can be read, and says which cargo
// a scenario must have for it.
func TestMeasuresAreMeasured(t *testing.T) {
	cargo := map[string]string{}
	for _, name := range Measures() {
		_, err := Measure(months(), name, 2024)
		require.NoError(t, err, name)
		cargo[name] = CargoOf(name)
	}
	require.Equal(t, map[string]string{
		"throughput_mt": "", "containers_kteu": tables.Containers, "containers_mt": tables.Containers, "oil_mt": tables.Oil, "transit_days": "",
	}, cargo)
	require.Empty(t, CargoOf("queue_mt"))
}

// TestObserveFromTheMonth: the headline counts from a month on what crossed before as well; what
// crosses is measured all the same.
func TestObserveFromTheMonth(t *testing.T) {
	r := months()
	scopes := tables.Routes.Scope.Of(r.Routes)
	for row, market := range tables.Routes.Market.Of(r.Routes) {
		if market == "trucks" {
			scopes[row] = tables.Since(calendar.NewMonth(2024, 2))
		}
	}
	require.InDelta(t, 2*1011+100, Observe(r, Headline, 2024), 1e-9)
	require.InDelta(t, 1111, Observe(r, Headline, 2025), 1e-9)
	require.InDelta(t, 2*1011, Observe(r, LikeForLike, 2024), 1e-9)
	all, err := Measure(r, "throughput_mt", 2024)
	require.NoError(t, err)
	require.InDelta(t, 2*1111, all, 1e-9)

	boxes := slices.Index(tables.Routes.Market.Of(r.Routes), "boxes")
	scopes[boxes] = tables.Since(calendar.NewMonth(2024, 2))
	require.InDelta(t, 1000.0/14, Observe(r, Containers, 2024), 1e-9, "half of the boxes")
	require.InDelta(t, 2000.0/14, Observe(r, Containers, 2025), 1e-9)
}
