package runs

import (
	"bytes"
	"slices"

	"corridor/scenarios"
	"corridor/sim/hindcast"
	"corridor/testdata"
)

// leaksAreErrors refuses a hindcast of a scenario that knows what it is tested on. While it
// is false, leaks are warnings, which --strict refuses.
const leaksAreErrors = false

// sealed returns a scenario whose hindcast is not told what it is tested on, with a warning
// for every figure that tells it.
func sealed(s *scenarios.Scenario, h *hindcast.History) (*scenarios.Scenario, error) {
	found := s.Leaks(h)
	if len(found) == 0 {
		return s, nil
	}
	if leaksAreErrors {
		for i := range found {
			found[i].Warning = false
		}
		return nil, &scenarios.Error{Diagnostics: found}
	}
	return s.Warned(slices.Concat(s.Warnings(), found)), nil
}

// observed reads the history that hindcasts are compared with.
func observed() *hindcast.History {
	history, err := hindcast.ReadHistory(bytes.NewReader(testdata.Observed))
	if err != nil {
		panic(err) // a broken build: the tests catch it first
	}
	return history
}
