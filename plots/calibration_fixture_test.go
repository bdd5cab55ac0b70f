package plots

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"

	"corridor/sim/tables"
)

// Made-up tables of a calibration: a prior and fits on one, two and three years.
var exampleFits = []string{tables.NoYears, "2023", "2023–2024", "2023–2025"}

var exampleSeriesObserved = []struct {
	series, title, scope, unit string
	target                     bool
	discrepancy                float64
	periods                    []string
	observed                   []float64
}{
	{"throughput-headline", "Tonnes, headline", "headline", "Mt", true, 0.08, []string{"2023", "2024", "2025", "2025-01/2025-06"}, []float64{2.764, 4.484, 4.119, 2.3}},
	{"throughput-like-for-like", "Tonnes, like-for-like", "like-for-like", "Mt", true, 0.08, []string{"2023", "2024"}, []float64{2.764, 3.3}},
	{"containers", "Containers", "headline", "TEU", true, 0.15, []string{"2023", "2024", "2025", "2024-01/2024-06", "2024-01/2024-09", "2024-01/2024-11", "2025-01/2025-06"}, []float64{20470, 56500, 77000, 19370, 34600, 50500, 40200}},
	{"oil-btc", "Oil to the BTC pipeline", "BTC", "Mt", true, 0.1, []string{"2023", "2024", "2025"}, []float64{1.06, 1.41, 1.3}},
	{"containers-china-europe", "Containers by trains from China", "TITR", "TEU", true, 0.2, []string{"2023", "2024", "2025"}, []float64{2200, 27000, 35000}},
	{"baku-port-containers", "Containers at Baku", "Port of Baku", "TEU", true, 0.1, []string{"2023", "2024", "2025", "2024-01/2024-07", "2024-01/2024-08", "2025-01/2025-04", "2025-01/2025-07", "2025-01/2025-09"}, []float64{44361, 76775, 107054, 39184, 47157, 38600, 60429, 77295}},
	{"ferry-wagons", "Wagons by all ferries", "both lines", "wagons", false, 0.1, []string{"2024", "2025", "2024-01", "2025-01", "2024-Q1", "2024-01/2024-06", "2025-01/2025-06"}, []float64{37500, 36900, 2688, 2762, 8847, 19068, 18227}},
	{"trucks", "Vehicles by Kuryk", "Kuryk", "vehicles", false, 0.2, []string{"2023-01/2023-10", "2024", "2025"}, []float64{23652, 27000, 25500}},
}

// monthsOfPeriod returns the first and last month of 2024, 2024-Q1, 2024-01 or
// 2024-01/2024-06.
func monthsOfPeriod(period string) (from, to string) {
	switch {
	case len(period) == 4:
		return period + "-01", period + "-12"
	case len(period) > 7:
		return period[:7], period[8:]
	case period[5] == 'Q':
		quarter, _ := strconv.Atoi(period[6:])
		return fmt.Sprintf("%s-%02d", period[:4], 3*quarter-2), fmt.Sprintf("%s-%02d", period[:4], 3*quarter)
	}
	return period, period
}

// examplePredictive says of each observation what each fit says of it, a year ahead.
func examplePredictive() *tables.Table {
	t := tables.New(tables.Predictive)
	rng := rand.New(rand.NewPCG(12, 11))
	for _, kind := range []string{tables.Conditional, tables.Forecast} {
		for _, s := range exampleSeriesObserved {
			for i, period := range s.periods {
				from, to := monthsOfPeriod(period)
				year, _ := strconv.Atoi(period[:4])
				off := float64(0.12 * rng.NormFloat64()) // of the model, whatever the fit
				for k, fit := range exampleFits {
					width := []float64{0.55, 0.3, 0.24, 0.2}[k]
					if kind == tables.Forecast {
						width *= 1.5
					}
					middle := math.Log(s.observed[i]) + off + float64(0.5*width*rng.NormFloat64())
					knows := 0
					if fit != tables.NoYears {
						knows, _ = strconv.Atoi(fit[len(fit)-4:])
					}
					judged := knows == year-1 || knows == 0 && year == 2023
					row := []any{"reference", fit, kind, s.series, s.title, s.scope, period, from, to, s.unit, year - 1, 1, s.target && knows >= year && kind == tables.Conditional, judged, s.observed[i], 0.04, s.discrepancy}
					for _, z := range []float64{-1.645, -0.674, 0, 0.674, 1.645} {
						row = append(row, math.Exp(middle+float64(z*width)))
					}
					t.Append(append(row, normal((math.Log(s.observed[i])-middle)/width))...)
				}
			}
		}
	}
	return t
}

func normal(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

var exampleParameters = []struct {
	name, title, path string
	low, high         float64
	narrower, moved   float64
	atBound           bool
}{
	{"boxes-china-europe-sensitivity", "How much shippers of boxes between China and Europe mind the cost of a route", "markets.boxes-china-europe.sensitivity", 0.0021, 0.0084, 0.62, 0.18, false},
	{"boxes-china-europe-share", "Share of boxes between China and Europe that any route of the corridor is offered in the first year", "markets.boxes-china-europe.share", 0.002, 0.031, 0.48, -0.31, false},
	{"dispatch", "Trains dispatched a day from Khorgos and Dostyk", "segments.china-trains.dispatch", 1.2, 6.5, 0.71, 0.02, false},
	{"ferry-pool", "Share of the ferries that sail between Kuryk and Alat", "segments.rail-ferry.pool", 0.35, 0.85, 0.33, 0.22, false},
	{"catch-up", "Part of what waits that is caught up in a month", "segments.*.catch_up", 0.05, 0.95, 0.04, -0.03, false},
	{"congestion", "Days that a full segment adds", "congestion.days", 2, 40, 0.21, -0.44, true},
	{"oil-sensitivity", "How much shippers of oil mind the cost of a route", "markets.oil.sensitivity", 0.01, 0.09, 0.15, 0.08, false},
	{"grain-inertia", "", "markets.grain.inertia", 0.1, 0.9, -0.05, 0.06, false},
	{"other-boxes", "Boxes of other owners at Aktau", "segments.aktau-boxes.other_traffic", 12000, 64000, 0.55, 0.27, false},
	{"feeder-speed", "Knots that feeders make in winter", "segments.feeders.knots", 8, 13, 0.02, 0.01, false},
}

// exampleParametersTable has n parameters, of which the first are exampleParameters.
func exampleParametersTable(n int) *tables.Table {
	t := tables.New(tables.Parameters)
	for k, fit := range exampleFits[1:] {
		for i := range n {
			e := exampleParameters[i%len(exampleParameters)]
			if i >= len(exampleParameters) {
				e.name, e.title = fmt.Sprintf("%s-%d", e.name, i), fmt.Sprintf("%s, place %d", e.title, i)
			}
			known := float64(k+1) / 3
			at := func(rank float64) float64 { return e.low + float64((rank-0.05)/0.9*(e.high-e.low)) }
			narrower, moved := float64(e.narrower*known), float64(e.moved*known)
			half := float64(0.45 * (1 - narrower))
			middle := min(max(0.5+moved, half+0.001), 0.999-half)
			t.Append("reference", fit, e.name, e.title, e.path, at(0.05), at(0.5), at(0.95), at(middle-half), at(0.5+moved), at(middle+half),
				narrower, moved, narrower >= 0.1 || math.Abs(moved) >= 0.1, e.atBound && k == 2)
		}
	}
	return t
}

func exampleSample(n int) *tables.Table {
	t := tables.New(tables.Sample)
	p := exampleParametersTable(n)
	rng := rand.New(rand.NewPCG(3, 5))
	for row, fit := range tables.Parameters.Fit.Of(p) {
		low, high := tables.Parameters.PosteriorP05.Of(p)[row], tables.Parameters.PosteriorP95.Of(p)[row]
		for draw := range 60 {
			t.Append("reference", fit, draw+1, tables.Parameters.Parameter.Of(p)[row], low+float64((high-low)*(0.5+0.3*rng.NormFloat64())))
		}
	}
	return t
}

func exampleCalibration(parameters int) *tables.Package {
	p := examplePackage(exampleParametersTable(parameters), exampleSample(parameters), examplePredictive())
	p.Name, p.Title = "reference", "The corridor as its sources describe it"
	return p
}
