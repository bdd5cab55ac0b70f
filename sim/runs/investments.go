package runs

import (
	"context"

	"corridor/scenarios"
	"corridor/sim"
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
	var out []Investment
	for _, overlay := range s.Lever("investment") {
		o := Investment{Overlay: overlay, Title: scenarios.TitleOf(overlay)}
		var result *sim.Result
		changed, err := scenarios.Load(asked.And([]string{overlay}, nil))
		if err == nil {
			result, err = changed.Run().RunContext(ctx)
		}
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			o.LeftOut = err
		default:
			o.Judged = result.Judged
		}
		out = append(out, o)
	}
	return out, nil
}
