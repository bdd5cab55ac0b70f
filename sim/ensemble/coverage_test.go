package ensemble_test

import (
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// TestPrecisionOfTheModel: of many ensembles of the reference network, under seeds of
// their own, 95 in a hundred say of each headline figure what is true within the
// interval they give, in every design. What is true is said by the mean of another
// ensemble, so large that it is eleven times as sure.
func TestPrecisionOfTheModel(t *testing.T) {
	if os.Getenv("CORRIDOR_TESTS") != "precision" {
		t.Skip("takes five minutes: run with CORRIDOR_TESTS=precision")
	}
	const draws, ensembles = 512, 100
	truth := trial(t, 1<<16, 2)
	truth.Seed, truth.Design = 1<<40, random.Sobol // which is surest of the means
	want := precisionOf(t, truth)
	for _, design := range random.Designs() {
		hits, widths := make([]int, want.Len()), make([]float64, want.Len())
		for seed := range uint64(ensembles) {
			e := trial(t, draws, 2)
			e.Design, e.Seed = design, seed
			got := precisionOf(t, e)
			for i, v := range tables.Precision.Value.Of(got) {
				half := tables.Precision.HalfWidth.Of(got)[i]
				require.False(t, math.IsNaN(half))
				widths[i] += half / ensembles
				off := math.Abs(v - tables.Precision.Value.Of(want)[i])
				if off <= half || tables.Precision.Statistic.Of(got)[i] == "chance" && tables.Precision.Value.Of(want)[i] == 0 && off == 0 {
					hits[i]++
				}
			}
		}
		least := 0.95 - 3*math.Sqrt(0.95*0.05/ensembles)
		for i, n := range hits {
			share := float64(n) / ensembles
			t.Logf("%s, %s %s %s: %.3f ± %.4f", design, tables.Precision.Metric.Of(want)[i], tables.Precision.Period.Of(want)[i], tables.Precision.Statistic.Of(want)[i], share, widths[i])
			if share < least {
				t.Errorf("%s, %s %s %s: %d of %d intervals hold the true value", design, tables.Precision.Metric.Of(want)[i], tables.Precision.Period.Of(want)[i], tables.Precision.Statistic.Of(want)[i], n, ensembles)
			}
		}
	}
}

func precisionOf(t *testing.T, e *ensemble.Ensemble) *tables.Table {
	t.Helper()
	return e.Tables(simulated(t, e), 0, 0.01)[5]
}
