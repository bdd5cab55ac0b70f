package calibration

import (
	"fmt"
	"math"

	"corridor/sim/random"
	"corridor/sim/sheet"
)

// Parameter is a number that is not known: what is believed of it before, in its unit.
type Parameter struct {
	Name  string
	Prior random.Distribution
}

// Target is something observed that the simulator says too, on a scale on which errors add up: the
// logarithm of a volume, say.
type Target struct {
	Name        string
	Observed    float64
	Error       float64 // standard deviation of the observation about what happened
	Discrepancy float64 // standard deviation of what happened about the model at its best parameters
}

// variance is that of the observation about the model at its best.
func (t *Target) variance() float64 {
	return float64(t.Error*t.Error) + float64(t.Discrepancy*t.Discrepancy)
}

// Simulator runs the model. It belongs to one worker.
type Simulator interface {
	// Simulate fills out, by target, for parameters x in their order and unit. A NaN says that the
	// model has no value there, which no observation is near to.
	Simulate(x, out []float64) error
}

// Problem is a calibration to be made.
type Problem struct {
	Parameters []Parameter
	Targets    []Target
	New        func() (Simulator, error) // called once by each worker
	Workers    int                       // at least 1
	Seed       uint64
	Journal    sheet.Journal                    // nil to keep nothing
	Chunk      uint64                           // that the journal has for the next points simulated; it moves on with them
	Progress   func(stage string, done, of int) // told how many points of a stage are done; nil for nobody
}

func (p *Problem) check() error {
	if len(p.Parameters) == 0 || len(p.Targets) == 0 || p.New == nil {
		return fmt.Errorf("a calibration needs parameters, targets and a simulator")
	}
	names := map[string]bool{}
	for _, q := range p.Parameters {
		if names[q.Name] || q.Prior == nil {
			return fmt.Errorf("the parameter %q is given twice or has no prior", q.Name)
		}
		names[q.Name] = true
	}
	for _, t := range p.Targets {
		if v := t.variance(); !(v > 0) || math.IsInf(v, 0) || math.IsNaN(t.Observed) || math.IsInf(t.Observed, 0) {
			return fmt.Errorf("the target %q has the value %v with errors %v and %v, expected finite numbers and an error above 0", t.Name, t.Observed, t.Error, t.Discrepancy)
		}
	}
	return nil
}

// Values fills x with the parameters at a point of the unit cube: each is the quantile of its
// prior, so that the prior is even over the cube.
func (p *Problem) Values(u, x []float64) {
	for i := range p.Parameters {
		x[i] = p.Parameters[i].Prior.Quantile(u[i])
	}
}
