package model_test

import (
	"fmt"

	"corridor/model"
	"corridor/model/calendar"
)

// A port of 4 Mt a year that may store 0.2 Mt, a market of 6 Mt a year of which 80 % would
// come this way, and a project that adds 2 Mt a year to the port from the second year on.
func Example() {
	open, even := [calendar.MonthsPerYear]float64{}, [calendar.MonthsPerYear]float64{}
	for month := range open {
		open[month], even[month] = 1, 1
	}
	c := model.Corridor{
		Start: calendar.NewMonth(2025, 1), Months: 24,
		Segments: []model.Segment{{
			Name: "port", Supply: model.Supply{Fixed: model.Fixed{Years: []int{2025}, MtPerYear: []float64{4}}},
			Availability: open, Effectiveness: 1, StorageMt: 0.2,
		}},
		Markets: []model.Market{{
			Name: "boxes", Growth: model.Growth{Years: []int{2025}, MtPerYear: []float64{6}}, Season: even,
			Routes: []model.Route{
				{Name: "corridor", Segments: []int{0}, Weights: []float64{1}, Share: 0.8},
				{Name: "north", Rival: true, Share: 0.2},
			},
		}},
		Projects: []model.Project{{
			Name: "berths", Start: calendar.NewMonth(2025, 1), DurationMonths: 12, DelayFactor: 1, EffectiveShare: 1,
			Changes: []model.Change{{Segment: 0, Quantity: model.Capacity, Add: 2}},
		}},
	}
	m, err := model.New(c)
	if err != nil {
		fmt.Println(err)
		return
	}
	state, out := m.NewState(), m.NewOutcome()
	carried, diverted := 0.0, 0.0
	for range c.Months {
		m.Step(state, out)
		carried, diverted = carried+out.ThroughputMt, diverted+out.DivertedMt
		if out.Month.IsDecember() {
			limits := c.Segments[out.Limiting].Name
			fmt.Printf("%d: carried %.1f Mt, %.1f Mt turned away, %.2f Mt waiting; capacity %.0f Mt a year, limited by the %s\n",
				out.Month.Year(), carried, diverted, out.QueueMt, m.YearlyCapacityMt(state, out), limits)
			carried, diverted = 0, 0
		}
	}
	// Output:
	// 2025: carried 4.0 Mt, 0.6 Mt turned away, 0.20 Mt waiting; capacity 4 Mt a year, limited by the port
	// 2026: carried 5.0 Mt, 0.0 Mt turned away, 0.00 Mt waiting; capacity 6 Mt a year, limited by the port
}
