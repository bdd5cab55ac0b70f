package hindcast

import (
	"context"
	"fmt"
	"math"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/tables"
)

// Experiment is something that happened: how a metric changed between a run without and
// a run with what made it change. A scenario holds it as it is.
type Experiment struct {
	Name, Title   string
	Without, With []string // overlays of the two runs
	Metric        string   // one that Measure knows
	Year          int
	OverYear      int     // 0 compares with to without in Year; otherwise with in Year to with in OverYear
	Low, High     float64 // change observed, as a ratio less 1
}

// Pair are the two runs of an experiment. Without is not used by one over years.
type Pair struct {
	Without, With sim.Run
}

// Experiments makes the runs of each experiment, which stand in the same order, and
// writes whether the model moves the way, and as far, as it moved.
func Experiments(ctx context.Context, scenario string, all []Experiment, runs []Pair) (*tables.Table, error) {
	out := tables.New(tables.Experiments)
	for i := range all {
		e := &all[i]
		change, err := e.change(ctx, &runs[i])
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
func (e *Experiment) change(ctx context.Context, runs *Pair) (float64, error) {
	with, err := simulate(ctx, runs.With)
	if err != nil {
		return 0, err
	}
	base, year := with, e.OverYear
	if e.OverYear == 0 {
		if base, err = simulate(ctx, runs.Without); err != nil {
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
