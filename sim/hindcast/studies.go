package hindcast

import (
	"context"
	"fmt"
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
	Metric                             string   // one that Measure knows
	Year, OverYear                     int      // OverYear is 0 for a level; otherwise the ratio of the two years
	Value                              float64  // in Unit
}

// Studies makes the run of each figure, under the conditions of its study and in the same
// order, and writes both figures.
func Studies(ctx context.Context, scenario string, all []StudyFigure, runs []sim.Run) (*tables.Table, error) {
	out := tables.New(tables.Studies)
	for i := range all {
		s := &all[i]
		r, err := runs[i].RunContext(ctx)
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
		out.Append(scenario, s.Study, strings.Join(s.With, ", "), s.Quantity, s.Scope, s.Year, s.Unit, s.Value, value, s.Note)
	}
	return out, nil
}
