package explorer

import (
	"slices"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/tables"
)

// world is a corridor laid out to be simulated again and again, with its levers anywhere: what a
// move changes is changed in place.
type world struct {
	levers   *levers
	labels   *tables.Labels
	base     model.Corridor // with the levers as the scenario has them
	at       []int          // where they stand in the model
	model    *model.Model
	state    *model.State
	month    *model.Outcome // all of it
	totals   *model.Outcome // without what is by segment
	accounts *sim.Accounts
	traffic  *model.Traffic
	idle     []int // projects that were taken out besides
}

func newWorld(l *levers, labels *tables.Labels, base *model.Corridor) (*world, error) {
	w := &world{levers: l, labels: labels, base: base.Clone()}
	return w, w.lay(l.usual())
}

// lay lays the corridor out with the levers at some places.
func (w *world) lay(to []int) error {
	c, at := w.base.Clone(), w.levers.usual()
	w.levers.move(&c, at, to)
	m, err := model.New(c)
	if err != nil {
		return err
	}
	w.model, w.at, w.idle = m, at, w.idle[:0]
	w.state, w.month, w.totals = m.NewState(), m.NewOutcome(), m.NewTotals()
	w.accounts, w.traffic = sim.NewAccounts(m, w.labels), m.NewTraffic()
	return nil
}

// corridor is that of the model, for reading.
func (w *world) corridor() *model.Corridor { return w.model.Corridor() }

// move moves the levers, and starts the world again.
func (w *world) move(to []int) error {
	if !w.levers.alike(w.at, to) {
		if err := w.lay(to); err != nil {
			return err
		}
	}
	w.change(func(c *model.Corridor) {
		for _, i := range w.idle {
			c.Projects[i].Disabled = false
		}
		w.idle = w.idle[:0]
		w.levers.move(c, w.at, to)
	})
	return nil
}

// without takes projects out until levers are moved again.
func (w *world) without(projects []int) {
	w.change(func(c *model.Corridor) {
		for _, i := range projects {
			c.Projects[i].Disabled = true
		}
	})
	w.idle = append(w.idle[:0], projects...)
}

// share says which part of the costs of some projects others bear, by all projects.
func (w *world) share(projects []int, shares []float64) {
	w.change(func(c *model.Corridor) {
		for _, i := range projects {
			c.Projects[i].OthersShare = shares[i]
		}
	})
}

// change changes numbers and goes back to before the first month.
func (w *world) change(to func(c *model.Corridor)) {
	w.model.Change(to)
	w.restart()
}

func (w *world) restart() {
	w.model.Reset(w.state)
	w.accounts.Start()
	w.traffic.Start()
}

// figures simulates the world for the figures of its years alone.
func (w *world) figures() (years []sim.Figures) {
	for range w.corridor().Months {
		w.model.Step(w.state, w.totals)
		w.accounts.Add(w.totals)
		if w.corridor().EndsYear(w.totals.Month) {
			years = append(years, w.accounts.EndYear(w.accounts.Capacities(w.state, w.totals)))
		}
	}
	return years
}

// othersShares are those of the corridor as it is, by project, once the world was simulated with
// traffic counted; where something strikes it they are those of a future without.
func (w *world) othersShares() ([]float64, error) {
	if len(w.corridor().Shocks) > 0 {
		return w.corridor().OthersShares()
	}
	return slices.Clone(w.traffic.OthersShares()), nil
}
