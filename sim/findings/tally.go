package findings

// Tally adds up over months what segments hold back.
type Tally struct {
	Months int       // in which some segment held cargo back
	mt     []float64 // by segment, over those months in which it did
}

// NewTally returns an empty tally of so many segments.
func NewTally(segments int) Tally { return Tally{mt: make([]float64, segments)} }

// Add adds a month: what each segment held back in it, Mt.
func (t *Tally) Add(mt []float64) {
	held := false
	for segment, v := range mt {
		if HoldsBack(v) {
			t.mt[segment] += v
			held = true
		}
	}
	if held {
		t.Months++
	}
}

// Most returns the segment that held most back, −1 where none did.
func (t *Tally) Most() int { return Most(t.mt) }

// Clear begins anew.
func (t *Tally) Clear() {
	t.Months = 0
	clear(t.mt)
}
