package score

import (
	"math"

	"corridor/model/portable"
)

// LogScore returns −ln of the density at what happened (Good 1952, Journal of the Royal
// Statistical Society B 14, 107–114). A sample has no density, so normal kernels are laid on its
// values, of the width h = 0.9 min(s, IQR/1.34) n^(−1/5) (Silverman 1986, Density Estimation
// for Statistics and Data Analysis, eq. 3.31), with s its standard deviation and n = 1/Σw² the effective
// size of the sample (Kish 1965, Survey Sampling). It is +Inf where all values are one and
// for what lies so far away that the density is nothing.
func (f *Forecast) LogScore(happened float64) float64 {
	h := f.kernelWidth()
	if h == 0 {
		return math.Inf(1)
	}
	// ln Σ exp, about the nearest kernel, so that far tails keep their digits.
	least := math.Inf(1)
	for _, v := range f.values {
		z := (happened - v) / h
		least = math.Min(least, float64(z*z)/2)
	}
	sum := 0.0
	for k, v := range f.values {
		z := (happened - v) / h
		sum += float64(f.weights[k] * portable.Exp(least-float64(float64(z*z)/2)))
	}
	return least - portable.Log(sum) + portable.Log(h) + float64(portable.Log(2*math.Pi)/2)
}

func (f *Forecast) kernelWidth() float64 {
	mean, variance, squares := f.Mean(), 0.0, 0.0
	for k, v := range f.values {
		variance += float64(f.weights[k] * float64((v-mean)*(v-mean)))
		squares += float64(f.weights[k] * f.weights[k])
	}
	spread := math.Sqrt(variance)
	if quartiles := (f.Quantile(0.75) - f.Quantile(0.25)) / 1.34; quartiles > 0 {
		spread = math.Min(spread, quartiles)
	}
	return float64(0.9*spread) * portable.Pow(squares, 0.2)
}
