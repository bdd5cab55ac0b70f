package ensemble

import "time"

// Drawing returns a function that simulates draws of the ensemble one by one, as a
// worker does, and summarises them.
func (e *Ensemble) Drawing() func(draw uint64) {
	design, err := e.check()
	if err != nil {
		panic(err)
	}
	w := e.newWorker(design)
	tally, err := e.newTally()
	if err != nil {
		panic(err)
	}
	return func(draw uint64) { w.draw(draw, tally) }
}

// Months returns a function that tells how long the months of a draw take, without what comes
// before the first of them.
func (e *Ensemble) Months() func(draw uint64) time.Duration {
	design, err := e.check()
	if err != nil {
		panic(err)
	}
	w := e.newWorker(design)
	s := w.simulators[0]
	return func(draw uint64) time.Duration {
		design.Point(draw, w.point)
		s.begin(draw, w.point)
		start := time.Now()
		for range s.model.Corridor().Months {
			s.model.Step(s.state, s.outcome)
		}
		return time.Since(start)
	}
}
