package ensemble

import (
	"context"
	"time"
)

// Drawing returns a function that simulates so many draws of the ensemble from one on, as a
// worker does, and summarises them.
func (e *Ensemble) Drawing(draws uint64) func(draw uint64) {
	design, err := e.check()
	if err != nil {
		panic(err)
	}
	w := e.newWorker(design)
	tally, err := e.newTally()
	if err != nil {
		panic(err)
	}
	c := &chunk{tally: tally}
	return func(draw uint64) {
		for end := draw + draws; draw < end; {
			draw += w.advance(draw, end, c)
		}
	}
}

// Months returns a function that tells how long the months of a draw take, without what comes
// before the first of them.
func (e *Ensemble) Months() func(draw uint64) time.Duration {
	design, err := e.check()
	if err != nil {
		panic(err)
	}
	w := e.newWorker(design)
	s := w.simulators[0][0]
	return func(draw uint64) time.Duration {
		design.Point(draw, w.point)
		s.draw(draw, w.point)
		s.model.Reset(s.state)
		start := time.Now()
		for range s.model.Corridor().Months {
			s.model.Step(s.state, s.outcome)
		}
		return time.Since(start)
	}
}

// FirstChunk returns the first chunk as it goes into a journal, its draws simulated side by side
// where that can be, or one after the other.
func (e *Ensemble) FirstChunk(side bool) []byte {
	design, err := e.check()
	if err != nil {
		panic(err)
	}
	w := e.newWorker(design)
	if !side {
		w.abreast = nil
	}
	tally, err := e.newTally()
	if err != nil {
		panic(err)
	}
	c := &chunk{tally: tally}
	w.simulate(context.Background(), c)
	return c.encode()
}
