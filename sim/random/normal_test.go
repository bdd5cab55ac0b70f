package random

import "fmt"

func ExampleNewLognormal() {
	// How much longer a railway takes than planned, never below 0.95.
	longer, err := NewLognormal(1.9, 0.40)
	if err != nil {
		fmt.Println(err)
		return
	}
	floored, err := NewFloored(longer, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	delay := NewStream(1, "Horadiz–Agband delay")
	for draw := range uint64(3) {
		fmt.Printf("%.3f\n", floored.Quantile(delay.Float64(draw)))
	}
	// Output:
	// 2.051
	// 1.818
	// 2.533
}
