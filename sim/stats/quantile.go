package stats

import "math"

// Quantile returns the p-quantile of sorted values by linear interpolation between
// the two nearest: type 7 of Hyndman and Fan (1996), The American Statistician 50,
// 361–365, the default of R and NumPy. NaN for no values or p outside 0 … 1.
func Quantile(sorted []float64, p float64) float64 {
	return interpolate(uint64(len(sorted)), p, func(rank uint64) float64 { return sorted[rank-1] })
}

// Quantile returns the p-quantile of the finite values. It differs from the exact
// type-7 quantile by at most [Summary.Resolution] times the magnitude of the two
// values that are interpolated, weighted as they are, or 2^-40 if that is more.
func (s *Summary) Quantile(p float64) float64 {
	return interpolate(s.count, p, func(rank uint64) float64 { return s.order(rank).middle })
}

// Resolution returns the relative error of quantiles: 2^-10, or more when the
// values spread over many orders of magnitude.
func (s *Summary) Resolution() float64 { return s.sketch.resolution() }

// order returns what is known of the value with a rank of 1 … count.
func (s *Summary) order(rank uint64) span {
	switch rank {
	case 1:
		return span{s.min, s.min, s.min}
	case s.count:
		return span{s.max, s.max, s.max}
	}
	at, _ := s.sketch.find(rank)
	of := at.span()
	within := func(v float64) float64 { return max(s.min, min(s.max, v)) }
	return span{within(of.low), within(of.middle), within(of.high)}
}

func interpolate(n uint64, p float64, value func(rank uint64) float64) float64 {
	if n == 0 || !(p >= 0 && p <= 1) {
		return math.NaN()
	}
	place := float64(float64(n-1) * p)
	whole := math.Floor(place)
	low := value(uint64(whole) + 1)
	part := place - whole
	if part == 0 {
		return low
	}
	high := value(uint64(whole) + 2)
	if rise := high - low; !math.IsInf(rise, 0) {
		return low + float64(part*rise)
	}
	return float64((1-part)*low) + float64(part*high)
}
