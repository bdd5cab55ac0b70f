package hindcast

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// The lane carries 1.2 Mt in 2023; twice the scale carries twice that.
func TestExperiments(t *testing.T) {
	base := Experiment{Name: "twice", Metric: "throughput_mt", Year: 2023}
	over := Experiment{Name: "over a year", Metric: "throughput_mt", Year: 2023, OverYear: 2022}
	twice := Pair{Without: lane(1), With: lane(2)}
	for _, c := range []struct {
		name       string
		e          Experiment
		runs       Pair
		low, high  float64
		model      float64
		sign, size string
	}{
		{"as observed", base, twice, 0.5, 1.5, 1, "true", "true"},
		{"too strong", base, twice, 0.1, 0.5, 1, "true", "false"},
		{"the wrong way", base, twice, -0.5, -0.1, 1, "false", "false"},
		{"either way", base, twice, -0.5, 1.5, 1, "true", "true"},
		{"over a year", over, Pair{With: lane(1)}, 0.1, 0.3, 0.2, "true", "true"},
		{"from nothing", base, Pair{Without: lane(0), With: lane(2)}, 0.1, 0.3, math.NaN(), "", ""},
	} {
		c.e.Low, c.e.High = c.low, c.high
		got, err := Experiments(t.Context(), "lane", []Experiment{c.e}, []Pair{c.runs})
		require.NoError(t, err)
		require.InDelta(t, c.model, tables.Experiments.Model.Of(got)[0], 1e-9, c.name)
		require.Equal(t, c.sign, tables.Experiments.SignRight.Of(got)[0], c.name)
		require.Equal(t, c.size, tables.Experiments.SizeRight.Of(got)[0], c.name)
	}
	base.Year = 2031
	_, err := Experiments(t.Context(), "lane", []Experiment{base}, []Pair{twice})
	require.EqualError(t, err, "experiment twice: the year 2031 is not simulated")
}
