package model

// Series is a quantity by year: its values in given years, a straight line
// between them, and the nearest given value outside. The zero Series is 0.
type Series struct {
	Years  []int // ascending
	Values []float64
}

// Constant is a series with one value.
func Constant(v float64) Series { return Series{[]int{0}, []float64{v}} }

// At returns the value of a year.
func (s *Series) At(year int) float64 {
	n := len(s.Years)
	if n == 0 {
		return 0
	}
	i := 0
	for i < n && s.Years[i] < year {
		i++
	}
	switch {
	case i == n:
		return s.Values[n-1]
	case i == 0 || s.Years[i] == year:
		return s.Values[i]
	}
	part := float64(year-s.Years[i-1]) / float64(s.Years[i]-s.Years[i-1])
	return s.Values[i-1] + float64((s.Values[i]-s.Values[i-1])*part)
}
