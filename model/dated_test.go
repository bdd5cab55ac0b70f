package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDatedFigures: a dated price holds from its month on, before the run and after its
// end too, and a project's factor acts on the one that holds.
func TestDatedFigures(t *testing.T) {
	c := single()
	c.Months = 36
	s := &c.Segments[0]
	s.CostUSDPerT, s.CostFrom = 10, []Dated{{c.Start - 5, 20}, {c.Start + 7, 30}, {c.Start + 24, 5}, {c.Start + 99, 1}}
	s.FreeFlowDays, s.DaysFrom = 4, []Dated{{c.Start + 8, 2}}
	r := &c.Markets[0].Routes[0]
	r.CostUSDPerT, r.CostFrom = 1, []Dated{{c.Start + 30, 3}}
	c.Projects = []Project{{
		Name: "cheaper", Start: c.Start, DurationMonths: 12, DelayFactor: 1, EffectiveShare: 1,
		Changes: []Change{{Segment: 0, Quantity: CostUSDPerT, Scale: 0.5}},
	}}
	m := must(c)
	state, out := m.NewState(), m.NewOutcome()
	for month := range c.Months {
		m.Step(state, out)
		cost, days, route := 20.0, 4.0, 1.0
		switch {
		case month >= 24:
			cost = 5
		case month >= 7:
			cost = 30
		}
		if month >= 8 {
			days = 2
		}
		if month >= 12 {
			cost /= 2
		}
		if month >= 30 {
			route = 3
		}
		require.InDelta(t, cost+route, out.CostUSDPerT, 1e-12, "month %d", month)
		require.InDelta(t, days, state.flows.days[0], 1e-12, "month %d", month)
	}
}
