package hindcast

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
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

// A study of ways sets what some carry against what several carry: all that was found for a
// route, the corridor's or not.
func TestStudyOfWays(t *testing.T) {
	r := lane(1)
	m := &r.Corridor.Markets[0]
	rail := m.Routes[0]
	rail.Share = 0.25
	m.Routes = []model.Route{rail, rail, {Name: "sea", Rival: true, Share: 0.4}, {Name: "air", Rival: true, Share: 0.1}}
	m.Routes[0].Name, m.Routes[1].Name = "rail-1", "rail-2"
	way := func(names ...string) (all []Way) {
		for _, n := range names {
			all = append(all, Way{"ore", n})
		}
		return all
	}
	got, err := Studies(t.Context(), "lane", []StudyFigure{
		{Study: "A statement", Ways: way("rail"), Among: way("rail", "sea"), Year: 2024},
		{Study: "A statement", Ways: way("rail-2"), Among: way("rail", "sea", "air"), Year: 2024},
		{Study: "A statement", Ways: way("sea"), Among: way("rail", "sea"), Year: 2024, OverYear: 2023},
	}, []sim.Run{r, r, r})
	require.NoError(t, err)
	require.InDeltaSlice(t, []float64{0.5 / 0.9, 0.25, 1}, tables.Studies.ModelValue.Of(got), 1e-9)
	_, err = Studies(t.Context(), "lane", []StudyFigure{{Study: "A statement", Ways: way("rail"), Among: way("rail"), Year: 2031}}, []sim.Run{r})
	require.EqualError(t, err, "A statement: the year 2031 is not simulated")
}
