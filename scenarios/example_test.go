package scenarios_test

import (
	"context"
	"fmt"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// A scenario of the library with an overlay on it, one value changed, simulated, and a
// column of its results.
func ExampleLoad() {
	s, err := scenarios.Load(scenarios.Request{Scenario: "stated", With: []string{"growth/high"}})
	if err != nil {
		fmt.Println(err) // every mistake, each with file, line and column
		return
	}
	if s, err = s.Set("segments.corridor.effectiveness=0.9"); err != nil {
		fmt.Println(err)
		return
	}
	result, err := s.Run().Run()
	if err != nil {
		fmt.Println(err)
		return
	}
	carried := tables.Annual.ThroughputMt.Of(result.Annual)
	for row, year := range tables.Annual.Year.Of(result.Annual) {
		if year == 2025 || year == 2030 {
			fmt.Printf("%v: %.2f Mt\n", year, carried[row])
		}
	}
	// Output:
	// 2025: 5.20 Mt
	// 2030: 9.00 Mt
}

// A mistake is shown where it was made, with what would be right.
func ExampleLoad_mistake() {
	_, err := scenarios.Load(scenarios.Request{Scenario: "stated", Set: []string{"segments.corridor.efectiveness=0.9"}})
	fmt.Println(err.(*scenarios.Error).Render())
	// Output:
	// --set:1:19: unknown name "efectiveness" in segments.corridor.efectiveness, did you mean "effectiveness"?
	//     1 | segments.corridor.efectiveness=0.9
	//       |                   ^
}

// The same number put into the compiled corridor, as an ensemble does draw by draw.
func ExampleScenario_Setter() {
	s, err := scenarios.Load(scenarios.Request{Scenario: "stated"})
	if err != nil {
		fmt.Println(err)
		return
	}
	set, err := s.Setter("segments.corridor.effectiveness")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range []float64{0.8, 1} {
		run := s.Run()
		run.Corridor = s.Corridor.Clone()
		set(&run.Corridor, v)
		result, err := run.Run()
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%v of its capacity: %.2f Mt at the end\n", v, last(tables.Annual.ThroughputMt.Of(result.Annual)))
	}
	// Output:
	// 0.8 of its capacity: 8.00 Mt at the end
	// 1 of its capacity: 10.00 Mt at the end
}

// Many futures of a scenario.
func ExampleScenario_Alternative() {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		fmt.Println(err)
		return
	}
	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{s.Alternative(s.Name)}, Seed: 1, Draws: 8}
	futures, err := e.Run(context.Background(), ensemble.RunOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(futures.Done(), "futures of", len(s.Uncertainties), "uncertainties")
	// Output:
	// 8 futures of 201 uncertainties
}

func last(values []float64) float64 { return values[len(values)-1] }
