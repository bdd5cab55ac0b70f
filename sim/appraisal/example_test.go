package appraisal_test

import (
	"context"
	"fmt"

	"corridor/sim/appraisal"
	"corridor/sim/sheet"
)

// Two lines of a railway are worth something only with the port at their end: the port brings
// most, and no line anything alone.
func ExampleGame() {
	const west, east, port = 0, 1, 2
	g := &appraisal.Game{Players: 3, Figures: 1, Orders: 2, Seed: 1, New: func() (appraisal.Value, error) {
		return func(_ uint64, in []bool, _ int, out []float64) {
			out[0] = 0
			if in[port] && in[west] {
				out[0] += 3
			}
			if in[port] && in[east] {
				out[0] += 3
			}
		}, nil
	}}
	s := &sheet.Sheet{Rows: 2000, Columns: g.Columns(), New: g.Rows, Workers: 2}
	draws, err := s.Fill(context.Background())
	if err != nil {
		fmt.Println(err)
		return
	}
	for player, name := range []string{"west", "east", "port"} {
		mean := 0.0
		for _, row := range draws {
			mean += row[g.Place(appraisal.Shapley, player, 0)] / float64(len(draws))
		}
		fmt.Printf("%s: alone %.0f, last %.0f, mean of orders %.1f\n", name,
			draws[0][g.Place(appraisal.FirstIn, player, 0)], draws[0][g.Place(appraisal.LastIn, player, 0)], mean)
	}
	// Output:
	// west: alone 0, last 3, mean of orders 1.5
	// east: alone 0, last 3, mean of orders 1.5
	// port: alone 0, last 6, mean of orders 3.0
}
