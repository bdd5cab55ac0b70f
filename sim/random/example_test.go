package random_test

import (
	"fmt"

	"corridor/sim/random"
)

// The third storm of draw 41 is the same whatever else the scenario holds, and whichever
// draws were made before.
func ExampleStream() {
	storms := random.NewStream(2026, "storms at Aktau").At(41)
	for range 2 {
		storms.Float64()
	}
	fmt.Println(storms.Float64())
	// Output: 0.619435315668771
}

// Least, most likely and greatest delay of a project, as a share of what was planned.
func ExampleDistribution() {
	delay, err := random.NewPERT(1, 1.2, 2.4)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mean %.3f, median %.3f, p90 %.3f\n", delay.Mean(), delay.Quantile(0.5), delay.Quantile(0.9))
	// Output: mean 1.367, median 1.328, p90 1.699
}

// Delays of three projects, two of them in one country.
func ExampleCorrelation() {
	names := []string{"Baku port", "Alat rail", "Aktau dredging"}
	correlation, err := random.NewCorrelation(names)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := correlation.Set("Baku port", "Alat rail", 0.3); err != nil {
		fmt.Println(err)
		return
	}
	copula, err := correlation.Copula()
	if err != nil {
		fmt.Println(err)
		return
	}
	u := []float64{0.9, 0.5, 0.5}
	copula.Apply(u)
	fmt.Printf("%.3f\n", u)
	// Output: [0.900 0.650 0.500]
}
