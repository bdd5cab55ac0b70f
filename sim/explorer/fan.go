package explorer

import (
	"errors"
	"slices"

	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/probe"
	"corridor/sim/random"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Fan are quantiles of what is carried in many futures, Mt by year.
type Fan struct{ P05, P25, P50, P75, P95 []float64 }

// Fan moves the levers and draws futures: those of corridor ensemble with the same values, draws and
// seed. What a lever has set is drawn no more. Done is told how many are simulated; nil for nobody.
func (m *Machine) Fan(values []float64, draws, seed uint64, done func(uint64)) (*Fan, error) {
	a, err := m.Alternative(values)
	if err != nil {
		return nil, err
	}
	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{a}, Seed: seed, Draws: draws, Workers: 1}
	p, err := probe.New(e, nil)
	if err != nil {
		return nil, err
	}
	_, years := a.Corridor.Years()
	carried := make([]*stats.Summary, years)
	for i := range carried {
		carried[i] = stats.NewSummary()
	}
	accounts := sim.NewAccounts(p.Model(), &a.Labels)
	throughput := sim.MetricPlace(tables.Annual.ThroughputMt)
	for draw := range draws {
		p.Draw(draw, nil, nil)
		if sound(p.Years(), accounts, throughput) {
			for i := range carried {
				carried[i].Add(p.Years()[i][throughput])
			}
		}
		if done != nil {
			done(draw + 1)
		}
	}
	f := &Fan{}
	for _, s := range carried {
		for _, q := range []struct {
			p    float64
			into *[]float64
		}{{0.05, &f.P05}, {0.25, &f.P25}, {0.5, &f.P50}, {0.75, &f.P75}, {0.95, &f.P95}} {
			*q.into = append(*q.into, s.Quantile(q.p))
		}
	}
	return f, nil
}

// sound reports whether every figure of a future is a number, or may lack: an ensemble leaves out
// those that are not.
func sound(years []sim.Figures, accounts *sim.Accounts, throughput int) bool {
	for i := range years {
		for metric, v := range years[i] {
			if accounts.Fails(metric, v, years[i][throughput]) {
				return false
			}
		}
	}
	return true
}

// Alternative moves the levers and returns the corridor's futures, for an ensemble.
func (m *Machine) Alternative(values []float64) (ensemble.Alternative, error) {
	var a ensemble.Alternative
	if lack := m.of.Drawn.Lack; lack != "" {
		return a, errors.New(lack)
	}
	c, err := m.Levers(values)
	if err != nil {
		return a, err
	}
	a.Run = sim.Run{Name: m.of.Name, Corridor: c.Clone(), Labels: m.of.Labels, Targets: m.targets}
	if err := m.makeDrawn(); err != nil {
		return a, err
	}
	certain := map[string]bool{}
	for i := range m.of.Levers {
		for _, name := range m.of.Levers[i].At(values[i]).Certain {
			certain[name] = true
		}
	}
	for i := range m.of.Drawn.Uncertainties {
		u := &m.of.Drawn.Uncertainties[i]
		if certain[u.Name] {
			continue
		}
		if len(u.Sampled) == 0 {
			a.Uncertainties = append(a.Uncertainties, ensemble.Uncertainty{Name: u.Name, Distribution: m.drawn[i], Set: setter(u.Puts, &a.Corridor)})
			continue
		}
		var of []ensemble.Sampled
		for _, s := range u.Sampled {
			if !certain[s.Name] {
				of = append(of, ensemble.Sampled{Name: s.Name, Values: s.Values, Set: setter(s.Puts, &a.Corridor)})
			}
		}
		if len(of) == 0 {
			continue
		}
		sample, err := ensemble.NewSample(u.Name, "", of)
		if err != nil {
			return a, err
		}
		a.Uncertainties = append(a.Uncertainties, sample)
	}
	a.Copula, err = m.copula(a.Uncertainties)
	return a, err
}

// makeDrawn makes the distributions, once.
func (m *Machine) makeDrawn() error {
	if m.drawn != nil {
		return nil
	}
	made := make([]random.Distribution, len(m.of.Drawn.Uncertainties))
	for i := range made {
		var err error
		if made[i], err = m.of.Drawn.Uncertainties[i].Distribution.Make(); err != nil {
			return err
		}
	}
	m.drawn = made
	return nil
}

// copula returns what makes the drawn uncertainties go together, nil where none do.
func (m *Machine) copula(drawn []ensemble.Uncertainty) (*random.Copula, error) {
	var names []string
	for i := range drawn {
		names = append(names, drawn[i].Name)
	}
	c, err := random.NewCorrelation(names)
	if err != nil {
		return nil, err
	}
	any := false
	for _, p := range m.of.Drawn.Pairs {
		if !slices.Contains(names, p.A) || !slices.Contains(names, p.B) {
			continue
		}
		any = true
		if err := c.Set(p.A, p.B, p.Rho); err != nil {
			return nil, err
		}
	}
	if !any {
		return nil, nil
	}
	return c.Copula()
}
