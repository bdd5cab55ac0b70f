package explorer_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/explorer"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// compiled is a scenario for the explorer, read back from its file.
func compiled(t testing.TB, r scenarios.Request) (*scenarios.Explorer, *explorer.Machine) {
	t.Helper()
	s, err := scenarios.Load(r)
	require.NoError(t, err)
	e, err := s.Explorer(r.String())
	require.NoError(t, err)
	file := explorer.Append(nil, e.Corridor)
	again, err := explorer.Read(file)
	require.NoError(t, err)
	require.Equal(t, file, explorer.Append(nil, again))
	m, err := explorer.NewMachine(again)
	require.NoError(t, err)
	return e, m
}

// setting is the n-th position of all levers: at 0 where the scenario is as it is.
func setting(e *scenarios.Explorer, n int) (values []float64, with, set []string) {
	for i, l := range e.Corridor.Levers {
		at := l.As
		if n > 0 && (i*5+n*3)%(n+1) == 0 {
			at = (i*17 + n*31) % len(l.Positions)
		}
		values = append(values, l.Positions[at].Value)
		with, set = append(with, l.Positions[at].With...), append(set, l.Positions[at].Set...)
	}
	return values, with, set
}

// told is the scenario that is told the same on the command line.
func told(t testing.TB, r scenarios.Request, with, set []string) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Load(r.And(with, set))
	require.NoError(t, err)
	return s
}

// same reports whether two numbers have the same bits.
func same(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }

// TestLibrary: every scenario of the library, written and read, has with its levers anywhere the
// figures that corridor run has with the same values, bit for bit.
func TestLibrary(t *testing.T) {
	for _, entry := range scenarios.Library() {
		if entry.Overlay() {
			continue
		}
		t.Run(entry.Name, func(t *testing.T) {
			r := scenarios.Request{Scenario: entry.Name}
			e, m := compiled(t, r)
			for n := range 3 {
				values, with, set := setting(e, n)
				got, err := m.Run(values)
				require.NoError(t, err)
				s := told(t, r, with, set)
				want, err := s.Run().Run()
				require.NoError(t, err)
				for year := range got.Years {
					for metric, name := range tables.Metrics() {
						v := want.Annual.Numbers(name)[year]
						require.True(t, same(v, got.Years[year][metric]) || math.IsNaN(v) && math.IsNaN(got.Years[year][metric]), "%s of year %d: %v and %v", name, year, v, got.Years[year][metric])
					}
				}
				row := 0
				for year := range got.Years {
					for class := range got.ByClass {
						require.Equal(t, m.Classes()[class], tables.Classes.Cargo.Of(want.Classes)[row])
						require.True(t, same(tables.Classes.CarriedMt.Of(want.Classes)[row], got.ByClass[class][year]))
						row++
					}
				}
				load, held := sums(want.Segments, tables.Segments.LoadMt, len(got.Load)), sums(want.Segments, tables.Segments.HeldBackMt, len(got.Load))
				require.Equal(t, load, got.Load)
				require.Equal(t, held, got.Held)
				for i, j := range want.Judged {
					require.Equal(t, j.Met, got.Targets[i].Met)
					require.True(t, same(j.Value, got.Targets[i].Value) || math.IsNaN(j.Value))
					require.Equal(t, j.First, got.Targets[i].First)
				}
				glance, err := runs.Glance(context.Background(), s)
				require.NoError(t, err)
				if glance != nil && glance.Money {
					require.True(t, same(glance.NPV, got.Worth.NPV()), "%v and %v", glance.NPV, got.Worth.NPV())
					require.True(t, same(glance.Benefits, got.Worth.Benefits))
				} else if glance != nil {
					require.Nil(t, got.Worth)
				}
			}
		})
	}
}

// sums adds up a column of segments.csv, by segment and year.
func sums(t *tables.Table, column tables.NumberColumn, segments int) [][]float64 {
	out := make([][]float64, segments)
	for row, v := range column.Of(t) {
		segment, month := row%segments, row/segments
		if month%12 == 0 {
			out[segment] = append(out[segment], 0)
		}
		out[segment][month/12] += v
	}
	return out
}

// TestFan: quantiles are those of the ensemble with the same values, draws and seed, bit for bit.
func TestFan(t *testing.T) {
	const draws, seed = 24, 7
	for _, r := range []scenarios.Request{
		{Scenario: "reference"}, {Scenario: "reference", With: []string{"calibration/posterior"}}, {Scenario: "do-nothing"}, {Scenario: "hard-and-soft"},
	} {
		t.Run(r.String(), func(t *testing.T) {
			e, m := compiled(t, r)
			for n := range 4 {
				values, with, set := setting(e, n)
				last := uint64(0)
				got, err := m.Fan(values, draws, seed, func(done uint64) { last = done })
				require.NoError(t, err)
				require.EqualValues(t, draws, last)
				s := told(t, r, with, set)
				all := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{s.Alternative(s.Name)}, Seed: seed, Draws: draws, Workers: 1}
				tally, err := all.Run(context.Background(), ensemble.RunOptions{})
				require.NoError(t, err)
				for year := range got.P50 {
					want := tally.Alternatives[0].Metrics.At(sim.MetricPlace(tables.Annual.ThroughputMt), year)
					require.True(t, same(want.Quantile(0.05), got.P05[year]), "%d: %v and %v", n, want.Quantile(0.05), got.P05[year])
					require.True(t, same(want.Quantile(0.5), got.P50[year]))
					require.True(t, same(want.Quantile(0.95), got.P95[year]))
				}
			}
		})
	}
}
