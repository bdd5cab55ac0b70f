package stats

import "math"

// Sum adds numbers with the rounding error of each addition carried along
// (Neumaier 1974, Zeitschrift für Angewandte Mathematik und Mechanik 54, 39–51),
// so that twelve twelfths make one. The zero value is the sum of nothing.
type Sum struct {
	total, carry float64
}

// Add adds a number.
func (s *Sum) Add(v float64) {
	t := s.total + v
	if math.Abs(s.total) >= math.Abs(v) {
		s.carry += (s.total - t) + v
	} else {
		s.carry += (v - t) + s.total
	}
	s.total = t
}

// Value returns the sum.
func (s *Sum) Value() float64 { return s.total + s.carry }
