package swings

import (
	"context"
	"math"
	"strings"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/findings"
	"corridor/sim/probe"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// Of returns the table of what each figure by itself does to each target of a run; nil
// where there is no target or no figure.
func Of(ctx context.Context, r sim.Run, uncertainties []ensemble.Uncertainty) (*tables.Table, error) {
	figures := Figures(uncertainties)
	if len(r.Targets) == 0 || len(figures) == 0 {
		return nil, nil
	}
	p, err := probe.Of(r, r.Targets)
	if err != nil {
		return nil, err
	}
	expected := make([]float64, len(r.Targets))
	p.Expected(nil, expected)
	swings, err := All(ctx, p, len(r.Targets), figures)
	if err != nil {
		return nil, err
	}
	out := tables.New(tables.Swings)
	for place := range r.Targets {
		t := &r.Targets[place]
		for i := range swings {
			low, high := swings[i].AtLow[place], swings[i].AtHigh[place]
			out.Append(r.Name, t.Name, t.Metric.String(), t.At.String(), tables.Finite(expected[place]), met(t, expected[place]),
				figures[i].Name, findings.FigureTitle(figures[i].Name, figures[i].Title, figures[i].Path, &r.Labels), figures[i].Path,
				swings[i].Low, tables.Finite(low), met(t, low), swings[i].High, tables.Finite(high), met(t, high),
				figures[i].Labels[swings[i].Low], figures[i].Labels[swings[i].High])
		}
	}
	return out, nil
}

// met is the cell that says whether a value meets a target, which may be a metric alone.
func met(t *tables.Target, v float64) any {
	if math.IsNaN(t.Threshold) {
		return nil
	}
	return t.Met(v)
}

// Figures lists the uncertainties that are figures of a scenario, those that a sample draws
// together each by itself. How a project turns out, of
// which there are several for each, and what several figures have in common are no figures. One
// that is drawn anew every month, a hazard, is none either.
func Figures(uncertainties []ensemble.Uncertainty) (figures []ensemble.Uncertainty) {
	for _, u := range uncertainties {
		if u.Path != "" && !IsOutcome(&u) {
			figures = append(figures, u)
		}
		for i := range u.Sample {
			figures = append(figures, u.Sample[i].Alone())
		}
	}
	return figures
}

// IsOutcome reports whether an uncertainty is how a project turns out, such as delay/anaklia.
func IsOutcome(u *ensemble.Uncertainty) bool { return strings.Contains(u.Name, "/") }

// Swing is what a figure does by itself, from one end of its range to the other.
type Swing struct {
	Low, High     float64   // ends of its range
	AtLow, AtHigh []float64 // what is asked for there, by target
}

// All puts each figure to either end of its range, with all others as the expected future of a
// probe has them, which is asked for so many values.
func All(ctx context.Context, p *probe.Probe, asked int, figures []ensemble.Uncertainty) ([]Swing, error) {
	out := make([]Swing, len(figures))
	for i := range figures {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s := &out[i]
		from, to := Range(figures[i].Distribution)
		s.Low, s.High = figures[i].Distribution.Quantile(from), figures[i].Distribution.Quantile(to)
		s.AtLow, s.AtHigh = make([]float64, asked), make([]float64, asked)
		p.Expected(To(&figures[i], s.Low), s.AtLow)
		p.Expected(To(&figures[i], s.High), s.AtHigh)
	}
	return out, nil
}

// To is the change of one figure to a value.
func To(figure *ensemble.Uncertainty, v float64) probe.Change {
	return func(c *model.Corridor) { figure.Set(c, v) }
}

// tail is the probability beyond the end that stands for one that a distribution has not.
const tail = 0.05

// Range returns the ends of the range of a distribution as probabilities: those of a quantile
// for an end at infinity, and for both of a sample.
func Range(d random.Distribution) (from, to float64) {
	if _, sampled := d.(ensemble.Margin); sampled {
		return tail, 1 - tail
	}
	from, to = 0, 1
	if math.IsInf(d.Quantile(from), 0) {
		from = tail
	}
	if math.IsInf(d.Quantile(to), 0) {
		to = 1 - tail
	}
	return from, to
}
