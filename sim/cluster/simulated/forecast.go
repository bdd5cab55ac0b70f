package simulated

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"corridor/sim/stats"
)

// Forecast is the replications of a case.
type Forecast struct {
	Outcomes []Outcome // of which none has failed
	sorted   []float64 // their makespans
}

// Forecast simulates replications of a case. It returns an error for a case that cannot be
// simulated, and where a replication is given up.
func (c *Case) Forecast(seed uint64, replications int) (*Forecast, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	if replications < 1 {
		return nil, errors.New("a forecast without replications")
	}
	f := &Forecast{Outcomes: make([]Outcome, replications)}
	var next atomic.Int64
	var working sync.WaitGroup
	for range min(replications, runtime.GOMAXPROCS(0)) {
		working.Go(func() {
			for i := next.Add(1) - 1; i < int64(replications); i = next.Add(1) - 1 {
				f.Outcomes[i] = c.Once(seed, uint64(i))
			}
		})
	}
	working.Wait()
	for i := range f.Outcomes {
		if why := f.Outcomes[i].Failed; why != "" {
			return nil, fmt.Errorf("replication %d: %s", i, why)
		}
		f.sorted = append(f.sorted, f.Outcomes[i].Makespan)
	}
	slices.Sort(f.sorted)
	return f, nil
}

// Makespan is a quantile of the makespans, in seconds.
func (f *Forecast) Makespan(p float64) float64 { return stats.Quantile(f.sorted, p) }

// Mean is the mean of something over the replications.
func (f *Forecast) Mean(of func(*Outcome) float64) float64 {
	sum := 0.0
	for i := range f.Outcomes {
		sum += of(&f.Outcomes[i])
	}
	return sum / float64(len(f.Outcomes))
}

// Slowest is the step that takes longest, in the mean.
func (f *Forecast) Slowest() Step {
	var slowest Step
	for i := range f.Outcomes[0].Steps() {
		step := Step{f.Outcomes[0].Steps()[i].Name, f.Mean(func(o *Outcome) float64 { return o.Steps()[i].Seconds })}
		if step.Seconds > slowest.Seconds {
			slowest = step
		}
	}
	return slowest
}
