package hindcast

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim"
	"corridor/sim/tables"
)

func TestStudies(t *testing.T) {
	got, err := Studies(t.Context(), "lane", []StudyFigure{
		{Study: "A study", Metric: "throughput_mt", Year: 2024, Value: 2, With: []string{"growth/low", "shock/none"}},
		{Study: "A study", Metric: "throughput_mt", Year: 2024, OverYear: 2022, Value: 1.5},
	}, []sim.Run{lane(1), lane(3)})
	require.NoError(t, err)
	require.InDeltaSlice(t, []float64{1.44, 1.44}, tables.Studies.ModelValue.Of(got), 1e-9)
	require.Equal(t, []float64{2, 1.5}, tables.Studies.StudyValue.Of(got))
	require.Equal(t, []string{"growth/low, shock/none", ""}, tables.Studies.Conditions.Of(got))
	_, err = Studies(t.Context(), "lane", []StudyFigure{{Study: "A study", Metric: "throughput_mt", Year: 2031}}, []sim.Run{lane(1)})
	require.EqualError(t, err, "A study: the year 2031 is not simulated")
}
