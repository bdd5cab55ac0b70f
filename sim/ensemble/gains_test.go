package ensemble_test

import (
	"context"
	"math"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/economics"
	"corridor/sim/ensemble"
	"corridor/sim/probe"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// inMoney is the strait without its pier, and with it, in futures that differ in the discount
// rate too.
func inMoney(t testing.TB, draws uint64, workers int) *ensemble.Ensemble {
	t.Helper()
	pier := strait(t)
	c := &pier.Corridor
	c.Rivals[0].EmissionsKgPerT = 30
	c.Economics = model.Economics{Given: true, CO2eUSDPerT: model.Constant(80), OperatingShare: 0.7, LostCargoUSDPerT: 50}
	c.Discounting = model.Discounting{RatePerYear: 0.06, PriceYear: 2025, Years: 30, Constant: true, LifeYears: [1 + model.ProjectKinds]float64{40}}
	rate := must(random.NewPERT(0.03, 0.06, 0.1))(t)
	pier.Copula = nil
	pier.Uncertainties = append(pier.Uncertainties, ensemble.Uncertainty{Name: "rate", Distribution: rate, Set: func(c *model.Corridor, v float64) { c.Discounting.RatePerYear = v }})
	none := pier
	none.Name, none.Corridor = "none", c.Clone()
	none.Corridor.Projects[0].Disabled = true
	return &ensemble.Ensemble{Alternatives: []ensemble.Alternative{none, pier}, Seed: 7, Draws: draws, Workers: workers}
}

// TestGainsAreThoseOfFutures: what a plan gains in an ensemble is what its futures come to, each
// asked alone and appraised by itself, less those of the other plan.
func TestGainsAreThoseOfFutures(t *testing.T) {
	e := inMoney(t, 40, 2)
	got := simulated(t, e).Gains[0].At(sim.NetGain, 5)
	var sum, least, most = 0.0, math.Inf(1), math.Inf(-1)
	worth := make([]economics.Worth, 2)
	for draw := range e.Draws {
		for i := range worth {
			alone := &ensemble.Ensemble{Alternatives: e.Alternatives[i : i+1], Seed: e.Seed, Draws: e.Draws, Workers: 1}
			p, err := probe.New(alone, nil)
			require.NoError(t, err)
			p.Draw(draw, nil, nil)
			terms := economics.TermsOf(p.Model().Corridor())
			worth[i] = sim.WorthOf(&terms, p.Model(), p.Years())
		}
		npv := worth[1].Less(worth[0]).NPV()
		sum, least, most = sum+npv, min(least, npv), max(most, npv)
	}
	require.InDelta(t, sum/float64(e.Draws), got.Mean(), 1e-9)
	require.InDelta(t, least, got.Min(), 1e-9)
	require.InDelta(t, most, got.Max(), 1e-9)
	require.Less(t, least, most)
}

// TestGainsAreTheSame for any number of workers, and from a journal.
func TestGainsAreTheSame(t *testing.T) {
	told := func(e *ensemble.Ensemble, f *ensemble.Tally) (rows [][]float64) {
		table := e.Economics(f)
		for _, c := range []tables.NumberColumn{tables.Economics.Mean, tables.Economics.SD, tables.Economics.P05, tables.Economics.Gains.Low} {
			rows = append(rows, c.Of(table))
		}
		return rows
	}
	e := inMoney(t, 600, 1)
	want := told(e, simulated(t, e))
	path := filepath.Join(t.TempDir(), "journal")
	for range 2 { // writes the journal, then reads it
		e.Workers = 3
		j := open(t, e, path, 1, 1)
		f, err := e.Run(context.Background(), ensemble.RunOptions{Journal: j})
		require.NoError(t, err)
		require.NoError(t, j.Close())
		require.Equal(t, want, told(e, f))
	}
	e.Alternatives[1].Corridor.Economics.Given = false
	require.Nil(t, e.Economics(simulated(t, e)), "one of them does not count in money")
}

// TestGainsAllocateNothing in a draw, once the summaries have met what values there are.
func TestGainsAllocateNothing(t *testing.T) {
	for _, side := range []uint64{1, uint64(max(1, ensemble.Lanes()))} {
		draw := inMoney(t, 1000, 1).Drawing(side)
		number := uint64(0)
		for ; number < 256; number += side {
			draw(number)
		}
		require.Zero(t, testing.AllocsPerRun(4, func() {
			for range 64 / side { // they are added in blocks
				draw(number % 256)
				number += side
			}
		}))
	}
}
