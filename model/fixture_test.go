package model

import (
	"math"

	"corridor/model/calendar"
)

var inf = math.Inf(1)

// fixed is a segment of so many Mt a year, open all year, without a limit on
// what may wait for it.
func fixed(name string, mtPerYear float64) Segment {
	return Segment{
		Name:         name,
		Supply:       Supply{Fixed: Fixed{Years: []int{2024}, MtPerYear: []float64{mtPerYear}}},
		Availability: always(1), Effectiveness: 1, StorageMt: math.Inf(1),
	}
}

// market is a demand of so many Mt a year, equal in all months, on the routes
// given.
func market(name string, mtPerYear float64, routes ...Route) Market {
	return Market{
		Name: name, Growth: Growth{Years: []int{2024}, MtPerYear: []float64{mtPerYear}},
		Season: always(1), PerceptionLag: 1, Inertia: 1, Routes: routes,
	}
}

// route passes the segments at weight 1.
func route(name string, share float64, segments ...int) Route {
	weights := make([]float64, len(segments))
	for i := range weights {
		weights[i] = 1
	}
	return Route{Name: name, Share: share, Segments: segments, Weights: weights}
}

// rival goes another way, through nothing of the corridor.
func rival(name string, share float64) Route { return Route{Name: name, Share: share, Rival: true} }

// always repeats a value for the twelve months.
func always(v float64) (months [calendar.MonthsPerYear]float64) {
	for i := range months {
		months[i] = v
	}
	return months
}

// corridor of 2024 and 2025 with the segments and markets given.
func corridor(segments []Segment, markets ...Market) Corridor {
	return Corridor{Start: calendar.NewMonth(2024, 1), Months: 24, Segments: segments, Markets: markets}
}

// must builds a model that cannot fail to build.
func must(c Corridor) *Model {
	m, err := New(c)
	if err != nil {
		panic(err)
	}
	return m
}

// equable is an outcome with −1 for what has no value, which is not equal to itself.
func equable(out *Outcome) Outcome {
	same := *out
	for _, v := range []*float64{
		&same.TransitDays, &same.CostUSDPerT, &same.SurplusMUSD, &same.WaitingMUSD, &same.TurnedAwayMUSD,
	} {
		if math.IsNaN(*v) {
			*v = -1
		}
	}
	return same
}
