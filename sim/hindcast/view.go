package hindcast

import (
	"math"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
)

// View is the corridor as a kind of hindcast knows it at the end of an origin year, with
// the numbers that may have other values.
type View struct {
	Kind   Kind
	Origin int
	Run    sim.Run                              // to the end of the last year it says anything of
	Set    []func(c *model.Corridor, v float64) // by number, in the order they are given; nil for one that is not known yet
}

// measures reports whether the scenario has what an observation counts.
func (v *View) measures(o *Observation) bool {
	_, routes := o.Series.counted(&v.Run)
	return len(routes) > 0
}

// only returns the view in which only the first numbers may have other values.
func (v *View) only(n int) *View {
	fewer := *v
	fewer.Set = v.Set[:n]
	return &fewer
}

// viewer says what observations a view comes to, for other values of its numbers. It
// allocates nothing for each of them, and belongs to one worker.
type viewer struct {
	set     []func(c *model.Corridor, v float64)
	model   *model.Model
	state   *model.State
	outcome *model.Outcome
	last    calendar.Month // that any observation needs
	meters  []meter
	mt      []float64 // by meter: counted so far
}

// meter counts an observation in the months of a run.
type meter struct {
	*Meter
	period Period
	place  int // of the observation
}

// newViewer returns the viewer of a view for observations of the years after its origin.
// Those that the scenario has no measure of are left out.
func newViewer(v *View, observations []*Observation) (*viewer, error) {
	run := v.Run
	run.Corridor = grown(run.Corridor, v.Origin, nil)
	m, err := model.New(run.Corridor.Clone())
	if err != nil {
		return nil, err
	}
	w := &viewer{set: v.Set, model: m, state: m.NewState(), outcome: m.NewTotals()}
	for place, o := range observations {
		if o.From.Year() <= v.Origin || o.To >= run.Corridor.Start+calendar.Month(run.Corridor.Months) {
			continue
		}
		if counter := o.Series.Meter(&run, m.Flows()); counter != nil {
			w.meters, w.last = append(w.meters, meter{counter, o.Period, place}), max(w.last, o.To)
		}
	}
	w.mt = make([]float64, len(w.meters))
	return w, nil
}

// view fills out, by observation, with what the corridor comes to for numbers x, in units of the
// series; NaN for those that are not measured.
func (w *viewer) view(x, out []float64) {
	w.model.Change(func(c *model.Corridor) {
		for i, set := range w.set {
			if set != nil {
				set(c, x[i])
			}
		}
	})
	w.model.Reset(w.state)
	clear(w.mt)
	for t := w.model.Corridor().Start; t <= w.last; t++ {
		w.model.Step(w.state, w.outcome)
		for i := range w.meters {
			if p := w.meters[i].period; t >= p.From && t <= p.To {
				w.mt[i] += w.meters[i].CountMt(w.model.Corridor(), w.outcome)
			}
		}
	}
	for i := range out {
		out[i] = math.NaN()
	}
	for i := range w.meters {
		out[w.meters[i].place] = w.meters[i].Units(w.mt[i])
	}
}

// Says returns what a view comes to, by observation and in units of their series, for numbers x
// in the order of Set; without numbers at those of the file. It is NaN for what the scenario has
// no measure of, or is not after the origin.
func (v *View) Says(x []float64, observations []*Observation) ([]float64, error) {
	w, err := newViewer(v.only(len(x)), observations)
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(observations))
	w.view(x, out)
	return out, nil
}
