package discovery

import "fmt"

// Rule says which box of a trajectory is chosen. One of the two may be given.
type Rule struct {
	Density  float64 // the widest box of at least this density; 0 for none
	Coverage float64 // the densest box of at least this coverage; 0 for none
}

// choices lists the steps to be tried, the best first. Without a wish it is the knee of the
// trajectory: the step furthest above the straight line from all draws to the last box, both
// density and coverage counted from 0 to 1 between these two (Satopää, Albrecht, Irwin & Raghavan
// 2011, Finding a "Kneedle" in a haystack), the wider of equal ones.
func (r Rule) choices(steps []Step, cases int) (list []int, err error) {
	coverage := func(i int) float64 { return float64(steps[i].Cases) / float64(cases) }
	switch {
	case r.Density > 0:
		densest := 0.0
		for i := range steps {
			if densest = max(densest, steps[i].Density()); steps[i].Density() >= r.Density {
				list = append(list, i)
			}
		}
		if list == nil {
			return nil, fmt.Errorf("no box has a density of %v: the densest that limits come to which chance does not explain has %.3g", r.Density, densest)
		}
		return list, nil
	case r.Coverage > 0:
		for i := len(steps) - 1; i >= 0; i-- {
			if coverage(i) >= r.Coverage {
				list = append(list, i)
			}
		}
		return list, nil
	}
	last := len(steps) - 1
	knee, most := last, 0.0 // where none lies above the line
	for i := range steps {
		up := (steps[i].Density() - steps[0].Density()) / (steps[last].Density() - steps[0].Density())
		away := (coverage(0) - coverage(i)) / (coverage(0) - coverage(last))
		if coverage(0) == coverage(last) { // nothing is lost on the way
			away = 0
		}
		if up-away > most {
			knee, most = i, up-away
		}
	}
	return []int{knee}, nil
}

// fits reports whether what became of a step still has what was asked for, but for what rounding
// of the limits takes.
func (r Rule) fits(t Tally, cases int) bool {
	const rounding = 0.01
	return t.Density() >= r.Density-rounding && float64(t.Cases) >= float64((r.Coverage-rounding)*float64(cases))
}
