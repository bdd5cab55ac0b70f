package discovery

import "corridor/sim/stats"

// Rated is a side of a box with what it is worth.
type Rated struct {
	Side
	Without Tally   // draws in the box if this side is opened
	QuasiP  float64 // see [Sample.Rate]
}

// Rate says of each side of a box how likely chance alone would make the box as dense: with T
// draws in it of which H are cases, and a density of q if the side is opened, the probability of
// H cases or more of T at q, one-sided and binomial (Bryant & Lempert 2010). It is no true
// p-value: the draws that chose the side judge it.
func (s *Sample) Rate(b Box, part []bool) []Rated {
	sides := b.Sides()
	out := make([]Rated, len(sides))
	alone := make([]Limit, len(sides)) // the side by itself
	for i, side := range sides {
		out[i].Side, alone[i] = side, None()
		switch l := &b[side.Input]; side.End {
		case Low:
			alone[i].Low = l.Low
		case High:
			alone[i].High = l.High
		case Categories:
			alone[i].Without = l.Without
		}
	}
	var in Tally
	for draw, isCase := range s.Cases {
		if part != nil && !part[draw] {
			continue
		}
		outside, beyond := -1, 0 // the last side that the draw is beyond, and of how many
		for i := range alone {
			if !alone[i].Holds(s.Inputs[sides[i].Input].Values[draw]) {
				if outside, beyond = i, beyond+1; beyond > 1 {
					break
				}
			}
		}
		switch beyond {
		case 0:
			in.Count(isCase)
		case 1:
			out[outside].Without.Count(isCase)
		}
	}
	for i := range out {
		r := &out[i]
		r.Without = r.Without.plus(in)
		r.QuasiP = stats.BinomialTail(uint64(in.Cases), uint64(in.Draws), r.Without.Density())
	}
	return out
}

// Significance is the greatest quasi-p-value of a side that stays, shared among all sides that
// could have been chosen (Bonferroni): of many inputs that do nothing one is dense by chance.
const Significance = 0.05

// Prune opens the side that chance explains best, one after the other, until chance explains
// none.
func (s *Sample) Prune(b Box, part []bool) Box {
	for {
		worst, most := Side{}, Significance/float64(2*len(s.Inputs))
		found := false
		for _, r := range s.Rate(b, part) {
			if r.QuasiP > most {
				worst, most, found = r.Side, r.QuasiP, true
			}
		}
		if !found {
			return b
		}
		b = b.WithoutSide(worst)
	}
}
