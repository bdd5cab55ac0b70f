package score

import (
	"math"

	"corridor/model/portable"
)

// CRPS returns the continuous ranked probability score, in the unit of the forecast:
//
//	CRPS(F, y) = ∫ (F(x) − 1{x ≥ y})² dx = E|X − y| − ½ E|X − X′|
//
// where X and X′ are drawn from F (Matheson & Winkler 1976, Management Science 22,
// 1087–1096; Gneiting & Raftery 2007, eq. 21). Of a single value it is the absolute error.
//
// With values in ascending order and W_k the sum of the weights up to w_k, the second term
// is Σ w_k x_k (2 W_k − w_k − 1).
func (f *Forecast) CRPS(happened float64) float64 {
	away, apart := 0.0, 0.0
	for k, v := range f.values {
		w := f.weights[k]
		away += float64(w * math.Abs(v-happened))
		// Counted from what happened, so that numbers far from 0 lose no digits.
		apart += float64(float64(w*(v-happened)) * (2*f.upTo[k] - w - 1))
	}
	return away - apart
}

// Normal is a normal distribution: what a naive forecast is, with the error it had before.
// SD 0 is a value without an error.
type Normal struct{ Mean, SD float64 }

// CRPS returns the continuous ranked probability score of the normal distribution, with
// z = (y − μ)/σ:
//
//	σ (z (2Φ(z) − 1) + 2φ(z) − 1/√π)
//
// (Gneiting, Raftery, Westveld & Goldman 2005, Monthly Weather Review 133, eq. 5).
func (n Normal) CRPS(happened float64) float64 {
	if n.SD == 0 {
		return math.Abs(happened - n.Mean)
	}
	z := (happened - n.Mean) / n.SD
	return n.SD * (float64(z*(2*portable.NormCDF(z)-1)) + 2*normDensity(z) - 1/math.Sqrt(math.Pi))
}

// PIT returns the probability that the distribution gives to less than what happened.
func (n Normal) PIT(happened float64) float64 {
	switch {
	case n.SD > 0:
		return portable.NormCDF((happened - n.Mean) / n.SD)
	case happened == n.Mean:
		return 0.5
	case happened < n.Mean:
		return 0
	}
	return 1
}

// LogScore returns −ln of the density at what happened: +Inf for what had no chance.
func (n Normal) LogScore(happened float64) float64 {
	if n.SD == 0 {
		return math.Inf(1)
	}
	z := (happened - n.Mean) / n.SD
	return float64(float64(z*z)/2) + portable.Log(n.SD) + float64(portable.Log(2*math.Pi)/2)
}

// Covers reports whether what happened lies within the central interval of a probability.
func (n Normal) Covers(happened, probability float64) bool {
	return math.Abs(happened-n.Mean) <= float64(n.SD*portable.NormQuantile((1+probability)/2))
}

// normDensity is the density of the standard normal distribution.
func normDensity(z float64) float64 {
	return portable.Exp(float64(-z*z)/2) / math.Sqrt(2*math.Pi)
}
