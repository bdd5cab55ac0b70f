package runs

import (
	"bytes"

	"corridor/scenarios"
	"corridor/sim/hindcast"
	"corridor/testdata"
)

// sealed refuses a scenario whose hindcast is told what it is tested on, with every figure
// that tells it.
func sealed(s *scenarios.Scenario, h *hindcast.History) error {
	if s.Posterior != nil {
		return misusedf("%s draws from a posterior that knows what it would be tested on: leave the overlay out; corridor calibrate judges every year by a fit that did not know it", s.Name)
	}
	found := s.Leaks(h)
	if len(found) == 0 {
		return nil
	}
	return &scenarios.Error{Diagnostics: found}
}

// observed reads the history that hindcasts are compared with.
func observed() *hindcast.History {
	history, err := hindcast.ReadHistory(bytes.NewReader(testdata.Observed))
	if err != nil {
		panic(err) // a broken build: the tests catch it first
	}
	return history
}
