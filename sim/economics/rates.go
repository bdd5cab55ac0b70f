package economics

import (
	"math"
	"slices"
)

// The rates looked for: from half of the money lost in a year to elevenfold.
const (
	leastRate = -0.5
	mostRate  = 10.0
)

// Rates returns the internal rates of return of yearly amounts, in rising order: the discount
// rates from −50 to 1,000 % at which their present value is nothing. There are at most as many
// as the amounts change sign (Descartes' rule), so none where they never do.
func Rates(net []float64) []float64 {
	net = settled(net)
	for len(net) > 0 && net[0] == 0 {
		net = net[1:]
	}
	if changesOfSign(net) == 0 {
		return nil
	}
	roots := rootsIn(net, 1/(1+mostRate), 1/(1+leastRate))
	rates := make([]float64, 0, len(roots))
	for i := len(roots) - 1; i >= 0; i-- {
		rates = append(rates, 1/roots[i]-1)
	}
	return rates
}

// Rate is the internal rate of return of a plan that spends before it gains, where there is
// exactly one; NaN where there is none or more than one.
func Rate(net []float64) float64 {
	if all := Rates(net); len(all) == 1 && !gainsFirst(settled(net)) {
		return all[0]
	}
	return math.NaN()
}

// settled are the amounts without those that are rounding.
func settled(net []float64) []float64 {
	net = slices.Clone(net)
	for i, v := range net {
		if math.Abs(v) < OneUSD {
			net[i] = 0
		}
	}
	return net
}

func gainsFirst(amounts []float64) bool {
	for _, v := range amounts {
		if v != 0 {
			return v > 0
		}
	}
	return false
}

func changesOfSign(amounts []float64) (n int) {
	last := 0.0
	for _, v := range amounts {
		if v == 0 {
			continue
		}
		if last*v < 0 {
			n++
		}
		last = math.Copysign(1, v)
	}
	return n
}

// rootsIn returns the roots in an interval of a polynomial with these coefficients, that of
// the constant first. Between two neighbouring roots of its derivative it is monotonic, so
// that it has a root there where its sign changes, and no other.
func rootsIn(coefficients []float64, low, high float64) (roots []float64) {
	if changesOfSign(coefficients) == 0 {
		return nil
	}
	ends := []float64{low}
	if changesOfSign(coefficients) > 1 {
		ends = append(ends, rootsIn(derivative(coefficients), low, high)...)
	}
	ends = append(ends, high)
	for i := 1; i < len(ends); i++ {
		if root, found := rootBetween(coefficients, ends[i-1], ends[i]); found && (len(roots) == 0 || root > roots[len(roots)-1]) {
			roots = append(roots, root)
		}
	}
	return roots
}

func derivative(coefficients []float64) []float64 {
	out := make([]float64, len(coefficients)-1)
	for i := range out {
		out[i] = coefficients[i+1] * float64(i+1)
	}
	return out
}

// rootBetween halves an interval in which the polynomial has at most one root until nothing
// lies between its ends.
func rootBetween(coefficients []float64, low, high float64) (root float64, found bool) {
	atLow, atHigh := valueAt(coefficients, low), valueAt(coefficients, high)
	switch {
	case atLow == 0:
		return low, true
	case atHigh == 0:
		return high, true
	case atLow > 0 == (atHigh > 0):
		return 0, false
	}
	for {
		middle := low + float64((high-low)/2)
		if middle <= low || middle >= high {
			return low, true
		}
		if at := valueAt(coefficients, middle); at > 0 == (atLow > 0) && at != 0 {
			low = middle
		} else {
			high = middle
		}
	}
}

// valueAt is the polynomial at x, by Horner's rule.
func valueAt(coefficients []float64, x float64) float64 {
	sum := 0.0
	for i := len(coefficients) - 1; i >= 0; i-- {
		sum = float64(sum*x) + coefficients[i]
	}
	return sum
}
