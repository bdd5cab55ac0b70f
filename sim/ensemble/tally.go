package ensemble

import (
	"fmt"

	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Tally is what is kept of many futures of the alternatives of an ensemble.
type Tally struct {
	Alternatives []*AlternativeTally
	Differences  []*stats.Set // by alternative after the first: its metrics minus the first one's, draw by draw

	Gains []*stats.Set // likewise, in money: sim.Gains by year, and last their present value; nil where a scenario does not count in it

	material []material // by alternative after the first

	pairs []counts // by alternative after the first: what is said of it and the first, by sentence and direction, then year
}

func (e *Ensemble) newTally() (*Tally, error) {
	var t Tally
	for i := range e.Alternatives {
		a, err := newAlternativeTally(&e.Alternatives[i], int(e.DesignReplicates()))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Alternatives[i].Name, err)
		}
		t.Alternatives = append(t.Alternatives, a)
		if i == 0 {
			continue
		}
		var metrics []stats.Metric
		for _, name := range tables.Metrics() {
			metrics = append(metrics, stats.Metric{Name: name, Thresholds: []float64{0}})
		}
		d, err := stats.NewSet(metrics, periods(a.start, a.years))
		if err != nil {
			return nil, err
		}
		if e.DesignReplicates() > 1 {
			d.Replicated(int(e.DesignReplicates()), func(int, int) bool { return false })
		}
		t.Differences = append(t.Differences, d)
		if e.appraised() {
			gains, err := e.newGains()
			if err != nil {
				return nil, err
			}
			t.Gains = append(t.Gains, gains)
		}
		t.material = append(t.material, newMaterial(int(e.DesignReplicates()), a.years))
		t.pairs = append(t.pairs, newCounts(int(e.DesignReplicates()), directions*len(pairSentences)*a.years))
	}
	return &t, nil
}

// Done returns the number of futures simulated, failed ones included.
func (t *Tally) Done() uint64 {
	failed := uint64(0)
	for _, a := range t.Alternatives {
		failed += a.Failed
	}
	return t.Alternatives[0].Draws() + failed
}

// Failed returns the number of futures that came to no finite number.
func (t *Tally) Failed() uint64 { return t.Done() - t.Alternatives[0].Draws() }

// merge adds futures of the same ensemble, whose draws come after those of t.
func (t *Tally) merge(o *Tally) error {
	if len(t.Alternatives) != len(o.Alternatives) {
		return fmt.Errorf("tallies of %d and of %d alternatives do not merge", len(t.Alternatives), len(o.Alternatives))
	}
	for i := range t.Alternatives {
		if err := t.Alternatives[i].merge(o.Alternatives[i]); err != nil {
			return err
		}
	}
	for i := range t.Differences {
		if err := t.Differences[i].Merge(o.Differences[i]); err != nil {
			return err
		}
		if t.Gains != nil {
			if err := t.Gains[i].Merge(o.Gains[i]); err != nil {
				return err
			}
		}
		t.pairs[i].merge(o.pairs[i])
		t.material[i].merge(o.material[i].counts)
	}
	return nil
}

func (t *Tally) reset() {
	for _, a := range t.Alternatives {
		a.reset()
	}
	for _, g := range t.Gains {
		g.Reset()
	}
	for i, d := range t.Differences {
		d.Reset()
		clear(t.pairs[i].n)
		clear(t.material[i].n)
	}
}
