package hindcast

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim"
)

func TestStudies(t *testing.T) {
	got, err := Studies(t.Context(), "lane", []StudyFigure{
		{Study: "A study", Metric: "throughput_mt", Year: 2024, Value: 2, With: []string{"growth/low", "shock/none"}},
		{Study: "A study", Metric: "throughput_mt", Year: 2024, OverYear: 2022, Value: 1.5},
	}, []sim.Run{lane(1), lane(3)})
	require.NoError(t, err)
	require.InDeltaSlice(t, []float64{1.44, 1.44}, got.Numbers("model_value"), 1e-9)
	require.Equal(t, []float64{2, 1.5}, got.Numbers("study_value"))
	require.Equal(t, []string{"growth/low, shock/none", ""}, got.Text("conditions"))
	_, err = Studies(t.Context(), "lane", []StudyFigure{{Study: "A study", Metric: "throughput_mt", Year: 2031}}, []sim.Run{lane(1)})
	require.EqualError(t, err, "A study: the year 2031 is not simulated")
}
