package discovery_test

import (
	"fmt"

	"corridor/sim/discovery"
	"corridor/sim/random"
)

// A corridor falls short where little oil is agreed on and the way through Iran is open: a box of
// two figures says so, on the half of the futures it was found on and on the other.
func ExampleSample_Find() {
	const oil, iran, rain = 0, 1, 2
	inputs := []discovery.Input{oil: {Name: "oil"}, iran: {Name: "iran open", Categories: true}, rain: {Name: "rain"}}
	var short, found, heldOut []bool
	for draw := range 2000 {
		numbers := random.NewStream(1, "example").At(uint64(draw))
		o, open, r := float64(numbers.Float64()*3), float64(int(numbers.Float64()*2)), numbers.Float64()
		for i, v := range []float64{oil: o, iran: open, rain: r} {
			inputs[i].Values = append(inputs[i].Values, v)
		}
		short = append(short, o < 1.5 && open == 1)
		found, heldOut = append(found, draw%2 == 0), append(heldOut, draw%2 == 1)
	}
	sample, err := discovery.NewSample(inputs, short)
	if err != nil {
		fmt.Println(err)
		return
	}
	box, err := sample.Find(discovery.Search{Peeling: discovery.Peeling{Alpha: 0.05, Least: 50}}, found, heldOut)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, input := range box.Box.Restricted() {
		limit := &box.Box[input]
		switch {
		case len(limit.Without) > 0:
			fmt.Printf("%s is not %v\n", inputs[input].Name, limit.Without)
		case limit.HasHigh():
			fmt.Printf("%s is at most %.1f\n", inputs[input].Name, limit.High)
		}
	}
	fmt.Printf("%.0f %% of the futures inside fall short, and %.0f %% of those held out\n", 100*box.In.Density(), 100*box.Judged.Density())
	// Output:
	// oil is at most 1.6
	// iran open is not [0]
	// 96 % of the futures inside fall short, and 97 % of those held out
}
