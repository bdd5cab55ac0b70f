package hindcast

import (
	"context"
	"fmt"
	"math"
	"strings"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/tables"
)

// StudyFigure is a figure of a published study, to set the model's beside. A scenario
// holds it as it is.
type StudyFigure struct {
	Name                               string // of the figure in the scenario
	Study, Quantity, Scope, Unit, Note string
	With                               []string // overlays that make the study's conditions
	Metric                             string   // one that Measure knows; "" for Ways
	Ways, Among                        []Way    // the figure is the share of Ways in what goes by Among
	Year, OverYear                     int      // OverYear is 0 for a level; otherwise the ratio of the two years
	Value                              float64  // in Unit
}

// Studies makes the run of each figure, under the conditions of its study and in the same
// order, and writes both figures.
func Studies(ctx context.Context, scenario string, all []StudyFigure, runs []sim.Run) (*tables.Table, error) {
	out := tables.New(tables.Studies)
	for i := range all {
		s := &all[i]
		r, err := simulate(ctx, runs[i])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Study, err)
		}
		value, err := s.of(r, s.Year)
		if err == nil && s.OverYear != 0 {
			var base float64
			base, err = s.of(r, s.OverYear)
			value = model.Ratio(value, base)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Study, err)
		}
		out.Append(scenario, s.Study, strings.Join(s.With, ", "), s.Quantity, s.Scope, s.Year, s.Unit, s.Value, value, s.Note)
	}
	return out, nil
}

// of is what the figure measures, in a year of a result.
func (s *StudyFigure) of(r *sim.Result, year int) (float64, error) {
	if s.Metric != "" {
		return Measure(r, s.Metric, year)
	}
	by, of := carriedBy(r, s.Ways, year), carriedBy(r, s.Among, year)
	if math.IsNaN(of) {
		return 0, fmt.Errorf("the year %d is not simulated", year)
	}
	return model.Ratio(by, of), nil
}
