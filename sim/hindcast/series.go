package hindcast

import (
	"math"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/model/portable"
	"corridor/sim"
	"corridor/sim/tables"
)

// Series is a series of the history, and how a result is measured in its scope. What it
// counts must be in the scenario: a class, a segment. Where it is not, the series is not
// compared.
type Series struct {
	Name, Title, Unit string

	scale   float64  // of a tonne in the unit: 1 where it is Mt, 0 where units of the class are counted
	cargo   string   // class counted, "" for all
	scope   string   // official series whose scope it has, "" where it counts all cargo in all months
	through []string // what passes any of these segments, once; empty for all the corridor carries
	others  bool     // and the traffic beside the corridor's on them
}

// AllSeries lists the series compared, in the order they are reported. The first four are
// compared by year with naive forecasts too.
var AllSeries = []*Series{
	{Name: "throughput-headline", Title: "Tonnes, headline", Unit: "Mt", scale: 1, scope: tables.Headline},
	{Name: "throughput-like-for-like", Title: "Tonnes, like-for-like", Unit: "Mt", scale: 1, scope: tables.LikeForLike},
	{Name: "containers", Title: "Containers", Unit: "TEU", cargo: tables.Containers, scope: tables.Headline},
	{Name: "oil-btc", Title: "Oil to the BTC pipeline", Unit: "Mt", scale: 1, cargo: tables.Oil},
	{Name: "containers-china-europe", Title: "Containers by trains from China", Unit: "TEU", cargo: tables.Containers, through: []string{"china-trains"}},
	{Name: "aktau-corridor-containers", Title: "Containers of the corridor at Aktau", Unit: "TEU", cargo: tables.Containers, through: []string{"aktau-boxes"}},
	{Name: "aktau-port-containers", Title: "Containers at Aktau", Unit: "TEU", cargo: tables.Containers, through: []string{"aktau-boxes"}, others: true},
	{Name: "baku-port-containers", Title: "Containers at Baku", Unit: "TEU", cargo: tables.Containers, through: []string{"alat-boxes"}, others: true},
	{Name: "kuryk-wagons", Title: "Wagons by Kuryk", Unit: "wagons", cargo: "wagons", through: []string{"rail-ferry"}},
	{Name: "ferry-wagons", Title: "Wagons by all ferries", Unit: "wagons", cargo: "wagons", through: []string{"rail-ferry", "turkmen-ferry"}, others: true},
	{Name: "trucks", Title: "Vehicles by Kuryk", Unit: "vehicles", cargo: "trucks", through: []string{"truck-ferry"}},
}

// SeriesOf returns the series of a name, or nil.
func SeriesOf(name string) *Series {
	i := slices.IndexFunc(AllSeries, func(s *Series) bool { return s.Name == name })
	if i < 0 {
		return nil
	}
	return AllSeries[i]
}

// Through reports whether the series counts what passes a segment.
func (s *Series) Through(segment string) bool { return slices.Contains(s.through, segment) }

// Cargo returns the cargo class that the series counts, "" for all.
func (s *Series) Cargo() string { return s.cargo }

// TonnesPerUnit returns the tonnes in a unit of the series, 0 where the scenario does not
// say: a million where the unit is Mt.
func (s *Series) TonnesPerUnit(l *tables.Labels) float64 {
	if s.scale > 0 {
		return 1e6 / s.scale
	}
	return l.Cargo[s.cargo].TonnesPerUnit
}

// Measure returns what a run came to in a period, in the unit of the series; NaN where the
// scenario has not what the series counts, or the period is not all simulated.
func (s *Series) Measure(run *sim.Run, r *sim.Result, p Period) float64 {
	c := &run.Corridor
	segments, counted := s.counted(run)
	if p.From < c.Start || p.To >= c.Start+calendar.Month(c.Months) || len(counted) == 0 {
		return math.NaN()
	}
	mt, carried := 0.0, tables.Flows.CarriedMt.Of(r.Flows)
	for row, month := range tables.Flows.Month.Of(r.Flows) {
		since, counts := counted[[2]string{tables.Flows.Market.Of(r.Flows)[row], tables.Flows.Route.Of(r.Flows)[row]}]
		t, _ := calendar.ParseMonth(month) // as it was written
		if counts && t >= max(p.From, since) && t <= p.To {
			mt += carried[row]
		}
	}
	if s.others {
		for _, i := range segments {
			for t := p.From; t <= p.To; t++ {
				mt += c.Segments[i].OtherTraffic.At(t.Year()) / calendar.MonthsPerYear
			}
		}
	}
	return mt * 1e6 / s.TonnesPerUnit(&run.Labels)
}

// counted returns the segments of the series and the routes that it counts on them, as routes
// does; none where the scenario has not what the series counts.
func (s *Series) counted(run *sim.Run) (segments []int, routes map[[2]string]calendar.Month) {
	segments, ok := s.segments(&run.Corridor)
	if !ok || s.TonnesPerUnit(&run.Labels) <= 0 {
		return nil, nil
	}
	return segments, s.routes(run, segments)
}

// segments returns the places of the segments of the series; false where one is missing.
func (s *Series) segments(c *model.Corridor) (at []int, ok bool) {
	for _, name := range s.through {
		i := slices.IndexFunc(c.Segments, func(segment model.Segment) bool { return segment.Name == name })
		if i < 0 {
			return nil, false
		}
		at = append(at, i)
	}
	return at, true
}

// routes returns the routes of the corridor that the series counts, by market and route, each
// with the month from which it does.
func (s *Series) routes(run *sim.Run, segments []int) map[[2]string]calendar.Month {
	counted := map[[2]string]calendar.Month{}
	for i := range run.Corridor.Markets {
		m := &run.Corridor.Markets[i]
		since := calendar.Month(0)
		if s.scope != "" {
			since = tables.CountedSince(s.scope, run.Labels.Markets[m.Name].Scope)
		}
		if s.cargo != "" && m.Cargo != s.cargo || since == calendar.Never {
			continue
		}
		for j := range m.Routes {
			route := &m.Routes[j]
			passes := len(segments) == 0 || slices.ContainsFunc(segments, func(at int) bool { return slices.Contains(route.Segments, at) })
			if !route.Rival && passes {
				counted[[2]string{m.Name, route.Name}] = since
			}
		}
	}
	return counted
}

// leastUnits stands for less than a unit of a series, whose logarithm would be without bound:
// one box, wagon or vehicle, and a tonne where the unit is Mt.
func (s *Series) leastUnits() float64 {
	if s.scale > 0 {
		return 1e-6
	}
	return 1
}

// logOf returns the logarithm of a value of the series, on which errors in proportion add up.
func (s *Series) logOf(value float64) float64 {
	if math.IsNaN(value) {
		return value
	}
	return portable.Log(math.Max(value, s.leastUnits()))
}
