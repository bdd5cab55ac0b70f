package ensemble

import (
	"context"

	"corridor/sim"
	"corridor/sim/economics"
	"corridor/sim/random"
)

// worker simulates draws one after the other, on models of its own.
type worker struct {
	ensemble   *Ensemble
	design     random.Design
	point      []float64
	simulators []*simulator // by alternative
	change     []float64
	gains      []float64 // of the first alternative; nil where nothing is counted in money
	gained     []float64 // of another, then by how much it gains more
	blocks     blocks
}

func (e *Ensemble) newWorker(design random.Design) *worker {
	all := names(e.Alternatives)
	w := &worker{ensemble: e, design: design, point: make([]float64, len(all))}
	for i := range e.Alternatives {
		w.simulators = append(w.simulators, e.newSimulator(&e.Alternatives[i], all))
	}
	w.change = make([]float64, len(w.simulators[0].values))
	if e.appraised() {
		size := len(sim.Gains) * (w.simulators[0].years + 1)
		w.gains, w.gained = make([]float64, size), make([]float64, size)
	}
	w.blocks = newBlocks(len(w.simulators))
	return w
}

// simulate adds the draws of a chunk. It returns false when the context ends first.
func (w *worker) simulate(ctx context.Context, c *chunk) bool {
	first, end := w.ensemble.drawsOf(c.number)
	for draw := first; draw < end; draw++ {
		if ctx.Err() != nil {
			return false
		}
		sound := w.draw(draw, c.tally)
		if w.ensemble.Keep {
			c.rows = w.simulators[0].keep(c.rows, !sound)
		}
	}
	w.blocks.flush(c.tally)
	return true
}

// draw simulates one draw in all alternatives. A draw that fails in one of them is
// left out of all, so that they stay comparable; it is not sound. Nothing is
// allocated, but for failures.
func (w *worker) draw(draw uint64, to *Tally) (sound bool) {
	w.design.Point(draw, w.point)
	for _, f := range w.simulators {
		f.simulate(draw, w.point)
	}
	for i, f := range w.simulators {
		if metric, year := f.failure(); metric >= 0 {
			to.Alternatives[i].fail(draw, metric, year, f.inputs.values)
			return false
		}
	}
	replicate := int(draw % w.ensemble.DesignReplicates())
	var terms economics.Terms
	if w.gains != nil {
		terms = economics.TermsOf(w.simulators[0].model.Corridor())
		w.simulators[0].gain(&terms, w.gains)
	}
	for i, f := range w.simulators {
		w.blocks.metrics[i].AddTo(replicate, f.values)
		to.Alternatives[i].add(f, replicate)
		if i == 0 {
			continue
		}
		for j, v := range f.values {
			w.change[j] = v - w.simulators[0].values[j]
		}
		w.blocks.differences[i-1].AddTo(replicate, w.change)
		if w.gains != nil {
			f.gain(&terms, w.gained)
			for j := range w.gained {
				w.gained[j] -= w.gains[j]
			}
			w.blocks.gains[i-1].AddTo(replicate, w.gained)
		}
		to.pairs[i-1].compare(replicate, w.simulators[0], f)
	}
	if w.blocks.full() {
		w.blocks.flush(to)
	}
	return true
}
