package appraisal_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/appraisal"
	"corridor/sim/sheet"
	"corridor/sim/stats"
)

// play fills the rows of a game of one figure.
func play(t *testing.T, players, draws, orders int, value func(draw uint64, in []bool, delayed int) float64) (*appraisal.Game, [][]float64) {
	t.Helper()
	g := &appraisal.Game{Players: players, Figures: 1, Orders: orders, Seed: 11, New: func() (appraisal.Value, error) {
		return func(draw uint64, in []bool, delayed int, out []float64) { out[0] = value(draw, in, delayed) }, nil
	}}
	s := &sheet.Sheet{Rows: draws, Columns: g.Columns(), Workers: 3, New: g.Rows}
	rows, err := s.Fill(t.Context())
	require.NoError(t, err)
	return g, rows
}

// mean and its standard error over the draws.
func mean(rows [][]float64, column int) (mean, sd float64) {
	var sum, squares stats.Sum
	for _, row := range rows {
		sum.Add(row[column])
	}
	n := float64(len(rows))
	mean = sum.Value() / n
	for _, row := range rows {
		squares.Add((row[column] - mean) * (row[column] - mean))
	}
	return mean, math.Sqrt(squares.Value() / (n - 1) / n)
}

// TestAirport: the runway that the greatest of some aeroplanes needs costs what it does; each
// part of it is shared evenly by those that use it (Littlechild & Owen 1973, Management Science
// 20(3), 370–372).
func TestAirport(t *testing.T) {
	needs := []float64{2, 5, 5, 9, 14}
	runway := func(in []bool) (most float64) {
		for i, is := range in {
			if is {
				most = max(most, needs[i])
			}
		}
		return most
	}
	g, rows := play(t, len(needs), 4000, 2, func(_ uint64, in []bool, delayed int) float64 {
		cost := runway(in)
		if delayed >= 0 {
			cost -= needs[delayed]
		}
		return cost
	})
	want := make([]float64, len(needs))
	before := 0.0
	for i := range needs {
		for j := i; j < len(needs); j++ {
			want[j] += (needs[i] - before) / float64(len(needs)-i)
		}
		before = needs[i]
	}
	for i := range needs {
		got, se := mean(rows, g.Place(appraisal.Shapley, i, 0))
		require.InDelta(t, want[i], got, 4*se+1e-12, "player %d", i)
		require.Less(t, se, 0.1)
		require.Equal(t, needs[i], rows[0][g.Place(appraisal.FirstIn, i, 0)])
		require.Equal(t, -needs[i], rows[0][g.Place(appraisal.Delayed, i, 0)])
	}
	require.Equal(t, 5.0, rows[0][g.Place(appraisal.LastIn, 4, 0)])
	require.Zero(t, rows[0][g.Place(appraisal.LastIn, 1, 0)])
	for _, row := range rows { // efficiency, in every draw
		sum := 0.0
		for i := range needs {
			sum += row[g.Place(appraisal.Shapley, i, 0)]
		}
		require.InDelta(t, 14, sum, 1e-12)
		require.Zero(t, row[g.Without(0)])
		require.Equal(t, 14.0, row[g.With(0)])
	}
}

// TestSecurityCouncil: nine votes of fifteen with those of all five permanent members carry a
// motion; a permanent member has 421/2145 of the power, another 4/2145 (Shapley & Shubik 1954).
func TestSecurityCouncil(t *testing.T) {
	g, rows := play(t, 15, 6000, 2, func(_ uint64, in []bool, _ int) float64 {
		votes := 0
		for i, is := range in {
			switch {
			case is:
				votes++
			case i < 5:
				return 0
			}
		}
		if votes >= 9 {
			return 1
		}
		return 0
	})
	for i := range 15 {
		want := 421.0 / 2145
		if i >= 5 {
			want = 4.0 / 2145
		}
		got, se := mean(rows, g.Place(appraisal.Shapley, i, 0))
		require.InDelta(t, want, got, 4*se+1e-12)
	}
}

// TestAdditive: of players who do not meet, each brings its own in every view and order, in each
// draw its own.
func TestAdditive(t *testing.T) {
	g, rows := play(t, 6, 70, 4, func(draw uint64, in []bool, delayed int) (sum float64) {
		for i, is := range in {
			if is && i != delayed {
				sum += float64(i) * float64(draw)
			}
		}
		return sum
	})
	for draw, row := range rows {
		for i := range 6 {
			own := float64(i) * float64(draw)
			require.Equal(t, own, row[g.Place(appraisal.FirstIn, i, 0)])
			require.Equal(t, own, row[g.Place(appraisal.LastIn, i, 0)])
			require.Equal(t, own, row[g.Place(appraisal.Shapley, i, 0)])
			require.Equal(t, -own, row[g.Place(appraisal.Delayed, i, 0)])
		}
	}
}

// TestFutures: a draw takes as many futures as it says, and none twice.
func TestFutures(t *testing.T) {
	for _, players := range []int{1, 2, 5} {
		asked := 0
		g := &appraisal.Game{Players: players, Figures: 1, Orders: 2, New: func() (appraisal.Value, error) {
			return func(uint64, []bool, int, []float64) { asked++ }, nil
		}}
		row, err := g.Rows()
		require.NoError(t, err)
		require.NoError(t, row(0, make([]float64, g.Columns())))
		require.Equal(t, g.Futures(), asked)
	}
}

// TestOrdersHelp: where what a player adds falls evenly with those before it, an order with its
// reverse tells all.
func TestOrdersHelp(t *testing.T) {
	saturating := func(_ uint64, in []bool, _ int) float64 {
		n := 0.0
		for _, is := range in {
			if is {
				n++
			}
		}
		return n - n*n/40
	}
	g, pairs := play(t, 10, 200, 2, saturating)
	_, single := play(t, 10, 400, 1, saturating)
	value, paired := mean(pairs, g.Place(appraisal.Shapley, 3, 0))
	_, alone := mean(single, g.Place(appraisal.Shapley, 3, 0))
	require.InDelta(t, 0.75, value, 1e-12)
	require.Less(t, paired, 1e-12)
	require.Greater(t, alone, 0.001)
}
