package sim

import (
	"context"

	"corridor/model"
	"corridor/sim/tables"
)

// Run is a corridor to simulate, with the words its results carry.
type Run struct {
	Name     string // the scenario column of every table
	Corridor model.Corridor
	Labels   tables.Labels
	Targets  []tables.Target

	Financing []Commitment // who pays what of the projects

	// Overflow takes the rows of tables by month when they are many; nil to hold them all.
	Overflow tables.Overflow

	// Weather says what the hazards come to; nil for their means.
	Weather func(*model.Model) *model.Weather
}

// Result is what a run comes to.
type Result struct {
	Annual, Monthly, Segments, Flows, Targets, Projects, Spending, Classes, Capacities, Network, Routes *tables.Table
	Financing, Pools                                                                                    *tables.Table // nil where the run has none
	Directions                                                                                          *tables.Table // nil where all goes west and nothing back
	Judged                                                                                              []Judgement
}

// Tables lists the result tables in the order they are written.
func (r *Result) Tables() []*tables.Table {
	all := []*tables.Table{r.Annual, r.Monthly, r.Segments, r.Flows, r.Targets, r.Projects, r.Spending}
	if r.Financing != nil {
		all = append(all, r.Financing)
	}
	if r.Pools != nil {
		all = append(all, r.Pools)
	}
	all = append(all, r.Classes, r.Capacities)
	if r.Directions != nil {
		all = append(all, r.Directions)
	}
	return append(all, r.Network, r.Routes)
}

// Run simulates the whole horizon, month by month.
func (r Run) Run() (*Result, error) { return r.RunContext(context.Background()) }

// RunContext is Run, but for the error of the context when that ends first.
func (r Run) RunContext(ctx context.Context) (*Result, error) {
	m, err := model.New(r.Corridor)
	if err != nil {
		return nil, err
	}
	rec := newRecorder(&r, m)
	state, outcome := m.NewState(), m.NewOutcome()
	if r.Weather != nil {
		state.Weather = r.Weather(m)
		m.Reset(state)
	}
	for range m.Corridor().Months {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		m.Step(state, outcome)
		rec.record(state, outcome)
	}
	result := &Result{
		Annual: rec.annual, Monthly: rec.monthly, Segments: rec.segments, Flows: rec.flows,
		Projects: r.projects(m), Spending: r.spending(m, tables.Segments.LoadMt.Of(rec.segments)), Classes: rec.byClass, Capacities: rec.capacities, Network: r.Network(), Routes: r.routes(m),
	}
	if len(r.Financing) > 0 {
		result.Financing = r.financing(m)
	}
	if len(m.Corridor().Pools) > 0 {
		result.Pools = rec.pools
	}
	if len(rec.movements) > 0 {
		result.Directions = rec.directions
	}
	result.judge(r.Name, r.Targets, rec.rates)
	return result, nil
}
