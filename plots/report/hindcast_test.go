package report

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func TestHindcastTable(t *testing.T) {
	table := tables.New(tables.Hindcast)
	table.Append("stated", "conditional", "fit", "throughput_mt", "headline", 2023, 2.765, 2.9, nil, nil, nil, nil, "")
	table.Append("stated", "forecast", "2023→2024", "containers_kteu", "headline", 2024, 56.5, 50.0, 40.0, 60.0, nil, 80.0, "2024-03")
	scores := tables.New(tables.Scores)
	scores.Append("stated", "forecast", "years", "model", 1, 0.115, 0.122)
	scores.Append("stated", "forecast", "years", "drift", 1, 1.0, nil)
	scores.Append("stated", "conditional", "years", "model", 1, 0.2, 0.3)
	scores.Append("stated", "forecast", "containers", "model", 1, 0.4, 0.5)
	p := &tables.Package{Name: "stated", Tables: []*tables.Table{table, scores}}
	require.Nil(t, hindcastOf(subjectsOf([]Run{stated(t)})))
	got := hindcastOf(subjectsOf([]Run{stated(t), runOf(t, p)}))
	none := cell{"–", ""}
	require.Equal(t, &hindcastTable{
		Label: "stated, hindcast",
		Given: []hindcastRow{{Case: "fit", Series: "Mt, headline", Year: "2023", Actual: cell{"2.77", "2.765"}, Model: cell{"2.90", "2.9"}, ModelError: "+5\u00a0%", Last: none, Drift: none, Plan: none}},
		Forecasts: []hindcastRow{{
			Case: "2023→2024", Series: "containers, thousand TEU", Year: "2024", Actual: cell{"56.5", "56.5"}, Model: cell{"50.0", "50"}, ModelError: "−12\u00a0%",
			Last: cell{"40.0", "40"}, LastError: "−29\u00a0%", Drift: cell{"60.0", "60"}, DriftError: "+6\u00a0%", Plan: cell{"80.0", "80"}, PlanError: "+42\u00a0%", PlanKnown: "2024-03",
		}},
		Scores: []scoreRow{{"model", "1", "12\u00a0%", "0.12"}, {"the year before and the mean change", "1", "100\u00a0%", "no bound"}},
	}, got)
}

func TestErrorOfForecast(t *testing.T) {
	for _, c := range []struct {
		v, actual float64
		want      string
	}{
		{11, 10, "+10\u00a0%"}, {9, 10, "−10\u00a0%"}, {10.01, 10, "0\u00a0%"}, {9.99, 10, "0\u00a0%"}, {10, 10, "0\u00a0%"},
		{1, 0, ""}, {1, -1, ""}, {math.NaN(), 10, ""}, {10, math.NaN(), ""},
	} {
		require.Equal(t, c.want, errorOf(c.v, c.actual), "%v of %v", c.v, c.actual)
	}
}
