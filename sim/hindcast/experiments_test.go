package hindcast

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// The lane carries 1.2 Mt in 2023; twice the scale carries twice that.
func TestExperiments(t *testing.T) {
	base := Experiment{Name: "twice", Metric: "throughput_mt", Year: 2023, Without: lane(1), With: lane(2)}
	over := Experiment{Name: "over a year", Metric: "throughput_mt", Year: 2023, OverYear: 2022, With: lane(1)}
	nothing := base
	nothing.Without = lane(0)
	for _, c := range []struct {
		name       string
		e          Experiment
		low, high  float64
		model      float64
		sign, size string
	}{
		{"as observed", base, 0.5, 1.5, 1, "true", "true"},
		{"too strong", base, 0.1, 0.5, 1, "true", "false"},
		{"the wrong way", base, -0.5, -0.1, 1, "false", "false"},
		{"either way", base, -0.5, 1.5, 1, "true", "true"},
		{"over a year", over, 0.1, 0.3, 0.2, "true", "true"},
		{"from nothing", nothing, 0.1, 0.3, math.NaN(), "", ""},
	} {
		c.e.Low, c.e.High = c.low, c.high
		got, err := Experiments(t.Context(), "lane", []Experiment{c.e})
		require.NoError(t, err)
		require.InDelta(t, c.model, got.Numbers("model")[0], 1e-9, c.name)
		require.Equal(t, c.sign, got.Text("sign_right")[0], c.name)
		require.Equal(t, c.size, got.Text("size_right")[0], c.name)
	}
	base.Year = 2031
	_, err := Experiments(t.Context(), "lane", []Experiment{base})
	require.EqualError(t, err, "experiment twice: the year 2031 is not simulated")
}

func TestStudies(t *testing.T) {
	got, err := Studies(t.Context(), "lane", []StudyFigure{
		{Study: "A study", Metric: "throughput_mt", Year: 2024, Value: 2, Run: lane(1)},
		{Study: "A study", Metric: "throughput_mt", Year: 2024, OverYear: 2022, Value: 1.5, Run: lane(3)},
	})
	require.NoError(t, err)
	require.InDeltaSlice(t, []float64{1.44, 1.44}, got.Numbers("model_value"), 1e-9)
	require.Equal(t, []float64{2, 1.5}, got.Numbers("study_value"))
	_, err = Studies(t.Context(), "lane", []StudyFigure{{Study: "A study", Metric: "throughput_mt", Year: 2031, Run: lane(1)}})
	require.EqualError(t, err, "A study: the year 2031 is not simulated")
}
