package swings_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/probe"
	"corridor/sim/swings"
	"corridor/sim/tables"
)

// strait is a ferry for 9 Mt a year that is offered 12, and nothing waits.
const strait = `
scenario: strait
source: assumption
time: {start: 2030-01, end: 2032-12}
cargo: {goods: {title: Goods}}
segments:
  ferry: {capacity: {fixed_mt_per_year: 9}, free_flow_days: 1, storage_mt: 0}
markets:
  trade: {cargo: goods, growth: {path_mt_per_year: {2030: 12}}, routes: {by-sea: {segments: [ferry]}}}
`

const asked = `
targets:
  carried: {title: 10 Mt carried, metric: throughput_mt, at: 2031, at_least: 10}
  room: {title: Room for 10 Mt, metric: capacity_mt, at: 2030-06, at_least: 10}
  lost: {title: Little lost, metric: diverted_mt, at: 2032, at_most: 1}
`

const uncertain = `
uncertainties:
  ships: {path: segments.ferry.capacity.fixed_mt_per_year, distribution: pert, low: 6, mode: 9, high: 15}
  trade: {title: Trade, path: markets.trade.growth.path_mt_per_year.2030, distribution: discrete, values: [12, 4.8]}
  days: {path: segments.ferry.free_flow_days, distribution: lognormal, median: 2, sigma: 0.5}
`

func load(t *testing.T, text string) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Parse("strait", text)
	require.NoError(t, err)
	return s
}

func of(t *testing.T, s *scenarios.Scenario) *tables.Table {
	t.Helper()
	table, err := swings.Of(context.Background(), s.Run(), s.Uncertainties)
	require.NoError(t, err)
	return table
}

// TestOneAtATime: with everything else as it is, a year carries the lesser of the ferry
// and the trade, and the rest is lost; the capacity is the ferry's.
func TestOneAtATime(t *testing.T) {
	c := &tables.Swings
	table := of(t, load(t, strait+asked+uncertain))
	want := []struct {
		target, figure, title string
		value                 float64
		met                   bool
		low, atLow            float64
		metLow                bool
		high, atHigh          float64
		metHigh               bool
	}{
		{"carried", "ships", "the capacity of ferry, Mt/yr", 9, false, 6, 6, false, 15, 12, true},
		{"carried", "trade", "Trade", 9, false, 4.8, 4.8, false, 12, 9, false},
		{"carried", "days", "the time on ferry, days", 9, false, 0, 9, false, 0, 9, false},
		{"room", "ships", "the capacity of ferry, Mt/yr", 9, false, 6, 6, false, 15, 15, true},
		{"room", "trade", "Trade", 9, false, 4.8, 9, false, 12, 9, false},
		{"room", "days", "the time on ferry, days", 9, false, 0, 9, false, 0, 9, false},
		{"lost", "ships", "the capacity of ferry, Mt/yr", 3, false, 6, 6, false, 15, 0, true},
		{"lost", "trade", "Trade", 3, false, 4.8, 0, true, 12, 3, false},
		{"lost", "days", "the time on ferry, days", 3, false, 0, 3, false, 0, 3, false},
	}
	require.Equal(t, len(want), table.Len())
	for row, w := range want {
		require.Equal(t, w.target, c.Target.Of(table)[row])
		name := w.target + " " + w.figure
		require.Equal(t, w.figure, c.Uncertainty.Of(table)[row], name)
		require.Equal(t, w.title, c.Title.Of(table)[row], name)
		require.Equal(t, []bool{w.met, w.metLow, w.metHigh}, []bool{c.Met.True(table, row), c.MetAtLow.True(table, row), c.MetAtHigh.True(table, row)}, name)
		require.InDelta(t, w.value, c.Value.Of(table)[row], 1e-9, name)
		require.InDelta(t, w.atLow, c.ValueAtLow.Of(table)[row], 1e-9, name)
		require.InDelta(t, w.atHigh, c.ValueAtHigh.Of(table)[row], 1e-9, name)
		if w.figure == "days" { // a lognormal begins at 0 and has no other end: median exp(1.6449 σ)
			require.Zero(t, c.Low.Of(table)[row])
			require.InDelta(t, 2*math.Exp(1.6448536*0.5), c.High.Of(table)[row], 1e-6)
			continue
		}
		require.InDelta(t, w.low, c.Low.Of(table)[row], 1e-9, name)
		require.InDelta(t, w.high, c.High.Of(table)[row], 1e-9, name)
	}
}

// TestNothingToSay: without targets or without uncertain figures there is no table, and
// how a project turns out is no figure.
func TestNothingToSay(t *testing.T) {
	require.Nil(t, of(t, load(t, strait+uncertain)))
	require.Nil(t, of(t, load(t, strait+asked)))
	require.Nil(t, of(t, load(t, strait+asked+`
delivery: {as_of: 2030-01, dates: official, classes: {C: {delay: {distribution: lognormal, median: 1.5, sigma: 0.3}}}}
projects:
  berth: {class: C, cost_musd: 1, start: 2030-01, duration_months: 6, changes: {ferry: {add_capacity_mt_per_year: 1}}}
`)))
}

// TestTheRunItself: the values of the run are those of targets.csv, and what is asked for
// the reference is asked of the scenario as it was.
func TestTheRunItself(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	table := of(t, s)
	result, err := s.Run().Run()
	require.NoError(t, err)
	value := map[string]float64{}
	for row, name := range tables.Targets.Target.Of(result.Targets) {
		value[name] = tables.Targets.Value.Of(result.Targets)[row]
	}
	require.Len(t, value, 2)
	for row, name := range tables.Swings.Target.Of(table) {
		require.Equal(t, value[name], tables.Swings.Value.Of(table)[row])
	}
	again := of(t, s)
	require.Equal(t, table, again)

	// At an end a figure does what setting it does.
	set, err := scenarios.Load(scenarios.Request{Scenario: "reference", Set: []string{"segments.tankers.capacity.fixed_mt_per_year=7"}})
	require.NoError(t, err)
	result, err = set.Run().Run()
	require.NoError(t, err)
	for row, name := range tables.Swings.Uncertainty.Of(table) {
		if name == "tankers-fixed" && tables.Swings.Target.Of(table)[row] == "capacity-10" {
			require.Equal(t, tables.Targets.Value.Of(result.Targets)[0], tables.Swings.ValueAtHigh.Of(table)[row])
		}
	}
}

func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	s := load(t, strait+asked+uncertain)
	_, err := swings.Of(ctx, s.Run(), s.Uncertainties)
	require.ErrorIs(t, err, context.Canceled)
}

// TestChangedIsNew: a future whose figures are changed in place, one after the other, comes to
// the bits of a run made anew with each, for any metric of any year or month.
func TestChangedIsNew(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	r := s.Run()
	for _, metric := range []string{"containers_kteu", "transit_days", "diverted_mt / offered_mt", "capacity_mt"} {
		for _, at := range []string{"2026", "2027-06", "2030"} {
			expression, err := tables.ParseExpression(metric, nil)
			require.NoError(t, err)
			period, err := tables.ParsePeriod(at)
			require.NoError(t, err)
			r.Targets = append(r.Targets, tables.Target{Metric: expression, At: period})
		}
	}
	p, err := probe.Of(r, r.Targets)
	require.NoError(t, err)
	expected, again := make([]float64, len(r.Targets)), make([]float64, len(r.Targets))
	p.Expected(nil, expected)
	figures := swings.Figures(s.Uncertainties)
	all, err := swings.All(context.Background(), p, len(r.Targets), figures)
	require.NoError(t, err)
	moves := 0
	for i := range figures {
		anew := r
		anew.Corridor = r.Corridor.Clone()
		figures[i].Set(&anew.Corridor, all[i].High)
		alone, err := probe.Of(anew, r.Targets)
		require.NoError(t, err)
		alone.Expected(nil, again)
		require.Equal(t, again, all[i].AtHigh, figures[i].Name)
		if all[i].AtHigh[3] != expected[3] {
			moves++
		}
	}
	require.Greater(t, moves, 10)
	p.Expected(nil, again)
	require.Equal(t, expected, again, "what was changed is as it was")
}

// TestPosteriorIsSwung: each figure of a sample is put to the 5 % and the 95 % quantile of its
// margin, with the others as they are.
func TestPosteriorIsSwung(t *testing.T) {
	text := strait + asked + uncertain + `
posterior:
  of: [ships, days]
  rows: [[7, 0.5], [8, 1], [9, 1], [9, 1.5], [10, 1], [11, 2], [14, 3], [9, 1]]
`
	c := &tables.Swings
	table := of(t, load(t, text))
	require.Equal(t, 9, table.Len())
	for row, name := range c.Uncertainty.Of(table) {
		if c.Target.Of(table)[row] != "carried" {
			continue
		}
		want := map[string][4]float64{"ships": {7, 7, 14, 12}, "days": {0.5, 9, 3, 9}, "trade": {4.8, 4.8, 12, 9}}[name]
		got := [4]float64{c.Low.Of(table)[row], c.ValueAtLow.Of(table)[row], c.High.Of(table)[row], c.ValueAtHigh.Of(table)[row]}
		require.InDeltaSlice(t, want[:], got[:], 1e-9, name)
		require.NotEmpty(t, c.Path.Of(table)[row])
	}
}
