package discovery

import (
	"math"
	"slices"
)

// Limit is what a box lets an input be.
type Limit struct {
	Low, High float64   // of numbers, both within; −Inf and +Inf for no limit
	Without   []float64 // of categories: those outside, ascending
}

// None is no limit.
func None() Limit { return Limit{Low: math.Inf(-1), High: math.Inf(1)} }

// IsNone reports whether a limit lets an input be anything.
func (l *Limit) IsNone() bool { return !l.HasLow() && !l.HasHigh() && len(l.Without) == 0 }

// HasLow reports whether there is a least value.
func (l *Limit) HasLow() bool { return !math.IsInf(l.Low, -1) }

// HasHigh reports whether there is a greatest value.
func (l *Limit) HasHigh() bool { return !math.IsInf(l.High, 1) }

// Holds reports whether a value is within.
func (l *Limit) Holds(v float64) bool {
	return v >= l.Low && v <= l.High && !slices.Contains(l.Without, v)
}

// Box is a limit for each input of a sample, by their order.
type Box []Limit

// NewBox returns the box without limits.
func NewBox(inputs int) Box {
	b := make(Box, inputs)
	for i := range b {
		b[i] = None()
	}
	return b
}

// Clone returns a copy.
func (b Box) Clone() Box {
	out := slices.Clone(b)
	for i := range out {
		out[i].Without = slices.Clone(out[i].Without)
	}
	return out
}

// Restricted lists the inputs that have a limit.
func (b Box) Restricted() (inputs []int) {
	for i := range b {
		if !b[i].IsNone() {
			inputs = append(inputs, i)
		}
	}
	return inputs
}

// Side is one side of a box: the least or the greatest value of an input, or the categories
// left out of it.
type Side struct {
	Input int
	End   End
}

// End says which side of an input it is.
type End int

// The ends of an input.
const (
	Low End = iota
	High
	Categories
)

// Sides lists the sides that limit anything, by input, least values first.
func (b Box) Sides() (sides []Side) {
	for i := range b {
		if b[i].HasLow() {
			sides = append(sides, Side{i, Low})
		}
		if b[i].HasHigh() {
			sides = append(sides, Side{i, High})
		}
		if len(b[i].Without) > 0 {
			sides = append(sides, Side{i, Categories})
		}
	}
	return sides
}

// WithoutSide returns the box with one side opened.
func (b Box) WithoutSide(s Side) Box {
	out := b.Clone()
	switch s.End {
	case Low:
		out[s.Input].Low = math.Inf(-1)
	case High:
		out[s.Input].High = math.Inf(1)
	case Categories:
		out[s.Input].Without = nil
	}
	return out
}
