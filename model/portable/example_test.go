package portable_test

import (
	"fmt"

	"corridor/model/portable"
)

// The share of the first of two routes whose generalised costs differ by
// 20 USD/t, at a scale of 0.05 per USD/t.
func ExampleExp() {
	fmt.Println(1 / (1 + portable.Exp(float64(-0.05*20))))
	// Output: 0.7310585786300049
}

// Congestion by the formula of the US Bureau of Public Roads: the time a
// segment takes at nine tenths of its capacity, relative to an empty one.
func ExamplePow() {
	fmt.Println(1 + float64(0.15*portable.Pow(0.9, 4)))
	// Output: 1.098415
}

// A lognormal factor with median 1.04 and sigma 0.1, at its 90th percentile.
func ExampleNormQuantile() {
	fmt.Printf("%.6f\n", float64(1.04*portable.Exp(float64(0.1*portable.NormQuantile(0.9)))))
	// Output: 1.182199
}
