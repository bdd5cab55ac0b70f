package sim_test

import (
	"fmt"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// port is a corridor of one port, which ships 10 Mt a year and from 2031 on 16. Grain of
// 12 Mt a year comes to it, a tenth more each year. What waits gives up after a month in
// the mean, and half a million tonnes have room to wait.
func port() model.Corridor {
	var even [calendar.MonthsPerYear]float64 // every month alike
	for month := range even {
		even[month] = 1
	}
	return model.Corridor{
		Start: calendar.NewMonth(2030, 1), Months: 36,
		Segments: []model.Segment{{
			Name:         "port",
			Supply:       model.Supply{Fixed: model.Fixed{Years: []int{2030}, MtPerYear: []float64{10}}},
			Availability: even, Effectiveness: 1, FreeFlowDays: 3, CostUSDPerT: 8, StorageMt: 0.5,
		}},
		Markets: []model.Market{{
			Name: "grain", Cargo: "grain", Season: even, Inertia: 1, GiveUp: 0.5,
			Growth: model.Growth{Years: []int{2030}, MtPerYear: []float64{12}, Rates: []model.Rate{{From: 2030, PerYear: 0.1}}, Fade: 1},
			Routes: []model.Route{{Name: "by sea", Segments: []int{0}, Weights: []float64{1}, Share: 1}},
		}},
		Projects: []model.Project{{
			Name: "second quay", CostMUSD: 250, Start: calendar.NewMonth(2030, 1), DurationMonths: 12, DelayFactor: 1, EffectiveShare: 1,
			Changes: []model.Change{{Segment: 0, Quantity: model.Capacity, Add: 6}},
		}},
	}
}

// A corridor made in Go, and a target for it, run from January 2030 to December 2032.
func ExampleRun() {
	metric, err := tables.ParseExpression("throughput_mt", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	at, err := tables.ParsePeriod("2032")
	if err != nil {
		fmt.Println(err)
		return
	}
	run := sim.Run{
		Name: "port", Corridor: port(),
		Targets: []tables.Target{{Name: "fourteen", Title: "14 Mt/yr", Metric: metric, At: at, Threshold: 14}},
	}
	result, err := run.Run()
	if err != nil {
		fmt.Println(err)
		return
	}
	carried, capacity := tables.Annual.ThroughputMt.Of(result.Annual), tables.Annual.CapacityMt.Of(result.Annual)
	for row, year := range tables.Annual.Year.Of(result.Annual) {
		fmt.Printf("%.0f: %.1f of %.0f Mt\n", year, carried[row], capacity[row])
	}
	target := result.Judged[0]
	fmt.Printf("%s: %.1f Mt, met %v\n", target.Target.Title, target.Value, target.Met)
	// Output:
	// 2030: 10.0 of 10 Mt
	// 2031: 13.4 of 16 Mt
	// 2032: 14.5 of 16 Mt
	// 14 Mt/yr: 14.5 Mt, met true
}
