package discovery

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Input is something that draws differ in.
type Input struct {
	Name       string
	Values     []float64 // by draw
	Categories bool      // the values have no order: a box takes some of them and leaves others
}

// Sample is draws, of which some are cases.
type Sample struct {
	Inputs []Input
	Cases  []bool // by draw

	orders [][]int32 // by input: the draws by ascending value
}

// MostDraws is the greatest number of draws of a sample.
const MostDraws = math.MaxInt32

// NewSample returns a sample of draws. Every input has a value in every draw.
func NewSample(inputs []Input, cases []bool) (*Sample, error) {
	if len(cases) > MostDraws {
		return nil, fmt.Errorf("%d draws, expected at most %d", len(cases), MostDraws)
	}
	s := &Sample{Inputs: inputs, Cases: cases}
	for i := range inputs {
		in := &inputs[i]
		if len(in.Values) != len(cases) {
			return nil, fmt.Errorf("%s has %d values in %d draws", in.Name, len(in.Values), len(cases))
		}
		for draw, v := range in.Values {
			if math.IsNaN(v) {
				return nil, fmt.Errorf("%s has no value in draw %d", in.Name, draw)
			}
		}
		order := make([]int32, len(cases))
		for draw := range order {
			order[draw] = int32(draw)
		}
		slices.SortFunc(order, func(a, b int32) int {
			return cmp.Or(cmp.Compare(in.Values[a], in.Values[b]), cmp.Compare(a, b))
		})
		s.orders = append(s.orders, order)
	}
	return s, nil
}

// Tally counts draws, and the cases among them.
type Tally struct{ Draws, Cases int }

// Density is the share of cases among the draws; NaN of none.
func (t Tally) Density() float64 { return float64(t.Cases) / float64(t.Draws) }

// Count counts a draw.
func (t *Tally) Count(isCase bool) {
	t.Draws++
	if isCase {
		t.Cases++
	}
}

// less returns the tally without some of its draws.
func (t Tally) less(other Tally) Tally { return Tally{t.Draws - other.Draws, t.Cases - other.Cases} }

// plus returns the tally with more draws.
func (t Tally) plus(other Tally) Tally { return Tally{t.Draws + other.Draws, t.Cases + other.Cases} }

// All returns the tally of a part of the draws, nil for all of them.
func (s *Sample) All(part []bool) Tally {
	var t Tally
	for draw, isCase := range s.Cases {
		if part == nil || part[draw] {
			t.Count(isCase)
		}
	}
	return t
}

// In returns the tally of the draws of a part that are in a box.
func (s *Sample) In(b Box, part []bool) Tally {
	var t Tally
	for draw, in := range s.inside(b, part) {
		if in {
			t.Count(s.Cases[draw])
		}
	}
	return t
}

// Holds reports whether a draw is in a box.
func (s *Sample) Holds(b Box, draw int) bool {
	for i := range b {
		if !b[i].Holds(s.Inputs[i].Values[draw]) {
			return false
		}
	}
	return true
}

// inside marks the draws of a part that are in a box.
func (s *Sample) inside(b Box, part []bool) []bool {
	in := make([]bool, len(s.Cases))
	for draw := range in {
		in[draw] = part == nil || part[draw]
	}
	for i := range b {
		if b[i].IsNone() {
			continue
		}
		for draw, v := range s.Inputs[i].Values {
			in[draw] = in[draw] && b[i].Holds(v)
		}
	}
	return in
}
