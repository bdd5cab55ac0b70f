package sim

import (
	"context"
	"fmt"
	"strconv"

	"corridor/model"
	"corridor/sim/sample"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Uncertainty is a number of a corridor that differs from future to future.
type Uncertainty struct {
	Name         string // names its stream of random numbers
	Distribution sample.Distribution
	Set          func(c *model.Corridor, v float64)
}

// Ensemble is many futures of one corridor.
type Ensemble struct {
	Name          string
	Corridor      model.Corridor
	Uncertainties []Uncertainty
	Copula        *sample.Copula       // how they go together, in their order; nil when none do
	Thresholds    map[string][]float64 // by metric: values whose reaching is counted
	Seed          uint64
	Draws         uint64
	Workers       int // at least 1; the result does not depend on it
}

// ChunkDraws is the number of draws in a chunk, the unit of work: a chunk is a pure
// function of the ensemble and its number, and chunks are merged in their order.
const ChunkDraws = 256

// Chunks returns the number of chunks.
func (e *Ensemble) Chunks() int { return int((e.Draws + ChunkDraws - 1) / ChunkDraws) }

// Run draws the futures and summarises every metric by year. Progress is told after
// each chunk, in order. Memory does not grow with the number of draws. When the
// context is cancelled the result is nil and the error the context's.
func (e *Ensemble) Run(ctx context.Context, progress func(draws uint64)) (*stats.Set, error) {
	if _, err := model.New(e.Corridor); err != nil {
		return nil, err
	}
	total, err := e.newSet()
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	finished := e.start(ctx)
	waiting := map[int]*stats.Set{}
	for next := 0; next < e.Chunks(); {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case c := <-finished.chunks:
			waiting[c.number] = c.set
		}
		for set, ok := waiting[next]; ok; set, ok = waiting[next] {
			if err := total.Merge(set); err != nil {
				return nil, fmt.Errorf("chunk %d: %w", next, err)
			}
			delete(waiting, next)
			set.Reset()
			finished.spare <- set
			next++
			progress(total.Draws())
		}
	}
	return total, nil
}

func (e *Ensemble) newSet() (*stats.Set, error) {
	var metrics []stats.Metric
	for _, name := range tables.Metrics() {
		metrics = append(metrics, stats.Metric{Name: name, Thresholds: e.Thresholds[name]})
	}
	first, n := e.Corridor.Years()
	var periods []string
	for i := range n {
		periods = append(periods, strconv.Itoa(first+i))
	}
	return stats.NewSet(metrics, periods)
}
