package hindcast

import (
	"context"
	"fmt"
	"math"
	"strings"

	"corridor/sim"
	"corridor/sim/tables"
)

// Kind says what a run is told of the years after its origin.
type Kind string

const (
	// A Forecast sees nothing that became known after the end of the origin year: the last
	// value known of a rate holds, growth goes on, agreements and projects of later are not there.
	Forecast Kind = tables.Forecast
	// A Conditional hindcast is given the rates, water, closures and dated shocks of the years
	// after the origin, as they came, and nothing else of them.
	Conditional Kind = tables.Conditional
	// An Informed run is a conditional one that is given the agreements of later years too. It is for
	// calibration alone: parameters are not to make up for trains that nobody had announced.
	Informed Kind = tables.Informed
)

// Kinds lists those that are judged.
var Kinds = []Kind{Forecast, Conditional}

// Hindcast is a hindcast to make.
type Hindcast struct {
	Name string // the scenario column of its tables
	Setup
	History *History
	// Build returns the run for values of Parameters, in their order, over the months from
	// Start to the end of the year held out, as a kind knows it from an origin: without the
	// potentials that became known later.
	Build func(kind Kind, origin int, values []float64) (sim.Run, error)
}

// Report is what a hindcast comes to.
type Report struct {
	Table       *tables.Table // by year
	Series      *tables.Table // by year and part of a year, from rolling origins
	Scores      *tables.Table
	Fitted      []float64 // Trend first, then Parameters
	Start       []float64
	Objective   float64 // root mean square of ln(model/actual) over the fit
	Before      float64 // the same at the values of the file
	Evaluations int
}

// Run fits, holds out and rolls the origin. When the context ends first, the error is
// its.
func (h *Hindcast) Run(ctx context.Context) (*Report, error) {
	r := &Report{Table: tables.New(tables.Hindcast), Series: tables.New(tables.Series)}
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
	for _, kind := range Kinds {
		for _, year := range h.TestYears() {
			rolled, err := h.result(ctx, kind, year-1, r.Start[1:], nil)
			if err != nil {
				return nil, err
			}
			h.compare(r.Table, rolledCase(year), rolled, year-1, year)
			h.follow(r.Series, rolled, year)
		}
	}
	fitted, err := h.result(ctx, Conditional, origin, r.Fitted[1:], &r.Fitted[0])
	if err != nil {
		return nil, err
	}
	for _, year := range h.FitYears {
		h.compare(r.Table, "fit", fitted, origin, year)
	}
	held, err := h.result(ctx, Conditional, h.HoldOut-1, r.Fitted[1:], &r.Fitted[0])
	if err != nil {
		return nil, err
	}
	h.compare(r.Table, "hold-out", held, h.HoldOut-1, h.HoldOut)
	r.Scores = r.scored(h.Name)
	return r, nil
}

// rolledCase names the forecast of a year from the year before.
func rolledCase(year int) string { return fmt.Sprintf("%d→%d", year-1, year) }

// IsRolled reports whether a case is one of a rolling origin.
func IsRolled(name string) bool { return strings.Contains(name, "→") }

// outcome is a run of a kind with its result.
type outcome struct {
	kind   Kind
	run    sim.Run
	result *sim.Result
}

func (h *Hindcast) result(ctx context.Context, kind Kind, origin int, values []float64, trend *float64) (*outcome, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	run, err := h.Build(kind, origin, values)
	if err != nil {
		return nil, err
	}
	run.Corridor = grown(run.Corridor, origin, trend)
	result, err := simulate(ctx, run)
	return &outcome{kind, run, result}, err
}

// misfit is the root mean square of ln(model/actual) over the years and metrics of
// the fit, without bound where nothing is carried. Tonnes are compared like for like:
// the headline counts more from 2024 on than before.
func (h *Hindcast) misfit(ctx context.Context, origin int, x []float64) (float64, error) {
	o, err := h.result(ctx, Conditional, origin, x[1:], &x[0])
	if err != nil {
		return math.Inf(1), err
	}
	s := misses{}
	for _, year := range h.FitYears {
		for _, m := range []Metric{LikeForLike, Containers} {
			s.add(Observe(o.result, m, year), h.History.Actual(m, year))
		}
	}
	if s.n == 0 {
		return math.Inf(1), fmt.Errorf("the history has nothing to compare with in the years of the fit")
	}
	return s.rmsLog(), nil
}

// compare writes the rows of a year: actual, model, and beside a forecast those that anyone
// can make.
func (h *Hindcast) compare(t *tables.Table, name string, o *outcome, origin, year int) {
	for _, m := range Metrics {
		actual := h.History.Actual(m, year)
		if math.IsNaN(actual) {
			continue
		}
		var last, drift, plan, discounted any
		known := ""
		if o.kind == Forecast {
			last, drift, discounted = h.History.Actual(m, origin), h.History.drift(m, origin, year), h.History.discounted(m, origin, year)
			if p, ok := h.History.Plan(m, year); ok {
				plan, known = p.Value, p.Known.String()
			}
		}
		t.Append(h.Name, string(o.kind), name, m.Column, m.Scope, year, actual, Observe(o.result, m, year), last, drift, discounted, plan, known)
	}
}

// follow writes the rows of all that was observed in a year, by year and by parts of it.
func (h *Hindcast) follow(t *tables.Table, o *outcome, year int) {
	for _, s := range AllSeries {
		for i := range h.History.Observations {
			seen := &h.History.Observations[i]
			if seen.Series != s || !seen.Within(year) {
				continue
			}
			if value := s.Measure(&o.run, o.result, seen.Period); !math.IsNaN(value) {
				t.Append(h.Name, string(o.kind), rolledCase(year), s.Name, s.Title, seen.Scope, seen.Period.String(), seen.From.String(), seen.To.String(), s.Unit, seen.Known.String(), seen.Value, value)
			}
		}
	}
}
