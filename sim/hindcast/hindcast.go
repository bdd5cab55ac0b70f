package hindcast

import (
	"context"
	"fmt"
	"math"

	"corridor/model"
	"corridor/model/portable"
	"corridor/sim"
	"corridor/sim/tables"
)

// Hindcast is a hindcast to make.
type Hindcast struct {
	Name string // the scenario column of its table
	Setup
	History *History
	// Build returns the run for values of Parameters, in their order, over the months from
	// Start to the end of the year held out.
	Build func(values []float64) (sim.Run, error)
}

// Report is what a hindcast comes to.
type Report struct {
	Table       *tables.Table
	Fitted      []float64 // Trend first, then Parameters
	Start       []float64
	Objective   float64 // root mean square of ln(model/actual) over the fit
	Before      float64 // the same at the values of the file
	Evaluations int
}

// Run fits, holds out and rolls the origin. When the context ends first, the error is
// its.
func (h *Hindcast) Run(ctx context.Context) (*Report, error) {
	r := &Report{Table: tables.New(tables.Hindcast)}
	all := append([]Parameter{h.Trend}, h.Parameters...)
	for _, p := range all {
		r.Start = append(r.Start, p.Start)
	}
	origin := h.FitYears[0] - 1
	var err error
	if r.Before, err = h.misfit(ctx, origin, r.Start); err != nil {
		return nil, err
	}
	r.Fitted, r.Objective, r.Evaluations, err = Minimise(all, func(x []float64) (float64, error) { return h.misfit(ctx, origin, x) })
	if err != nil {
		return nil, err
	}
	fitted, err := h.result(ctx, origin, r.Fitted[1:], &r.Fitted[0])
	if err != nil {
		return nil, err
	}
	for _, year := range h.FitYears {
		h.compare(r.Table, "fit", fitted, year)
	}
	held, err := h.result(ctx, h.HoldOut-1, r.Fitted[1:], &r.Fitted[0])
	if err != nil {
		return nil, err
	}
	h.compare(r.Table, "hold-out", held, h.HoldOut)
	for _, year := range append(append([]int(nil), h.FitYears...), h.HoldOut) {
		rolled, err := h.result(ctx, year-1, r.Start[1:], nil)
		if err != nil {
			return nil, err
		}
		h.compare(r.Table, fmt.Sprintf("%d→%d", year-1, year), rolled, year)
	}
	return r, nil
}

func (h *Hindcast) result(ctx context.Context, origin int, values []float64, trend *float64) (*sim.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	run, err := h.Build(values)
	if err != nil {
		return nil, err
	}
	run.Corridor = From(run.Corridor, origin, trend)
	return run.RunContext(ctx)
}

// misfit is the root mean square of ln(model/actual) over the years and metrics of
// the fit, without bound where nothing is carried. Tonnes are compared like for like:
// the headline counts more from 2024 on than before.
func (h *Hindcast) misfit(ctx context.Context, origin int, x []float64) (float64, error) {
	o, err := h.result(ctx, origin, x[1:], &x[0])
	if err != nil {
		return math.Inf(1), err
	}
	sum, n := 0.0, 0
	for _, year := range h.FitYears {
		for _, m := range []Metric{LikeForLike, Containers} {
			actual, model := h.History.Actual(m, year), Observe(o, m, year)
			if !(actual > 0) || math.IsNaN(model) {
				continue // not known, or not simulated
			}
			if model <= 0 {
				return math.Inf(1), nil
			}
			e := portable.Log(model / actual)
			sum += float64(e * e)
			n++
		}
	}
	if n == 0 {
		return math.Inf(1), fmt.Errorf("the history has nothing to compare with in the years of the fit")
	}
	return math.Sqrt(sum / float64(n)), nil
}

// compare writes the rows of a year: actual, model, and the forecasts anyone can
// make.
func (h *Hindcast) compare(t *tables.Table, name string, o *sim.Result, year int) {
	for _, m := range Metrics {
		actual := h.History.Actual(m, year)
		if math.IsNaN(actual) {
			continue
		}
		last, before := h.History.Actual(m, year-1), h.History.Actual(m, year-2)
		t.Append(h.Name, name, m.Column, m.Scope, year, actual,
			Observe(o, m, year), last, float64(last*model.Ratio(last, before)), h.History.Plan(m, year))
	}
}
