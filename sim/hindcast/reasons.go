package hindcast

import (
	"context"
	"math"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
)

// Reason is what the corridor would have carried in a year if one thing had been
// otherwise.
type Reason struct {
	If         string
	HeadlineMt float64 // Mt carried
}

// Reasons takes away one limit after the other, each alone, of a run as it was known at an
// origin, and says what would
// have been carried in a year: the difference to the first is what the limit cost.
func Reasons(ctx context.Context, run sim.Run, origin, year int) ([]Reason, error) {
	variants := []struct {
		name   string
		change func(*model.Corridor)
	}{
		{"as it was", func(*model.Corridor) {}},
		{"with the closures of the Caspian spread evenly over the year", evenWeather},
		{"with the water at its level of the reference year", func(c *model.Corridor) { c.Water = model.WaterLevel{} }},
		{"without the dated shocks", func(c *model.Corridor) { c.Shocks = nil }},
		{"with no limit to any segment: what shippers bring at the prices and times of the year", unlimited},
	}
	var out []Reason
	for _, v := range variants {
		changed := run
		changed.Corridor = grown(run.Corridor, origin, nil)
		changed.Corridor.Segments = slices.Clone(changed.Corridor.Segments)
		v.change(&changed.Corridor)
		r, err := simulate(ctx, changed)
		if err != nil {
			return nil, err
		}
		out = append(out, Reason{v.name, Observe(r, Headline, year)})
	}
	return out, nil
}

// evenWeather gives every month the mean availability of the calendar.
func evenWeather(c *model.Corridor) {
	for i := range c.Segments {
		mean := 0.0
		for _, open := range c.Segments[i].Availability {
			mean += open / calendar.MonthsPerYear
		}
		for month := range c.Segments[i].Availability {
			c.Segments[i].Availability[month] = mean
		}
	}
}

// unlimited opens every built segment wide.
func unlimited(c *model.Corridor) {
	const wide = 1e6
	for i := range c.Segments {
		c.Segments[i].Effectiveness = float64(c.Segments[i].Effectiveness * wide)
		c.Segments[i].OtherTraffic = model.Series{}
		c.Segments[i].StorageMt = math.Inf(1)
	}
}
