package ensemble

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
