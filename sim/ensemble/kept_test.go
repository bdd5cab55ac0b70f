package ensemble_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat"

	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// kept runs an ensemble and returns the columns of its draws by name.
func kept(t *testing.T, e *ensemble.Ensemble) (*ensemble.Tally, map[string][]float64) {
	t.Helper()
	e.Keep = true
	names, columns := e.Columns(), map[string][]float64{}
	tally, err := e.Run(t.Context(), ensemble.RunOptions{Rows: func(rows []float64) error {
		for row := range slices.Chunk(rows, len(names)) {
			for i, name := range names {
				columns[name] = append(columns[name], row[i])
			}
		}
		return nil
	}})
	require.NoError(t, err)
	return tally, columns
}

// TestQuantilesAgainstGonum: mean, standard deviation and quantiles of every metric are
// those that gonum/stat finds in the kept draws: the sketch's to one part in 1024, the
// others to rounding, and the exact quantiles likewise.
func TestQuantilesAgainstGonum(t *testing.T) {
	e := trial(t, 700, 2)
	tally, columns := kept(t, e)
	exact, err := e.ExactQuantiles(tally, func(name string) ([]float64, error) { return slices.Clone(columns[name]), nil })
	require.NoError(t, err)
	of := tables.Quantiles
	sketched := e.Tables(tally, 0, 0.01)[0]
	require.Equal(t, of.Schema, sketched.Schema)
	for row, metric := range of.Metric.Of(sketched) {
		at := metric + " in " + of.Period.Of(sketched)[row]
		values := slices.DeleteFunc(slices.Clone(columns[metric+"_"+of.Period.Of(sketched)[row]]), math.IsNaN)
		require.EqualValues(t, len(values), of.Futures.Of(sketched)[row], at)
		if len(values) == 0 {
			continue
		}
		slices.Sort(values)
		mean, sd := stat.MeanStdDev(values, nil)
		scale := max(math.Abs(values[0]), math.Abs(values[len(values)-1]))
		for _, table := range []*tables.Table{sketched, exact} {
			require.InDelta(t, mean, of.Mean.Of(table)[row], 1e-12*scale, at)
			require.InDelta(t, sd, of.SD.Of(table)[row], 1e-7*scale, at)
			require.Equal(t, values[0], of.Min.Of(table)[row], at)
			require.Equal(t, values[len(values)-1], of.Max.Of(table)[row], at)
		}
		for p, column := range map[float64]tables.NumberColumn{0.05: of.P05, 0.25: of.P25, 0.5: of.P50, 0.9: of.P90} {
			// gonum interpolates from another rank (type 4 of Hyndman and Fan), so that its
			// quantile lies between the same two values or the next.
			i := int(p * float64(len(values)-1))
			low, high := values[max(0, i-1)], values[min(len(values)-1, i+2)]
			want := stat.Quantile(p, stat.LinInterp, values, nil)
			require.InDelta(t, want, column.Of(exact)[row], high-low+1e-12*scale, at)
			require.InDelta(t, column.Of(exact)[row], column.Of(sketched)[row], scale/1024, at)
		}
	}
}

// TestInputsFollowTheCopula: what was drawn has the means of its distributions, and the two
// numbers that go together do.
func TestInputsFollowTheCopula(t *testing.T) {
	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{strait(t)}, Seed: 3, Draws: 1500, Workers: 2}
	_, columns := kept(t, e)
	for _, u := range e.Alternatives[0].Uncertainties {
		mean, sd := stat.MeanStdDev(columns[u.Name], nil)
		require.InDelta(t, u.Distribution.Mean(), mean, 4*sd/math.Sqrt(1500), u.Name)
	}
	boxes, grain, delay := columns["growth of boxes"], columns["growth of grain"], columns["delay"]
	require.InDelta(t, 0.5, stat.Correlation(boxes, grain, nil), 0.1)
	require.InDelta(t, 0, stat.Correlation(boxes, delay, nil), 0.1)
}
