package discovery

import "fmt"

// Search says how boxes are found.
type Search struct {
	Peeling
	Rule
	Resamples int // halves of the draws on which the search is repeated; 0 for none
	Seed      uint64
}

// Found is a box, with the draws it was found on and those that judge it.
type Found struct {
	Box        Box
	Steps      []Step // of peeling
	Chosen     int    // the step that the box was made of
	In, Judged Tally  // draws in the box: of those it was found on, and of those that were held out
	Rated      []Rated
	Reproduced []Reproduced // by input
}

// Find finds one box on a part of the draws. It peels with all inputs, to see of which any side stays
// at any step when those that chance explains are dropped, and then with these alone. Of the last
// trajectory the rule chooses a step, whose box is pruned, pasted and rounded. It returns nil
// where no side stays: nothing tells the cases from the others.
func (s *Sample) Find(q Search, part, heldOut []bool) (*Found, error) {
	all := s.All(part)
	if all.Cases == 0 || all.Cases == all.Draws {
		return nil, fmt.Errorf("%d of %d draws are cases", all.Cases, all.Draws)
	}
	if q.Only = s.staying(q.Peeling, part); q.Only == nil {
		return nil, nil
	}
	steps := s.Peel(q.Peeling, part)
	choices, err := q.choices(steps, all.Cases)
	if err != nil {
		return nil, err
	}
	for _, i := range choices {
		b, _ := s.Paste(q.Peeling, s.Prune(steps[i].Box, part), part)
		b = s.Rounded(b)
		in := s.In(b, part)
		if len(b.Sides()) == 0 || !q.fits(in, all.Cases) {
			continue
		}
		f := &Found{Box: b, Steps: steps, Chosen: i, In: in, Judged: s.In(b, heldOut), Rated: s.Rate(b, part)}
		if q.Only = nil; q.Resamples > 0 {
			f.Reproduced = s.Resample(q, f.In, part)
		}
		return f, nil
	}
	if q.Density > 0 {
		return nil, fmt.Errorf("no box has a density of %v when limits that chance explains are dropped", q.Density)
	}
	return nil, nil
}

// coarse is how many usual peels the large ones take at once. Of many inputs that do nothing the
// best of all small peels is often one by chance; large ones tell them apart sooner.
const coarse = 4

// staying marks the inputs of which a side stays at any step, of peels of the usual size and of large
// ones; nil for none.
func (s *Sample) staying(p Peeling, part []bool) (only []bool) {
	large := p
	large.Alpha = min(0.5, coarse*p.Alpha)
	for _, steps := range [][]Step{s.Peel(p, part), s.Peel(large, part)} {
		for i := range steps {
			for _, input := range s.Prune(steps[i].Box, part).Restricted() {
				if only == nil {
					only = make([]bool, len(s.Inputs))
				}
				only[input] = true
			}
		}
	}
	return only
}

// Cover finds up to so many boxes, each in the draws that those before leave (Friedman & Fisher
// 1999, section 9). It ends where none is found any more that is denser than all draws.
func (s *Sample) Cover(q Search, boxes int, part, heldOut []bool) (found []*Found, err error) {
	part, heldOut = s.inside(nil, part), s.inside(nil, heldOut)
	all := s.All(part)
	for len(found) < boxes {
		if left := s.All(part); left.Cases == 0 || left.Cases == left.Draws || left.Draws <= q.Least {
			return found, nil
		}
		f, err := s.Find(q, part, heldOut)
		if f == nil || err != nil {
			if len(found) > 0 {
				return found, nil
			}
			return nil, err
		}
		if f.In.Density() <= all.Density() {
			return found, nil
		}
		found = append(found, f)
		for draw, in := range s.inside(f.Box, nil) {
			if in {
				part[draw], heldOut[draw] = false, false
			}
		}
	}
	return found, nil
}
