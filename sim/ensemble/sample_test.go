package ensemble_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// growths are four rows of what the growth of boxes and of grain may be together.
var growths = [][]float64{{0.02, 0.06}, {0.05, 0.05}, {0.08, 0.01}, {0.15, -0.02}}

// uncalibrated is the strait, also in the long proofs: its uncertainties are known by their places.
func uncalibrated(t *testing.T, draws uint64) *ensemble.Ensemble {
	return &ensemble.Ensemble{Alternatives: []ensemble.Alternative{strait(t)}, Seed: 7, Draws: draws, Workers: 2}
}

// calibrated is the strait with one sample in the place of two uncertainties.
func calibrated(t *testing.T, draws uint64) *ensemble.Ensemble {
	t.Helper()
	e := uncalibrated(t, draws)
	a := &e.Alternatives[0]
	of := make([]ensemble.Sampled, 2)
	for i := range of {
		u := a.Uncertainties[i]
		of[i] = ensemble.Sampled{Name: u.Name, Set: u.Set}
		for _, row := range growths {
			of[i].Values = append(of[i].Values, row[i])
		}
	}
	sample, err := ensemble.NewSample("posterior", "What was found", of)
	require.NoError(t, err)
	a.Uncertainties = append([]ensemble.Uncertainty{sample}, a.Uncertainties[2:]...)
	a.Copula = nil
	return e
}

// TestSample: every draw has one row whole, each row as often as any other, and the kept
// draws and inputs.csv have the row and what it sets. A draw run alone is that of the
// ensemble, and one in which the numbers are set by hand.
func TestSample(t *testing.T) {
	const n = 400
	for _, design := range random.Designs() {
		e := calibrated(t, n)
		e.Design, e.Keep, e.Replicates = design, true, 4
		require.Equal(t, []string{"posterior", "growth of boxes", "growth of grain", "port in practice"}, e.Columns()[:4])
		var rows []float64
		_, err := e.Run(context.Background(), ensemble.RunOptions{Rows: func(r []float64) error {
			rows = append(rows, r...)
			return nil
		}})
		require.NoError(t, err)
		width := len(rows) / n
		counts := map[float64]int{}
		for draw := range n {
			row := rows[draw*width:]
			counts[row[0]]++
			require.Equal(t, growths[int(row[0])-1], row[1:3])
		}
		for number := range growths {
			if design == random.LatinHypercube {
				require.Equal(t, n/4, counts[float64(number+1)])
			} else {
				require.InDelta(t, n/4, counts[float64(number+1)], 4*math.Sqrt(n*0.25*0.75), design)
			}
		}
		for _, draw := range []int{0, 255, 399} {
			alone, err := e.Draw(uint64(draw))
			require.NoError(t, err)
			require.Equal(t, rows[draw*width:draw*width+5], tables.Inputs.Value.Of(alone.Inputs))
			require.Equal(t, e.Columns()[:5], tables.Inputs.Input.Of(alone.Inputs))
			r, err := alone.Run.Run()
			require.NoError(t, err)
			require.Equal(t, r.Annual.Numbers(tables.Metrics()[0]), rows[draw*width+5:draw*width+10])
			require.Equal(t, rows[draw*width+1], alone.Corridor.Markets[0].Growth.Rates[0].PerYear)
			require.Equal(t, rows[draw*width+2], alone.Corridor.Markets[1].Growth.Rates[0].PerYear)
		}
	}
}

// TestSampleLeavesTheOthers: what else is drawn keeps its numbers.
func TestSampleLeavesTheOthers(t *testing.T) {
	for _, design := range []string{random.MonteCarlo, random.LatinHypercube} {
		with, without := calibrated(t, 300), uncalibrated(t, 300)
		with.Design, without.Design = design, design
		for _, draw := range []uint64{0, 17, 299} {
			a, err := with.Draw(draw)
			require.NoError(t, err)
			b, err := without.Draw(draw)
			require.NoError(t, err)
			require.Equal(t, tables.Inputs.Value.Of(b.Inputs)[2:], tables.Inputs.Value.Of(a.Inputs)[3:], design)
		}
	}
}

// TestMargin: of one number of a sample any of its values is as likely.
func TestMargin(t *testing.T) {
	u := calibrated(t, 1).Alternatives[0].Uncertainties[0].Sample[1].Alone()
	require.Equal(t, "growth of grain", u.Name)
	for i, want := range []float64{-0.02, 0.01, 0.05, 0.06} {
		require.Equal(t, want, u.Distribution.Quantile((float64(i)+0.5)/4))
	}
}

func TestSampleMistakes(t *testing.T) {
	_, err := ensemble.NewSample("posterior", "", nil)
	require.ErrorContains(t, err, "of nothing")
	_, err = ensemble.NewSample("posterior", "", []ensemble.Sampled{{Name: "a"}})
	require.Error(t, err)
	_, err = ensemble.NewSample("posterior", "", []ensemble.Sampled{{Name: "a", Values: []float64{1, 2}}, {Name: "b", Values: []float64{1}}})
	require.ErrorContains(t, err, "1 values of b and 2 of a")
	_, err = ensemble.NewSample("posterior", "", []ensemble.Sampled{{Name: "a", Values: []float64{1, math.NaN()}}})
	require.ErrorContains(t, err, "a of the sample posterior")
}
