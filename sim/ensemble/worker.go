package ensemble

import (
	"context"

	"corridor/sim"
	"corridor/sim/economics"
	"corridor/sim/random"
)

// worker simulates draws, on models of its own, one after the other or several side by side.
type worker struct {
	ensemble   *Ensemble
	design     random.Design
	point      []float64
	simulators [][]*simulator // by draw of those side by side, and by alternative
	abreast    []*abreast     // by alternative; nil where draws are simulated one after the other
	change     []float64
	gains      []float64 // of the first alternative; nil where nothing is counted in money
	gained     []float64 // of another, then by how much it gains more
	blocks     blocks
}

func (e *Ensemble) newWorker(design random.Design) *worker {
	all := names(e.Alternatives)
	w := &worker{ensemble: e, design: design, point: make([]float64, len(all))}
	for range max(1, Lanes()) {
		var simulators []*simulator
		for i := range e.Alternatives {
			simulators = append(simulators, e.newSimulator(&e.Alternatives[i], all))
		}
		w.simulators = append(w.simulators, simulators)
	}
	w.abreast = newAbreast(w.simulators)
	one := w.simulators[0][0]
	w.change = make([]float64, len(one.values))
	if e.appraised() {
		size := len(sim.Gains) * (one.years + 1)
		w.gains, w.gained = make([]float64, size), make([]float64, size)
	}
	w.blocks = newBlocks(len(e.Alternatives))
	return w
}

// simulate adds the draws of a chunk. It returns false when the context ends first.
func (w *worker) simulate(ctx context.Context, c *chunk) bool {
	first, end := w.ensemble.drawsOf(c.number)
	for draw := first; draw < end; {
		if ctx.Err() != nil {
			return false
		}
		draw += w.advance(draw, end, c)
	}
	w.blocks.flush(c.tally)
	return true
}

// advance simulates and adds a draw, or as many as go side by side where there are so many
// before the end. It returns how many. Nothing is allocated, but for failures.
func (w *worker) advance(draw, end uint64, c *chunk) uint64 {
	n := uint64(len(w.simulators))
	if w.abreast == nil || draw+n > end {
		n = 1
	}
	for i, simulators := range w.simulators[:n] {
		w.design.Point(draw+uint64(i), w.point)
		for _, f := range simulators {
			f.draw(draw+uint64(i), w.point)
		}
	}
	w.run(int(n))
	for i, simulators := range w.simulators[:n] {
		sound := w.add(draw+uint64(i), simulators, c.tally)
		if w.ensemble.Keep {
			c.rows = simulators[0].keep(c.rows, !sound)
		}
	}
	return n
}

// run simulates what was drawn.
func (w *worker) run(draws int) {
	if draws > 1 {
		for _, a := range w.abreast {
			a.simulate()
		}
		return
	}
	for _, f := range w.simulators[0] {
		f.simulate()
	}
}

// add adds one draw of all alternatives. A draw that fails in one of them is left out of all,
// so that they stay comparable; it is not sound.
func (w *worker) add(draw uint64, simulators []*simulator, to *Tally) (sound bool) {
	for i, f := range simulators {
		if metric, year := f.failure(); metric >= 0 {
			to.Alternatives[i].fail(draw, metric, year, f.inputs.values)
			return false
		}
	}
	replicate := int(draw % w.ensemble.DesignReplicates())
	var terms economics.Terms
	if w.gains != nil {
		terms = economics.TermsOf(simulators[0].model.Corridor())
		simulators[0].gain(&terms, w.gains)
	}
	for i, f := range simulators {
		w.blocks.metrics[i].AddTo(replicate, f.values)
		to.Alternatives[i].add(f, replicate)
		if i == 0 {
			continue
		}
		for j, v := range f.values {
			w.change[j] = v - simulators[0].values[j]
		}
		w.blocks.differences[i-1].AddTo(replicate, w.change)
		if w.gains != nil {
			f.gain(&terms, w.gained)
			for j := range w.gained {
				w.gained[j] -= w.gains[j]
			}
			w.blocks.gains[i-1].AddTo(replicate, w.gained)
		}
		to.pairs[i-1].compare(replicate, simulators[0], f)
		to.material[i-1].compare(replicate, f.years, simulators[0].values, f.values)
	}
	if w.blocks.full() {
		w.blocks.flush(to)
	}
	return true
}
