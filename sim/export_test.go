package sim

// Drawing returns a function that simulates draws of the ensemble one by one, as a
// worker does, and returns their figures by metric and year.
func (e *Ensemble) Drawing() func(draw uint64) []float64 {
	w := e.newWorker()
	return func(draw uint64) []float64 {
		w.draw(draw)
		return w.values
	}
}
