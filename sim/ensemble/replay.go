package ensemble

import (
	"fmt"

	"corridor/model"
	"corridor/sim/random"
)

// Replay simulates draws of one alternative again, month by month, for those who look at more
// than an ensemble counts. What it simulates is what the ensemble has, bit for bit. It belongs
// to one goroutine.
type Replay struct {
	e      *Ensemble
	design random.Design
	point  []float64
	of     *simulator
}

// NewReplay returns the futures of an alternative by its place.
func (e *Ensemble) NewReplay(alternative int) (*Replay, error) {
	design, err := e.check()
	if err != nil {
		return nil, err
	}
	all := names(e.Alternatives)
	of := e.newSimulator(&e.Alternatives[alternative], all)
	of.outcome = of.model.NewOutcome() // of every segment, and not of totals alone
	return &Replay{e, design, make([]float64, len(all)), of}, nil
}

// Draw simulates a draw, counted from 0, and shows every month to whom watch returns for the model
// with what was drawn in place.
func (r *Replay) Draw(draw uint64, watch func(*model.Model) func(*model.Outcome)) error {
	if draw >= r.e.Draws {
		return fmt.Errorf("draw %d of %d: draws are numbered from 0", draw, r.e.Draws)
	}
	if !r.e.Expected {
		r.design.Point(draw, r.point)
		r.of.draw(draw, r.point)
	}
	s := r.of
	s.model.Reset(s.state)
	see := watch(s.model)
	for range s.held {
		s.model.Step(s.state, s.outcome)
		see(s.outcome)
	}
	return nil
}
