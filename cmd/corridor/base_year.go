package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/tables"
)

// baseYear sets what was carried in the base year, as the scenario states it, beside the run.
type baseYear struct {
	Year int           `json:"year"`
	Rows []baseYearRow `json:"rows"` // cargo classes, then the official series
}

// baseYearRow is in Mt. What was asked for is carried, turned away or waits longer.
type baseYearRow struct {
	Name       string  `json:"name"`
	Observed   float64 `json:"observed_mt"`
	Carried    float64 `json:"carried_mt"`
	AskedFor   float64 `json:"asked_for_mt"` // new cargo that chose the corridor
	TurnedAway float64 `json:"turned_away_mt"`
}

// baseYearOf returns nil where a scenario does not state what was carried in the base year, or
// does not run the whole of it.
func baseYearOf(s *scenarios.Scenario, r *sim.Result) *baseYear {
	first := s.Corridor.BaseMonth()
	last := first + calendar.MonthsPerYear - 1
	if first < s.Corridor.Start || last >= s.Corridor.Start+calendar.Month(s.Corridor.Months) {
		return nil
	}
	var classes []string
	rows := map[string]*baseYearRow{} // by class
	series := []baseYearRow{{Name: "Headline"}, {Name: "Like-for-like"}}
	scoped := false
	for _, o := range s.Observed {
		if o.Year != first.Year() {
			continue
		}
		m := &s.Corridor.Markets[o.Market]
		if rows[m.Cargo] == nil {
			classes = append(classes, m.Cargo)
			rows[m.Cargo] = &baseYearRow{Name: cmp.Or(s.Labels.Cargo[m.Cargo].Title, m.Cargo)}
		}
		market := ranInYear(m, o.Mt, r, first, last)
		rows[m.Cargo].add(market)
		for i, name := range []string{tables.Headline, tables.LikeForLike} {
			scope := s.Labels.Markets[m.Name].Scope
			scoped = scoped || scope != ""
			if tables.CountedSince(name, scope) <= first {
				series[i].add(market)
			}
		}
	}
	if len(classes) == 0 {
		return nil
	}
	b := &baseYear{Year: first.Year()}
	for _, class := range classes {
		b.Rows = append(b.Rows, *rows[class])
	}
	if !scoped {
		series = []baseYearRow{series[0]}
		series[0].Name = "All"
	}
	b.Rows = append(b.Rows, series...)
	return b
}

// ranInYear is what became of a market in the months from first to last.
func ranInYear(m *model.Market, observed float64, r *sim.Result, first, last calendar.Month) baseYearRow {
	row := baseYearRow{Observed: observed}
	for i, month := range tables.Flows.Month.Of(r.Flows) {
		t, _ := calendar.ParseMonth(month) // as it was written
		if t < first-1 || t > last || tables.Flows.Market.Of(r.Flows)[i] != m.Name || goesAround(m, tables.Flows.Route.Of(r.Flows)[i]) {
			continue
		}
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

func (r *baseYearRow) add(other baseYearRow) {
	r.Observed += other.Observed
	r.Carried += other.Carried
	r.AskedFor += other.AskedFor
	r.TurnedAway += other.TurnedAway
}

func (b *baseYear) print(w io.Writer) error {
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "Base year %d, Mt\tobserved\tcarried\tasked for\tturned away\n", b.Year)
	for _, r := range b.Rows {
		fmt.Fprintf(t, "  %s\t%.3f\t%.3f\t%.3f\t%.3f\n", r.Name, r.Observed, r.Carried, r.AskedFor, r.TurnedAway)
	}
	return t.Flush()
}
