package ensemble_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// TestPrecisionOfReplicates: the precision that an evenly spread ensemble states is that
// of the means and shares of its replicates, reckoned here from the kept draws, draw d
// being of replicate d mod 16; the t of 15 degrees of freedom is 2.1314.
func TestPrecisionOfReplicates(t *testing.T) {
	const draws, replicates, t15 = 512, random.Replicates, 2.1314
	e := trial(t, draws, 2)
	e.Design, e.Keep = random.Sobol, true
	var rows []float64
	f, err := e.Run(context.Background(), ensemble.RunOptions{Rows: func(r []float64) error {
		rows = append(rows, r...)
		return nil
	}})
	require.NoError(t, err)
	columns := e.Columns()
	spread := func(of func(row []float64) float64) (mean, se float64) {
		var means [replicates]float64
		for draw := range draws {
			v := of(rows[draw*len(columns):][:len(columns)])
			means[draw%replicates] += v / (draws / replicates)
			mean += v / draws
		}
		for _, m := range means {
			se += (m - mean) * (m - mean) / replicates / (replicates - 1)
		}
		return mean, math.Sqrt(se)
	}

	list := e.Tables(f, 0, 0.01)
	precision, probabilities := list[5], list[1]
	require.Equal(t, tables.Precision.Schema, precision.Schema)
	checked := 0
	for i, statistic := range tables.Precision.Statistic.Of(precision) {
		if statistic != "mean" {
			continue
		}
		at := slices.Index(columns, fmt.Sprintf("%s_%s", tables.Precision.Metric.Of(precision)[i], tables.Precision.Period.Of(precision)[i]))
		mean, se := spread(func(row []float64) float64 { return row[at] })
		require.InEpsilon(t, mean, tables.Precision.Value.Of(precision)[i], 1e-12)
		require.InEpsilon(t, t15*se, tables.Precision.HalfWidth.Of(precision)[i], 1e-4)
		checked++
	}
	require.GreaterOrEqual(t, checked, 2)

	checked = 0
	for i, share := range tables.Probabilities.Reached.Share.Of(probabilities) {
		if share < 0.02 || share > 0.98 {
			continue
		}
		at := slices.Index(columns, fmt.Sprintf("%s_%s", tables.Probabilities.Metric.Of(probabilities)[i], tables.Probabilities.Period.Of(probabilities)[i]))
		mean, se := spread(func(row []float64) float64 {
			if row[at] >= tables.Probabilities.Threshold.Of(probabilities)[i] {
				return 1
			}
			return 0
		})
		require.InDelta(t, mean, share, 1e-12)
		n := uint64(math.Round(share * (1 - share) / (se * se) * math.Pow(1.95996/t15, 2)))
		low, high := stats.Wilson(uint64(math.Round(share*float64(n))), n, 0.95)
		require.InDelta(t, low, tables.Probabilities.Reached.Low.Of(probabilities)[i], 0.003)
		require.InDelta(t, high, tables.Probabilities.Reached.High.Of(probabilities)[i], 0.003)
		checked++
	}
	require.Positive(t, checked)
}
