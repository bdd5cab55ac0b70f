package runs

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/sim/parts"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// takenApart compares scenarios in drawn futures.
func takenApart(t *testing.T, draws uint64, workers int, words ...string) *Comparison {
	t.Helper()
	p, err := NewComparison(t.Context(), words, nil, nil, Sampling{Draws: draws, Seed: 3})
	require.NoError(t, err)
	require.NoError(t, p.check())
	_, err = p.do(t.Context(), &means{How: &How{}, workers: workers})
	require.NoError(t, err)
	return p
}

// TestBreakdownAddsUp: the means of markets, of classes and of projects add up to the mean
// differences that the ensemble itself has found, in every year.
func TestBreakdownAddsUp(t *testing.T) {
	p := takenApart(t, 40, 2, "reference", "sea-first")
	d, c := p.Ensemble.Differences(p.Futures), &tables.Breakdown
	for row, metric := range tables.Differences.Metric.Of(d) {
		for _, of := range []struct{ metric, dimension, part string }{
			{"throughput_mt", "market", "carried_mt"}, {"throughput_mt", "class", "carried_mt"},
			{"diverted_mt", "segment", "turned_away_mt"}, {"capex_musd", "project", "spent_musd"},
		} {
			if metric != of.metric {
				continue
			}
			year, err := strconv.ParseFloat(tables.Differences.Period.Of(d)[row], 64)
			require.NoError(t, err)
			sum := 0.0
			for i, v := range c.Mean.Of(p.Breakdown) {
				if c.Dimension.Of(p.Breakdown)[i] == of.dimension && c.Metric.Of(p.Breakdown)[i] == of.part && c.Year.Of(p.Breakdown)[i] == year {
					sum += v
				}
			}
			want := tables.Differences.Mean.Of(d)[row]
			require.InDelta(t, want, sum, 1e-9*max(1, math.Abs(want)), "%s by %s in %v", metric, of.dimension, year)
		}
	}
}

// TestBreakdownOfEachPair: quantiles and shares of a part are those of pairs of futures that are
// simulated one by one, as corridor run --draw does.
func TestBreakdownOfEachPair(t *testing.T) {
	const draws, year = 25, 2030
	p := takenApart(t, draws, 2, "reference", "sea-first")
	use := func(side int, draw uint64) float64 {
		e := *p.Ensemble
		e.Alternatives = slices.Clone(e.Alternatives)
		e.Alternatives[0] = p.Ensemble.Alternatives[side]
		e.Alternatives = e.Alternatives[:1]
		future, err := e.Draw(draw)
		require.NoError(t, err)
		run, load, room := future.Run, 0.0, 0.0
		segment := slices.IndexFunc(run.Corridor.Segments, func(s model.Segment) bool { return s.Name == "rail-ferry" })
		run.Watch = func(*model.Model) func(*model.Outcome) {
			return func(out *model.Outcome) {
				if out.Month.Year() == year {
					load, room = load+out.LoadMt[segment], room+out.SegmentCapacityMt[segment]
				}
			}
		}
		_, err = run.RunContext(t.Context())
		require.NoError(t, err)
		return load / room
	}
	var differences []float64
	higher, lower := 0.0, 0.0
	for draw := range uint64(draws) {
		d := use(1, draw) - use(0, draw)
		differences = append(differences, d)
		switch {
		case d > 1e-9:
			higher++
		case d < -1e-9:
			lower++
		}
	}
	slices.Sort(differences)
	c, found := &tables.Breakdown, false
	for row, part := range c.Part.Of(p.Breakdown) {
		if part != "rail-ferry" || c.Metric.Of(p.Breakdown)[row] != "utilisation" || c.Year.Of(p.Breakdown)[row] != year {
			continue
		}
		found = true
		require.EqualValues(t, draws, c.Futures.Of(p.Breakdown)[row])
		for of, q := range map[*tables.NumberColumn]float64{&c.P10: 0.1, &c.P50: 0.5, &c.P90: 0.9} {
			require.InDelta(t, stats.Quantile(differences, q), of.Of(p.Breakdown)[row], 1e-12, of.Name)
		}
		require.InDelta(t, higher/draws, c.HigherShare.Of(p.Breakdown)[row], 1e-12)
		require.InDelta(t, lower/draws, c.LowerShare.Of(p.Breakdown)[row], 1e-12)
	}
	require.True(t, found)
	require.NotZero(t, differences[0]-differences[draws-1], "the draws differ, or nothing is tested")
}

// TestBreakdownWorkers: the bytes are the same for any number of workers, and without draws there
// is no such table.
func TestBreakdownWorkers(t *testing.T) {
	text := func(workers int) string {
		var b bytes.Buffer
		require.NoError(t, takenApart(t, 130, workers, "reference", "sea-first").Breakdown.WriteCSV(&b))
		return b.String()
	}
	require.Equal(t, text(1), text(3))
	p, _ := compared(t, "stated", "stated+growth/high")
	require.Nil(t, p.Breakdown)
}

// TestBreakdownByHand: of four pairs in which a figure is 1, 2, 2 and none of the baseline's and 2,
// 2, 5 and 1 of the scenario's, three have both: the differences are 1, 0 and 3.
func TestBreakdownByHand(t *testing.T) {
	p, _ := compared(t, "stated", "stated+growth/high")
	tallies, err := p.expect(t.Context())
	require.NoError(t, err)
	pairs := parts.PairsOf("a", "b", tallies[0], tallies[1])
	var futures [][]float64
	for _, f := range [][2]float64{{1, 2}, {2, 2}, {2, 5}, {math.NaN(), 1}} {
		row := make([]float64, 2*pairs.Len())
		row[0], row[pairs.Len()] = f[0], f[1]
		futures = append(futures, row)
	}
	out, c := tables.New(tables.Breakdown), &tables.Breakdown
	pairs.Breakdown(out, futures)
	require.Equal(t, 1, out.Len(), "what is nothing in all futures is left out")
	for of, want := range map[*tables.NumberColumn]float64{
		&c.Futures: 3, &c.BaselineMean: 5.0 / 3, &c.ScenarioMean: 3, &c.Mean: 4.0 / 3,
		&c.P10: 0.2, &c.P50: 1, &c.P90: 2.6, &c.HigherShare: 2.0 / 3, &c.LowerShare: 0,
	} {
		require.InDelta(t, want, of.Of(out)[0], 1e-15, of.Name)
	}
}
