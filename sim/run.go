package sim

import (
	"context"
	"slices"

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

	// Wanted are the tables that the result is to have, beside that of the targets; none for
	// all.
	Wanted []tables.Described

	// Overflow takes the rows of tables by month when they are many; nil to hold them all.
	Overflow tables.Overflow

	// Weather says what the hazards come to; nil for their means.
	Weather func(*model.Model) *model.Weather

	// Watch is told the model before the first month, and returns who is told of each month; nil
	// for nobody.
	Watch func(*model.Model) func(*model.Outcome)
}

// Result is what a run comes to.
type Result struct {
	Annual, Monthly, Segments, Flows, Targets, Projects, Spending, Classes, Capacities, Network, Routes *tables.Table
	Financing, Pools                                                                                    *tables.Table // nil where the run has none
	Directions                                                                                          *tables.Table // nil where all goes west and nothing back
	Rivals                                                                                              *tables.Table // nil where there are none
	Judged                                                                                              []Judgement
}

// Tables lists the result tables in the order they are written.
func (r *Result) Tables() []*tables.Table {
	return slices.DeleteFunc([]*tables.Table{
		r.Annual, r.Monthly, r.Segments, r.Flows, r.Targets, r.Projects, r.Spending, r.Financing, r.Pools, r.Classes, r.Capacities,
		r.Directions, r.Network, r.Routes, r.Rivals,
	}, func(t *tables.Table) bool { return t == nil })
}

// wants reports whether a table is wanted.
func (r *Run) wants(of tables.Described) bool {
	return len(r.Wanted) == 0 || slices.ContainsFunc(r.Wanted, func(d tables.Described) bool { return d.Describe() == of.Describe() })
}

// wanted returns a table to fill, nil for one that is not wanted.
func (r *Run) wanted(of tables.Described) *tables.Table {
	if !r.wants(of) {
		return nil
	}
	return tables.New(of)
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
	watch := func(*model.Outcome) {}
	if r.Watch != nil {
		watch = r.Watch(m)
	}
	for range m.Corridor().Months {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		m.Step(state, outcome)
		rec.record(state, outcome)
		watch(outcome)
	}
	result := &Result{
		Annual: rec.annual, Monthly: rec.monthly, Segments: rec.segments, Flows: rec.flows, Classes: rec.byClass, Capacities: rec.capacities,
	}
	if r.wants(tables.Projects) {
		result.Projects = r.projects(m)
	}
	if r.wants(tables.Spending) {
		result.Spending = r.spending(m, &rec.loads)
	}
	if r.wants(tables.Network) {
		result.Network = r.Network()
	}
	if r.wants(tables.Routes) {
		result.Routes = r.routes(m)
	}
	if len(m.Corridor().Rivals) > 0 && r.wants(tables.Rivals) {
		result.Rivals = r.rivals()
	}
	if len(r.Financing) > 0 && r.wants(tables.Financing) {
		result.Financing = r.financing(m)
	}
	if len(m.Corridor().Pools) > 0 {
		result.Pools = rec.pools
	}
	if len(rec.movements) > 0 {
		result.Directions = rec.directions
	}
	result.judge(r.Name, r.Targets, rec.rates, rec.years)
	return result, nil
}
