package stats

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat"
)

// gonum computes in two passes with the rounding error carried along.
func TestMomentsAgainstGonum(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, shift := range []float64{0, 1, 1e4} {
		var s Summary
		values := make([]float64, 1000)
		for i := range values {
			values[i] = shift + r.NormFloat64()
			s.Add(values[i])
		}
		mean, variance := stat.MeanVariance(values, nil)
		if math.Abs(s.Mean()-mean) > 1e-13*max(1, shift) {
			t.Errorf("shift %v: mean %v, gonum %v", shift, s.Mean(), mean)
		}
		if math.Abs(s.Variance()-variance) > 1e-12*variance {
			t.Errorf("shift %v: variance %v, gonum %v", shift, s.Variance(), variance)
		}
	}
}

// Pairwise merging after Chan, Golub and LeVeque (1983), The American Statistician
// 37, 242–247, agrees to rounding.
func TestMomentsAgainstChan(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var s Summary
	var n, mean, m2 float64
	for range 50 {
		var count, chunkMean, chunkM2 float64
		for range 20 {
			v := 8 + r.NormFloat64()
			s.Add(v)
			count++
			delta := v - chunkMean
			chunkMean += delta / count
			chunkM2 += float64(delta * (v - chunkMean))
		}
		delta := chunkMean - mean
		m2 += chunkM2 + float64(delta*delta)*n*count/(n+count)
		mean += delta * count / (n + count)
		n += count
	}
	if got := s.Mean(); math.Abs(got-mean) > 1e-13 {
		t.Errorf("mean %v, by Chan %v", got, mean)
	}
	if got := s.Variance(); math.Abs(got-m2/(n-1)) > 1e-12 {
		t.Errorf("variance %v, by Chan %v", got, m2/(n-1))
	}
}

// NIST StRD NumAcc4: mean 10000000.2 and standard deviation 0.1 are certified
// exactly, where one-pass formulas in doubles lose every digit.
func TestMomentsNumAcc4(t *testing.T) {
	var s Summary
	s.Add(10000000.2)
	for range 500 {
		s.Add(10000000.1)
		s.Add(10000000.3)
	}
	if s.Mean() != 10000000.2 {
		t.Errorf("mean is %v", s.Mean())
	}
	if math.Abs(s.SD()-0.1) > 2e-9 { // the inputs are rounded to 1.9e-9
		t.Errorf("standard deviation is %v", s.SD())
	}
}

func TestMomentsOfFew(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		values             []float64
		mean, variance, sd float64
	}{
		{nil, nan, nan, nan},
		{[]float64{nan, math.Inf(1)}, nan, nan, nan},
		{[]float64{3}, 3, nan, nan},
		{[]float64{3, 3, 3}, 3, 0, 0},
		{[]float64{1, 2, 3, 4}, 2.5, 5. / 3, math.Sqrt(5. / 3)},
		{[]float64{-1e308, 1e308, 1e308, 1e308}, 5e307, math.Inf(1), math.Inf(1)},
		{[]float64{math.MaxFloat64, math.MaxFloat64}, math.MaxFloat64, 0, 0},
		{[]float64{1e16, 1, -1e16}, 1. / 3, 1e32, 1e16},
		{[]float64{5e-324, 5e-324, 0}, 5e-324, 0, 0},
	}
	same := func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }
	for _, test := range tests {
		var s Summary
		for _, v := range test.values {
			s.Add(v)
		}
		if !same(s.Mean(), test.mean) || !same(s.Variance(), test.variance) || !same(s.SD(), test.sd) {
			t.Errorf("%v: mean %v, variance %v, sd %v, want %v, %v, %v", test.values,
				s.Mean(), s.Variance(), s.SD(), test.mean, test.variance, test.sd)
		}
	}
}
