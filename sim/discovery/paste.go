package discovery

import (
	"cmp"
	"math"
	"slices"
)

// Paste widens a box, side by side, as long as its density does not fall: each step opens the
// side, by as many of the nearest draws as a peel would take, or half as many, and so on, that
// raises density most for each draw taken in. A side beyond which there is nothing is opened for good.
func (s *Sample) Paste(p Peeling, b Box, part []bool) (Box, Tally) {
	now := s.In(b, part)
	for {
		var best Box
		var after Tally
		most := math.Inf(-1)
		for _, side := range b.Sides() {
			for _, wider := range s.wider(p, b, side, now, part) {
				then := s.In(wider, part)
				if then == now { // nothing lies beyond
					best, after, most = wider, then, math.Inf(1)
					continue
				}
				if score := rise(now, then); score >= 0 && score > most {
					best, after, most = wider, then, score
				}
			}
		}
		if best == nil {
			return b, now
		}
		b, now = best, after
	}
}

// wider lists the boxes that are wider at one side.
func (s *Sample) wider(p Peeling, b Box, side Side, now Tally, part []bool) (boxes []Box) {
	open := b.WithoutSide(side)
	if side.End == Categories {
		for i := range b[side.Input].Without {
			wider := b.Clone()
			wider[side.Input].Without = slices.Delete(wider[side.Input].Without, i, i+1)
			boxes = append(boxes, wider)
		}
		return boxes
	}
	var beyond []float64
	for draw, in := range s.inside(open, part) {
		if v := s.Inputs[side.Input].Values[draw]; in && !b[side.Input].Holds(v) {
			beyond = append(beyond, v)
		}
	}
	if len(beyond) == 0 {
		return []Box{open}
	}
	slices.SortFunc(beyond, func(x, y float64) int {
		if side.End == Low {
			x, y = y, x
		}
		return cmp.Compare(x, y)
	})
	for k := min(p.take(now.Draws), len(beyond)); k > 0; k /= 2 {
		taken := k
		for taken < len(beyond) && beyond[taken] == beyond[taken-1] {
			taken++
		}
		wider := open
		if taken < len(beyond) {
			wider = b.Clone()
			if side.End == Low {
				wider[side.Input].Low = between(beyond[taken], beyond[taken-1], false)
			} else {
				wider[side.Input].High = between(beyond[taken-1], beyond[taken], true)
			}
		}
		boxes = append(boxes, wider)
	}
	return boxes
}
