package runs

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// sharedWorks are two lines that other traffic uses too, so that who bears their cost hangs on how
// much passes.
const sharedWorks = `
scenario: all
time: {start: 2030-01, end: 2033-12}
cargo: {goods: {title: Goods}}
segments:
  a: {capacity: {fixed_mt_per_year: 3}, other_traffic_mt_per_year: 2, storage_mt: 0}
  b: {capacity: {fixed_mt_per_year: 4}, other_traffic_mt_per_year: 1, storage_mt: 0}
markets:
  m: {cargo: goods, growth: {path_mt_per_year: {2030: 5}}, routes: {r: {segments: [a, b]}}}
economics: {price_year: 2030, discount_rate_per_year: 0.05, lost_cargo_usd_per_t: 30}
projects:
  first: {cost_musd: 40, start: 2030-01, duration_months: 6, changes: {a: {add_capacity_mt_per_year: 3}}}
  second: {cost_musd: 20, start: 2030-01, duration_months: 9, changes: {b: {add_capacity_mt_per_year: 2}}}
uncertainties:
  much: {path: markets.m.growth.path_mt_per_year.2030, distribution: uniform, low: 4, high: 6}
`

// TestComparisonIsLastIn: what a project adds to all the others is the difference between the
// scenario with it and without it, to the last dollar. What the others cost is none of it, though
// less of what passes them is the corridor's without it.
func TestComparisonIsLastIn(t *testing.T) {
	all, err := scenarios.Parse("all", sharedWorks)
	require.NoError(t, err)
	by := &means{How: &How{}, workers: 2}
	a := &Appraisal{Scenario: all, Draws: 50, Seed: 3}
	require.NoError(t, a.check())
	_, err = a.do(t.Context(), by)
	require.NoError(t, err)
	for _, project := range []string{"first", "second"} {
		without, err := all.Set("projects." + project + ".enabled=false")
		require.NoError(t, err)
		require.NotEqual(t, without.Corridor.Projects[0].OthersShare, all.Corridor.Projects[0].OthersShare)
		c := &Comparison{
			Scenarios: []*scenarios.Scenario{without, all}, Cells: []Cell{NewCell(without, "without"), NewCell(all, "all")},
			Sampling: Sampling{Draws: 50, Seed: 3, Design: random.MonteCarlo},
		}
		require.NoError(t, c.check())
		_, err = c.do(t.Context(), by)
		require.NoError(t, err)
		_, years := all.Corridor.Years()
		row := slices.Index(tables.Ranking.Project.Of(a.Answer.Ranking), project)
		require.InDelta(t, tables.Ranking.NPVLastMUSD.Of(a.Answer.Ranking)[row], c.Futures.Gains[0].At(sim.NetGain, years).Mean(), 1e-9, project)
	}
}
