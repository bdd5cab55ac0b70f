package runs

import (
	"math"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim/hindcast"
	"corridor/sim/tables"
)

// ObservedIn is what the ministry's series says of the whole years of a scenario whose markets
// it counts: from when it counts all of them, so that it and the results are of the same cargo.
// A scenario whose markets do not say which series counts them has none.
func ObservedIn(s *scenarios.Scenario) []tables.Observation {
	from := s.Corridor.Start
	for i := range s.Corridor.Markets {
		scope := s.Labels.Markets[s.Corridor.Markets[i].Name].Scope
		if scope == "" {
			return nil
		}
		from = max(from, tables.CountedSince(tables.Headline, scope))
	}
	var out []tables.Observation
	history, end := observed(), s.Corridor.Start+calendar.Month(s.Corridor.Months)
	for year := from.Year(); calendar.NewMonth(year, 12) < end; year++ {
		value := history.Actual(hindcast.Headline, year)
		if math.IsNaN(value) || calendar.NewMonth(year, 1) < from {
			continue
		}
		out = append(out, tables.Observation{Metric: hindcast.Headline.Column, Year: year, Value: value, Path: history.Source(hindcast.Headline, year)})
	}
	return out
}
