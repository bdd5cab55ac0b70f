package sensitivity

import (
	"math"

	"corridor/model/portable"
)

// rankCorrelation is Spearman's, of draws given with their orders; equal values share their
// ranks. The interval is that of Fisher's z with the variance 1.06 / (n − 3) (E. C. Fieller, H. O.
// Hartley and E. S. Pearson, "Tests for rank correlation coefficients. I", Biometrika 44 (1957)
// 470–481); an input without influence stays below 1.96 / √(n − 1) either way.
func rankCorrelation(x []float64, orderX []int, y []float64, orderY []int) GivenIndex {
	a, b := ranks(x, orderX), ranks(y, orderY)
	middle := float64(float64(len(x)+1) / 2)
	var both, squaresA, squaresB float64
	for i := range a {
		da, db := a[i]-middle, b[i]-middle
		both += float64(da * db)
		squaresA += float64(da * da)
		squaresB += float64(db * db)
	}
	n := float64(len(x))
	r := both / math.Sqrt(float64(squaresA*squaresB))
	out := GivenIndex{Index{r, r, r}, 1.96 / math.Sqrt(n-1)}
	if math.Abs(r) < 1 {
		z := float64(portable.Log((1+r)/(1-r)) / 2)
		by := float64(1.96 * math.Sqrt(1.06/(n-3)))
		out.Low, out.High = tanh(z-by), tanh(z+by)
	}
	return out
}

func tanh(z float64) float64 { return 1 - 2/(portable.Exp(2*z)+1) }

// ranks are from 1 up; equal values have the mean of theirs.
func ranks(values []float64, order []int) []float64 {
	out := make([]float64, len(values))
	for i := 0; i < len(order); {
		end := i + 1
		for end < len(order) && values[order[end]] == values[order[i]] {
			end++
		}
		for _, draw := range order[i:end] {
			out[draw] = float64(i+end+1) / 2
		}
		i = end
	}
	return out
}
