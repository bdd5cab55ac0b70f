package sim

import (
	"fmt"

	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Futures is what is kept of many futures of the alternatives of an ensemble.
type Futures struct {
	Summaries   []*Summary   // by alternative
	Differences []*stats.Set // by alternative after the first: its metrics minus the first one's, draw by draw
}

func (e *Ensemble) newFutures() (*Futures, error) {
	var f Futures
	for i := range e.Alternatives {
		s, err := newSummary(&e.Alternatives[i], int(e.DesignReplicates()))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Alternatives[i].Name, err)
		}
		f.Summaries = append(f.Summaries, s)
		if i == 0 {
			continue
		}
		var metrics []stats.Metric
		for _, name := range tables.Metrics() {
			metrics = append(metrics, stats.Metric{Name: name, Thresholds: []float64{0}})
		}
		d, err := stats.NewSet(metrics, periods(s.start, s.years))
		if err != nil {
			return nil, err
		}
		if e.DesignReplicates() > 1 {
			d.Replicated(int(e.DesignReplicates()), func(int, int) bool { return false })
		}
		f.Differences = append(f.Differences, d)
	}
	return &f, nil
}

// Done returns the number of futures simulated, failed ones included.
func (f *Futures) Done() uint64 {
	failed := uint64(0)
	for _, s := range f.Summaries {
		failed += s.Failed
	}
	return f.Summaries[0].Draws() + failed
}

// Failed returns the number of futures that came to no finite number.
func (f *Futures) Failed() uint64 { return f.Done() - f.Summaries[0].Draws() }

// merge adds futures of the same ensemble whose draws come after those of f.
func (f *Futures) merge(o *Futures) error {
	if len(f.Summaries) != len(o.Summaries) {
		return fmt.Errorf("futures of %d and of %d alternatives do not merge", len(f.Summaries), len(o.Summaries))
	}
	for i := range f.Summaries {
		if err := f.Summaries[i].merge(o.Summaries[i]); err != nil {
			return err
		}
	}
	for i := range f.Differences {
		if err := f.Differences[i].Merge(o.Differences[i]); err != nil {
			return err
		}
	}
	return nil
}

func (f *Futures) reset() {
	for _, s := range f.Summaries {
		s.reset()
	}
	for _, d := range f.Differences {
		d.Reset()
	}
}
