package runs

import (
	"context"
	"fmt"
	"math"

	"corridor/scenarios"
	"corridor/sim/appraisal"
	"corridor/sim/findings"
)

// mostGlanced bounds the work of a glance: futures × months × ways of markets.
const mostGlanced = 5_000_000

// Glance says what the projects and measures of a scenario are worth in its expected future
// alone, all together and each by itself. It is nil where the scenario does not say what things
// are worth, where nothing is to be built, and where a network is so large that it would take
// longer than a run should.
func Glance(ctx context.Context, s *scenarios.Scenario) (*findings.Appraisal, error) {
	run := s.Run()
	if !run.Corridor.Economics.Given {
		return nil, nil
	}
	players, err := (&Appraisal{Scenario: s}).players()
	if err != nil {
		return nil, nil // there are none
	}
	ways := 0
	for i := range run.Corridor.Markets {
		ways += len(run.Corridor.Markets[i].Routes)
	}
	if 2*(1+len(players))*run.Corridor.Months*ways > mostGlanced {
		return nil, nil
	}
	g, err := appraisal.GlanceAt(ctx, run, players)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.Name, err)
	}
	valued := !math.IsNaN(g.All.NPV())
	a := &findings.Appraisal{Money: valued, Unvalued: !valued, NPV: g.All.NPV(), Benefits: g.All.Benefits, CostsOfAll: g.All.Costs}
	for i := range players {
		alone, beside := g.Alone[i], g.Beside[i]
		a.List = append(a.List, findings.Appraised{
			Name: players[i].Name, Title: players[i].Title, Costs: beside.Costs,
			NPVFirst: alone.NPV(), NPVLast: beside.NPV(), WorthFirst: surely(alone.Pays()), WorthLast: surely(beside.Pays()),
			Ratio: math.NaN(), RatioFirst: alone.Ratio(), RatioLast: beside.Ratio(),
		})
	}
	return a, nil
}

// surely is the share of one future in which something holds.
func surely(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}
