package stats

import (
	"math"
	"math/bits"
)

// Summary is what is kept of the values of one metric. The zero value is the
// summary of no values, without thresholds. It is not safe for concurrent writing.
type Summary struct {
	count, nonFinite uint64
	min, max         float64 // of the finite values, when there are any
	sum, squares     exactSum
	sketch           sketch
	exceedances      []Exceedance
	replicates       []replicate // none where all values are independent
	ranked           bool        // replicates have sketches of their own
}

// Exceedance counts the finite values above a threshold, and those above or at it.
type Exceedance struct {
	Threshold      float64
	Above, Reached uint64
}

// NewSummary returns the summary of no values, which will count what exceeds the
// thresholds.
func NewSummary(thresholds ...float64) *Summary {
	s := new(Summary)
	for _, t := range thresholds {
		s.exceedances = append(s.exceedances, Exceedance{Threshold: t})
	}
	return s
}

// Add adds one value. It allocates only when a value falls where none fell before.
// It panics after MaxDraws values.
func (s *Summary) Add(v float64) {
	if s.count+s.nonFinite >= MaxDraws {
		panic("stats: more values than a summary holds")
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		s.nonFinite++
		return
	}
	if v == 0 {
		v = 0 // also for -0
	}
	if s.count == 0 || v < s.min {
		s.min = v
	}
	if s.count == 0 || v > s.max {
		s.max = v
	}
	s.count++
	if mantissa, exponent := parts(v); mantissa != 0 {
		s.sum.add(0, mantissa, exponent, v < 0)
		hi, lo := bits.Mul64(mantissa, mantissa)
		s.squares.add(hi, lo, 2*exponent, false)
	}
	s.sketch.add(v)
	for i := range s.exceedances {
		e := &s.exceedances[i]
		if v >= e.Threshold {
			e.Reached++
			if v > e.Threshold {
				e.Above++
			}
		}
	}
}

// Merge adds the values of another summary with the same thresholds.
func (s *Summary) Merge(o *Summary) error {
	if err := s.compatible(o); err != nil {
		return err
	}
	s.merge(o)
	return nil
}

func (s *Summary) merge(o *Summary) {
	s.nonFinite += o.nonFinite
	for i := range s.replicates {
		s.replicates[i].merge(&o.replicates[i])
	}
	if o.count == 0 {
		return
	}
	if s.count == 0 {
		s.min, s.max = o.min, o.max
	}
	s.min, s.max = min(s.min, o.min), max(s.max, o.max)
	s.count += o.count
	s.sum.merge(&o.sum)
	s.squares.merge(&o.squares)
	s.sketch.merge(&o.sketch)
	for i, e := range o.exceedances {
		s.exceedances[i].Above += e.Above
		s.exceedances[i].Reached += e.Reached
	}
}

// Reset forgets the values and keeps thresholds and memory.
func (s *Summary) Reset() {
	s.count, s.nonFinite, s.min, s.max = 0, 0, 0, 0
	s.sum.reset()
	s.squares.reset()
	s.sketch.reset()
	for i := range s.exceedances {
		s.exceedances[i] = Exceedance{Threshold: s.exceedances[i].Threshold}
	}
	for i := range s.replicates {
		s.replicates[i].reset()
	}
}

// Count returns the number of finite values.
func (s *Summary) Count() uint64 { return s.count }

// Min returns the least finite value; NaN when there is none.
func (s *Summary) Min() float64 { return s.orNaN(s.min) }

// Max returns the greatest finite value; NaN when there is none.
func (s *Summary) Max() float64 { return s.orNaN(s.max) }

func (s *Summary) orNaN(v float64) float64 {
	if s.count == 0 {
		return math.NaN()
	}
	return v
}

// Exceedances returns the counts for every threshold, in the order they were given.
func (s *Summary) Exceedances() []Exceedance {
	return append([]Exceedance(nil), s.exceedances...)
}
