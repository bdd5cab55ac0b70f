package hindcast

import (
	"context"

	"corridor/sim"
	"corridor/sim/tables"
)

// simulate makes a run, with the tables that are measured.
func simulate(ctx context.Context, run sim.Run) (*sim.Result, error) {
	run.Wanted = []tables.Described{tables.Annual, tables.Flows, tables.Routes}
	return run.RunContext(ctx)
}
