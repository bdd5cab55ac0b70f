package random

import "corridor/model/portable"

// logGamma returns the logarithm of the gamma function at x > 0, by Stirling's
// series (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions,
// 6.1.41) beyond 15 and the recurrence below. The error is below 1e-14 times
// the greater of 1 and the result.
func logGamma(x float64) float64 {
	product := 1.0
	for x < 15 {
		product = float64(product * x)
		x++
	}
	const halfLog2Pi = 0.91893853320467274178
	inverse := 1 / x
	square := float64(inverse * inverse)
	series := -691. / 360360
	for _, coefficient := range [...]float64{1. / 1188, -1. / 1680, 1. / 1260, -1. / 360, 1. / 12} {
		series = float64(series*square) + coefficient
	}
	return float64((x-0.5)*portable.Log(x)) - x + halfLog2Pi + float64(series*inverse) - portable.Log(product)
}
