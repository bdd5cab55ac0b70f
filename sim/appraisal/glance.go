package appraisal

import (
	"context"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/economics"
	"corridor/sim/probe"
)

// Glance is what players are worth in the expected future alone, each by itself and beside all
// the others, and all of them together. It does not say how sure that is.
type Glance struct {
	All           economics.Worth
	Alone, Beside []economics.Worth // by player
}

// GlanceAt returns the glance at the players of a run that says what things are worth.
func GlanceAt(ctx context.Context, run sim.Run, players []Player) (*Glance, error) {
	p, err := probe.Of(run, nil)
	if err != nil {
		return nil, err
	}
	worth := func(in func(player int) bool) economics.Worth {
		p.Expected(func(c *model.Corridor) {
			for i := range players {
				for _, project := range players[i].Projects {
					c.Projects[project].Disabled = c.Projects[project].Disabled || !in(i)
				}
			}
		}, nil)
		return p.Worth()
	}
	nobody, all := worth(func(int) bool { return false }), worth(func(int) bool { return true })
	g := &Glance{All: all.Less(nobody)}
	for i := range players {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		with, without := worth(func(j int) bool { return j == i }), worth(func(j int) bool { return j != i })
		g.Alone, g.Beside = append(g.Alone, with.Less(nobody)), append(g.Beside, all.Less(without))
	}
	return g, nil
}
