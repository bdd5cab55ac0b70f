package ensemble_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/ensemble"
	"corridor/sim/random"
)

// TestCheck: what cannot be simulated is refused before anything is.
func TestCheck(t *testing.T) {
	for name, c := range map[string]struct {
		change func(e *ensemble.Ensemble)
		says   string
	}{
		"no corridor":       {func(e *ensemble.Ensemble) { e.Alternatives = nil }, "an ensemble without a corridor"},
		"too many draws":    {func(e *ensemble.Ensemble) { e.Draws = ensemble.MaxDraws + 1 }, "expected at most"},
		"a broken corridor": {func(e *ensemble.Ensemble) { e.Alternatives[0].Corridor.Months = 0 }, "strait: "},
		"other months": {func(e *ensemble.Ensemble) {
			other := e.Alternatives[0]
			other.Name, other.Corridor.Months = "short", 12
			e.Alternatives = append(e.Alternatives, other)
		}, "strait and short simulate other months"},
		"an unknown design": {func(e *ensemble.Ensemble) { e.Design = "sobel" }, `"sobel"`},
		"few replicates":    {func(e *ensemble.Ensemble) { e.Design, e.Replicates = random.Sobol, 1 }, "a design of 1 replicates"},
	} {
		e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{strait(t)}, Draws: 10}
		require.NoError(t, e.Check())
		c.change(e)
		require.ErrorContains(t, e.Check(), c.says, name)
		_, err := e.Run(t.Context(), ensemble.RunOptions{})
		require.ErrorContains(t, err, c.says, name)
		_, err = e.Draw(0)
		require.ErrorContains(t, err, c.says, name)
	}
}

func TestDesignReplicates(t *testing.T) {
	for _, c := range []struct {
		e    ensemble.Ensemble
		want uint64
	}{
		{ensemble.Ensemble{}, 1},
		{ensemble.Ensemble{Design: random.MonteCarlo, Replicates: 8}, 1},
		{ensemble.Ensemble{Design: random.Sobol}, random.Replicates},
		{ensemble.Ensemble{Design: random.Sobol, Replicates: 8}, 8},
		{ensemble.Ensemble{Design: random.Sobol, Replicates: 8, Expected: true}, 1},
	} {
		require.Equal(t, c.want, c.e.DesignReplicates())
	}
}

// TestDrawBeyondTheLast: of a Latin hypercube there are no draws but those it was made for.
func TestDrawBeyondTheLast(t *testing.T) {
	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{strait(t)}, Draws: 32, Design: random.LatinHypercube}
	_, err := e.Draw(31)
	require.NoError(t, err)
	_, err = e.Draw(32)
	require.EqualError(t, err, "draw 32 of 32: draws are numbered from 0")
	e.Design = random.MonteCarlo
	_, err = e.Draw(32)
	require.NoError(t, err)
}

// TestEnoughDraws: so many draws as are said to be enough are enough, from a tenth as many.
func TestEnoughDraws(t *testing.T) {
	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{strait(t)}, Seed: 5, Draws: 1000, Workers: 2}
	few := simulated(t, e)
	draws, known := e.EnoughDraws(few, 0.015)
	require.True(t, known)
	require.Greater(t, draws, uint64(1000))
	require.False(t, e.Enough(few, 0.015))
	e.Draws = draws + draws/4
	require.True(t, e.Enough(simulated(t, e), 0.015))
	_, known = e.EnoughDraws(few, 1e-9)
	require.False(t, known, "no ensemble is as sure as that")
}
