package network_test

import (
	"fmt"

	"corridor/model/network"
)

// Two ways from Khorgos to Baku: by Aktau, or by Kuryk at 4 USD/t more, and how they
// split a share of 30 % where θ is 0.05 per USD/t.
func Example() {
	links := []network.Link{
		{Name: "rail", From: "Khorgos", To: "Mangystau", Cost: 60},
		{Name: "aktau", From: "Mangystau", To: "Baku", Cost: 26},
		{Name: "kuryk", From: "Mangystau", To: "Baku", Cost: 30},
	}
	var costs []float64
	paths := network.ShortestPaths(links, "Khorgos", "Baku", 2)
	for _, p := range paths {
		costs = append(costs, p.Cost)
	}
	for i, share := range network.SplitShare(0.3, 0.05, costs, []float64{1, 1}) {
		fmt.Printf("%s: %.0f USD/t, %.1f %%\n", paths[i].Name, paths[i].Cost, 100*share)
	}
	// Output:
	// rail>aktau: 86 USD/t, 16.5 %
	// rail>kuryk: 90 USD/t, 13.5 %
}
