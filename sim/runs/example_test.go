package runs_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"corridor/scenarios"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// A scenario comes to a directory of tables that says of itself how to make it again.
func Example() {
	temporary, err := os.MkdirTemp("", "example-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(temporary)
	dir := filepath.Join(temporary, "stated")

	s, err := scenarios.Load(scenarios.Request{Scenario: "stated"})
	if err != nil {
		log.Fatal(err)
	}
	plan := &runs.Single{Scenario: s}
	r, err := runs.Open(plan, runs.NewRequest([]string{"stated"}, nil, nil), dir)
	if err != nil {
		log.Fatal(err)
	}
	defer r.Close()
	if err := r.Do(context.Background(), &runs.How{Workers: 1}); err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Manifest.CommandLine())
	fmt.Printf("%.3f Mt in the second year\n", tables.Annual.ThroughputMt.Of(plan.Result.Annual)[1])

	v, err := runs.Verify(context.Background(), dir, runs.Pictures{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(v.Differences), "differences")
	// Output:
	// corridor run stated
	// 4.500 Mt in the second year
	// 0 differences
}
