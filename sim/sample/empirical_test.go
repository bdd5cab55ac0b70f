package sample

import (
	"fmt"
	"math"
	"testing"
)

func TestEmpirical(t *testing.T) {
	d := must(NewEmpirical([]float64{4, 1, 2, 2}))
	for u, want := range map[float64]float64{0: 1, 0.125: 1, 0.25: 1.5, 0.375: 2, 0.5: 2, 0.625: 2, 0.75: 3, 0.875: 4, 1: 4} {
		if got := d.Quantile(u); got != want {
			t.Errorf("quantile at %v is %v, want %v", u, got, want)
		}
	}
	for x, want := range map[float64]float64{0.9: 0, 1: 0.125, 1.5: 0.25, 2: 0.625, 3: 0.75, 4: 1} {
		if got := d.CDF(x); got != want {
			t.Errorf("CDF at %v is %v, want %v", x, got, want)
		}
	}
	if got := integrateQuantile(d, 0, 1); math.Abs(got-2.25) > 1e-12 || d.Mean() != 2.25 {
		t.Errorf("mean %v, integrated %v, want that of the values, 2.25", d.Mean(), got)
	}
}

func ExampleNewEmpirical() {
	// How much longer seven projects of the corridor took than planned.
	longer, err := NewEmpirical([]float64{0.92, 3.34, 2.29, 2.14, 1.11, 1.82, 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f %.2f %.2f\n", longer.Quantile(0.1), longer.Quantile(0.5), longer.Quantile(0.9))
	// Output: 0.94 1.82 3.13
}
