package report

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func TestHindcastTable(t *testing.T) {
	table := tables.New(tables.Hindcast)
	table.Append("stated", "fit", "throughput_mt", "headline", 2023, 2.765, 2.9, nil, nil, nil)
	table.Append("stated", "hold-out", "containers_kteu", "headline", 2024, 56.5, 50.0, 40.0, nil, 80.0)
	p := &tables.Package{Name: "stated", Tables: []*tables.Table{table}}
	require.Nil(t, hindcastOf(subjectsOf([]Run{stated(t)})))
	got := hindcastOf(subjectsOf([]Run{stated(t), runOf(t, p)}))
	require.Equal(t, "stated, hindcast", got.Label)
	require.Equal(t, []hindcastRow{
		{Case: "fit", Series: "Mt, headline", Year: "2023", Actual: cell{"2.77", "2.765"}, Model: cell{"2.90", "2.9"}, ModelError: "+5\u00a0%", Last: cell{"–", ""}, Plan: cell{"–", ""}},
		{
			Case: "hold-out", Series: "containers, thousand TEU", Year: "2024", Actual: cell{"56.5", "56.5"}, Model: cell{"50.0", "50"}, ModelError: "−12\u00a0%",
			Last: cell{"40.0", "40"}, LastError: "−29\u00a0%", Plan: cell{"80.0", "80"}, PlanError: "+42\u00a0%",
		},
	}, got.Rows)
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
