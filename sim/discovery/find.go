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

// Find finds one box on a part of the draws: it peels, chooses a step by the rule, drops the
// sides that chance explains, and pastes. It returns nil where no side is left: nothing tells the
// cases from the others.
func (s *Sample) Find(q Search, part, heldOut []bool) (*Found, error) {
	all := s.All(part)
	if all.Cases == 0 || all.Cases == all.Draws {
		return nil, fmt.Errorf("%d of %d draws are cases", all.Cases, all.Draws)
	}
	steps := s.Peel(q.Peeling, part)
	choices, err := q.choices(steps, all.Cases)
	if err != nil {
		return nil, err
	}
	for _, i := range choices {
		b, in := s.Paste(q.Peeling, s.Prune(steps[i].Box, part), part)
		if len(b.Sides()) == 0 {
			continue
		}
		if !q.fits(in, all.Cases) && i != choices[len(choices)-1] {
			continue // what was dropped mattered; a narrower step may do
		}
		f := &Found{Box: b, Steps: steps, Chosen: i, In: in, Judged: s.In(b, heldOut), Rated: s.Rate(b, part)}
		if q.Resamples > 0 {
			f.Reproduced = s.Resample(q, in, part)
		}
		return f, nil
	}
	return nil, nil
}

// Cover finds up to so many boxes, each in the draws that those before leave (Friedman & Fisher
// 1999, section 9). It ends where none is found any more.
func (s *Sample) Cover(q Search, boxes int, part, heldOut []bool) (found []*Found, err error) {
	part, heldOut = s.inside(nil, part), s.inside(nil, heldOut)
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
		found = append(found, f)
		for draw, in := range s.inside(f.Box, nil) {
			if in {
				part[draw], heldOut[draw] = false, false
			}
		}
	}
	return found, nil
}
