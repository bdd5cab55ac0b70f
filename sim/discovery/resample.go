package discovery

import (
	"cmp"
	"math"
	"slices"

	"corridor/sim/random"
)

// Reproduced says in which share of the repetitions an input has a limit again, in the box that
// comes nearest in coverage and in the one that comes nearest in density (Bryant & Lempert 2010).
type Reproduced struct{ AtCoverage, AtDensity float64 }

// Resample repeats the search on random halves of a part of the draws.
func (s *Sample) Resample(q Search, in Tally, part []bool) []Reproduced {
	out := make([]Reproduced, len(s.Inputs))
	all := s.All(part)
	coverage, density := float64(in.Cases)/float64(all.Cases), in.Density()
	least := q.Peeling
	least.Least, least.Only = max(1, q.Least/2), nil
	one := 1 / float64(q.Resamples)
	for i := range q.Resamples {
		half, _ := s.Halves(q.Seed, "discovery/resample", uint64(i), part)
		own := s.All(half)
		if own.Cases == 0 {
			continue
		}
		again := least
		if again.Only = s.staying(least, half); again.Only == nil {
			continue
		}
		steps := s.Peel(again, half)
		for _, input := range nearest(steps, func(st *Step) float64 { return float64(st.Cases)/float64(own.Cases) - coverage }).Restricted() {
			out[input].AtCoverage += one
		}
		for _, input := range nearest(steps, func(st *Step) float64 { return st.Density() - density }).Restricted() {
			out[input].AtDensity += one
		}
	}
	return out
}

// nearest returns the box of the step that is off least, the densest of equal ones.
func nearest(steps []Step, off func(*Step) float64) Box {
	best, least := 0, math.Inf(1)
	for i := range steps {
		if d := math.Abs(off(&steps[i])); d <= least {
			best, least = i, d
		}
	}
	return steps[best].Box
}

// Halves parts some of the draws in two at random: those with the smaller numbers of a stream,
// and the rest. It is the same for every sample of as many draws.
func (s *Sample) Halves(seed uint64, stream string, number uint64, part []bool) (first, second []bool) {
	numbers := random.NewStream(seed, stream).At(number)
	type lot struct {
		draw   int
		number uint64
	}
	var lots []lot
	for draw := range s.Cases {
		if n := numbers.Uint64(); part == nil || part[draw] {
			lots = append(lots, lot{draw, n})
		}
	}
	slices.SortFunc(lots, func(a, b lot) int { return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.draw, b.draw)) })
	first, second = make([]bool, len(s.Cases)), make([]bool, len(s.Cases))
	for i, l := range lots {
		if i < (len(lots)+1)/2 {
			first[l.draw] = true
		} else {
			second[l.draw] = true
		}
	}
	return first, second
}
