package plots

import (
	"fmt"

	"corridor/sim/tables"
)

// exampleHindcast compares with the ministry's series from 2022 to 2025.
func exampleHindcast() *tables.Table {
	t := tables.New(tables.Hindcast)
	series := []struct {
		metric string
		actual []float64 // from 2020
		model  []float64 // from 2022
		plan   map[int]any
	}{
		{"throughput_mt", []float64{0.783, 0.586, 1.485, 2.764, 4.484, 4.119}, []float64{1.46, 2.85, 3.94, 4.46}, map[int]any{2025: 5.2}},
		{"containers_kteu", []float64{20.9, 25.2, 33.6, 20.5, 56.5, 77}, []float64{31.2, 24.9, 47.3, 71.8}, map[int]any{2025: 96.0}},
	}
	for _, s := range series {
		row := func(kind, name string, year int, model float64) {
			i := year - 2020
			var last, drift, plan any
			known := ""
			if kind == "forecast" {
				last, drift = s.actual[i-1], s.actual[i-1]+(s.actual[i-1]-s.actual[0])/float64(i-1)
				if plan = s.plan[year]; plan != nil {
					known = "2025-03"
				}
			}
			t.Append("stated", kind, name, s.metric, "headline", year, s.actual[i], model, last, drift, nil, plan, known)
		}
		for year := 2023; year <= 2025; year++ {
			row("forecast", fmt.Sprintf("%d→%d", year-1, year), year, float64(s.model[year-2022]*0.9))
		}
		for year := 2022; year <= 2025; year++ {
			name := "fit"
			if year > 2023 {
				name = "hold-out"
			}
			row("conditional", name, year, s.model[year-2022])
		}
		for year := 2023; year <= 2025; year++ {
			row("conditional", fmt.Sprintf("%d→%d", year-1, year), year, float64(s.model[year-2022]*1.04))
		}
	}
	return t
}

func exampleExperiments() *tables.Table {
	t := tables.New(tables.Experiments)
	t.Append("stated", "kuryk-embargo", "Embargo on wagons for Kuryk, 22 April to 30 June 2025", "wagons", -0.45, -0.25, -0.38, true, true)
	t.Append("stated", "october-storms", "Eleven storm days at Aktau in October 2025", "throughput", -0.3, -0.12, -0.06, true, false)
	t.Append("stated", "northern-route", "Shippers leave the northern route after February 2022", "potential", 0.9, 1.6, 1.22, true, true)
	t.Append("stated", "red-sea", "Red Sea attacks from December 2023", "containers", 0.1, 0.35, -0.04, false, false)
	return t
}
