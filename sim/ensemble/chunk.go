package ensemble

// chunk is a run of consecutive draws, summarised.
type chunk struct {
	number uint64
	tally  *Tally
	rows   []float64 // of an ensemble that keeps its draws: what was drawn and what came of it, draw by draw
	record []byte    // as it goes into the journal
}

func (c *chunk) reset() {
	c.tally.reset()
	c.rows, c.record = c.rows[:0], nil
}
