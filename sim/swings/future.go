package swings

import (
	"math"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// Future is a run of which some metrics are asked, each in a year or a month, and asked again
// with other figures. It belongs to one goroutine.
type Future struct {
	asked    []tables.Target
	last     calendar.Month // that any is asked for
	base     model.Corridor // as the run has it
	model    *model.Model
	state    *model.State
	outcome  *model.Outcome
	accounts *sim.Accounts
}

// NewFuture returns the future of a run, to be asked for the metrics of some targets, of the
// scenario or of one's own. What they are to reach is not looked at.
func NewFuture(r sim.Run, asked []tables.Target) (*Future, error) {
	m, err := model.New(r.Corridor.Clone())
	if err != nil {
		return nil, err
	}
	f := &Future{asked: asked, base: r.Corridor, model: m, state: m.NewState(), outcome: m.NewTotals(), accounts: sim.NewAccounts(m, &r.Labels)}
	for i := range asked {
		f.last = max(f.last, asked[i].At.Month)
	}
	if r.Weather != nil {
		f.state.Weather = r.Weather(m)
	}
	return f, nil
}

// Model returns the model that is stepped, for reading.
func (f *Future) Model() *model.Model { return f.model }

// Change gives the run other figures, in the place of those of the change before.
func (f *Future) Change(change func(*model.Corridor)) {
	f.model.Change(func(c *model.Corridor) {
		*c = f.base.Clone()
		change(c)
	})
}

// Set gives the run another value of one figure.
func (f *Future) Set(figure *ensemble.Uncertainty, v float64) {
	f.Change(func(c *model.Corridor) { figure.Set(c, v) })
}

// Values steps the run to the last date asked for and returns what each target asks for; NaN
// where there is no value. Whoever watches is shown every month; nil for nobody.
func (f *Future) Values(watch func(*model.Outcome)) []float64 {
	out := make([]float64, len(f.asked))
	for i := range out {
		out[i] = math.NaN()
	}
	f.model.Reset(f.state)
	f.accounts.Start()
	for range f.model.Corridor().Months {
		f.model.Step(f.state, f.outcome)
		f.accounts.Add(f.outcome)
		if watch != nil {
			watch(f.outcome)
		}
		at := f.outcome.Month
		if !at.IsDecember() && !f.isAsked(at) {
			continue
		}
		capacities := f.accounts.Capacities(f.state, f.outcome)
		rates := f.accounts.Rates(f.outcome, capacities)
		f.look(false, at, &rates, out)
		if at.IsDecember() { // a year is asked for as a whole
			year := f.accounts.EndYear(capacities)
			f.look(true, at, &year, out)
		}
		if at >= f.last {
			break
		}
	}
	return out
}

// isAsked reports whether something is asked for a month.
func (f *Future) isAsked(at calendar.Month) bool {
	for i := range f.asked {
		if p := f.asked[i].At; !p.Yearly && p.Month == at {
			return true
		}
	}
	return false
}

// look takes down what is asked for of a year, or of a month.
func (f *Future) look(yearly bool, at calendar.Month, figures *sim.Figures, out []float64) {
	for i := range f.asked {
		if t := &f.asked[i]; t.At.Yearly == yearly && t.At.Month == at {
			out[i] = t.Metric.Eval(figures.Of)
		}
	}
}
