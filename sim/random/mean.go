package random

import "math"

// integrateQuantile returns the integral of the quantile of a distribution from
// u = from to u = to: the expected value of what lies there, times its
// probability. It halves each piece until Simpson's rule agrees with itself (J.
// N. Lyness, "Notes on the adaptive Simpson quadrature routine", Journal of the
// ACM 16 (1969) 483–495), which finds steps and infinite ends too. Where the
// quantile is infinite the last 2^-53 of probability is left out, or a little more.
func integrateQuantile(d Distribution, from, to float64) float64 {
	from, to = max(from, 0x1p-53), min(to, 1-0x1p-53)
	if from >= to {
		return 0
	}
	// A distribution cut from another may reach its end before 1: by the rounding of 1
	// over the probability that is left of it.
	for step := 0x1p-53; step < 0x1p-30 && math.IsInf(d.Quantile(to), 0); step *= 2 {
		to -= step
	}
	const pieces = 64
	width := to - from
	at := func(i int) float64 { return from + float64(width*(float64(i)/(2*pieces))) }

	// How exact it should be depends on how large the values are.
	var size float64
	for i := range 2*pieces + 1 {
		size += math.Abs(d.Quantile(at(i))) / (2*pieces + 1)
	}
	if !isFinite(size) {
		return size // beyond the numbers there are
	}
	s := simpson{d, float64(1e-13 * float64(size*width))}
	var total float64
	for i := range pieces {
		a, m, b := at(2*i), at(2*i+1), at(2*i+2)
		total += s.integrate(a, b, d.Quantile(a), d.Quantile(m), d.Quantile(b), 50)
	}
	return total
}

type simpson struct {
	d         Distribution
	tolerance float64 // error allowed in a piece
}

// integrate returns the integral over a piece whose quantiles at its ends and
// middle are known.
func (s simpson) integrate(a, b, atA, atM, atB float64, depth int) float64 {
	width := b - a
	m := a + float64(0.5*width)
	atLeft, atRight := s.d.Quantile(a+float64(0.25*width)), s.d.Quantile(a+float64(0.75*width))
	whole := float64(width*(atA+float64(4*atM)+atB)) / 6
	halves := float64(width*(atA+float64(4*atLeft)+float64(2*atM)+float64(4*atRight)+atB)) / 12
	gap := halves - whole
	if depth == 0 || math.Abs(gap) <= float64(15*s.tolerance) {
		return halves + gap/15
	}
	return s.integrate(a, m, atA, atLeft, atM, depth-1) + s.integrate(m, b, atM, atRight, atB, depth-1)
}
