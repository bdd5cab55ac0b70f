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

// Study is a hindcast to make.
type Study struct {
	Name       string
	History    *History
	FitYears   []int // ascending; potentials are known up to the year before the first
	HoldOut    int
	Trend      Parameter   // growth a year of all potentials after the origin
	Parameters []Parameter // fitted with it
	// Build returns the run for values of Parameters, over the years from Origin on
	// to the hold-out.
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
func (s *Study) Run(ctx context.Context) (*Report, error) {
	r := &Report{Table: tables.New(tables.Hindcast)}
	all := append([]Parameter{s.Trend}, s.Parameters...)
	for _, p := range all {
		r.Start = append(r.Start, p.Start)
	}
	origin := s.FitYears[0] - 1
	var err error
	if r.Before, err = s.misfit(ctx, origin, r.Start); err != nil {
		return nil, err
	}
	r.Fitted, r.Objective, r.Evaluations, err = Minimise(all, func(x []float64) (float64, error) { return s.misfit(ctx, origin, x) })
	if err != nil {
		return nil, err
	}
	fitted, err := s.result(ctx, origin, r.Fitted[1:], &r.Fitted[0])
	if err != nil {
		return nil, err
	}
	for _, year := range s.FitYears {
		s.compare(r.Table, "fit", fitted, year)
	}
	held, err := s.result(ctx, s.HoldOut-1, r.Fitted[1:], &r.Fitted[0])
	if err != nil {
		return nil, err
	}
	s.compare(r.Table, "hold-out", held, s.HoldOut)
	for _, year := range append(append([]int(nil), s.FitYears...), s.HoldOut) {
		rolled, err := s.result(ctx, year-1, r.Start[1:], nil)
		if err != nil {
			return nil, err
		}
		s.compare(r.Table, fmt.Sprintf("%d→%d", year-1, year), rolled, year)
	}
	return r, nil
}

func (s *Study) result(ctx context.Context, origin int, values []float64, trend *float64) (*sim.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	run, err := s.Build(values)
	if err != nil {
		return nil, err
	}
	run.Corridor = From(run.Corridor, origin, trend)
	return run.RunContext(ctx)
}

// misfit is the root mean square of ln(model/actual) over the years and metrics of
// the fit, without bound where nothing is carried. Tonnes are compared like for like:
// the headline counts more from 2024 on than before.
func (s *Study) misfit(ctx context.Context, origin int, x []float64) (float64, error) {
	o, err := s.result(ctx, origin, x[1:], &x[0])
	if err != nil {
		return math.Inf(1), err
	}
	sum, n := 0.0, 0
	for _, year := range s.FitYears {
		for _, m := range []Metric{LikeForLike, Containers} {
			actual, model := s.History.Actual(m, year), Observe(o, m, year)
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
func (s *Study) compare(t *tables.Table, name string, o *sim.Result, year int) {
	for _, m := range Metrics {
		actual := s.History.Actual(m, year)
		if math.IsNaN(actual) {
			continue
		}
		last, before := s.History.Actual(m, year-1), s.History.Actual(m, year-2)
		t.Append(s.Name, name, m.Column, m.Scope, year, actual,
			Observe(o, m, year), last, float64(last*model.Ratio(last, before)), s.History.Plan(m, year))
	}
}
