package hindcast

import (
	"context"
	"fmt"
	"math"
	"slices"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/tables"
)

// Measure reads one of the compared measures from a result: throughput_mt,
// containers_kteu, containers_mt, oil_mt or transit_days of a year.
func Measure(r *sim.Result, metric string, year int) (float64, error) {
	row := slices.Index(r.Annual.Numbers("year"), float64(year))
	if row < 0 {
		return 0, fmt.Errorf("the year %d is not simulated", year)
	}
	switch metric {
	case "throughput_mt":
		return Observe(r, Headline, year), nil
	case "containers_kteu":
		return Observe(r, Containers, year), nil
	case "containers_mt":
		return carriedOf(r, tables.Containers, year), nil
	case "oil_mt":
		return carriedOf(r, tables.Oil, year), nil
	case "transit_days":
		return r.Annual.Numbers("transit_days")[row], nil
	}
	return 0, fmt.Errorf("unknown measure %q", metric)
}

// Experiment is something that happened, with the runs without and with it.
type Experiment struct {
	Name, Title, Metric string
	Year                int
	OverYear            int     // 0 compares With to Without in Year; otherwise With in Year to With in OverYear
	Low, High           float64 // change observed, as a ratio less 1
	Without, With       sim.Run
}

// Experiments runs each experiment and writes whether the model moves the way, and
// as far, as it moved.
func Experiments(ctx context.Context, scenario string, all []Experiment) (*tables.Table, error) {
	out := tables.New(tables.Experiments)
	for _, e := range all {
		change, err := e.change(ctx)
		if err != nil {
			return nil, fmt.Errorf("experiment %s: %w", e.Name, err)
		}
		sign, size := any(nil), any(nil)
		if !math.IsNaN(change) {
			sign, size = !(e.Low >= 0 && change < 0 || e.High <= 0 && change > 0), e.Low <= change && change <= e.High
		}
		out.Append(scenario, e.Name, e.Title, e.Metric, e.Low, e.High, change, sign, size)
	}
	return out, nil
}

// change returns how the metric changes in the model, as a ratio less 1; NaN where it
// changes from nothing or to no value.
func (e *Experiment) change(ctx context.Context) (float64, error) {
	with, err := e.With.RunContext(ctx)
	if err != nil {
		return 0, err
	}
	base, year := with, e.OverYear
	if e.OverYear == 0 {
		if base, err = e.Without.RunContext(ctx); err != nil {
			return 0, err
		}
		year = e.Year
	}
	from, err := Measure(base, e.Metric, year)
	if err != nil {
		return 0, err
	}
	to, err := Measure(with, e.Metric, e.Year)
	return model.Ratio(to, from) - 1, err
}

// StudyFigure is a figure of a published study, with the run under its conditions.
type StudyFigure struct {
	Study, Conditions, Quantity, Scope, Unit, Note, Metric string
	Year, OverYear                                         int // OverYear is 0 for a level
	Value                                                  float64
	Run                                                    sim.Run
}

// Studies runs the model under each study's conditions and writes both figures.
func Studies(ctx context.Context, scenario string, all []StudyFigure) (*tables.Table, error) {
	out := tables.New(tables.Studies)
	for _, s := range all {
		r, err := s.Run.RunContext(ctx)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Study, err)
		}
		value, err := Measure(r, s.Metric, s.Year)
		if err == nil && s.OverYear != 0 {
			var base float64
			base, err = Measure(r, s.Metric, s.OverYear)
			value = model.Ratio(value, base)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Study, err)
		}
		out.Append(scenario, s.Study, s.Conditions, s.Quantity, s.Scope, s.Year, s.Unit, s.Value, value, s.Note)
	}
	return out, nil
}
