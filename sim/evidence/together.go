package evidence

import (
	"math"
	"slices"

	"corridor/model"
	"corridor/sim/swings"
)

// together is what figures do to a verdict that none of them turns alone.
type together struct {
	of    []int   // places of the figures that turn it together, none where not even all of them do
	value float64 // with these, or with all of them
}

// turningTogether puts figures to the end of their range that moves a headline towards the
// opposite verdict, one after the other, first those that move it most alone, until the verdict
// turns. Fewer others may do too: it looks at no other order.
func turningTogether(f *future, q *Question, h *Headline, place int, met bool, expected float64, all []swings.Swing) together {
	up := h.AtMost == met // whether the opposite lies higher
	type move struct {
		figure int
		at, by float64
	}
	var moves []move
	for i := range all {
		s := &all[i]
		best := move{figure: i}
		for _, end := range []struct{ at, value float64 }{{s.Low, s.AtLow[place]}, {s.High, s.AtHigh[place]}} {
			by := end.value - expected
			if !up {
				by = -by
			}
			if by > best.by {
				best.at, best.by = end.at, by
			}
		}
		if best.by > 0 {
			moves = append(moves, best)
		}
	}
	slices.SortStableFunc(moves, func(a, b move) int {
		switch {
		case a.by > b.by:
			return -1
		case a.by < b.by:
			return 1
		}
		return 0
	})
	t := together{value: expected}
	for n := range moves {
		t.of = append(t.of, moves[n].figure)
		t.value = f.values(func(c *model.Corridor) {
			for _, m := range moves[:n+1] {
				q.figures[m.figure].Set(c, m.at)
			}
		})[place]
		if h.Met(t.value) != met && !math.IsNaN(t.value) {
			return t
		}
	}
	t.of = nil
	return t
}
