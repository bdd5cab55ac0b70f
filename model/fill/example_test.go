package fill_test

import (
	"fmt"

	"corridor/model/fill"
)

// A long user on two links of 10 and 6, and a short one on each of them. The second link
// fills first, at λ = 6 ÷ (8 + 4) = 1/2; what the long user leaves on the first is enough
// for the other.
func Example() {
	system := fill.New(2, [][]fill.Use{
		{{Resource: 0, Weight: 1}, {Resource: 1, Weight: 1}},
		{{Resource: 0, Weight: 1}},
		{{Resource: 1, Weight: 1}},
	})
	a := fill.Allocation{
		Given: make([]float64, 3), Binding: make([]int, 3),
		Reach: make([]float64, 3), Holder: make([]int, 3),
	}
	system.Allocate(system.NewWorkspace(), []float64{8, 5, 4}, []float64{10, 6}, a)
	fmt.Println("given", a.Given, "bound by", a.Binding)
	fmt.Println("reach", a.Reach, "held by", a.Holder)
	// Output:
	// given [4 5 2] bound by [1 -1 1]
	// reach [4 6 2] held by [1 0 1]
}
