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
	in := s.In(b, part)
	var out []Rated
	for _, side := range b.Sides() {
		without := s.In(b.WithoutSide(side), part)
		out = append(out, Rated{side, without, stats.BinomialTail(uint64(in.Cases), uint64(in.Draws), without.Density())})
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
