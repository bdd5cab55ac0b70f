package sensitivity_test

import (
	"fmt"

	"corridor/sim/sensitivity"
)

// A product of two numbers and a third that adds a tenth: none makes much alone, and the first two
// most together.
func ExampleSobol() {
	names := []string{"price", "volume", "weather"}
	plan, err := sensitivity.NewSobol(1, 4096, names, [][]int{{0}, {1}, {2}})
	if err != nil {
		panic(err)
	}
	u, both := make([]float64, 3), make([]float64, 6)
	y := make([]float64, plan.Runs())
	for run := range y {
		plan.Point(run, u, both)
		y[run] = (2*u[0]-1)*(2*u[1]-1) + 0.1*u[2]
	}
	shares := plan.Shares(y, 1)
	for i, name := range names {
		fmt.Printf("%s: %.0f %% alone, %.0f %% in all\n", name, 100*max(0, shares.First[i].Value), 100*shares.Total[i].Value)
	}
	// Output:
	// price: 0 % alone, 99 % in all
	// volume: 0 % alone, 99 % in all
	// weather: 1 % alone, 1 % in all
}
