package runs

import (
	"context"
	"sync"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/tables"
)

// Investment is a scenario with another overlay of its investment lever.
type Investment struct {
	Overlay string
	Title   string          // of the overlay, "" where the library has none of that name
	Judged  []sim.Judgement // what became of each target
	LeftOut error           // why it could not be run
}

// Investments runs a network under each overlay of its investment lever, so that
// its summary answers what other dates would change. A scenario without the lever,
// or of one segment, has none: a matrix compares those. An overlay that does not
// apply to the scenario as it is now is left out, with the reason.
func Investments(ctx context.Context, s *scenarios.Scenario, asked scenarios.Request) ([]Investment, error) {
	if len(s.Corridor.Segments) < 2 {
		return nil, nil
	}
	overlays := s.Lever("investment")
	out := make([]Investment, len(overlays))
	var all sync.WaitGroup
	for i, overlay := range overlays {
		out[i] = Investment{Overlay: overlay, Title: scenarios.TitleOf(overlay)}
		all.Go(func() { out[i].judge(ctx, asked) })
	}
	all.Wait()
	return out, ctx.Err()
}

// judge loads and simulates the scenario under the overlay, as far as its targets ask for.
func (o *Investment) judge(ctx context.Context, asked scenarios.Request) {
	changed, err := scenarios.Load(asked.And([]string{o.Overlay}, nil))
	if err != nil {
		o.LeftOut = err
		return
	}
	run := changed.Run()
	run.Wanted = []tables.Described{tables.Targets}
	result, err := run.RunContext(ctx)
	if err != nil {
		o.LeftOut = err
		return
	}
	o.Judged = result.Judged
}
