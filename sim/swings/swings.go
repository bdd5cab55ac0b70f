package swings

import (
	"context"
	"math"
	"strings"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// Of returns the table of what each figure by itself does to each target of a run; nil
// where there is no target or no figure. How a project turns out, of which there are
// several for each, and what several figures have in common are no figures. One that is
// drawn anew every month, a hazard, is none either.
func Of(ctx context.Context, r sim.Run, uncertainties []ensemble.Uncertainty) (*tables.Table, error) {
	var figures []ensemble.Uncertainty
	for _, u := range uncertainties {
		if u.Path != "" && !strings.Contains(u.Name, "/") { // as in delay/anaklia
			figures = append(figures, u)
		}
	}
	if len(r.Targets) == 0 || len(figures) == 0 {
		return nil, nil
	}
	expected, err := values(ctx, r, func(*model.Corridor) {})
	if err != nil {
		return nil, err
	}
	type ends struct {
		at     [2]float64
		values [2][]float64 // by target
	}
	swings := make([]ends, len(figures))
	for i := range figures {
		s := &swings[i]
		s.at[0], s.at[1] = rangeOf(figures[i].Distribution)
		for end, at := range s.at {
			if s.values[end], err = values(ctx, r, func(c *model.Corridor) { figures[i].Set(c, at) }); err != nil {
				return nil, err
			}
		}
	}
	out := tables.New(tables.Swings)
	for place := range r.Targets {
		t := &r.Targets[place]
		for i, s := range swings {
			low, high := s.values[0][place], s.values[1][place]
			out.Append(r.Name, t.Name, t.Metric.String(), t.At.String(), tables.Finite(expected[place]), t.Met(expected[place]),
				figures[i].Name, figures[i].Title, figures[i].Path,
				s.at[0], tables.Finite(low), t.Met(low), s.at[1], tables.Finite(high), t.Met(high))
		}
	}
	return out, nil
}

// tail is the probability beyond the end that stands for one that a distribution has not.
const tail = 0.05

// rangeOf returns the ends of a distribution, a quantile for an end at infinity.
func rangeOf(d random.Distribution) (low, high float64) {
	low, high = d.Quantile(0), d.Quantile(1)
	if math.IsInf(low, 0) {
		low = d.Quantile(tail)
	}
	if math.IsInf(high, 0) {
		high = d.Quantile(1 - tail)
	}
	return low, high
}

// values returns what each target of a run asks for, at its date and with a change of the
// corridor; NaN for what has no value. It simulates to the last of these dates.
func values(ctx context.Context, r sim.Run, change func(*model.Corridor)) ([]float64, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c := r.Corridor.Clone()
	change(&c)
	m, err := model.New(c)
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(r.Targets))
	last := calendar.Month(0)
	for i := range r.Targets {
		out[i] = math.NaN()
		last = max(last, r.Targets[i].At.Month)
	}
	state, outcome, accounts := m.NewState(), m.NewTotals(), sim.NewAccounts(m, &r.Labels)
	for range c.Months {
		m.Step(state, outcome)
		accounts.Add(outcome)
		at := outcome.Month
		if !at.IsDecember() && !asked(r.Targets, at) {
			continue
		}
		capacity := m.YearlyCapacityMt(state, outcome)
		rates := accounts.Rates(outcome, capacity)
		look(r.Targets, false, at, &rates, out)
		if at.IsDecember() { // a target is set for whole years
			year := accounts.EndYear(capacity)
			look(r.Targets, true, at, &year, out)
		}
		if at >= last {
			break
		}
	}
	return out, nil
}

// asked reports whether a target is set for a month.
func asked(targets []tables.Target, at calendar.Month) bool {
	for i := range targets {
		if p := targets[i].At; !p.Yearly && p.Month == at {
			return true
		}
	}
	return false
}

// look takes down what the targets for a year, or for a month, ask of it.
func look(targets []tables.Target, yearly bool, at calendar.Month, figures *sim.Figures, out []float64) {
	for i := range targets {
		if t := &targets[i]; t.At.Yearly == yearly && t.At.Month == at {
			out[i] = t.Metric.Eval(figures.Of)
		}
	}
}
