package model

// Series is a quantity by year: its values in given years, a straight line
// between them, and the nearest given value outside. The zero Series is 0.
type Series struct {
	Years  []int // ascending
	Values []float64
}

// Constant is a series with one value.
func Constant(v float64) Series { return Series{[]int{0}, []float64{v}} }

// SetConstant makes it a series with one value, written over the one it has.
func (s *Series) SetConstant(v float64) {
	if len(s.Values) == 1 {
		s.Values[0] = v
		return
	}
	*s = Constant(v)
}

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

// WaterLevel is the level of the sea in metres against a reference, by year: as
// given, and moving at a rate after the last given year.
type WaterLevel struct {
	Given    Series
	MPerYear float64
}

// known returns the last year before which the level is given; without any it is the
// year asked for.
func (w *WaterLevel) known(year int) int {
	if n := len(w.Given.Years); n > 0 {
		return w.Given.Years[n-1]
	}
	return year
}

// FallM is how many metres the level lies below the reference, negative where it
// lies above.
func (w *WaterLevel) FallM(year int) float64 {
	n := len(w.Given.Years)
	if n == 0 {
		return 0
	}
	level := w.Given.At(year)
	if last := w.Given.Years[n-1]; year > last {
		level += float64(w.MPerYear * float64(year-last))
	}
	return -level
}
