package hindcast

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
)

func TestFromKnowsOnlyTheOrigin(t *testing.T) {
	trend := 0.2
	growth := model.Growth{Years: []int{2022, 2023, 2025}, MtPerYear: []float64{1, 2, 8}, Rates: []model.Rate{{From: 2026, PerYear: 0.05}}, Fade: 1}
	for _, c := range []struct {
		name   string
		origin int
		trend  *float64
		want   []float64 // potential of 2022 to 2026
	}{
		{"with its own rate", 2023, nil, []float64{1, 2, 2.1, 2.205, 2.31525}},
		{"with a trend", 2023, &trend, []float64{1, 2, 2.4, 2.88, 3.456}},
		{"between given years", 2024, nil, []float64{1, 2, 2, 2.1, 2.205}},
		{"at the first", 2022, &trend, []float64{1, 1.2, 1.44, 1.728, 2.0736}},
		{"all known", 2025, nil, []float64{1, 2, 4, 8, 8.4}},
		{"before the first", 2021, &trend, []float64{0, 0, 0, 0, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			corridor := model.Corridor{Markets: []model.Market{{Growth: growth}}}
			cut := From(corridor, c.origin, c.trend)
			require.InDeltaSlice(t, c.want, cut.Markets[0].Growth.Path(2022, 5), 1e-12)
			require.Equal(t, growth, corridor.Markets[0].Growth, "the corridor itself is not changed")
		})
	}
}

func TestFromWithoutRates(t *testing.T) {
	c := model.Corridor{Markets: []model.Market{{Growth: model.Growth{Years: []int{2022, 2023}, MtPerYear: []float64{1, 3}}}}}
	require.Equal(t, []float64{1, 1, 1}, From(c, 2022, nil).Markets[0].Growth.Path(2022, 3))
}

// TestFromKeepsWhatIsAgreed: a schedule is no potential that grows.
func TestFromKeepsWhatIsAgreed(t *testing.T) {
	agreed := model.Schedule{{MtPerYear: 1.5, To: calendar.Never}}
	cut := From(model.Corridor{Markets: []model.Market{{Schedule: agreed}}}, 2022, nil)
	require.Equal(t, model.Market{Schedule: agreed}, cut.Markets[0])
}
