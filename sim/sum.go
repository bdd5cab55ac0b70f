package sim

import "math"

// sum adds numbers with the rounding error of each addition carried along
// (Neumaier 1974, Zeitschrift für Angewandte Mathematik und Mechanik 54, 39–51),
// so that twelve twelfths make one.
type sum struct {
	total, carry float64
}

func (s *sum) add(v float64) {
	t := s.total + v
	if math.Abs(s.total) >= math.Abs(v) {
		s.carry += (s.total - t) + v
	} else {
		s.carry += (v - t) + s.total
	}
	s.total = t
}

func (s *sum) value() float64 { return s.total + s.carry }
