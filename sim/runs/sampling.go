package runs

import (
	"fmt"
	"math/bits"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/random"
)

// Sampling says which futures are meant.
type Sampling struct {
	Draws  uint64
	Seed   uint64
	Design string // one of random.Designs

	Replicates uint64 // of a design whose draws are not independent each
}

// enter enters what is to be drawn, as far as it makes another question.
func (s *Sampling) enter(m *Manifest) {
	m.Seed, m.Draws, m.Design = &s.Seed, s.Draws, s.Design
	m.Replicates = ReplicatesOf(&ensemble.Ensemble{Design: s.Design, Replicates: s.Replicates})
}

// sampled reports whether a manifest says what was drawn.
func (m *Manifest) sampled() bool { return m.Seed != nil && m.Draws > 0 }

// sampling returns what the manifest says was drawn. Expected futures have no seed.
func (m *Manifest) sampling() Sampling {
	s := Sampling{Draws: m.Draws, Design: m.Design, Replicates: m.Replicates}
	if m.Seed != nil {
		s.Seed = *m.Seed
	}
	if s.Design == "" {
		s.Design = random.MonteCarlo
	}
	return s
}

// drawn enters what was drawn into a manifest.
func (m *Manifest) drawn(e *ensemble.Ensemble, f *ensemble.Tally, precision float64) {
	m.Seed, m.Draws, m.Design, m.Keep, m.Precision = &e.Seed, f.Done(), e.Design, e.Keep, precision
	m.Replicates = ReplicatesOf(e)
}

// ReplicatesOf returns the replicates of an ensemble's design, 0 where every draw is
// independent.
func ReplicatesOf(e *ensemble.Ensemble) uint64 {
	if n := e.DesignReplicates(); n > 1 {
		return n
	}
	return 0
}

// futures returns the futures of a scenario, which must have more than one. They have one
// worker until they get others.
func (of *Sampling) futures(s *scenarios.Scenario, keep bool) (*ensemble.Ensemble, error) {
	if !Uncertain(s) {
		return nil, invalidf("%s has no uncertainties and no hazards, so all its futures are the same: use corridor run", s.Name)
	}
	e := &ensemble.Ensemble{
		Alternatives: []ensemble.Alternative{s.Alternative(s.Name)},
		Design:       of.Design, Replicates: of.Replicates, Seed: of.Seed, Draws: of.Draws, Workers: 1, Keep: keep,
	}
	return e, invalid(e.Check())
}

// Uncertain reports whether the futures of a scenario differ.
func Uncertain(s *scenarios.Scenario) bool {
	return len(s.Uncertainties) > 0 || len(s.Corridor.Hazards) > 0
}

// uneven says which numbers of draws near the one asked for would make the replicates
// of a Sobol' sequence most even; nothing where this one does.
func uneven(e *ensemble.Ensemble) string {
	each := e.Draws / e.DesignReplicates()
	if e.Design != random.Sobol || e.Expected || each*e.DesignReplicates() == e.Draws && each&(each-1) == 0 {
		return ""
	}
	better := fmt.Sprint(e.DesignReplicates())
	if each > 0 {
		less := e.DesignReplicates() << (bits.Len64(each) - 1)
		better = fmt.Sprintf("%d or %d", less, 2*less)
	}
	return fmt.Sprintf("%d draws are no power of two for each of the %d replicates of the Sobol' sequence, which are most even with %s draws", e.Draws, e.DesignReplicates(), better)
}
