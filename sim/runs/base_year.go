package runs

import (
	"cmp"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/tables"
)

// BaseYear sets what was carried in the base year, as the scenario states it, beside the run.
type BaseYear struct {
	Year int           `json:"year" doc:"calendar year"`
	Rows []BaseYearRow `json:"rows" doc:"cargo classes, then the official series"`
}

// BaseYearRow is in Mt. What goes by agreement is taken to have been observed as agreed. What
// was asked for is carried, turned away or waits longer.
type BaseYearRow struct {
	Name       string  `json:"name" doc:"cargo class or series"`
	Observed   float64 `json:"observed_mt" doc:"what was observed" unit:"Mt"`
	Carried    float64 `json:"carried_mt" doc:"what the model carries" unit:"Mt"`
	AskedFor   float64 `json:"asked_for_mt" doc:"new cargo that chose the corridor" unit:"Mt"`
	TurnedAway float64 `json:"turned_away_mt" doc:"what was turned away" unit:"Mt"`
}

// BaseYearOf returns nil where a scenario does not state what was carried in the base year, or
// does not run the whole of it.
func BaseYearOf(s *scenarios.Scenario, r *sim.Result) *BaseYear {
	first := s.Corridor.BaseMonth()
	last := first + calendar.MonthsPerYear - 1
	if first < s.Corridor.Start || last >= s.Corridor.Start+calendar.Month(s.Corridor.Months) {
		return nil
	}
	if !slices.ContainsFunc(s.Observed, func(o model.Observed) bool { return o.Year == first.Year() }) {
		return nil
	}
	var classes []string
	rows := map[string]*BaseYearRow{} // by class
	series := []BaseYearRow{{Name: "Headline"}, {Name: "Like-for-like"}}
	scoped, ran := false, flowsIn(r, first-1, last)
	for i := range s.Corridor.Markets {
		m := &s.Corridor.Markets[i]
		came := m.PotentialMt(first.Year()) // by agreement
		if at := slices.IndexFunc(s.Observed, func(o model.Observed) bool { return o.Market == i && o.Year == first.Year() }); at >= 0 {
			came = s.Observed[at].Mt
		} else if len(m.Schedule) == 0 {
			continue
		}
		if rows[m.Cargo] == nil {
			classes = append(classes, m.Cargo)
			rows[m.Cargo] = &BaseYearRow{Name: cmp.Or(s.Labels.Cargo[m.Cargo].Title, m.Cargo)}
		}
		market := ranInYear(m, came, r, ran[m.Name], first, last)
		rows[m.Cargo].add(market)
		for i, name := range []string{tables.Headline, tables.LikeForLike} {
			scope := s.Labels.Markets[m.Name].Scope
			scoped = scoped || scope != ""
			if tables.CountedSince(name, scope) <= first {
				series[i].add(market)
			}
		}
	}
	b := &BaseYear{Year: first.Year()}
	for _, class := range classes {
		b.Rows = append(b.Rows, *rows[class])
	}
	if !scoped {
		series = []BaseYearRow{series[0]}
		series[0].Name = "All"
	}
	b.Rows = append(b.Rows, series...)
	return b
}

// flowsIn returns, by market, the rows of its flows in the months from first to last.
func flowsIn(r *sim.Result, first, last calendar.Month) map[string][]int {
	rows, markets := map[string][]int{}, tables.Flows.Market.Of(r.Flows)
	from, to := first.String(), last.String() // whose letters are in the order of the months
	for i, month := range tables.Flows.Month.Of(r.Flows) {
		if month >= from && month <= to {
			rows[markets[i]] = append(rows[markets[i]], i)
		}
	}
	return rows
}

// ranInYear is what became of a market in the months from first to last, given its rows in these
// and the month before.
func ranInYear(m *model.Market, observed float64, r *sim.Result, rows []int, first, last calendar.Month) BaseYearRow {
	row := BaseYearRow{Observed: observed}
	for _, i := range rows {
		if goesAround(m, tables.Flows.Route.Of(r.Flows)[i]) {
			continue
		}
		t, _ := calendar.ParseMonth(tables.Flows.Month.Of(r.Flows)[i]) // as it was written
		carried, diverted := tables.Flows.CarriedMt.Of(r.Flows)[i], tables.Flows.DivertedMt.Of(r.Flows)[i]
		waits := tables.Flows.OfferedMt.Of(r.Flows)[i] - carried - diverted
		if t == first-1 { // it was asked for before
			row.AskedFor -= waits
			continue
		}
		row.Carried += carried
		row.TurnedAway += diverted
		row.AskedFor += carried + diverted
		if t == last {
			row.AskedFor += waits
		}
	}
	return row
}

// goesAround reports whether a route leads outside the corridor.
func goesAround(m *model.Market, route string) bool {
	return slices.ContainsFunc(m.Routes, func(r model.Route) bool { return r.Name == route && r.Rival })
}

func (r *BaseYearRow) add(other BaseYearRow) {
	r.Observed += other.Observed
	r.Carried += other.Carried
	r.AskedFor += other.AskedFor
	r.TurnedAway += other.TurnedAway
}
