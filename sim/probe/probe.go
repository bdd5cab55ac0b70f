package probe

import (
	"math"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/economics"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// Change puts something else into a corridor. It may change numbers alone, as [model.Model.Change]
// says, and not what is connected with what. nil changes nothing.
type Change func(c *model.Corridor)

// Probe asks futures of one corridor, one after the other, for metrics in years or months. It
// belongs to one goroutine, and allocates nothing for each draw.
type Probe struct {
	Watch func(*model.Outcome) // shown every month of every future; nil for nobody

	asked    []tables.Target
	last     calendar.Month // that any is asked for; the last simulated where nothing is
	base     model.Corridor // the expected one
	expected *model.Weather // of the expected future; nil for the mean of all hazards
	model    *model.Model
	state    *model.State
	outcome  *model.Outcome
	accounts *sim.Accounts
	month    sim.Figures   // that was asked for last
	years    []sim.Figures // of the last future
	source   *ensemble.Source

	u      []float64
	change Change
	drawn  func(*model.Corridor)       // sets u, then change
	afresh bool                        // the model has nothing of futures before
	at     *sim.Figures                // that figure reads
	figure func(metric string) float64 // of a month or year
}

// New returns a probe of the first alternative of an ensemble, to be asked for the metrics of
// some targets, of the scenario or of one's own. What they are to reach is not looked at.
func New(e *ensemble.Ensemble, asked []tables.Target) (*Probe, error) {
	p, err := Of(e.Alternatives[0].Run, asked)
	if err != nil {
		return nil, err
	}
	if p.source, err = e.NewSource(p.model); err != nil {
		return nil, err
	}
	p.u = make([]float64, len(e.Alternatives[0].Uncertainties))
	p.drawn = func(c *model.Corridor) {
		for i := range c.Projects {
			changes := c.Projects[i].Changes
			c.Projects[i] = p.base.Projects[i]
			c.Projects[i].Changes = changes
		}
		p.source.Set(p.u, c)
		if p.change != nil {
			p.change(c)
		}
	}
	return p, nil
}

// Of returns a probe of the expected future of a run, which has no draws.
func Of(r sim.Run, asked []tables.Target) (*Probe, error) {
	m, err := model.New(r.Corridor.Clone())
	if err != nil {
		return nil, err
	}
	p := &Probe{
		asked: asked, base: r.Corridor, model: m, state: m.NewState(), outcome: m.NewTotals(),
		accounts: sim.NewAccounts(m, &r.Labels), afresh: true,
	}
	p.figure = func(metric string) float64 { return p.at.Of(metric) }
	for i := range asked {
		p.last = max(p.last, asked[i].At.Month)
	}
	if len(asked) == 0 {
		p.last = r.Corridor.Start + calendar.Month(r.Corridor.Months) - 1
	}
	_, years := r.Corridor.Years()
	p.years = make([]sim.Figures, 0, years)
	if r.Weather != nil {
		p.expected = r.Weather(m)
	}
	return p, nil
}

// Model returns the model that is stepped, for reading.
func (p *Probe) Model() *model.Model { return p.model }

// Inputs are the numbers that were drawn last, in the order of [ensemble.Alternative.Inputs].
// They hold until the next draw.
func (p *Probe) Inputs() []float64 { return p.source.Values() }

// Years are all metrics of the future that was asked last, by year simulated: to the last one
// that anything is asked for, or all of them where nothing is. They hold until the next future.
func (p *Probe) Years() []sim.Figures { return p.years }

// Worth is what the plan of the future that was asked last is worth by itself, by the terms of its
// corridor: of use beside that of another future. It is asked of all years, so that nothing else
// is asked for.
func (p *Probe) Worth() economics.Worth {
	t := economics.TermsOf(p.model.Corridor())
	return sim.WorthOf(&t, p.model, p.years)
}

// Expected asks the expected future with a change, and fills out with what each target asks
// for: NaN where there is no value. The change acts on the corridor of the scenario, in the
// place of those before.
func (p *Probe) Expected(change Change, out []float64) {
	if change != nil || !p.afresh {
		p.model.Change(func(c *model.Corridor) {
			*c = p.base.Clone()
			if change != nil {
				change(c)
			}
		})
		p.afresh = change == nil
	}
	p.state.Weather = p.expected
	p.run(out)
}

// Draw asks the future of a draw, as At does at the point that the ensemble has for it: without
// a change it has the figures of the draw, bit for bit.
func (p *Probe) Draw(draw uint64, change Change, out []float64) {
	p.source.Point(draw, p.u)
	p.ask(draw, change, out)
}

// At asks a future whose uncertain numbers stand at probabilities u, by uncertainty, before those
// that go together are made to, and whose hazards are those of a draw. The change is made after
// the numbers are set, and fills out likewise. A project that it stops, shifts or makes dearer
// is as it was in the next future; what else it sets stays until it is set otherwise or Restore
// is called.
func (p *Probe) At(draw uint64, u []float64, change Change, out []float64) {
	copy(p.u, u)
	p.ask(draw, change, out)
}

func (p *Probe) ask(draw uint64, change Change, out []float64) {
	p.change, p.afresh = change, false
	p.model.Change(p.drawn)
	p.state.Weather = p.source.Weather(draw)
	p.run(out)
}

// Restore takes back all that changes have set.
func (p *Probe) Restore() {
	p.model.Change(func(c *model.Corridor) { *c = p.base.Clone() })
	p.afresh = true
}

// run steps the future to the last date asked for.
func (p *Probe) run(out []float64) {
	for i := range out {
		out[i] = math.NaN()
	}
	p.model.Reset(p.state)
	p.accounts.Start()
	p.years = p.years[:0]
	c := p.model.Corridor()
	final := c.Start + calendar.Month(c.Months) - 1
	for at := c.Start; at <= min(p.last, final); at++ {
		p.model.Step(p.state, p.outcome)
		p.accounts.Add(p.outcome)
		if p.Watch != nil {
			p.Watch(p.outcome)
		}
		ends := c.EndsYear(at)
		if !ends && !p.isAsked(at) {
			continue
		}
		capacities := p.accounts.Capacities(p.state, p.outcome)
		p.month = p.accounts.Rates(p.outcome, capacities)
		p.look(false, at, &p.month, out)
		if ends {
			p.years = append(p.years, p.accounts.EndYear(capacities))
			if at.IsDecember() { // a year is asked for as a whole
				p.look(true, at, &p.years[len(p.years)-1], out)
			}
		}
	}
}

// isAsked reports whether something is asked for a month.
func (p *Probe) isAsked(at calendar.Month) bool {
	for i := range p.asked {
		if when := p.asked[i].At; !when.Yearly && when.Month == at {
			return true
		}
	}
	return false
}

// look takes down what is asked for of a year, or of a month.
func (p *Probe) look(yearly bool, at calendar.Month, figures *sim.Figures, out []float64) {
	p.at = figures
	for i := range p.asked {
		if t := &p.asked[i]; t.At.Yearly == yearly && t.At.Month == at {
			out[i] = t.Metric.Eval(p.figure)
		}
	}
}
