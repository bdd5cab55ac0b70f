package random

import (
	"fmt"
	"testing"
)

// By hand: of a triangle from 0 to 4 with its peak at 1, the quarter before the
// peak grows with the square.
func TestTriangular(t *testing.T) {
	d := must(NewTriangular(0, 1, 4))
	for u, want := range map[float64]float64{0: 0, 1. / 16: 0.5, 0.25: 1, 1 - 1./12: 3, 1 - 1./48: 3.5, 1: 4} {
		if got := d.Quantile(u); relative(got, want) > 1e-15 {
			t.Errorf("quantile at %v is %v, want %v", u, got, want)
		}
		if got := d.CDF(want); relative(got, u) > 1e-15 {
			t.Errorf("CDF at %v is %v, want %v", want, got, u)
		}
	}
}

func ExampleNewTriangular() {
	// The cost of locomotives, as a multiple of the estimate.
	cost, err := NewTriangular(0.95, 1.05, 1.30)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f %.2f %.2f\n", cost.Quantile(0.1), cost.Mean(), cost.Quantile(0.9))
	_, err = NewTriangular(0.95, 1.35, 1.30)
	fmt.Println(err)
	// Output:
	// 1.01 1.10 1.21
	// triangular from 0.95 to 1.3 with mode 1.35, expected the mode between them
}
