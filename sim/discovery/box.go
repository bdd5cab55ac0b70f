package discovery

import (
	"math"
	"slices"
	"strconv"
	"strings"
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

// Rounded returns the box with limits in as few digits as a hundredth of the range of an input
// needs: they are to be read, and copied. Limits between a few values stay where they are.
func (s *Sample) Rounded(b Box) Box {
	b = b.Clone()
	for _, i := range b.Restricted() {
		if s.Inputs[i].Categories || len(s.Few(i)) > 0 {
			continue
		}
		order, values := s.orders[i], s.Inputs[i].Values
		apart := (values[order[len(order)-1]] - values[order[0]]) / 100
		if b[i].HasLow() {
			b[i].Low = rounded(b[i].Low, apart)
		}
		if b[i].HasHigh() {
			b[i].High = rounded(b[i].High, apart)
		}
	}
	return b
}

// rounded is a number to the decimal that a difference has.
func rounded(v, apart float64) float64 {
	_, exponent, _ := strings.Cut(strconv.FormatFloat(apart, 'e', 0, 64), "e")
	e, err := strconv.Atoi(exponent)
	if err != nil {
		return v
	}
	if e > 0 {
		unit, _ := strconv.ParseFloat("1e"+strconv.Itoa(e), 64)
		return math.Round(v/unit) * unit
	}
	out, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', -e, 64), 64)
	return out
}

// MostFew is how many values are few.
const MostFew = 6

// Few lists the values of an input that takes a few of them, ascending; nil for others.
func (s *Sample) Few(input int) (values []float64) {
	for _, draw := range s.orders[input] {
		v := s.Inputs[input].Values[draw]
		if len(values) == 0 || values[len(values)-1] != v {
			if values = append(values, v); len(values) > MostFew {
				return nil
			}
		}
	}
	return values
}
