package runs

import (
	"context"

	"corridor/scenarios"
)

// Load loads a scenario, if that has not been interrupted.
func Load(ctx context.Context, r scenarios.Request) (*scenarios.Scenario, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return scenarios.Load(r)
}
