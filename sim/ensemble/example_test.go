package ensemble_test

import (
	"context"
	"fmt"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// A thousand futures of a port whose demand grows by 2 to 12 % a year: what it carries in
// 2032 in one future of ten or fewer, and how sure the mean is.
func Example() {
	var even [calendar.MonthsPerYear]float64 // every month alike
	for month := range even {
		even[month] = 1
	}
	run := sim.Run{Name: "port", Corridor: model.Corridor{
		Start: calendar.NewMonth(2030, 1), Months: 36,
		Segments: []model.Segment{{
			Name: "port", Supply: model.Supply{Fixed: model.Fixed{Years: []int{2030}, MtPerYear: []float64{11}}},
			Availability: even, Effectiveness: 1,
		}},
		Markets: []model.Market{{
			Name: "grain", Cargo: "grain", Season: even, Inertia: 1,
			Growth: model.Growth{Years: []int{2030}, MtPerYear: []float64{9}, Rates: []model.Rate{{From: 2030}}, Fade: 1},
			Routes: []model.Route{{Name: "by sea", Segments: []int{0}, Weights: []float64{1}, Share: 1}},
		}},
	}}
	growth, err := random.NewTriangular(0.02, 0.05, 0.12)
	if err != nil {
		fmt.Println(err)
		return
	}
	e := &ensemble.Ensemble{
		Alternatives: []ensemble.Alternative{{Run: run, Uncertainties: []ensemble.Uncertainty{{
			Name: "growth", Distribution: growth,
			Set: func(c *model.Corridor, v float64) { c.Markets[0].Growth.Rates[0].PerYear = v },
		}}}},
		Seed: 1, Draws: 1000, Workers: 2,
	}
	tally, err := e.Run(context.Background(), ensemble.RunOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	throughput, year := sim.MetricPlace(tables.Annual.ThroughputMt), 2032-2030
	carried := tally.Alternatives[0].Metrics.At(throughput, year)
	fmt.Printf("p10 %.2f, median %.2f, p90 %.2f Mt\n", carried.Quantile(0.1), carried.Quantile(0.5), carried.Quantile(0.9))
	low, high := carried.MeanInterval(ensemble.Confidence)
	fmt.Printf("mean %.2f Mt, %.2f to %.2f at 95 %%\n", carried.Mean(), low, high)
	// Output:
	// p10 9.69, median 10.14, p90 10.73 Mt
	// mean 10.17 Mt, 10.14 to 10.19 at 95 %
}
